// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/alert.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::monitoring
{

class AlertRepository
{
public:
    /// Newest first, raised at or after `since` (nothing: all).
    [[nodiscard]] static Result<std::vector<Alert>> list(const store::Connection &connection, core::DrillRunId scope,
                                                         std::optional<core::Instant> since = std::nullopt,
                                                         int limit = 200);
    /// Those that nobody has taken or dismissed, newest first.
    [[nodiscard]] static Result<std::vector<Alert>> waiting(const store::Connection &connection, core::DrillRunId scope,
                                                            int limit = 200);
    [[nodiscard]] static Result<std::optional<Alert>> byId(const store::Connection &connection, core::AlertId id);
    /// The first one after this one, in the order in which they were stored.
    [[nodiscard]] static Result<std::optional<Alert>> nextAfter(const store::Connection &connection, core::DrillRunId scope, core::AlertId id);
    /// Of any scope; 0 where there is none.
    [[nodiscard]] static Result<core::AlertId> newestId(const store::Connection &connection);
    /// The alert that this watch gave last.
    [[nodiscard]] static Result<std::optional<Alert>> last(const store::Connection &connection, core::WatchId watch);

    [[nodiscard]] static Result<core::AlertId> add(store::Transaction &transaction, const Alert &alert);
    /// What the alert has grown into: its kind, window, figures and reasons. When it was raised stays, and so does its state,
    /// but for one that was dismissed and is doubled: that is new again.
    [[nodiscard]] static Result<> escalate(store::Transaction &transaction, const Alert &alert);
    [[nodiscard]] static Result<> setState(store::Transaction &transaction, core::AlertId id, AlertState state);
    /// Says which incident came of it, and acknowledges it where nobody has. For incident/, inside its own transaction.
    [[nodiscard]] static Result<> linkIncident(store::Transaction &transaction, core::AlertId id,
                                               core::IncidentId incident);
};

} // namespace vigie::monitoring
