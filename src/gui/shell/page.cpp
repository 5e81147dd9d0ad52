// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/page.h"

#include "gui/common/icons.h"

#include <QAction>
#include <QEvent>

namespace vigie::gui
{

Page::Page(Desk &desk, QWidget *parent) : QWidget(parent), m_desk(desk) {}

QAction *Page::makeAction(const QString &iconName, const QKeySequence &keys, const std::function<void()> &act)
{
    auto *action = new QAction(this);
    action->setIcon(icon(iconName));
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(action, &QAction::triggered, this, act);
    addAction(action);
    return action;
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        emit headerChanged();
    }
}

} // namespace vigie::gui
