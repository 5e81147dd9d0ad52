// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/page.h"

#include <QEvent>

namespace vigie::gui
{

Page::Page(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk) {}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        emit headerChanged();
    }
}

} // namespace vigie::gui
