// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/crisisroompage.h"

#include "gui/common/columnscroller.h"
#include "gui/common/icons.h"
#include "gui/common/widgets.h"
#include "gui/incident/crisisstrip.h"
#include "gui/incident/roomrows.h"
#include "gui/incident/roomwords.h"
#include "incident/incidentrepository.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

namespace
{

constexpr auto kReloadDelay = 40ms; // several changes of one act come as one
constexpr int kTicksBetweenRows = 10;

} // namespace

CrisisRoomPage::CrisisRoomPage(Desk &desk, QWidget *parent)
    : Page(desk, parent)
    , m_scope(desk.workspace().scope())
    , m_stack(new QStackedWidget(this))
    , m_empty(new EmptyState(this))
    , m_strip(new CrisisStrip(this))
    , m_splitter(new QSplitter(this))
{
    makeActions();
    auto *room = new QWidget(this);
    auto *roomLayout = new QVBoxLayout(room);
    roomLayout->setContentsMargins(0, 0, 0, 0);
    roomLayout->setSpacing(0);
    roomLayout->addWidget(m_strip);
    m_splitter->addWidget(makeTasks());
    m_splitter->addWidget(makeLog());
    m_splitter->addWidget(makeNotebook());
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->setSizes({340, 400, 340});
    for (int i = 0; i < m_splitter->count(); ++i)
        m_splitter->setStretchFactor(i, 1);
    roomLayout->addWidget(new ColumnScroller(m_splitter, {220, 320, 240}, room), 1);

    setFocusProxy(m_taskView);
    m_empty->setIconName(u"shield-check"_s);
    m_stack->addWidget(new QWidget(this)); // until the first answer, some milliseconds
    m_stack->addWidget(m_empty);
    m_stack->addWidget(room);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);

    connect(m_strip, &CrisisStrip::crisisChosen, this, [this](core::IncidentId id) {
        m_wanted = id;
        load();
    });
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(kReloadDelay);
    connect(&m_reloadTimer, &QTimer::timeout, this, &CrisisRoomPage::load);
    m_clockTimer.setInterval(1s);
    connect(&m_clockTimer, &QTimer::timeout, this, &CrisisRoomPage::showTimes);
    connect(&workspace().database(), &store::Database::changed, this, &CrisisRoomPage::reloadFor);
    retranslate();
    load();
}

void CrisisRoomPage::retranslate()
{
    m_acts.open->setText(tr("Open a crisis"));
    m_acts.postUpdate->setText(tr("Post an update"));
    m_acts.decide->setText(tr("Record a decision"));
    m_acts.addNote->setText(tr("Write in the log"));
    m_acts.addTask->setText(tr("Add a task"));
    m_acts.addFact->setText(tr("Add a fact"));
    m_acts.addStakeholder->setText(tr("Add somebody who must be told"));
    m_acts.takeCharge->setText(tr("Take charge"));
    m_acts.severity->setText(tr("Change the severity…"));
    m_acts.handOver->setText(tr("Hand over a role…"));
    m_acts.resolve->setText(tr("Mark as resolved…"));
    m_acts.close->setText(tr("Close the crisis…"));
    m_acts.reopen->setText(tr("Reopen the crisis…"));
    m_acts.legalHold->setText(tr("Legal hold"));
    m_acts.legalHold->setToolTip(tr("Nothing of this crisis is erased while it is on"));
    m_acts.review->setText(tr("Go to the review"));
    m_taskLabel->setText(tr("Tasks"));
    m_logLabel->setText(tr("Log", "the running log of a crisis"));
    m_notebookLabel->setText(tr("What we know, who knows it"));
    m_taskView->setAccessibleName(tr("Tasks: Space settles, the menu key shows more"));
    m_logView->setAccessibleName(tr("Log: S stars an entry for the review"));
    m_notebookView->setAccessibleName(tr("Facts, people to tell, key mentions, decisions, updates"));
    m_noteEdit->setPlaceholderText(tr("Write in the log, Enter keeps it"));
    m_noteEdit->setAccessibleName(tr("New log entry"));
    m_searchEdit->setPlaceholderText(tr("Filter"));
    m_searchEdit->setAccessibleName(tr("Filter the log by words"));
    m_empty->setTexts(tr("No crisis is open"),
                      tr("When something takes a bad turn, open a crisis here or from an alert. Tasks, the log, facts and the "
                         "next update are then in one place, and the review writes itself from them."));
    m_empty->setAction(m_acts.open);

    const QString chosen = m_kindBox->currentData().toString();
    m_kindBox->setAccessibleName(tr("Filter the log by kind"));
    m_kindBox->clear();
    m_kindBox->addItem(tr("Everything"), QString());
    for (const QString &kind : {u"note"_s, u"decision"_s, u"update"_s, u"task"_s, u"fact"_s, u"stakeholder"_s, u"reply"_s,
                                u"severity"_s, u"role"_s})
        m_kindBox->addItem(icon(RoomWords::logKindIcon(kind)), RoomWords::logKindName(kind), kind);
    m_kindBox->setCurrentIndex(std::max(0, m_kindBox->findData(chosen)));
    m_strip->retranslate();
    if (m_room.board)
        showRoom(std::exchange(m_room, {}));
}

