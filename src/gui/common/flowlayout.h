// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

namespace vigie::gui
{

/// Lays its items out in lines, as words of a text: for buttons and labels that must fit any width and any text size.
class FlowLayout : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(int gap);
    ~FlowLayout() override;

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    enum class Mode { Measure, Place };
    /// Gives the height that is needed.
    int layOut(const QRect &rect, Mode mode) const;

    QList<QLayoutItem *> m_items;
    int m_gap = 0;
};

} // namespace vigie::gui
