// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QScrollArea>

class QSplitter;

namespace vigie::gui
{

/**
 * Columns side by side that keep a width in which they can be read, and are scrolled where there is less room: with large
 * text they would else cover each other. Tab brings what it reaches into view.
 */
class ColumnScroller : public QScrollArea
{
    Q_OBJECT

public:
    /// `leastWidths` of each column at 100 % text.
    ColumnScroller(QSplitter *columns, QList<int> leastWidths, QWidget *parent);

protected:
    void changeEvent(QEvent *event) override;

private:
    void keepWidths();

    QSplitter *m_columns;
    QList<int> m_leastWidths;
};

} // namespace vigie::gui
