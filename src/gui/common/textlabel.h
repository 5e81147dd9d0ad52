// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QLabel>

namespace vigie::gui
{

/// Plain text that wraps and can be selected. A panel's layouts ask for the same heights a dozen times, and for each of them
/// QLabel would lay its text out anew, several times.
class TextLabel final : public QLabel
{
public:
    explicit TextLabel(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    mutable QString m_measured;
    mutable QHash<int, int> m_heights; ///< of m_measured, by width
};

} // namespace vigie::gui
