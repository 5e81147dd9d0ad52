// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/pageheader.h"

#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/shell/page.h"

#include <QAction>
#include <QEvent>
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
    QString headline = page.headline(); // put together from parts: any may come first
    headline.replace(0, 1, headline.left(1).toUpper());
    m_headlineLabel->setFullText(headline);
    QList<QAction *> actions = page.headerActions();
    QAction *primary = page.primaryAction();
    if (primary)
        actions += primary;
    if (actions == m_actions)
        return; // the buttons follow their actions by themselves
    m_actions = actions;
    m_shown.clear();
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
        m_shown += std::pair(button, action);
    }
    fit();
}

QSize PageHeader::minimumSizeHint() const
{
    return {m_titleLabel->minimumSizeHint().width(), QWidget::minimumSizeHint().height()};
}

void PageHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

bool PageHeader::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        QMetaObject::invokeMethod(this, &PageHeader::fit, Qt::QueuedConnection); // once the buttons have theirs, too
    return done;
}

void PageHeader::fit()
{
    int needed = 2 * space::kLarge + m_titleLabel->sizeHint().width() + m_headlineLabel->minimumSizeHint().width() + 2 * space::kMedium;
    for (const auto &[button, action] : std::as_const(m_shown)) {
        button->setText(action->text());
        if (action->isVisible())
            needed += button->sizeHint().width() + space::kSmall;
    }
    for (const auto &[button, action] : std::as_const(m_shown)) {
        const bool keepsWords = button->icon().isNull() || button->property("buttonKind").toString().startsWith(u"primary");
        if (needed <= width() || keepsWords || !action->isVisible())
            continue;
        needed -= button->sizeHint().width();
        button->setText({});
        needed += button->sizeHint().width();
    }
}

void PageHeader::follow(QPushButton *button, QAction *action)
{
    const auto copy = [this, button, action] {
        button->setText(action->text());
        button->setEnabled(action->isEnabled());
        button->setVisible(action->isVisible());
        button->setToolTip(action->toolTip());
        button->setAccessibleName(action->text());
        if (!button->property("buttonKind").toString().startsWith(u"primary"))
            setButtonIcon(button, action->icon());
        if (action->menu())
            button->setMenu(action->menu());
        fit();
    };
    copy();
    connect(action, &QAction::changed, button, copy);
    connect(action, &QObject::destroyed, button, [this, button] {
        m_actions.clear();
        m_shown.clear();
        button->deleteLater();
    });
    if (!action->menu())
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

} // namespace vigie::gui
