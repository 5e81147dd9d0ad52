// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "playbook/playbook.h"
#include "store/transaction.h"

namespace vigie::incident
{

enum class Which { Open, Closed, All };

/// incidents, their roles and their mentions.
class IncidentRepository
{
public:
    /// Newest first, at most `limit`; `before` is the last id of the page before.
    [[nodiscard]] static Result<std::vector<Incident>> list(const store::Connection &connection, core::DrillRunId scope,
                                                            Which which = Which::All, int limit = 100,
                                                            core::IncidentId before = {});
    [[nodiscard]] static Result<int> count(const store::Connection &connection, core::DrillRunId scope, Which which);
    [[nodiscard]] static Result<std::optional<Incident>> find(const store::Connection &connection, core::IncidentId id);
    /// NotFound instead of nothing.
    [[nodiscard]] static Result<Incident> require(const store::Connection &connection, core::IncidentId id);
    /// The playbook as it was at opening, messages and all; nothing when it was opened without one.
    [[nodiscard]] static Result<std::optional<playbook::Playbook>> snapshot(const store::Connection &connection,
                                                                            core::IncidentId id);
    [[nodiscard]] static Result<std::vector<RoleHolder>> roles(const store::Connection &connection,
                                                               core::IncidentId id);

    enum class Mentions { All, Key };
    /// Newest first, paged like list().
    [[nodiscard]] static Result<std::vector<core::MentionId>> mentions(const store::Connection &connection,
                                                                       core::IncidentId id,
                                                                       Mentions which = Mentions::All, int limit = 200,
                                                                       core::MentionId before = {});
    [[nodiscard]] static Result<int> mentionCount(const store::Connection &connection, core::IncidentId id);
    /// The networks that carry its mentions, sorted.
    [[nodiscard]] static Result<QStringList> networks(const store::Connection &connection, core::IncidentId id);

    [[nodiscard]] static Result<core::IncidentId> insert(store::Transaction &transaction, const Incident &incident,
                                                         const QString &snapshot);
    /// All columns but the snapshot and where it came from.
    [[nodiscard]] static Result<> update(store::Transaction &transaction, const Incident &incident);
    [[nodiscard]] static Result<> setRole(store::Transaction &transaction, core::IncidentId id,
                                          const RoleHolder &holder);
    /// What a watch found in a stretch of time. Gives how many.
    [[nodiscard]] static Result<int> attachMentionsOf(store::Transaction &transaction, core::IncidentId id,
                                                      core::WatchId watch, core::Instant from, core::Instant to);
    [[nodiscard]] static Result<> attachMention(store::Transaction &transaction, core::IncidentId id,
                                                core::MentionId mention);
    [[nodiscard]] static Result<> setKeyMention(store::Transaction &transaction, core::IncidentId id,
                                                core::MentionId mention, bool isKey);
    /// For the outbox: the first reply that was really sent. Later ones change nothing.
    [[nodiscard]] static Result<> noteFirstReply(store::Transaction &transaction, core::IncidentId id,
                                                 core::Instant at);
};

} // namespace vigie::incident
