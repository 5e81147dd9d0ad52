// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/account.h"

#include <QHash>
#include <QObject>

#include <functional>

namespace vigie::networks
{

class SecretStore;

/**
 * The signed-in accounts of one thread, each there once: what reads and what sends share its session. Keys are taken from the
 * secrets at the first use; renewed ones are kept there again, and other books over the same secrets find them there.
 *
 * Lives in the thread of the HttpClient. `secrets` must outlive it.
 */
class AccountBook final : public QObject
{
    Q_OBJECT
public:
    explicit AccountBook(SecretStore &secrets, QObject *parent = nullptr) : QObject(parent), m_secrets(secrets) {}

    using Callback = std::function<void(const Result<Account *> &account)>;
    /// Calls back once, in this thread, never from within the call; not at all when `context` is gone by then. The account
    /// belongs to the book and lives as long. Signing in again makes another name, and so another account.
    void find(const QString &secretName, QObject *context, Callback done);

signals:
    void signedOut(const QString &secretName, const QString &reason);

private:
    [[nodiscard]] Result<Account *> adopt(const QString &secretName, const Result<QByteArray> &secret);

    SecretStore &m_secrets;
    QHash<QString, Account *> m_accounts;
};

} // namespace vigie::networks
