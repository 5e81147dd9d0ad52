// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/promise.h"
#include "store/query.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::reply
{

/// SQL of promises and remedies, nothing else.
class PromiseRepository
{
public:
    [[nodiscard]] static Result<std::optional<Promise>> find(const store::Connection &connection, core::PromiseId id);
    /// Open ones of one scope, the soonest due first, those without a date last. At most `limit`.
    [[nodiscard]] static Result<std::vector<Promise>> open(const store::Connection &connection, core::DrillRunId scope,
                                                           int limit = 500);
    [[nodiscard]] static Result<std::vector<Promise>> ofIncident(const store::Connection &connection, core::IncidentId id);
    [[nodiscard]] static Result<std::vector<Remedy>> remediesOfIncident(const store::Connection &connection,
                                                                        core::IncidentId id);
    [[nodiscard]] static Result<std::optional<Remedy>> findRemedy(const store::Connection &connection, core::RemedyId id);

    [[nodiscard]] static Result<core::PromiseId> insert(store::Transaction &transaction, const Promise &promise);
    [[nodiscard]] static Result<> settle(store::Transaction &transaction, core::PromiseId id, PromiseState state);
    [[nodiscard]] static Result<core::RemedyId> insertRemedy(store::Transaction &transaction, const Remedy &remedy);
    [[nodiscard]] static Result<> setRemedyState(store::Transaction &transaction, core::RemedyId id, RemedyState state,
                                                 const QString &approvedBy);
};

} // namespace vigie::reply
