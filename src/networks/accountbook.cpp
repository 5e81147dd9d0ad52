// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/accountbook.h"

#include "networks/secretstore.h"

#include <QDir>
#include <QFutureWatcher>
#include <QLockFile>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimer>

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

Result<Credentials> credentialsIn(const Result<QByteArray> &secret)
{
    if (!secret)
        return fail(secret.error());
    Credentials credentials = Credentials::fromJson(*secret);
    if (credentials.network.isEmpty())
        return fail(ErrorKind::Parse, u"the keychain's entry is not one of Vigie's"_s);
    return credentials;
}

constexpr std::chrono::milliseconds kTryAgainToClaim{100};
constexpr int kMostTriesToClaim = 450; ///< somebody else's renewal ends, one way or another, before that
constexpr std::chrono::minutes kTryAgainToKeep{1};

/// Keeps one account's keys among the secrets. A lock file tells the threads and programs of this computer apart.
class SecretKeeper final : public KeyKeeper
{
public:
    SecretKeeper(SecretStore &secrets, const QString &name)
        : m_secrets(secrets), m_name(name), m_lock(QDir::temp().filePath(u"vigie-%1.lock"_s.arg(name)))
    {
        m_lock.setStaleLockTime(kTryAgainToClaim * kMostTriesToClaim);
        m_again.setSingleShot(true);
        QObject::connect(&m_again, &QTimer::timeout, &m_context, [this] { keepNow(&m_context, [] {}); });
    }

    void claim(QObject *context, std::function<void(const Result<Credentials> &kept)> done) override
    {
        claim(context, std::move(done), 1);
    }

    void keep(const Credentials &renewed, QObject *context, std::function<void()> done) override
    {
        m_newest = renewed.toJson();
        keepNow(context, std::move(done));
    }

    void release() override { m_lock.unlock(); }

private:
    void claim(QObject *context, std::function<void(const Result<Credentials> &kept)> done, int attempt)
    {
        // Where no lock can be made at all, the account is of more use than the guard.
        if (!m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError) {
            if (attempt >= kMostTriesToClaim)
                return done(fail(ErrorKind::Timeout, u"somebody else renews this sign-in"_s));
            QTimer::singleShot(kTryAgainToClaim, context, [this, context, done, attempt] { claim(context, done, attempt + 1); });
            return;
        }
        if (m_again.isActive()) { // what is kept is older than what we have
            QTimer::singleShot(0, context, [this, done] { done(Credentials::fromJson(m_newest)); });
            return;
        }
        whenFulfilled(m_secrets.read(m_name), context, [this, done](const Result<QByteArray> &secret) {
            const Result<Credentials> kept = credentialsIn(secret);
            if (!kept)
                release();
            done(kept);
        });
    }

    void keepNow(QObject *context, std::function<void()> done)
    {
        whenFulfilled(m_secrets.write(m_name, m_newest), context, [this, done](const Result<> &kept) {
            if (!kept) {
                qCWarning(logAccounts) << "a renewed key could not be kept, and will be tried again:" << kept.error().detail;
                m_again.start(kTryAgainToKeep);
            }
            done();
        });
    }

    SecretStore &m_secrets;
    const QString m_name;
    QLockFile m_lock;
    QByteArray m_newest; ///< what was renewed last
    QTimer m_again; ///< until it is kept
    QObject m_context;
};

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
    Result<Credentials> credentials = credentialsIn(secret);
    if (!credentials)
        return fail(credentials.error());
    auto *const account = new Account(std::move(*credentials), this);
    account->setKeeper(std::make_unique<SecretKeeper>(m_secrets, secretName));
    connect(account, &Account::signedOut, this,
            [this, secretName](const QString &reason) { emit signedOut(secretName, reason); });
    m_accounts.insert(secretName, account);
    return account;
}

} // namespace vigie::networks
