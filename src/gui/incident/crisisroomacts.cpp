// SPDX-License-Identifier: GPL-3.0-or-later
// What a person does on the page: the other half of CrisisRoomPage.
#include "gui/common/icons.h"
#include "gui/incident/closedialog.h"
#include "gui/incident/crisisroompage.h"
#include "gui/incident/opencrisisdialog.h"
#include "gui/incident/roomdialogs.h"
#include "gui/incident/roomrows.h"
#include "gui/incident/roomwords.h"
#include "incident/incidentservice.h"
#include "incident/logservice.h"
#include "incident/taskservice.h"
#include "store/async.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

template <typename T, typename Done>
void CrisisRoomPage::run(const QFuture<Result<T>> &future, const QString &attempt, Done done)
{
    store::whenDone(future, this, [this, attempt, done = std::move(done)](const Result<T> &answer) mutable {
        if (answer)
            done();
        else
            desk().showError(attempt, answer.error());
    });
}

template <typename T>
void CrisisRoomPage::run(const QFuture<Result<T>> &future, const QString &attempt)
{
    run(future, attempt, [] {});
}

// The crisis --------------------------------------------------------------------------------------------------------------

void CrisisRoomPage::openCrisis()
{
    OpenCrisisDialog::openByHand(desk(), this);
}

void CrisisRoomPage::postUpdate()
{
    if (m_room.board)
        (new PostUpdateDialog(desk(), *m_room.board, this))->open();
}

void CrisisRoomPage::decide()
{
    if (m_room.board)
        (new DecisionDialog(desk(), *m_room.board, this))->open();
}

void CrisisRoomPage::focusNote()
{
    m_noteEdit->setFocus(Qt::ShortcutFocusReason);
}

void CrisisRoomPage::addTask()
{
    if (m_room.board)
        (new TaskDialog(desk(), *m_room.board, this))->open();
}

void CrisisRoomPage::addFact()
{
    if (m_room.board)
        (new FactDialog(desk(), {.incidentId = m_room.board->incident.id}, this))->open();
}

void CrisisRoomPage::addStakeholder()
{
    if (m_room.board)
        (new StakeholderDialog(desk(), *m_room.board, this))->open();
}

void CrisisRoomPage::takeCharge()
{
    if (m_room.board)
        run(workspace().incidents().acknowledge(workspace().actor(), m_room.board->incident.id),
            tr("Could not take charge of the crisis."));
}

void CrisisRoomPage::changeSeverity()
{
    if (m_room.board)
        (new SeverityDialog(desk(), *m_room.board, this))->open();
}

void CrisisRoomPage::handOver()
{
    if (m_room.board)
        (new HandOverDialog(desk(), *m_room.board, this))->open();
}

void CrisisRoomPage::markResolved()
{
    if (!m_room.board)
        return;
    const TextDialog::Texts texts{.title = tr("Mark as resolved"),
                                  .introduction = tr("The cause is gone. The team still stands until the crisis is closed."),
                                  .label = tr("&Note for the log"),
                                  .act = tr("Mark as resolved")};
    const auto act = [this, id = m_room.board->incident.id](const QString &note) {
        return workspace().incidents().markResolved(workspace().actor(), id, note);
    };
    (new TextDialog(texts, TextDialog::Asks::Optional, act, this))->open();
}

void CrisisRoomPage::closeCrisis()
{
    if (m_room.board)
        (new CloseDialog(desk(), *m_room.board, this))->open();
}

void CrisisRoomPage::reopenCrisis()
{
    if (!m_room.board)
        return;
    const TextDialog::Texts texts{.title = tr("Reopen the crisis"),
                                  .introduction = tr("The team stands again and the clock of the next update starts anew."),
                                  .label = tr("&Reason"),
                                  .act = tr("Reopen the crisis")};
    const auto act = [this, id = m_room.board->incident.id](const QString &reason) {
        return workspace().incidents().reopen(workspace().actor(), id, reason);
    };
    (new TextDialog(texts, TextDialog::Asks::Required, act, this))->open();
}

void CrisisRoomPage::toggleLegalHold()
{
    if (!m_room.board)
        return;
    using Hold = incident::IncidentService::LegalHold;
    const Hold hold = m_room.board->incident.isUnderLegalHold ? Hold::Off : Hold::On;
    run(workspace().incidents().setLegalHold(workspace().actor(), m_room.board->incident.id, hold),
        tr("Could not change the legal hold."));
}

void CrisisRoomPage::goToReview()
{
    if (m_room.board)
        desk().openPage(PageId::Review, m_room.board->incident.id.value);
}

// Tasks -------------------------------------------------------------------------------------------------------------------

void CrisisRoomPage::settleTask(const CardRow &row)
{
    const core::TaskId id{row.id};
    const incident::Task *task = m_room.board ? m_room.board->task(id) : nullptr;
    if (!task)
        return;
    auto &tasks = workspace().tasks();
    if (task->state != incident::TaskState::Open) {
        run(tasks.reopen(workspace().actor(), id), tr("Could not take the task up again."));
        return;
    }
    if (!task->requiresProof) {
        run(tasks.complete(workspace().actor(), id), tr("Could not tick the task."), [this, id, title = task->title] {
            desk().showUndoToast(tr("Done: %1", "%1 is a task").arg(title), [this, id] {
                run(workspace().tasks().reopen(workspace().actor(), id), tr("Could not take the task up again."));
            });
        });
        return;
    }
    QString asked;
    const auto *step = m_room.board->plan ? m_room.board->plan->step(task->stepKey) : nullptr;
    if (step)
        asked = step->proof.in(workspace().language());
    const TextDialog::Texts texts{.title = task->title,
                                  .introduction = asked.isEmpty() ? tr("This task asks for a proof.") : asked,
                                  .label = tr("&Proof: a link, a number, a name"),
                                  .act = tr("Mark as done")};
    const auto act = [this, id](const QString &proof) { return workspace().tasks().complete(workspace().actor(), id, proof); };
    (new TextDialog(texts, TextDialog::Asks::Required, act, this))->open();
}

