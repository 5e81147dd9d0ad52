// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <QString>

namespace vigie::monitoring
{

/**
 * Posts that are gone from their network. The networks ask that what was deleted there be deleted here; what stays is a
 * tombstone: ids, times, the hash of the text, and what the desk did about it. Under legal hold, an explicit and logged choice
 * of the desk, the text stays too. Evidence that a person took stays in any case.
 */
class TombstoneRepository
{
public:
    /// The mention of this id, and all whose id continues it after a "/": so an account that is gone takes its posts with it.
    /// Gives how many; those that were gone already do not count.
    [[nodiscard]] static Result<int> bury(store::Transaction &transaction, core::DrillRunId scope, const QString &network,
                                           const QString &remoteId);

    [[nodiscard]] static Result<bool> isUnderLegalHold(const store::Connection &connection);
    /// Audited.
    [[nodiscard]] static Result<> setLegalHold(store::Transaction &transaction, bool isHeld);
};

} // namespace vigie::monitoring
