// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "networks/webhookrequest.h"

#include <QHostAddress>
#include <QTcpServer>

#include <functional>

namespace vigie::networks
{

struct WebhookSettings {
    QByteArray secret = {}; ///< shared with whoever delivers; without one everything is refused
    quint16 port = 0;       ///< 0: any that is free
    QByteArray path = "/";
    bool isOpenToLan = false; ///< loopback alone otherwise
    qint64 maxBodySize = 5'000'000;
    std::chrono::milliseconds patience = std::chrono::seconds(10); ///< for a whole request, however slowly it drips
    int maxConnections = 32;
};

/**
 * The door through which others bring posts: POST of JSON or NDJSON, signed with a shared secret
 * (X-Vigie-Signature: sha256=HMAC(secret, X-Vigie-Timestamp + "." + body)), each with an X-Vigie-Delivery of its own.
 *
 * Speaks just enough HTTP/1.1: one request a connection, a Content-Length, no TLS (whoever opens it to a network puts a
 * proxy before it). Answers 200 only when the posts are stored. Lives in one thread, which needs an event loop. Nothing of
 * a body or a signature is logged.
 */
class WebhookServer final : public QObject
{
    Q_OBJECT
public:
    /// How the delivery was settled: with how many new posts.
    using Settle = std::function<void(const Result<int> &stored)>;
    /// Takes the posts, and calls `settle` once when they are on disk, or could not be. Called in the server's thread.
    using Take = std::function<void(const QByteArray &deliveryId, DeliveredPosts posts, Settle settle)>;

    /// `clock` must outlive the server.
    WebhookServer(WebhookSettings settings, const core::Clock &clock, Take take, QObject *parent = nullptr);
    ~WebhookServer() override;

    /// The port that it listens on.
    [[nodiscard]] Result<quint16> listen();

private:
    class Visit; ///< one connection
    void accept();

    const WebhookSettings m_settings;
    const core::Clock &m_clock;
    const Take m_take;
    QTcpServer m_server;
    int m_connections = 0;
};

} // namespace vigie::networks
