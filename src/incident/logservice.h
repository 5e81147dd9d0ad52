// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "store/database.h"

namespace vigie::incident
{

/// What is said, decided and known in a crisis. See IncidentService for what every act leaves behind.
class LogService
{
public:
    explicit LogService(store::Database &database, const core::Clock *clock = nullptr)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// Sets the clock of the next update: to `next` where given (it must lie ahead), else by the cadence.
    /// The first public one is the first statement. Conflict on a closed crisis.
    [[nodiscard]] QFuture<Result<qint64>> postUpdate(const QString &actor, core::IncidentId id, const QString &text,
                                                     Reach reach, std::optional<core::Instant> next = std::nullopt);
    /// `decision`: incidentId, what, why, options and recheckAt are taken. What and why are required.
    [[nodiscard]] QFuture<Result<core::DecisionId>> decide(const QString &actor, const Decision &decision);
    /// `fact`: incidentId, text, state and origin are taken.
    [[nodiscard]] QFuture<Result<core::FactId>> addFact(const QString &actor, const Fact &fact);
    [[nodiscard]] QFuture<Result<>> alterFact(const QString &actor, core::FactId id, FactState state,
                                              const QString &text);
    [[nodiscard]] QFuture<Result<core::LogEntryId>> addNote(const QString &actor, core::IncidentId id,
                                                            const QString &text);
    [[nodiscard]] QFuture<Result<>> star(const QString &actor, core::LogEntryId id);
    [[nodiscard]] QFuture<Result<>> unstar(const QString &actor, core::LogEntryId id);
    [[nodiscard]] QFuture<Result<qint64>> addStakeholder(const QString &actor, const Stakeholder &stakeholder);
    /// Conflict when they were told before.
    [[nodiscard]] QFuture<Result<>> tellStakeholder(const QString &actor, qint64 id, const QString &note = {});

private:
    store::Database &m_database;
    const core::Clock *m_clock;
};

} // namespace vigie::incident
