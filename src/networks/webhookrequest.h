// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/importreport.h"
#include "networks/post.h"

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

// What a delivery of the webhook is, apart from the sockets: pure, any bytes accepted.

namespace vigie::networks
{

/// The head of an HTTP/1.1 request.
struct WebhookHead {
    QByteArray method = {};
    QByteArray path = {}; ///< without the query
    QHash<QByteArray, QByteArray> headers = {}; ///< names in lower case

    /// Nothing when there is none, or none that can be trusted.
    [[nodiscard]] std::optional<qint64> contentLength() const;
};

/// Without the blank line at its end. Nothing when it is no HTTP/1.1 (or 1.0) or says one thing twice in two ways.
[[nodiscard]] std::optional<WebhookHead> parseWebhookHead(const QByteArray &bytes);

inline constexpr std::chrono::minutes kWebhookWindow{5}; ///< how far a sender's clock may be off

/// "sha256=…" over the time, a full stop and the body: what X-Vigie-Signature must say.
[[nodiscard]] QByteArray webhookSignature(const QByteArray &secret, const QByteArray &timestamp, const QByteArray &body);

/// Why the delivery is not believed, in English; nothing when it is signed with the secret and in time.
[[nodiscard]] std::optional<QString> objectionTo(const WebhookHead &head, const QByteArray &body,
                                                 const QByteArray &secret, core::Instant now);

/// X-Vigie-Delivery; empty when it is absent or no id (1 to 200 visible ASCII characters).
[[nodiscard]] QByteArray deliveryIdOf(const WebhookHead &head);

struct DeliveredPosts {
    std::vector<Post> posts = {};
    std::vector<Reject> rejects = {}; ///< `line`: of NDJSON, or the place in the list
};

/// One post, a list of posts, or one a line (NDJSON), each as toNdjson() writes it. Fails when nothing of it is a post.
[[nodiscard]] Result<DeliveredPosts> postsOfDelivery(const QByteArray &body);

} // namespace vigie::networks
