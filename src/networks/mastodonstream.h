// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/eventstream.h"
#include "networks/httpclient.h"

#include <QObject>
#include <QTimer>
#include <QUrl>

class QWebSocket;

namespace vigie::networks
{

/// The event in one frame of Mastodon's WebSocket; an empty name: there is none. Pure: any bytes.
[[nodiscard]] StreamEvent parseMastodonFrame(const QByteArray &frame);

/**
 * One connection to the streaming of a Mastodon server: server-sent events, and where it has none a WebSocket. Some servers
 * offer only the one, some only the other, some neither.
 *
 * One open() each; it ends with exactly one ended(), never from within open(). Nothing is renewed here.
 */
class MastodonStream final : public QObject
{
    Q_OBJECT
public:
    struct Target {
        QUrl base = {}; ///< http(s) or ws(s), without a path
        QString name = {}; ///< "user", "hashtag"
        QString tag = {};  ///< for "hashtag"
        QByteArray token = {};
    };
    /// The server says "still here" every 15 seconds; it is gone after four times that.
    static constexpr std::chrono::milliseconds kLongestSilence = std::chrono::seconds(60);

    MastodonStream(Target target, HttpClient &http, QObject *parent);
    ~MastodonStream() override;

    void open(std::chrono::milliseconds longestSilence = kLongestSilence);
    void cancel();

signals:
    void opened();
    void happened(const QByteArray &event, const QByteArray &payload);
    /// ErrorKind::NotFound: the server has no such stream at all.
    void ended(const vigie::Error &reason);

private:
    void openEvents();
    void openSocket();
    void watchSocket();
    void end(const Error &reason);

    const Target m_target;
    HttpClient &m_http;
    std::chrono::milliseconds m_longestSilence = kLongestSilence;
    EventStreamParser m_parser;
    HttpClient::RequestId m_request = 0;
    QWebSocket *m_socket = nullptr;
    QTimer m_silence;
    QTimer m_ping;
    bool m_isOpen = false;
    bool m_isNoStream = false; ///< the server has answered with something else
    bool m_hasEnded = false;
};

} // namespace vigie::networks
