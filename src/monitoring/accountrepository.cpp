// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/accountrepository.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;

QString selectAccounts()
{
    return u"SELECT id, network, handle, display_name, base_url, user_id, state, state_reason, secret_name, created_at,"
           " is_active FROM accounts "_s;
}

Account accountFrom(const Row &row)
{
    return Account{.id = row.id<core::AccountId>(0),
                   .network = row.text(1),
                   .handle = row.text(2),
                   .displayName = row.text(3),
                   .baseUrl = row.text(4),
                   .userId = row.text(5),
                   .state = accountStateFromKey(row.text(6)).value_or(AccountState::Manual),
                   .stateReason = row.text(7),
                   .secretName = row.text(8),
                   .createdAt = row.instant(9),
                   .isActive = row.boolean(10)};
}

Result<> changed(store::Transaction &transaction, core::AccountId id, const Result<int> &rows, store::ChangeKind kind)
{
    if (!rows)
        return fail(rows.error());
    if (*rows == 0)
        return fail(ErrorKind::NotFound, u"there is no account %1"_s.arg(id.value));
    transaction.announce({.entity = store::Entity::Account, .kind = kind, .id = id.value});
    return {};
}

} // namespace

Result<std::vector<Account>> AccountRepository::list(const store::Connection &connection)
{
    return store::readAll(connection, selectAccounts() + u"WHERE is_active ORDER BY network, handle COLLATE NOCASE"_s, {},
                          accountFrom);
}

Result<std::optional<Account>> AccountRepository::byId(const store::Connection &connection, core::AccountId id)
{
    return store::readFirst(connection, selectAccounts() + u"WHERE id = ?"_s, {id}, accountFrom);
}

Result<std::optional<Account>> AccountRepository::byHandle(const store::Connection &connection, const QString &network,
                                                           const QString &handle)
{
    return store::readFirst(connection, selectAccounts() + u"WHERE network = ? AND handle = ?"_s, {network, handle},
                            accountFrom);
}

Result<core::AccountId> AccountRepository::save(store::Transaction &transaction, const Account &account)
{
    const auto known = byHandle(transaction, account.network, account.handle);
    if (!known)
        return fail(known.error());
    if (!*known) {
        const auto id = store::insert(
            transaction,
            u"INSERT INTO accounts (network, handle, display_name, base_url, user_id, state, secret_name, created_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
            {account.network, account.handle, account.displayName, account.baseUrl, account.userId,
             accountStateKey(account.state), account.secretName, transaction.now()});
        if (!id)
            return fail(id.error());
        transaction.announce({.entity = store::Entity::Account, .kind = store::ChangeKind::Inserted, .id = *id});
        return core::AccountId{*id};
    }
    const core::AccountId id = (*known)->id;
    const auto updated = store::execute(
        transaction,
        u"UPDATE accounts SET display_name = ?, base_url = ?, user_id = ?, state = ?, state_reason = '', secret_name = ?,"
        " is_active = 1 WHERE id = ?"_s,
        {account.displayName, account.baseUrl, account.userId, accountStateKey(account.state), account.secretName, id});
    if (const auto done = changed(transaction, id, updated, store::ChangeKind::Updated); !done)
        return fail(done.error());
    return id;
}

Result<> AccountRepository::noteSignedOut(store::Transaction &transaction, const QString &secretName, const QString &reason)
{
    const auto account = store::readFirst(transaction, selectAccounts() + u"WHERE secret_name = ?"_s, {secretName}, accountFrom);
    if (!account)
        return fail(account.error());
    if (!*account)
        return {};
    const core::AccountId id = (*account)->id;
    const auto set = changed(transaction, id,
                             store::execute(transaction, u"UPDATE accounts SET state = ?, state_reason = ? WHERE id = ?"_s,
                                            {accountStateKey(AccountState::SignedOut), reason, id}),
                             store::ChangeKind::Updated);
    return set ? transaction.audit(u"account.signed-out"_s, u"account"_s, id.value, {{u"reason"_s, reason}}) : set;
}

Result<> AccountRepository::deactivate(store::Transaction &transaction, core::AccountId id)
{
    return changed(transaction, id,
                   store::execute(transaction,
                                  u"UPDATE accounts SET is_active = 0, state = 'manual', state_reason = '',"
                                  " secret_name = '' WHERE id = ?"_s,
                                  {id}),
                   store::ChangeKind::Removed);
}

} // namespace vigie::monitoring
