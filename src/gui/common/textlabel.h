// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QHash>
#include <QLabel>

namespace vigie::gui
{

/// A text that can be selected. A panel's layouts ask for the same heights a dozen times, and for each of them QLabel would lay
/// its text out anew.
class TextLabel final : public QLabel
{
public:
    using QLabel::QLabel;

    [[nodiscard]] int heightForWidth(int width) const override
    {
        if (m_measured != text()) {
            m_measured = text();
            m_heights.clear();
        }
        const auto known = m_heights.constFind(width);
        return known != m_heights.cend() ? *known : *m_heights.insert(width, QLabel::heightForWidth(width));
    }

protected:
    void changeEvent(QEvent *event) override
    {
        QLabel::changeEvent(event);
        if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
            m_heights.clear();
    }

private:
    mutable QString m_measured;
    mutable QHash<int, int> m_heights;
};

} // namespace vigie::gui
