// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonstream.h"

#include "networks/mastodonapi.h"

#include <QHostAddress>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkRequest>
#include <QWebSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxFrame = EventStreamParser::kMaxEvent;

QUrl streamUrl(const QUrl &base, const QString &secure, const QString &plain, const QString &path, const QUrlQuery &query)
{
    QUrl url = mastodonUrl(base, path, query);
    const bool isPlain = base.scheme() == u"ws" || base.scheme() == u"http";
    url.setScheme(isPlain ? plain : secure);
    return url;
}

bool isLoopback(const QUrl &url)
{
    return url.host() == u"localhost" || QHostAddress(url.host()).isLoopback();
}

/// Answers by which a server says that it has no stream in this form, and not that it is busy or that we may not.
bool isRefusal(const Error &error)
{
    const int status = error.httpStatus.value_or(0);
    return status == 400 || status == 404 || status == 405 || status == 406 || status == 410 || status == 426 || status == 501;
}

} // namespace

StreamEvent parseMastodonFrame(const QByteArray &frame)
{
    const QJsonObject object = QJsonDocument::fromJson(frame).object();
    StreamEvent event{.name = object[u"event"_s].toString().toUtf8()};
    // A text that holds JSON, as a rule; some servers spare themselves the wrapping.
    const QJsonValue payload = object[u"payload"_s];
    event.data = payload.isObject() ? QJsonDocument(payload.toObject()).toJson(QJsonDocument::Compact)
                                    : payload.toVariant().toString().toUtf8();
    return event;
}

MastodonStream::MastodonStream(Target target, HttpClient &http, QObject *parent)
    : QObject(parent), m_target(std::move(target)), m_http(http)
{
    m_silence.setSingleShot(true);
    connect(&m_silence, &QTimer::timeout, this, [this] {
        end({.kind = ErrorKind::Timeout, .detail = u"no complete answer in time"_s});
    });
    connect(&m_ping, &QTimer::timeout, this, [this] {
        if (m_socket)
            m_socket->ping();
    });
}

MastodonStream::~MastodonStream()
{
    m_http.cancel(m_request);
}

void MastodonStream::open(std::chrono::milliseconds longestSilence)
{
    m_longestSilence = longestSilence;
    openEvents();
}

void MastodonStream::cancel()
{
    QMetaObject::invokeMethod(
        this, [this] { end({.kind = ErrorKind::Cancelled, .detail = u"cancelled"_s}); }, Qt::QueuedConnection);
}

void MastodonStream::openEvents()
{
    QUrlQuery query;
    if (!m_target.tag.isEmpty())
        query.addQueryItem(u"tag"_s, mastodonPathPart(m_target.tag));
    HttpRequest request = mastodonRequest(
        streamUrl(m_target.base, u"https"_s, u"http"_s, u"/api/v1/streaming/"_s + m_target.name, query), m_target.token);
    request.headers.front().second = "text/event-stream";
    request.timeout = m_longestSilence;
    m_request = m_http.stream(
        request, this,
        {.opened =
             [this](const HttpResponse &head) {
                 m_isNoStream = !head.header("Content-Type").startsWith("text/event-stream"); // but a page for people
                 m_isOpen = !m_isNoStream;
                 if (m_isOpen)
                     emit opened();
                 else
                     m_http.cancel(m_request);
             },
         .data =
             [this](const QByteArray &bytes) {
                 if (!m_isOpen)
                     return;
                 const std::vector<StreamEvent> events = m_parser.feed(bytes);
                 for (const StreamEvent &event : events)
                     emit happened(event.name, event.data);
             },
         .done =
             [this](const Error &reason) {
                 m_request = 0;
                 const bool isElsewhere = m_isNoStream || isRefusal(reason);
                 if (!m_isOpen && !m_hasEnded && isElsewhere)
                     openSocket();
                 else
                     end(reason);
             }});
}

void MastodonStream::openSocket()
{
    QUrlQuery query;
    query.addQueryItem(u"stream"_s, m_target.name);
    if (!m_target.tag.isEmpty())
        query.addQueryItem(u"tag"_s, mastodonPathPart(m_target.tag));
    const QUrl url = streamUrl(m_target.base, u"wss"_s, u"ws"_s, u"/api/v1/streaming"_s, query);
    if (url.scheme() == u"ws" && !isLoopback(url))
        return end({.kind = ErrorKind::InvalidArgument, .detail = u"unencrypted http is not allowed here"_s});
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, this);
    m_socket->setMaxAllowedIncomingMessageSize(quint64(kMaxFrame));
    m_socket->setMaxAllowedIncomingFrameSize(quint64(kMaxFrame));
    QNetworkRequest request(url);
    // In a header, so that no log of the server's gets the token with the address.
    request.setRawHeader("Authorization", "Bearer " + m_target.token);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Vigie/0.1"_s);
    watchSocket();
    m_silence.start(m_longestSilence);
    m_ping.start(m_longestSilence / 3);
    m_socket->open(request);
}

void MastodonStream::watchSocket()
{
    connect(m_socket, &QWebSocket::connected, this, [this] {
        m_isOpen = true;
        m_silence.start(m_longestSilence);
        emit opened();
    });
    connect(m_socket, &QWebSocket::pong, this, [this] { m_silence.start(m_longestSilence); });
    connect(m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &message) {
        m_silence.start(m_longestSilence);
        const StreamEvent event = parseMastodonFrame(message.toUtf8());
        if (!event.name.isEmpty())
            emit happened(event.name, event.data);
    });
    connect(m_socket, &QWebSocket::disconnected, this, [this] {
        if (m_isOpen)
            end({.kind = ErrorKind::Network, .detail = u"the stream has ended"_s});
    });
    const auto failed = qOverload<QAbstractSocket::SocketError>(&QWebSocket::error);
    connect(m_socket, failed, this, [this](QAbstractSocket::SocketError error) {
        // The handshake was answered, but not by a WebSocket. Qt does not say with which status.
        const bool isRefused = !m_isOpen && error == QAbstractSocket::ConnectionRefusedError
                               && m_socket->errorString().contains(u"handshake"_s, Qt::CaseInsensitive);
        if (isRefused || (!m_isOpen && error == QAbstractSocket::UnknownSocketError))
            end({.kind = ErrorKind::NotFound, .detail = u"the server offers no stream"_s});
        else
            end({.kind = ErrorKind::Network, .detail = u"no answer (Qt network error %1)"_s.arg(int(error))});
    });
}

void MastodonStream::end(const Error &reason)
{
    if (std::exchange(m_hasEnded, true))
        return;
    m_silence.stop();
    m_ping.stop();
    m_http.cancel(std::exchange(m_request, 0));
    if (m_socket) {
        m_socket->disconnect(this);
        m_socket->abort();
        std::exchange(m_socket, nullptr)->deleteLater();
    }
    emit ended(reason);
}

} // namespace vigie::networks
