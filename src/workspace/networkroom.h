// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>
#include <QThread>

#include <functional>
#include <memory>

namespace vigie::monitoring
{
class AccountService;
class Collector;
class Intake;
struct Source;
} // namespace vigie::monitoring
namespace vigie::networks
{
class SecretStore;
class SignIn;
struct Page;
} // namespace vigie::networks
namespace vigie::store
{
class Database;
}

namespace vigie::workspace
{

/**
 * What speaks with the networks for one workspace: the keys, the accounts, and the collector, which gets a thread of its own
 * once it has begun.
 *
 * Lives in the main thread. Nothing in it is made before it is used.
 */
class NetworkRoom final : public QObject
{
    Q_OBJECT

public:
    /// `intake` makes the intake of the real world at its first use. `secretFile` keeps the keys; empty: the keychain does.
    NetworkRoom(store::Database &database, std::function<monitoring::Intake &()> intake, QString secretFile);
    ~NetworkRoom() override;

    [[nodiscard]] monitoring::AccountService &accounts();
    /// Empty while the keychain is used.
    [[nodiscard]] const QString &secretFile() const { return m_secretFile; }
    /// From now on, and for good, keys are kept in this file; those in the keychain are left there. Audited.
    void setSecretFile(const QString &actor, const QString &path);
    [[nodiscard]] static QString defaultSecretFile(); ///< in the user's data folder
    /// The desk's choice, as it is stored.
    [[nodiscard]] static QString storedSecretFile(store::Database &database);

    /// Null where no sign-in is known. In this thread.
    [[nodiscard]] networks::SignIn *makeSignIn(const QString &network, QObject *parent);
    /// What a source would bring; stores nothing.
    [[nodiscard]] QFuture<Result<networks::Page>> probe(const monitoring::Source &source);

    /// Reads the configured sources on a thread of its own until end().
    void start();
    /// One round in this thread, for a program without a window; not after start().
    [[nodiscard]] monitoring::Collector &collectorHere();
    /// Stops reading and waits for it.
    void end();

private:
    struct Here;   ///< what speaks with the networks in this thread
    struct Reader; ///< the collector and what it needs
    [[nodiscard]] networks::SecretStore &secrets();
    [[nodiscard]] Here &here();
    [[nodiscard]] Reader &reader();

    store::Database &m_database;
    const std::function<monitoring::Intake &()> m_intake;
    QString m_secretFile;
    std::unique_ptr<networks::SecretStore> m_secrets;
    std::unique_ptr<monitoring::AccountService> m_accounts;
    std::unique_ptr<Here> m_here;
    std::unique_ptr<Reader> m_reader;
    std::unique_ptr<QThread> m_thread;
};

} // namespace vigie::workspace
