// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QUrl>

namespace vigie::networks
{

/// Who we are on one network, and the keys to it. Kept in memory and in the keychain, never in the database or a log.
struct Credentials {
    QString network = {};
    QUrl baseUrl = {};   ///< the server: "https://mastodon.example", the account's own PDS
    QString handle = {}; ///< as the network writes it, with "@" where it does
    QString userId = {}; ///< opaque: a number, a DID
    QByteArray accessToken = {};
    QByteArray refreshToken = {};
    QByteArray clientId = {}; ///< of this installation
    QByteArray clientSecret = {};
    QJsonObject options = {}; ///< what one network needs beside: the DID of a chat service, the length limit of a server

    [[nodiscard]] QByteArray toJson() const;
    /// Nothing but empty members when it is not what toJson() wrote.
    [[nodiscard]] static Credentials fromJson(const QByteArray &json);

    bool operator==(const Credentials &) const = default;
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

    /// After a token was renewed. Whoever keeps secrets stores them again.
    void renew(Credentials credentials);
    /// The network does not know this sign-in any more: a person must sign in again. Told once.
    void signOut(const QString &reason);

signals:
    void renewed(const vigie::networks::Credentials &credentials);
    void signedOut(const QString &reason);

private:
    Credentials m_credentials;
    bool m_isSignedIn = true;
};

} // namespace vigie::networks

Q_DECLARE_METATYPE(vigie::networks::Credentials)
