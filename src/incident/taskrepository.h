// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "store/transaction.h"

namespace vigie::incident
{

class TaskRepository
{
public:
    /// In the order of the plan.
    [[nodiscard]] static Result<std::vector<Task>> ofIncident(const store::Connection &connection, core::IncidentId id);
    [[nodiscard]] static Result<Task> require(const store::Connection &connection, core::TaskId id);
    /// Open tasks of one person over all open crises of the scope, those due first before; without a time last.
    /// Of a closed crisis, what is to be learned from it is kept. An empty name: everybody's.
    [[nodiscard]] static Result<std::vector<TaskInIncident>>
    mine(const store::Connection &connection, core::DrillRunId scope, const QString &person, int limit = 200);
    /// Open, and not meant for after standing down: what a person should know before closing.
    [[nodiscard]] static Result<std::vector<Task>> openBeforeClosing(const store::Connection &connection,
                                                                     core::IncidentId id);

    [[nodiscard]] static Result<core::TaskId> insert(store::Transaction &transaction, const Task &task);
    [[nodiscard]] static Result<> update(store::Transaction &transaction, const Task &task);
    /// Open tasks of a role pass from one holder (or from nobody) to the next. Gives how many.
    [[nodiscard]] static Result<int> handOver(store::Transaction &transaction, core::IncidentId id,
                                              const QString &roleKey, const QString &from, const QString &to);
};

} // namespace vigie::incident
