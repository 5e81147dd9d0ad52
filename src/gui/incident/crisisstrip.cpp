// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/crisisstrip.h"

#include "gui/common/flowlayout.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/incident/roomrows.h"
#include "gui/incident/roomwords.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

CrisisStrip::CrisisStrip(QWidget *parent)
    : QWidget(parent)
    , m_format(core::Language::English, QTimeZone::utc())
    , m_titleLabel(new ElidedLabel(this))
    , m_chooseButton(new QPushButton(this))
    , m_chooseMenu(new QMenu(this))
    , m_severityPill(new PillLabel(this))
    , m_statePill(new PillLabel(this))
    , m_sinceLabel(new QLabel(this))
    , m_moreButton(new QPushButton(this))
    , m_moreMenu(new QMenu(this))
{
    setAttribute(Qt::WA_StyledBackground);
    setPanel(this, Qt::BottomEdge);
    setTextRole(m_titleLabel, TextRole::Title);
    setTextRole(m_sinceLabel, TextRole::Muted);
    // Their own menus, not setMenu(): the indicator would stand over the text.
    m_chooseButton->setIcon(icon(u"chevron-down"_s));
    m_chooseButton->setLayoutDirection(Qt::RightToLeft); // the chevron after the words
    connect(m_chooseButton, &QPushButton::clicked, this,
            [this] { m_chooseMenu->popup(m_chooseButton->mapToGlobal(QPoint(0, m_chooseButton->height()))); });
    setButtonKind(m_chooseButton, ButtonKind::Quiet);
    m_moreButton->setIcon(icon(u"three-dots"_s));
    connect(m_moreButton, &QPushButton::clicked, this,
            [this] { m_moreMenu->popup(m_moreButton->mapToGlobal(QPoint(0, m_moreButton->height()))); });
    setButtonKind(m_moreButton, ButtonKind::Quiet);

    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(space::kSmall);
    titleRow->addWidget(m_titleLabel);
    titleRow->addWidget(m_chooseButton);
    titleRow->addStretch();
    auto *metaRow = new FlowLayout(space::kSmall);
    metaRow->addWidget(m_severityPill);
    metaRow->addWidget(m_statePill);
    metaRow->addWidget(m_sinceLabel);
    auto *left = new QVBoxLayout;
    left->setSpacing(space::kTiny);
    left->addLayout(titleRow);
    left->addLayout(metaRow);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::kLarge, space::kMedium, space::kLarge, space::kMedium);
    layout->setSpacing(space::kHuge);
    layout->addLayout(left, 1);
    m_clock = makeFigure(layout);
    m_next = makeFigure(layout);
    m_leader = makeFigure(layout);
    layout->addWidget(m_moreButton, 0, Qt::AlignVCenter);
}

CrisisStrip::Figure CrisisStrip::makeFigure(QHBoxLayout *layout)
{
    Figure figure{new QLabel(this), new QLabel(this)};
    setTextRole(figure.caption, TextRole::SmallMuted);
    setTextRole(figure.value, TextRole::Large);
    figure.value->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(figure.caption);
    column->addWidget(figure.value);
    layout->addLayout(column);
    return figure;
}

void CrisisStrip::setMenuActions(const QList<QAction *> &actions)
{
    QMenu *menu = m_moreMenu;
    menu->clear();
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
}

void CrisisStrip::setRoom(const Room &room, const core::Format &format, core::Instant now)
{
    m_format = format;
    m_now = now;
    showChoice(room);
    if (!room.board)
        return;
    m_incident = room.board->incident;
    m_lead = room.board->holder(kLeadRole);
    m_titleLabel->setFullText(m_incident->title);
    m_severityPill->setPill(RoomWords::severityPill(m_incident->severity, format.language(), room.board->plan));
    showState();
    tick(now);
}