// Reading -----------------------------------------------------------------------------------------------------------------

void CrisisRoomPage::activate(qint64 itemId)
{
    if (itemId != 0)
        m_wanted = core::IncidentId{itemId};
    load();
}

void CrisisRoomPage::showMoment(core::Instant at)
{
    m_moment = at;
    load();
}

// What an act and its log entry share is their time; the entry may be written some moments later.
void CrisisRoomPage::selectMoment()
{
    if (!m_moment || !m_room.board)
        return;
    const core::Instant at = *std::exchange(m_moment, std::nullopt);
    m_kindBox->setCurrentIndex(0);
    m_searchEdit->clear();
    showLog();
    const incident::LogEntry *nearest = nullptr;
    for (const incident::LogEntry &entry : m_room.board->log) {
        if (!nearest || std::chrono::abs(entry.at - at) < std::chrono::abs(nearest->at - at))
            nearest = &entry;
    }
    if (!nearest)
        return;
    m_isLogAtEnd = false; // the view stays where it is sent
    const QModelIndex index = m_logView->cards().indexOf(RoomRows::logKey(nearest->id));
    m_logView->setCurrentIndex(index);
    m_logView->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_logView->setFocus();
}

Result<int> CrisisRoomPage::badge(const store::Connection &connection, core::DrillRunId scope)
{
    return incident::IncidentRepository::count(connection, scope, incident::Which::Open);
}

void CrisisRoomPage::setScope(core::DrillRunId scope)
{
    m_scope = scope;
    m_wanted = {};
    load();
}

void CrisisRoomPage::reloadFor(const store::Changes &changes)
{
    const bool matters = std::any_of(changes.begin(), changes.end(), [](const store::Change &change) {
        return change.entity == store::Entity::Incident || change.entity == store::Entity::Task;
    });
    if (matters && !m_reloadTimer.isActive())
        m_reloadTimer.start();
}

void CrisisRoomPage::load()
{
    const quint64 token = ++m_token;
    const auto read = [scope = m_scope, wanted = m_wanted](const store::Connection &connection) {
        return readRoom(connection, scope, wanted);
    };
    store::readAsync(workspace().database(), this, read, [this, token](Result<Room> room) {
        if (token != m_token)
            return;
        if (room)
            showRoom(*std::move(room));
        else
            desk().showError(tr("Could not read the crisis."), room.error());
        emit loaded();
    });
}

void CrisisRoomPage::showRoom(Room room)
{
    const bool isSame = m_room.board && room.board && m_room.board->incident.id == room.board->incident.id;
    m_room = std::move(room);
    if (m_room.board) {
        m_wanted = m_room.board->incident.id;
        m_strip->setRoom(m_room, workspace().format(), workspace().clock().now());
        m_noteEdit->setEnabled(m_room.board->incident.isOpen());
        if (!isSame)
            m_searchEdit->clear();
        showRows();
        showLog();
        selectMoment();
    }
    m_stack->setCurrentIndex(m_room.board ? 2 : 1);
    showActions();
    m_headline.clear();
    showTimes();
    emit headerChanged();
}

