// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/oauthloopback.h"

#include <QTimer>
#include <QUrlQuery>

#include <chrono>

namespace vigie::networks
{

/**
 * A person agrees in the system's browser, and a code comes back: over loopback, or pasted. One question each, with a
 * state and a proof (PKCE, S256) of its own; the first answer counts, and none after kPatience.
 */
class BrowserConsent final : public QObject
{
    Q_OBJECT
public:
    explicit BrowserConsent(QObject *parent = nullptr);

    /// `port` 0: any that is free. False when nothing can listen there.
    [[nodiscard]] bool listen(quint16 port = 0);
    /// Where the browser is sent to by a listener on this port.
    [[nodiscard]] static QString redirectOn(quint16 port);
    /// Nothing listens any more: the network shows the code, or sends the browser elsewhere.
    void useRedirect(const QString &redirect);
    [[nodiscard]] const QString &redirect() const { return m_redirect; }
    [[nodiscard]] QByteArray verifier() const { return m_pkce.verifier; }

    using Parameters = QList<QPair<QString, QString>>;
    /// What the network's page is asked: `parameters`, and what this question adds. The wait begins.
    [[nodiscard]] QUrlQuery ask(const Parameters &parameters);
    /// A slip in copying ends nothing: the person may paste again.
    void enterCode(const QString &addressOrCode);
    void end();

    /// How long a person has to agree.
    static constexpr std::chrono::milliseconds kPatience = std::chrono::minutes(5);

signals:
    /// Once, from the event loop. Unauthorized: refused; Timeout: nobody has agreed.
    void answered(const vigie::Result<QString> &code);

private:
    void take(const Result<QString> &code);

    OAuthLoopback m_loopback;
    QTimer m_patience;
    const Pkce m_pkce = makePkce();
    const QString m_state = makeOAuthState();
    QString m_redirect;
    bool m_isAsked = false;
};

} // namespace vigie::networks
