// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "store/transaction.h"

namespace vigie::incident
{

/// The main courante and what is written beside it: updates, decisions, facts, stakeholders.
class LogRepository
{
public:
    enum class Entries { All, Starred };
    /// Newest first, at most `limit`, before `before` where given. `kind` empty: all kinds.
    [[nodiscard]] static Result<std::vector<LogEntry>> entries(const store::Connection &connection, core::IncidentId id,
                                                               Entries which = Entries::All, const QString &kind = {},
                                                               int limit = 500, core::LogEntryId before = {});
    [[nodiscard]] static Result<LogEntry> requireEntry(const store::Connection &connection, core::LogEntryId id);
    /// These, newest first; facts and stakeholders in the order in which they were set.
    [[nodiscard]] static Result<std::vector<StatusUpdate>> updates(const store::Connection &connection,
                                                                   core::IncidentId id);
    [[nodiscard]] static Result<std::vector<Decision>> decisions(const store::Connection &connection,
                                                                 core::IncidentId id);
    [[nodiscard]] static Result<std::vector<Fact>> facts(const store::Connection &connection, core::IncidentId id);
    [[nodiscard]] static Result<Fact> requireFact(const store::Connection &connection, core::FactId id);
    [[nodiscard]] static Result<std::vector<Stakeholder>> stakeholders(const store::Connection &connection,
                                                                       core::IncidentId id);
    [[nodiscard]] static Result<Stakeholder> requireStakeholder(const store::Connection &connection, qint64 id);

    /// For every room that has something to say in the log, inside its own transaction. Announces the incident.
    [[nodiscard]] static Result<core::LogEntryId> append(store::Transaction &transaction, const LogEntry &entry);
    [[nodiscard]] static Result<> setStarred(store::Transaction &transaction, core::LogEntryId id, bool isStarred);
    [[nodiscard]] static Result<qint64> insertUpdate(store::Transaction &transaction, const StatusUpdate &update);
    [[nodiscard]] static Result<core::DecisionId> insertDecision(store::Transaction &transaction,
                                                                 const Decision &decision);
    [[nodiscard]] static Result<core::FactId> insertFact(store::Transaction &transaction, const Fact &fact);
    [[nodiscard]] static Result<> updateFact(store::Transaction &transaction, const Fact &fact);
    [[nodiscard]] static Result<qint64> insertStakeholder(store::Transaction &transaction,
                                                          const Stakeholder &stakeholder);
    [[nodiscard]] static Result<> updateStakeholder(store::Transaction &transaction, const Stakeholder &stakeholder);
};

} // namespace vigie::incident
