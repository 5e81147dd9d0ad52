// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "store/database.h"

namespace vigie::incident
{

/// What is to be done in a crisis. See IncidentService for what every act leaves behind. Tasks may still be settled
/// after the crisis is closed, because some are due only then.
class TaskService
{
public:
    explicit TaskService(store::Database &database, const core::Clock *clock = nullptr)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// InvalidArgument when the task asks for a proof and there is none. Conflict when it is not open.
    [[nodiscard]] QFuture<Result<>> complete(const QString &actor, core::TaskId id, const QString &proof = {});
    /// The reason is required.
    [[nodiscard]] QFuture<Result<>> skip(const QString &actor, core::TaskId id, const QString &reason);
    [[nodiscard]] QFuture<Result<>> reopen(const QString &actor, core::TaskId id);
    [[nodiscard]] QFuture<Result<>> assign(const QString &actor, core::TaskId id, const QString &person);
    /// By hand: title, detail, phase, role, assignee, due time and requiresProof of `task` are taken.
    [[nodiscard]] QFuture<Result<core::TaskId>> add(const QString &actor, const Task &task);

private:
    store::Database &m_database;
    const core::Clock *m_clock;
};

} // namespace vigie::incident