void CrisisRoomPage::showRows()
{
    const core::Format format = workspace().format();
    const RoomRows rows(*m_room.board, format, workspace().clock().now());
    m_taskView->cards().setRows(rows.tasks());
    m_notebookView->cards().setRows(rows.notebook());
}

void CrisisRoomPage::showLog()
{
    if (!m_room.board)
        return;
    const core::Format format = workspace().format();
    const RoomRows rows(*m_room.board, format, workspace().clock().now());
    m_logView->cards().setRows(rows.log(m_kindBox->currentData().toString(), m_searchEdit->text().trimmed()));
}

void CrisisRoomPage::showTimes()
{
    const core::Instant now = workspace().clock().now();
    const int open = m_room.openCount();
    QStringList parts;
    if (open == 0)
        parts += tr("No crisis is open");
    else if (open > 1)
        parts += tr("%n crisis(es) open", nullptr, open);
    if (m_room.board && m_room.board->incident.isOpen()) {
        const Board &board = *m_room.board;
        m_strip->tick(now);
        if (++m_ticks % kTicksBetweenRows == 0)
            showRows();
        const core::Format format = workspace().format();
        if (board.incident.isUpdateOverdue(now))
            parts += tr("update overdue by %1", "%1 is a duration").arg(format.duration(now - *board.incident.nextUpdateAt));
        else if (board.incident.nextUpdateAt)
            parts += tr("next update at %1", "%1 is a time").arg(format.time(*board.incident.nextUpdateAt));
        if (const int late = board.overdueTasks(now); late > 0)
            parts += tr("%n task(s) overdue", nullptr, late);
    }
    const QString headline = parts.join(u" · "_s);
    if (headline == m_headline)
        return;
    m_headline = headline;
    emit headerChanged();
}

void CrisisRoomPage::showActions()
{
    const incident::Incident *shown = m_room.board ? &m_room.board->incident : nullptr;
    const bool isOpen = shown && shown->isOpen();
    const bool isClosed = shown && !shown->isOpen();
    for (QAction *action : {m_acts.postUpdate, m_acts.decide, m_acts.addNote, m_acts.addTask, m_acts.addFact,
                            m_acts.addStakeholder, m_acts.severity, m_acts.handOver, m_acts.close})
        action->setEnabled(isOpen);
    m_acts.takeCharge->setEnabled(isOpen && !shown->acknowledgedAt);
    m_acts.resolve->setEnabled(isOpen && !shown->resolvedAt);
    m_acts.reopen->setEnabled(isClosed);
    m_acts.reopen->setVisible(isClosed);
    m_acts.review->setEnabled(shown);
    m_acts.legalHold->setEnabled(shown);
    m_acts.legalHold->setChecked(shown && shown->isUnderLegalHold);
}

QAction *CrisisRoomPage::primaryAction() const
{
    if (!m_room.board)
        return nullptr; // the empty room has its own button
    return m_room.board->incident.isOpen() ? m_acts.postUpdate : m_acts.open;
}

QList<QAction *> CrisisRoomPage::headerActions() const
{
    if (!m_room.board || !m_room.board->incident.isOpen())
        return {};
    return {m_acts.open, m_acts.decide, m_acts.close};
}

QList<QAction *> CrisisRoomPage::menuActions() const
{
    return {m_acts.open,       m_acts.postUpdate, nullptr,           m_acts.addNote,  m_acts.addTask,
            m_acts.addFact,    m_acts.decide,     m_acts.addStakeholder, nullptr,     m_acts.takeCharge,
            m_acts.severity,   m_acts.handOver,   nullptr,           m_acts.resolve,  m_acts.close,
            m_acts.reopen,     nullptr,           m_acts.legalHold,  m_acts.review};
}

void CrisisRoomPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_clockTimer.start();
    showTimes();
}

void CrisisRoomPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_clockTimer.stop();
}

} // namespace vigie::gui
