// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"
#include "store/transaction.h"

namespace vigie::store
{

/// Settings that belong to the desk, not to one person's screen: the brand, the zone, the approval policy … Each under a
/// key "room.name". Never a secret.
class Settings
{
public:
    /// An empty text when it was never set.
    [[nodiscard]] static Result<QString> value(const Connection &connection, const QString &key);
    /// Audited and announced.
    [[nodiscard]] static Result<> setValue(Transaction &transaction, const QString &key, const QString &value);
};

} // namespace vigie::store
