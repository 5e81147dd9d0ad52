// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QUrl>

#include <functional>
#include <memory>

namespace vigie::networks
{

/// Who we are on one network, and the keys to it. Kept in memory and in the keychain, never in the database or a log.
struct Credentials {
    QString network = {};
    QUrl baseUrl = {};   ///< the server: "https://mastodon.example", the account's own PDS
    QString handle = {}; ///< as the network writes it, with "@" where it does
    QString displayName = {};
    QString userId = {}; ///< opaque: a number, a DID
    QByteArray accessToken = {};
    QByteArray refreshToken = {};
    QByteArray clientId = {}; ///< of this installation, or of the desk's own app
    QByteArray clientSecret = {};
    QJsonObject options = {}; ///< what one network needs beside: the DID of a chat service, the length limit of a server

    [[nodiscard]] QByteArray toJson() const;
    /// Nothing but empty members when it is not what toJson() wrote.
    [[nodiscard]] static Credentials fromJson(const QByteArray &json);

    bool operator==(const Credentials &) const = default;
};

/**
 * Where the keys of one account are kept, beside the memory of whoever uses them. Some networks take a refresh token once: who
 * renews does it alone, looks first whether somebody else has done it, and keeps the new one before using it.
 *
 * Each call ends with one call of `done`, from the event loop; unless `context` is gone by then.
 */
class KeyKeeper
{
public:
    virtual ~KeyKeeper() = default;

    /// Nobody else, in this program or in another, renews until release(). Tells what is kept now; an error where that, or
    /// to be alone, could not be had: nothing is claimed then.
    virtual void claim(QObject *context, std::function<void(const Result<Credentials> &kept)> done) = 0;
    /// An error is tried again by itself: what is in memory stays the only valid key until then.
    virtual void keep(const Credentials &renewed, QObject *context, std::function<void()> done) = 0;
    virtual void release() = 0;
};

/**
 * One signed-in account, shared by everything that reads or sends with it, so that a token that has run out is renewed once.
 * Lives in the thread of its HttpClient.
 */
class Account final : public QObject
{
    Q_OBJECT
public:
    explicit Account(Credentials credentials, QObject *parent = nullptr)
        : QObject(parent), m_credentials(std::move(credentials))
    {
    }

    [[nodiscard]] const Credentials &credentials() const { return m_credentials; }
    [[nodiscard]] bool isSignedIn() const { return m_isSignedIn; }

    /// None: what is renewed lives as long as this account.
    void setKeeper(std::unique_ptr<KeyKeeper> keeper) { m_keeper = std::move(keeper); }
    [[nodiscard]] KeyKeeper *keeper() const { return m_keeper.get(); }

    /// After a token was renewed, and kept.
    void renew(Credentials credentials);
    /// The network does not know this sign-in any more: a person must sign in again. Told once.
    void signOut(const QString &reason);

signals:
    void renewed(const vigie::networks::Credentials &credentials);
    void signedOut(const QString &reason);

private:
    Credentials m_credentials;
    std::unique_ptr<KeyKeeper> m_keeper;
    bool m_isSignedIn = true;
};

} // namespace vigie::networks

Q_DECLARE_METATYPE(vigie::networks::Credentials)
