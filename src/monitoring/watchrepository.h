// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/watch.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::monitoring
{

class WatchRepository
{
public:
    /// By name. Disabled ones as well.
    [[nodiscard]] static Result<std::vector<Watch>> list(const store::Connection &connection, core::DrillRunId scope);
    [[nodiscard]] static Result<std::optional<Watch>> byId(const store::Connection &connection, core::WatchId id);

    [[nodiscard]] static Result<core::WatchId> add(store::Transaction &transaction, const Watch &watch);
    [[nodiscard]] static Result<> update(store::Transaction &transaction, const Watch &watch);
    /// With its counts and its links to mentions. Conflict while an alert or an incident names it: disable it then.
    [[nodiscard]] static Result<> remove(store::Transaction &transaction, core::WatchId id);

    /// The id of the `count`-th newest mention; 0 where there are fewer.
    [[nodiscard]] static Result<qint64> oldestOf(const store::Connection &connection, core::DrillRunId scope, int count);
    /// Links mentions found later and counts them. Known links are left alone. Answers how many were new.
    [[nodiscard]] static Result<int> link(store::Transaction &transaction, core::WatchId watch,
                                          const std::vector<qint64> &mentions);
};

} // namespace vigie::monitoring
