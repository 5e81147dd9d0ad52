// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/pageheader.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/shell/page.h"

#include <QAction>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{
constexpr int kButtonHeight = 30;
}

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_titleLabel(new QLabel(this))
    , m_headlineLabel(new ElidedLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setPanel(this, Qt::BottomEdge);
    setTextRole(m_titleLabel, TextRole::Title);
    setTextRole(m_headlineLabel, TextRole::Muted);
    m_titleLabel->setTextFormat(Qt::PlainText);
    m_buttons->setSpacing(space::kSmall);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    layout->setSpacing(space::kMedium);
    layout->addWidget(m_titleLabel);
    layout->addWidget(m_headlineLabel, 1, Qt::AlignVCenter);
    layout->addLayout(m_buttons);
    // As high without a button as with one: what is below does not jump from page to page.
    layout->addStrut(qRound(kButtonHeight * textScale()));
}

void PageHeader::showPage(const QString &title, const Page &page)
{
    m_titleLabel->setText(title);
    m_headlineLabel->setFullText(page.headline());
    QList<QAction *> actions = page.headerActions();
    QAction *primary = page.primaryAction();
    if (primary)
        actions += primary;
    if (actions == m_actions)
        return; // the buttons follow their actions by themselves
    m_actions = actions;
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (QAction *action : actions) {
        auto *button = new QPushButton(this);
        setButtonKind(button, action == primary ? ButtonKind::Primary : ButtonKind::Normal);
        follow(button, action);
        m_buttons->addWidget(button);
    }
}

void PageHeader::follow(QPushButton *button, QAction *action)
{
    const auto copy = [button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text());
        if (!button->property("buttonKind").toString().startsWith(u"primary"))
            setButtonIcon(button, action->icon());
        if (action->menu())
            button->setMenu(action->menu());
    };
    copy();
    connect(action, &QAction::changed, button, copy);
    connect(action, &QObject::destroyed, button, [this, button] {
        m_actions.clear();
        button->deleteLater();
    });
    if (!action->menu())
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace vigie::gui
