// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "networks/connector.h"
#include "store/connection.h"
#include "store/transaction.h"

namespace vigie::store
{
class Database;
}

namespace vigie::monitoring
{

struct Source;

/// What reading with one account has cost since midnight UTC, and may cost on a day, where a network takes money for it. In
/// thousandths of a US dollar. All sources of the account together; one that was removed counts no more.
struct ReadingCost {
    qint64 spent = 0;
    qint64 budget = 0;

    /// `except` is left out of `spent`: what the others have taken from it.
    [[nodiscard]] static Result<ReadingCost> of(const store::Connection &connection, core::AccountId account,
                                                core::Instant now, core::SourceId except = {});
    /// What a source may still take. Where that cannot be known nothing may be read, and the log says why. Any thread.
    [[nodiscard]] static networks::Connector::Purse purseFor(store::Database &database, const Source &source, core::Instant now);
    /// Audited. Reading goes on, or stops, from the next attempt on. InvalidArgument below 0.
    [[nodiscard]] static Result<> setBudget(store::Transaction &transaction, core::AccountId account, qint64 budget);

    bool operator==(const ReadingCost &) const = default;
};

} // namespace vigie::monitoring
