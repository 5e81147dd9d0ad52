// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/httpclient.h"

#include <QNetworkReply>
#include <QNetworkRequest>

#include <optional>

// What every request of HttpClient obeys, for its own files alone.

namespace vigie::networks::httprules
{

/// Nothing when the request may go there, otherwise why not.
[[nodiscard]] std::optional<QString> objectionTo(const QUrl &url, PlainHttp plainHttp);

[[nodiscard]] bool isRedirect(int status);

/// Two addresses with one key share a queue, a limit and a secret.
[[nodiscard]] QString hostKey(const QUrl &url);

/// The address without what is asked of it.
[[nodiscard]] QString routeKey(const QUrl &url);

/// Without cookies, never following a redirect by itself. The secret that was meant for `request.url` goes nowhere else.
[[nodiscard]] QNetworkRequest networkRequest(const HttpRequest &request, const QUrl &hop);

/// Status 0 means that no answer came.
[[nodiscard]] int statusOf(const QNetworkReply &reply);

[[nodiscard]] Error errorWithoutAnswer(const QNetworkReply &reply);

[[nodiscard]] bool isSuccess(int status);

/// Stops listening, ends the connection, frees it later.
void drop(QNetworkReply *reply);

} // namespace vigie::networks::httprules
