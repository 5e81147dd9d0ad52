// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/account.h"
#include "networks/account.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::networks
{
class SecretStore;
}

namespace vigie::monitoring
{

/**
 * Signs accounts in and out of the desk. `database` and `secrets` must outlive it; call it in the thread of `secrets`.
 */
class AccountService
{
public:
    AccountService(store::Database &database, networks::SecretStore &secrets) : m_database(database), m_secrets(secrets) {}

    /// Keeps the keys in the keychain first, then the account in the database: an account that says it is signed in has its
    /// key. Signing in again replaces the key.
    [[nodiscard]] QFuture<Result<core::AccountId>> signIn(const QString &actor, const networks::Credentials &credentials);
    /// An account without a key, for sending by hand. InvalidArgument without a network or a handle.
    [[nodiscard]] QFuture<Result<core::AccountId>> addManual(const QString &actor, const Account &account);
    /// What reading may cost on a day, in thousandths of a US dollar; see ReadingCost.
    [[nodiscard]] QFuture<Result<>> setDailyBudget(const QString &actor, core::AccountId id, qint64 budget);
    /// The key is forgotten, the sources that read with it end; mentions and replies stay.
    [[nodiscard]] QFuture<Result<>> remove(const QString &actor, core::AccountId id);

private:
    store::Database &m_database;
    networks::SecretStore &m_secrets;
};

} // namespace vigie::monitoring
