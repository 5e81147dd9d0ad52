// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/account.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::monitoring
{

class AccountRepository
{
public:
    /// By network and handle; those that were removed stay out.
    [[nodiscard]] static Result<std::vector<Account>> list(const store::Connection &connection);
    /// Also one that was removed: replies still name it.
    [[nodiscard]] static Result<std::optional<Account>> byId(const store::Connection &connection, core::AccountId id);
    [[nodiscard]] static Result<std::optional<Account>> byHandle(const store::Connection &connection, const QString &network,
                                                                 const QString &handle);

    /// A new row, or the one of the same network and handle with everything else renewed.
    [[nodiscard]] static Result<core::AccountId> save(store::Transaction &transaction, const Account &account);
    /// The network does not know this key any more. Audited; nothing where no account has it.
    [[nodiscard]] static Result<> noteSignedOut(store::Transaction &transaction, const QString &secretName,
                                                const QString &reason);
    /// Keeps the row without its key: replies and mentions name it.
    [[nodiscard]] static Result<> deactivate(store::Transaction &transaction, core::AccountId id);
};

} // namespace vigie::monitoring