void CrisisStrip::showChoice(const Room &room)
{
    m_chooseButton->setVisible(room.incidents.size() > 1);
    QMenu *menu = m_chooseMenu;
    menu->clear();
    bool wasOpen = true;
    for (const incident::Incident &each : room.incidents) {
        if (wasOpen && !each.isOpen() && !menu->isEmpty())
            menu->addSeparator();
        wasOpen = each.isOpen();
        QString text = u"%1 · %2"_s.arg(each.title, RoomWords::severityName(each.severity, m_format.language()));
        if (!each.isOpen())
            text += u" · "_s + tr("closed %1", "%1 is a date").arg(m_format.dateShort(each.closedAt.value_or(each.openedAt)));
        auto *action = menu->addAction(text.replace(u'&', u"&&"_s));
        action->setCheckable(true);
        action->setChecked(room.board && room.board->incident.id == each.id);
        connect(action, &QAction::triggered, this, [this, id = each.id] { emit crisisChosen(id); });
    }
    const int others = int(room.incidents.size()) - 1;
    m_chooseButton->setText(tr("%n other crisis(es)", "opens the list of crises", others));
}

void CrisisStrip::showState()
{
    Pill state;
    if (!m_incident->isOpen())
        state = {.text = tr("Closed"), .iconName = u"door-closed"_s, .ink = Token::Neutral};
    else if (m_incident->resolvedAt)
        state = {.text = tr("Resolved, the team still stands"),
                 .iconName = u"check-circle"_s,
                 .ink = Token::Positive,
                 .ground = Token::PositiveTint};
    else if (!m_incident->acknowledgedAt)
        state = {.text = tr("Nobody in charge yet"),
                 .iconName = u"person"_s,
                 .ink = Token::Warning,
                 .ground = Token::WarningTint};
    m_statePill->setVisible(!state.text.isEmpty());
    m_statePill->setPill(state);
    QString since = tr("Opened %1", "%1 is a date and time").arg(m_format.dateTime(m_incident->openedAt));
    if (m_incident->isUnderLegalHold)
        since += u" · "_s + tr("legal hold");
    m_sinceLabel->setText(since);
    m_sinceLabel->setToolTip(m_format.dateTimeWithZone(m_incident->openedAt));
    m_leader.value->setText(m_lead.isEmpty() ? tr("Nobody") : m_lead);
}

void CrisisStrip::tick(core::Instant now)
{
    m_now = now;
    if (!m_incident)
        return;
    const core::Instant end = m_incident->closedAt.value_or(now);
    m_clock.caption->setText(m_incident->isOpen() ? tr("Open for") : tr("It lasted"));
    m_clock.value->setText(m_format.duration(end - m_incident->openedAt));
    const bool hasNext = m_incident->isOpen() && m_incident->nextUpdateAt;
    const bool isOverdue = m_incident->isUpdateOverdue(now);
    m_next.caption->setVisible(hasNext);
    m_next.value->setVisible(hasNext);
    if (hasNext) {
        m_next.caption->setText(isOverdue ? tr("Next update overdue by") : tr("Next update in"));
        const auto rest = isOverdue ? now - *m_incident->nextUpdateAt : *m_incident->nextUpdateAt - now;
        m_next.value->setText(m_format.duration(rest));
        m_next.value->setToolTip(m_format.dateTimeWithZone(*m_incident->nextUpdateAt));
    }
    if (isOverdue != m_isShownOverdue) {
        m_isShownOverdue = isOverdue;
        setTextRole(m_next.caption, isOverdue ? TextRole::Negative : TextRole::SmallMuted);
    }
}

void CrisisStrip::retranslate()
{
    m_leader.caption->setText(tr("Crisis lead"));
    m_moreButton->setAccessibleName(tr("More acts on this crisis"));
    m_moreButton->setToolTip(m_moreButton->accessibleName());
    m_chooseButton->setAccessibleName(tr("Choose another crisis"));
}

} // namespace vigie::gui
