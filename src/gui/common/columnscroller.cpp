// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/columnscroller.h"

#include "gui/shell/theme.h"

#include <QEvent>
#include <QSplitter>

namespace vigie::gui
{

ColumnScroller::ColumnScroller(QSplitter *columns, QList<int> leastWidths, QWidget *parent)
    : QScrollArea(parent)
    , m_columns(columns)
    , m_leastWidths(std::move(leastWidths))
{
    Q_ASSERT(columns->count() == m_leastWidths.size());
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(columns);
    keepWidths();
}

void ColumnScroller::keepWidths()
{
    for (int i = 0; i < m_columns->count(); ++i)
        m_columns->widget(i)->setMinimumWidth(qRound(m_leastWidths.at(i) * textScale()));
}

void ColumnScroller::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::StyleChange) // the size of the text is in it
        keepWidths();
}

} // namespace vigie::gui
