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
class AlertHook;
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
namespace vigie::reply
{
class Dispatcher;
class ReplyCheck;
} // namespace vigie::reply
namespace vigie::store
{
class Database;
}

namespace vigie::workspace
{

/**
 * What speaks with the networks for one workspace: the keys, the accounts, the collector that reads, the dispatcher that
 * sends and the hook that tells of alerts. The last three get a thread of their own once they have begun.
 *
 * Lives in the main thread. Nothing in it is made before it is used.
 */
class NetworkRoom final : public QObject
{
    Q_OBJECT

public:
    /// What takes long to make is made at its first use.
    struct Needs {
        store::Database &database;
        std::function<monitoring::Intake &()> intake; ///< of the real world
        std::function<const reply::ReplyCheck &()> check;
    };
    /// `secretFile` keeps the keys; empty: the keychain does.
    NetworkRoom(Needs needs, QString secretFile);
    ~NetworkRoom() override;

    [[nodiscard]] monitoring::AccountService &accounts();
    /// The keychain, or the file that was chosen in its place. Replaced by setSecretFile().
    [[nodiscard]] networks::SecretStore &secrets();
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

    /// Reads the configured sources and sends what is on its way, on a thread of its own, until end().
    void start();
    /// In this thread, for a program without a window; not after start().
    [[nodiscard]] monitoring::Collector &collectorHere();
    [[nodiscard]] reply::Dispatcher &dispatcherHere();
    /// To try an address, and for a program without a window to tell what waits.
    [[nodiscard]] monitoring::AlertHook &alertHookHere();
    /// Stops reading and sending, and waits for it.
    void end();

private:
    struct Here;   ///< what speaks with the networks in this thread
    struct Line; ///< the collector, the dispatcher, and what they need
    [[nodiscard]] Here &here();
    [[nodiscard]] Line &line();

    const Needs m_needs;
    QString m_secretFile;
    std::unique_ptr<networks::SecretStore> m_secrets;
    std::unique_ptr<monitoring::AccountService> m_accounts;
    std::unique_ptr<Here> m_here;
    std::unique_ptr<Line> m_line;
    std::unique_ptr<QThread> m_thread;
};

} // namespace vigie::workspace
