// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "networks/account.h"
#include "networks/httpclient.h"

#include <QStringList>

// The token endpoint of OAuth 2.0 (RFC 6749, 7636): codes and refresh tokens into access tokens. Pure functions.

namespace vigie::networks::oauth
{

/// How an app says who it is.
enum class Client {
    InBody,   ///< client_id, and client_secret where the app has one
    InHeader, ///< HTTP Basic, with an empty secret where the app has none
};

using Members = QList<QPair<QByteArray, QByteArray>>;

/// `members` and the app of `who`, as a form.
[[nodiscard]] HttpRequest tokenRequest(const QUrl &url, const Credentials &who, Members members, Client client);

/// `who` with the tokens of an answer of any status; where it brings no new refresh token, the old one stays.
/// Unauthorized where the service refuses for good: with the code of its error and nothing else of what it says, or for
/// want of one of the rights in `needed`, where it tells which were given.
[[nodiscard]] Result<Credentials> takeTokens(const Credentials &who, const HttpResponse &response,
                                             const QStringList &needed, core::Instant now);

} // namespace vigie::networks::oauth
