// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/accountbook.h"

#include "networks/secretstore.h"

#include <QFutureWatcher>
#include <QLoggingCategory>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{
Q_LOGGING_CATEGORY(logAccounts, "vigie.accounts")

/// Calls back in the thread of `owner`, whichever thread fulfils the future.
template <typename T, typename Callback>
void whenFulfilled(const QFuture<T> &future, QObject *owner, Callback done)
{
    auto *const watcher = new QFutureWatcher<T>(owner);
    QObject::connect(watcher, &QFutureWatcherBase::finished, owner, [watcher, done] {
        done(watcher->result());
        watcher->deleteLater();
    });
    watcher->setFuture(future);
}

} // namespace

void AccountBook::find(const QString &secretName, QObject *context, Callback done)
{
    const auto answer = [context = QPointer<QObject>(context), done = std::move(done)](const Result<Account *> &account) {
        if (context)
            done(account);
    };
    if (Account *const known = m_accounts.value(secretName)) {
        QMetaObject::invokeMethod(this, [answer, known] { answer(known); }, Qt::QueuedConnection);
        return;
    }
    whenFulfilled(m_secrets.read(secretName), this,
                  [this, secretName, answer](const Result<QByteArray> &secret) { answer(adopt(secretName, secret)); });
}

Result<Account *> AccountBook::adopt(const QString &secretName, const Result<QByteArray> &secret)
{
    if (Account *const known = m_accounts.value(secretName)) // somebody else asked meanwhile
        return known;
    if (!secret)
        return fail(secret.error());
    Credentials credentials = Credentials::fromJson(*secret);
    if (credentials.network.isEmpty())
        return fail(ErrorKind::Parse, u"the keychain's entry is not one of Vigie's"_s);
    auto *const account = new Account(std::move(credentials), this);
    connect(account, &Account::renewed, this, [this, secretName](const Credentials &renewed) {
        whenFulfilled(m_secrets.write(secretName, renewed.toJson()), this, [](const Result<> &kept) {
            if (!kept)
                qCWarning(logAccounts) << "a renewed key could not be kept:" << kept.error().detail;
        });
    });
    connect(account, &Account::signedOut, this,
            [this, secretName](const QString &reason) { emit signedOut(secretName, reason); });
    m_accounts.insert(secretName, account);
    return account;
}

} // namespace vigie::networks
