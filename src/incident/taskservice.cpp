// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/taskservice.h"

#include "incident/act.h"
#include "incident/incidentrepository.h"
#include "incident/taskrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

struct TaskAct {
    Act act;
    Task task;
};

Result<TaskAct> beginOn(store::Transaction &transaction, const core::Clock *clock, core::TaskId id)
{
    auto task = TaskRepository::require(transaction, id);
    if (!task)
        return fail(task.error());
    auto act = Act::begin(transaction, clock, task->incidentId, Need::AnyCrisis);
    if (!act)
        return fail(act.error());
    return TaskAct{.act = *std::move(act), .task = *std::move(task)};
}

Result<> mustBe(TaskState wanted, const Task &task)
{
    if (task.state == wanted)
        return {};
    return fail(ErrorKind::Conflict, u"task %1 is %2"_s.arg(QString::number(task.id.value), toKey(task.state)));
}

/// Stores the task, writes the log, takes charge where nobody has yet, and ends the act.
Result<> conclude(TaskAct &acting, const QString &action, const QString &sentence)
{
    auto &[act, task] = acting;
    if (auto stored = TaskRepository::update(act.transaction(), task); !stored)
        return stored;
    act.announceTask(task.id, store::ChangeKind::Updated);
    if (auto taken = act.takeCharge(); !taken)
        return taken;
    if (auto logged = act.log(u"task"_s, sentence, Star::No); !logged)
        return logged;
    return act.finish(action, u"task"_s, task.id.value, {{u"incident"_s, act.incident.id.value}});
}

} // namespace

QFuture<Result<>> TaskService::complete(const QString &actor, core::TaskId id, const QString &proof)
{
    return m_database.submit(
        actor, [clock = m_clock, id, proof = proof.trimmed()](store::Transaction &transaction) -> Result<> {
            auto acting = beginOn(transaction, clock, id);
            if (!acting)
                return fail(acting.error());
            auto &[act, task] = *acting;
            if (auto open = mustBe(TaskState::Open, task); !open)
                return open;
            if (task.requiresProof && proof.isEmpty())
                return fail(ErrorKind::InvalidArgument, u"this task asks for a proof"_s);
            task.state = TaskState::Done;
            task.proof = proof;
            task.doneAt = act.now();
            task.doneBy = act.actor();
            const QString sentence =
                proof.isEmpty()
                    //: Log of a crisis. %1 is a task.
                    ? act.say(QT_TRANSLATE_NOOP("incident", "Done: %1")).arg(task.title)
                    //: Log of a crisis. %1 is a task, %2 the proof that was given.
                    : act.say(QT_TRANSLATE_NOOP("incident", "Done: %1 (%2)")).arg(task.title, proof);
            return conclude(*acting, u"task.complete"_s, sentence);
        });
}

QFuture<Result<>> TaskService::skip(const QString &actor, core::TaskId id, const QString &reason)
{
    return m_database.submit(
        actor, [clock = m_clock, id, reason = reason.trimmed()](store::Transaction &transaction) -> Result<> {
            auto acting = beginOn(transaction, clock, id);
            if (!acting)
                return fail(acting.error());
            auto &[act, task] = *acting;
            if (auto open = mustBe(TaskState::Open, task); !open)
                return open;
            if (reason.isEmpty())
                return fail(ErrorKind::InvalidArgument, u"a reason is needed"_s);
            task.state = TaskState::Skipped;
            task.proof = reason;
            task.doneAt = act.now();
            task.doneBy = act.actor();
            //: Log of a crisis. %1 is a task, %2 the reason why it is not done.
            const QString sentence =
                act.say(QT_TRANSLATE_NOOP("incident", "Left out: %1 (%2)")).arg(task.title, reason);
            return conclude(*acting, u"task.skip"_s, sentence);
        });
}

QFuture<Result<>> TaskService::reopen(const QString &actor, core::TaskId id)
{
    return m_database.submit(actor, [clock = m_clock, id](store::Transaction &transaction) -> Result<> {
        auto acting = beginOn(transaction, clock, id);
        if (!acting)
            return fail(acting.error());
        auto &[act, task] = *acting;
        if (task.state == TaskState::Open)
            return fail(ErrorKind::Conflict, u"task %1 is open"_s.arg(id.value));
        task.state = TaskState::Open;
        task.proof.clear();
        task.doneAt.reset();
        task.doneBy.clear();
        //: Log of a crisis. %1 is a task.
        return conclude(*acting, u"task.reopen"_s,
                        act.say(QT_TRANSLATE_NOOP("incident", "To do again: %1")).arg(task.title));
    });
}

QFuture<Result<>> TaskService::assign(const QString &actor, core::TaskId id, const QString &person)
{
    return m_database.submit(
        actor, [clock = m_clock, id, person = person.trimmed()](store::Transaction &transaction) -> Result<> {
            auto acting = beginOn(transaction, clock, id);
            if (!acting)
                return fail(acting.error());
            auto &[act, task] = *acting;
            if (auto open = mustBe(TaskState::Open, task); !open)
                return open;
            if (task.assignee == person)
                return {};
            task.assignee = person;
            const QString sentence =
                person.isEmpty()
                    //: Log of a crisis. %1 is a task.
                    ? act.say(QT_TRANSLATE_NOOP("incident", "Nobody has the task “%1” now")).arg(task.title)
                    //: Log of a crisis. %1 is a person, %2 a task.
                    : act.say(QT_TRANSLATE_NOOP("incident", "%1 takes the task “%2”")).arg(person, task.title);
            return conclude(*acting, u"task.assign"_s, sentence);
        });
}

QFuture<Result<core::TaskId>> TaskService::add(const QString &actor, const Task &task)
{
    return m_database.submit(actor, [clock = m_clock, task](store::Transaction &transaction) -> Result<core::TaskId> {
        auto act = Act::begin(transaction, clock, task.incidentId, Need::OpenCrisis);
        if (!act)
            return fail(act.error());
        if (task.title.trimmed().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"a task needs a title"_s);
        const auto others = TaskRepository::ofIncident(transaction, task.incidentId);
        if (!others)
            return fail(others.error());
        const Task added{.incidentId = task.incidentId,
                         .position = others->empty() ? 0 : others->back().position + 1,
                         .title = task.title.trimmed(),
                         .detail = task.detail,
                         .phase = task.phase,
                         .roleKey = task.roleKey,
                         .assignee = task.assignee.trimmed(),
                         .dueAt = task.dueAt,
                         .requiresProof = task.requiresProof};
        const auto id = TaskRepository::insert(transaction, added);
        if (!id)
            return id;
        act->announceTask(*id, store::ChangeKind::Inserted);
        //: Log of a crisis. %1 is a task.
        const QString sentence = act->say(QT_TRANSLATE_NOOP("incident", "Task added: %1")).arg(added.title);
        if (auto logged = act->log(u"task"_s, sentence, Star::No); !logged)
            return fail(logged.error());
        if (auto done = act->finish(u"task.add"_s, u"task"_s, id->value, {{u"incident"_s, task.incidentId.value}});
            !done)
            return fail(done.error());
        return id;
    });
}

} // namespace vigie::incident
