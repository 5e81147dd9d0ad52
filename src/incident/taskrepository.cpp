// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/taskrepository.h"

#include "incident/incidentrepository.h"
#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

using store::Row;

QString taskColumns()
{
    return u"t.id, t.incident_id, t.step_key, t.position, t.title, t.detail, t.phase, t.role_key, t.assignee, "
           u"t.due_at, "
           "t.state, t.requires_proof, t.proof, t.done_at, t.done_by"_s;
}

Task readTask(const Row &row)
{
    return {.id = row.id<core::TaskId>(0),
            .incidentId = row.id<core::IncidentId>(1),
            .stepKey = row.text(2),
            .position = row.smallInteger(3),
            .title = row.text(4),
            .detail = row.text(5),
            .phase = row.text(6),
            .roleKey = row.text(7),
            .assignee = row.text(8),
            .dueAt = row.optionalInstant(9),
            .state = taskStateFromKey(row.text(10)).value_or(TaskState::Open),
            .requiresProof = row.boolean(11),
            .proof = row.text(12),
            .doneAt = row.optionalInstant(13),
            .doneBy = row.text(14)};
}

} // namespace

Result<std::vector<Task>> TaskRepository::ofIncident(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(
        connection,
        u"SELECT %1 FROM tasks t WHERE t.incident_id = ? ORDER BY t.position, t.id LIMIT 2000"_s.arg(taskColumns()),
        {id}, readTask);
}

Result<Task> TaskRepository::require(const store::Connection &connection, core::TaskId id)
{
    const auto task =
        store::readFirst(connection, u"SELECT %1 FROM tasks t WHERE t.id = ?"_s.arg(taskColumns()), {id}, readTask);
    if (!task)
        return fail(task.error());
    if (!*task)
        return fail(ErrorKind::NotFound, u"there is no task %1"_s.arg(id.value));
    return **task;
}

Result<std::vector<TaskInIncident>> TaskRepository::mine(const store::Connection &connection, core::DrillRunId scope,
                                                         const QString &person, int limit)
{
    return store::readAll(connection,
                          u"SELECT %1, i.title, i.severity FROM tasks t JOIN incidents i ON i.id = t.incident_id "
                          "WHERE t.state = 'open' AND i.drill_run_id = ? AND (? = '' OR t.assignee = ?) "
                          "AND (i.state = 'open' OR (t.phase = 'learn' AND t.due_at >= i.closed_at)) "
                          "ORDER BY t.due_at IS NULL, t.due_at, i.severity DESC, t.id LIMIT ?"_s.arg(taskColumns()),
                          {scope, person, person, limit}, [](const Row &row) {
                              return TaskInIncident{.task = readTask(row),
                                                    .incidentTitle = row.text(15),
                                                    .severity = row.smallInteger(16)};
                          });
}

Result<std::vector<Task>> TaskRepository::openBeforeClosing(const store::Connection &connection, core::IncidentId id)
{
    auto tasks = ofIncident(connection, id);
    if (!tasks)
        return tasks;
    const auto plan = IncidentRepository::snapshot(connection, id);
    if (!plan)
        return fail(plan.error());
    std::erase_if(*tasks, [&plan](const Task &task) {
        const playbook::Step *step = *plan ? (*plan)->step(task.stepKey) : nullptr;
        return task.state != TaskState::Open || (step && step->offsetFrom == playbook::OffsetFrom::StoodDown);
    });
    return tasks;
}

Result<core::TaskId> TaskRepository::insert(store::Transaction &transaction, const Task &task)
{
    const auto id = store::insert(
        transaction,
        u"INSERT INTO tasks (incident_id, step_key, position, title, detail, phase, role_key, assignee, due_at, state, "
        "requires_proof) VALUES (?,?,?,?,?,?,?,?,?,?,?)"_s,
        {task.incidentId, task.stepKey, task.position, task.title, task.detail, task.phase, task.roleKey, task.assignee,
         task.dueAt, toKey(task.state), task.requiresProof});
    if (!id)
        return fail(id.error());
    return core::TaskId{*id};
}

Result<> TaskRepository::update(store::Transaction &transaction, const Task &task)
{
    const auto changed =
        store::execute(transaction,
                       u"UPDATE tasks SET assignee = ?, due_at = ?, state = ?, proof = ?, done_at = ?, "
                       "done_by = ? WHERE id = ?"_s,
                       {task.assignee, task.dueAt, toKey(task.state), task.proof, task.doneAt, task.doneBy, task.id});
    if (!changed)
        return fail(changed.error());
    return {};
}

Result<int> TaskRepository::handOver(store::Transaction &transaction, core::IncidentId id, const QString &roleKey,
                                     const QString &from, const QString &to)
{
    return store::execute(transaction,
                          u"UPDATE tasks SET assignee = ? WHERE incident_id = ? AND role_key = ? AND state = 'open' "
                          "AND assignee IN ('', ?)"_s,
                          {to, id, roleKey, from});
}

} // namespace vigie::incident
