// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QTcpServer>
#include <QUrl>

namespace vigie::networks
{

/// Proof Key for Code Exchange (RFC 7636), with S256.
struct Pkce {
    QByteArray verifier;
    QByteArray challenge;
};

[[nodiscard]] Pkce makePkce();
[[nodiscard]] QByteArray pkceChallenge(const QByteArray &verifier);

/// 32 letters and digits from the system's source of randomness: some servers give anything else back changed.
[[nodiscard]] QString makeOAuthState();

/**
 * Where the browser brings the code back to (RFC 8252): a listener on 127.0.0.1, open for one answer and no longer than its
 * owner wants. Any page in the browser can call it: what does not carry our state is turned away, and the right answer is
 * still waited for.
 */
class OAuthLoopback final : public QObject
{
    Q_OBJECT
public:
    explicit OAuthLoopback(QObject *parent = nullptr);

    /// `port` 0: any that is free. False when it cannot listen.
    [[nodiscard]] bool listen(const QString &state, quint16 port = 0);
    /// "http://127.0.0.1:49152/signed-in"
    [[nodiscard]] QUrl redirectUrl() const { return redirectUrlOn(m_server.serverPort()); }
    [[nodiscard]] static QUrl redirectUrlOn(quint16 port);
    void close() { m_server.close(); }

signals:
    /// Once; the listener is closed then. Unauthorized: the person, or the server, has refused.
    void answered(const vigie::Result<QString> &code);

private:
    void accept();
    void read(QTcpSocket *socket);
    void reply(QTcpSocket *socket, int status, const QString &sentence);

    QTcpServer m_server;
    QString m_state;
};

/// The code of an answer to our request: in the address to which the browser was sent, or as a person has copied it from a
/// page. Unauthorized where the address tells that the sign-in was refused, Parse where there is no code or another state.
[[nodiscard]] Result<QString> oauthCodeFrom(const QString &addressOrCode, const QString &state);

} // namespace vigie::networks
