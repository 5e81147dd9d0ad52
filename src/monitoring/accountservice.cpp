// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/accountservice.h"

#include "monitoring/accountrepository.h"
#include "monitoring/readingcost.h"
#include "monitoring/sourcerepository.h"
#include "networks/secretstore.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

Result<core::AccountId> saveAudited(store::Transaction &transaction, const Account &account, const QString &action)
{
    const auto id = AccountRepository::save(transaction, account);
    if (!id)
        return id;
    const QJsonObject details{{u"network"_s, account.network}, {u"handle"_s, account.handle}};
    if (const auto audited = transaction.audit(action, u"account"_s, id->value, details); !audited)
        return fail(audited.error());
    return id;
}

struct Saved {
    core::AccountId id = {};
    QString oldSecret = {};
};

Result<Saved> replaceKey(store::Transaction &transaction, const Account &account)
{
    const auto known = AccountRepository::byHandle(transaction, account.network, account.handle);
    if (!known)
        return fail(known.error());
    const auto id = saveAudited(transaction, account, u"account.sign-in"_s);
    if (!id)
        return fail(id.error());
    return Saved{.id = *id, .oldSecret = *known ? (*known)->secretName : QString()};
}

/// Sources that read with the account, off: without the key there is nothing to read with.
Result<> endSources(store::Transaction &transaction, core::AccountId id)
{
    const auto sources = SourceRepository::list(transaction);
    if (!sources)
        return fail(sources.error());
    for (Source source : *sources) {
        if (source.accountId != id)
            continue;
        if (const auto removed = SourceRepository::remove(transaction, source.id); !removed)
            return removed;
    }
    return {};
}

} // namespace

QFuture<Result<core::AccountId>> AccountService::signIn(const QString &actor, const networks::Credentials &credentials)
{
    using Answer = Result<core::AccountId>;
    if (credentials.network.isEmpty() || credentials.handle.isEmpty())
        return QtFuture::makeReadyFuture(Answer(fail(ErrorKind::InvalidArgument, u"an account needs a network and a handle"_s)));
    const Account account{.network = credentials.network,
                          .handle = credentials.handle,
                          .displayName = credentials.displayName,
                          .baseUrl = credentials.baseUrl.toString(),
                          .userId = credentials.userId,
                          .state = AccountState::SignedIn,
                          .secretName = QUuid::createUuid().toString(QUuid::WithoutBraces)};
    const auto save = [&database = m_database, actor, account](const Result<> &kept) {
        if (!kept)
            return QtFuture::makeReadyFuture(Result<Saved>(fail(kept.error())));
        return database.submit(actor, [account](store::Transaction &transaction) { return replaceKey(transaction, account); });
    };
    const auto forgetOld = [&secrets = m_secrets](const Result<Saved> &saved) {
        if (!saved || saved->oldSecret.isEmpty())
            return QtFuture::makeReadyFuture(saved ? Answer(saved->id) : Answer(fail(saved.error())));
        // The account is signed in either way: an old key that stays is of no use to anybody.
        return secrets.remove(saved->oldSecret).then([id = saved->id](const Result<> &) { return Answer(id); });
    };
    return m_secrets.write(account.secretName, credentials.toJson()).then(save).unwrap().then(forgetOld).unwrap();
}

QFuture<Result<core::AccountId>> AccountService::addManual(const QString &actor, const Account &account)
{
    Account manual = account;
    manual.network = account.network.trimmed().toLower();
    manual.handle = account.handle.trimmed();
    manual.state = AccountState::Manual;
    manual.secretName.clear();
    if (manual.network.isEmpty() || manual.handle.isEmpty())
        return QtFuture::makeReadyFuture(Result<core::AccountId>(
            fail(ErrorKind::InvalidArgument, u"an account needs a network and a handle"_s)));
    return m_database.submit(actor, [manual](store::Transaction &transaction) {
        return saveAudited(transaction, manual, u"account.add"_s);
    });
}

QFuture<Result<>> AccountService::setDailyBudget(const QString &actor, core::AccountId id, qint64 budget)
{
    return m_database.submit(
        actor, [id, budget](store::Transaction &transaction) { return ReadingCost::setBudget(transaction, id, budget); });
}

QFuture<Result<>> AccountService::remove(const QString &actor, core::AccountId id)
{
    const auto removed = m_database.submit(actor, [id](store::Transaction &transaction) -> Result<QString> {
        const auto account = AccountRepository::byId(transaction, id);
        if (!account)
            return fail(account.error());
        if (!*account || !(*account)->isActive)
            return fail(ErrorKind::NotFound, u"there is no account %1"_s.arg(id.value));
        if (const auto ended = endSources(transaction, id); !ended)
            return fail(ended.error());
        if (const auto done = AccountRepository::deactivate(transaction, id); !done)
            return fail(done.error());
        if (const auto audited = transaction.audit(u"account.remove"_s, u"account"_s, id.value); !audited)
            return fail(audited.error());
        return (*account)->secretName;
    });
    return QFuture(removed)
        .then([&secrets = m_secrets](const Result<QString> &secretName) {
            if (!secretName)
                return QtFuture::makeReadyFuture(Result<>(fail(secretName.error())));
            return secretName->isEmpty() ? QtFuture::makeReadyFuture(Result<>()) : secrets.remove(*secretName);
        })
        .unwrap();
}

} // namespace vigie::monitoring
