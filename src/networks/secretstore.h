// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QFuture>
#include <QString>

#include <memory>

namespace vigie::networks
{

/**
 * Keeps secrets, each under a name. Never the database, never a log.
 *
 * May be called from any thread. A keychain answers from the main thread's event loop, so do not wait there for a future
 * without running the loop.
 */
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    /// NotFound when there is none of this name.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> read(const QString &name) = 0;
    [[nodiscard]] virtual QFuture<Result<>> write(const QString &name, const QByteArray &secret) = 0;
    /// Done, too, where there was none.
    [[nodiscard]] virtual QFuture<Result<>> remove(const QString &name) = 0;

    /// The operating system's keychain, by QtKeychain: Windows, macOS, Secret Service, KWallet.
    [[nodiscard]] static std::unique_ptr<SecretStore> keychain();
    /// A file that its owner alone may read: for a machine without a keychain, chosen explicitly. A file that others may
    /// read is refused. It is written as a whole, never in part.
    [[nodiscard]] static std::unique_ptr<SecretStore> file(const QString &path);
};

} // namespace vigie::networks