void CrisisRoomPage::skipTask(core::TaskId id)
{
    const incident::Task *task = m_room.board ? m_room.board->task(id) : nullptr;
    if (!task)
        return;
    const TextDialog::Texts texts{.title = tr("Skip the task"),
                                  .introduction = task->title,
                                  .label = tr("&Reason"),
                                  .act = tr("Skip the task")};
    const auto act = [this, id](const QString &reason) { return workspace().tasks().skip(workspace().actor(), id, reason); };
    (new TextDialog(texts, TextDialog::Asks::Required, act, this))->open();
}

void CrisisRoomPage::showTaskMenu(const CardRow &row, const QPoint &position)
{
    const core::TaskId id{row.id};
    const incident::Task *task = m_room.board ? m_room.board->task(id) : nullptr;
    if (!task || row.kind != CardKind::Card)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isOpen = task->state == incident::TaskState::Open;
    menu->addAction(icon(isOpen ? u"check2-circle"_s : u"arrow-counterclockwise"_s),
                    isOpen ? tr("Mark as done") : tr("Take up again"), this, [this, row] { settleTask(row); });
    if (isOpen) {
        menu->addAction(icon(u"dash-circle"_s), tr("Skip…"), this, [this, id] { skipTask(id); });
        const QString me = workspace().actor();
        if (task->assignee != me)
            menu->addAction(icon(u"person-check"_s), tr("Assign to me"), this, [this, id, me] {
                run(workspace().tasks().assign(me, id, me), tr("Could not assign the task."));
            });
    }
    menu->popup(position);
}

// The log -----------------------------------------------------------------------------------------------------------------

void CrisisRoomPage::toggleStar(const CardRow &row)
{
    const core::LogEntryId id{row.id};
    auto &log = workspace().log();
    run(row.isStarred.value_or(false) ? log.unstar(workspace().actor(), id) : log.star(workspace().actor(), id),
        tr("Could not change the star."));
}

void CrisisRoomPage::writeNote()
{
    const QString text = m_noteEdit->text().trimmed();
    if (text.isEmpty() || !m_room.board)
        return;
    run(workspace().log().addNote(workspace().actor(), m_room.board->incident.id, text), tr("Could not write in the log."),
        [this, text] {
            if (m_noteEdit->text().trimmed() == text)
                m_noteEdit->clear();
        });
}

// The notebook ------------------------------------------------------------------------------------------------------------

void CrisisRoomPage::settleNotebookRow(const CardRow &row)
{
    if (row.group != int(NotebookSection::Stakeholders) || row.mark != CardMark::Open)
        return;
    run(workspace().log().tellStakeholder(workspace().actor(), row.id), tr("Could not note that they were told."),
        [this, name = row.text] { desk().showToast(tr("Told: %1", "%1 is a person or a group").arg(name)); });
}

void CrisisRoomPage::openNotebookRow(const CardRow &row)
{
    switch (NotebookSection(row.group)) {
    case NotebookSection::Facts: {
        const incident::Fact *fact = m_room.board ? m_room.board->fact(core::FactId{row.id}) : nullptr;
        if (fact && m_room.board->incident.isOpen())
            (new FactDialog(desk(), *fact, this))->open();
        break;
    }
    case NotebookSection::Stakeholders:
        settleNotebookRow(row);
        break;
    case NotebookSection::Mentions:
        desk().openMention(core::MentionId{row.id});
        break;
    case NotebookSection::Decisions:
    case NotebookSection::Updates:
        break;
    }
}

void CrisisRoomPage::addToNotebook(const CardRow &section)
{
    switch (NotebookSection(section.group)) {
    case NotebookSection::Facts:
        addFact();
        break;
    case NotebookSection::Stakeholders:
        addStakeholder();
        break;
    case NotebookSection::Decisions:
        decide();
        break;
    case NotebookSection::Updates:
        postUpdate();
        break;
    case NotebookSection::Mentions:
        break;
    }
}

void CrisisRoomPage::showNotebookMenu(const CardRow &row, const QPoint &position)
{
    const incident::Fact *fact = row.group == int(NotebookSection::Facts) && m_room.board
                                     ? m_room.board->fact(core::FactId{row.id})
                                     : nullptr;
    if (!fact || !m_room.board->incident.isOpen())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    using State = incident::FactState;
    for (const State state : {State::Confirmed, State::Checking, State::NotToSay, State::Withdrawn}) {
        auto *action = menu->addAction(icon(RoomWords::factStateIcon(state)), RoomWords::factStateName(state), this,
                                       [this, id = fact->id, state] { setFactState(id, state); });
        action->setEnabled(state != fact->state);
    }
    menu->addSeparator();
    menu->addAction(icon(u"pencil"_s), tr("Change the words…"), this, [this, row] { openNotebookRow(row); });
    menu->popup(position);
}

void CrisisRoomPage::setFactState(core::FactId id, incident::FactState state)
{
    const incident::Fact *fact = m_room.board ? m_room.board->fact(id) : nullptr;
    if (fact)
        run(workspace().log().alterFact(workspace().actor(), id, state, fact->text), tr("Could not change the fact."));
}

} // namespace vigie::gui
