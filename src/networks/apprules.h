// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/accounthttp.h"
#include "networks/oauthtokens.h"

#include <optional>
#include <vector>

namespace vigie::networks
{

/// One way to ask a network whose token this is.
struct WhoAmI {
    /// `identifier` is what a person told: a handle, the name of a page. An error where it cannot be asked without.
    Result<HttpRequest> (*request)(const Credentials &who, const QString &identifier) = nullptr;
    /// `who` with handle, name and id out of a success. NotFound: nobody for whom Vigie works; with another question,
    /// there may be.
    Result<Credentials> (*take)(const QByteArray &answer, const Credentials &who, const QString &identifier) = nullptr;
};

/**
 * What differs between the networks to which one signs in with an app of the desk's own: facts and pure functions.
 * Vigie ships no app; the person makes one on the network's page and tells its client ID, or pastes a token made there.
 */
struct AppRules {
    QString api = {};                   ///< where requests go
    QStringList rights = {};            ///< that a token needs, as the network names them
    std::vector<WhoAmI> questions = {}; ///< the next for another kind of token
    bool (*isOtherKind)(const HttpResponse &response) =
        nullptr; ///< an answer of no success that says so; none: none does
    /// Adds what an answer of no success says.
    void (*explain)(Error &error, const HttpResponse &response) = nullptr;

    // Signing in with the browser; empty where only pasted tokens are taken.
    QString page = {};
    QString tokens = {}; ///< where codes and refresh tokens are given in; relative to the API where it stands there
    QList<QPair<QString, QString>> pageParameters = {};
    oauth::Client client = oauth::Client::InBody;
    quint16 port = 0; ///< of the redirect, where the network wants it told beforehand; 0: any

    [[nodiscard]] QUrl tokenUrl(const Credentials &who) const;
};

/// Null for a network that is signed in to in another way, or not at all.
[[nodiscard]] const AppRules *appRulesOf(QStringView network);

/// How the tokens of this account run out and are renewed; by nobody where there is no app or no refresh token.
[[nodiscard]] SessionRules sessionRulesOf(const Credentials &who, const core::Clock &clock);

} // namespace vigie::networks
