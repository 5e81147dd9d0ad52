// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/webhookserver.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxHeadSize = 16'000;
constexpr qint64 kReadAhead = 64'000;
constexpr qsizetype kMostRejectsTold = 20;

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 411:
        return "Length Required";
    case 413:
        return "Payload Too Large";
    case 431:
        return "Request Header Fields Too Large";
    default:
        return "Service Unavailable";
    }
}

} // namespace

class WebhookServer::Visit final : public QObject
{
public:
    Visit(WebhookServer &server, QTcpSocket *socket) : QObject(&server), m_server(server), m_socket(socket)
    {
        m_socket->setParent(this);
        m_socket->setReadBufferSize(kReadAhead);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this,
                [this] { m_isAnswered ? m_socket->abort() : refuse(408, u"too slow"_s); });
        m_timer.start(server.m_settings.patience);
        connect(m_socket, &QTcpSocket::readyRead, this, &Visit::read);
        connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
        ++m_server.m_connections;
    }
    ~Visit() override { --m_server.m_connections; }

    void refuse(int status, const QString &reason) { answer(status, {{u"error"_s, reason}}); }

private:
    void read();
    [[nodiscard]] bool readHead();
    void bodyArrived();
    void answer(int status, const QJsonObject &body);

    WebhookServer &m_server;
    QTcpSocket *m_socket;
    QTimer m_timer;
    QByteArray m_buffer;
    std::optional<WebhookHead> m_head;
    qint64 m_length = 0;
    bool m_isRead = false; ///< the whole request
    bool m_isAnswered = false;
};

void WebhookServer::Visit::read()
{
    if (m_isAnswered) {
        m_socket->readAll(); // what still comes is nothing to us, but unread bytes would reset the connection
        return;
    }
    // Never more than a head, or what the head announced: nobody fills the memory.
    const qint64 most = m_head ? m_length - m_buffer.size() : kMaxHeadSize + 4 - m_buffer.size();
    m_buffer += m_socket->read(most);
    if (!m_head && !readHead())
        return;
    m_buffer += m_socket->read(m_length - m_buffer.size());
    if (m_buffer.size() >= m_length)
        bodyArrived();
}

/// False while there is no whole head, and when the request is answered already.
bool WebhookServer::Visit::readHead()
{
    const qsizetype end = m_buffer.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_buffer.size() > kMaxHeadSize)
            refuse(431, u"the head is too large"_s);
        return false;
    }
    m_head = parseWebhookHead(m_buffer.left(end));
    m_buffer.remove(0, end + 4);
    const qint64 length = m_head ? m_head->contentLength().value_or(-1) : -1;
    if (!m_head)
        refuse(400, u"no HTTP request"_s);
    else if (m_head->path != m_server.m_settings.path)
        refuse(404, u"nothing is here"_s);
    else if (m_head->method != "POST")
        refuse(405, u"only POST"_s);
    else if (length < 0)
        refuse(411, u"a Content-Length is needed"_s);
    else if (length > m_server.m_settings.maxBodySize)
        refuse(413, u"larger than %1 bytes"_s.arg(m_server.m_settings.maxBodySize));
    if (m_isAnswered)
        return false;
    m_length = length;
    m_buffer.truncate(m_length);
    if (m_head->headers.value("expect").toLower() == "100-continue")
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    return true;
}

void WebhookServer::Visit::bodyArrived()
{
    m_isRead = true;
    const auto objection = objectionTo(*m_head, m_buffer, m_server.m_settings.secret, m_server.m_clock.now());
    if (objection)
        return refuse(401, *objection);
    const QByteArray id = deliveryIdOf(*m_head);
    if (id.isEmpty())
        return refuse(400, u"X-Vigie-Delivery must hold the id of this delivery"_s);
    auto delivered = postsOfDelivery(m_buffer);
    if (!delivered)
        return refuse(400, delivered.error().detail);
    QJsonArray rejects;
    for (const Reject &reject : delivered->rejects) {
        if (rejects.size() < kMostRejectsTold)
            rejects << QJsonObject{{u"line"_s, reject.line}, {u"reason"_s, reject.reason}};
    }
    const qint64 rejected = qint64(delivered->rejects.size());
    m_buffer.clear();
    m_timer.stop(); // storing is ours to finish
    disconnect(m_socket, &QTcpSocket::readyRead, this, nullptr);
    const QPointer<Visit> guard(this);
    m_server.m_take(id, std::move(*delivered), [guard, rejects, rejected](const Result<int> &stored) {
        if (!guard)
            return;
        if (stored)
            guard->answer(200, {{u"stored"_s, *stored}, {u"rejected"_s, rejected}, {u"rejects"_s, rejects}});
        else
            guard->refuse(503, u"it could not be stored: try again"_s);
    });
}

void WebhookServer::Visit::answer(int status, const QJsonObject &body)
{
    if (std::exchange(m_isAnswered, true))
        return;
    const QByteArray json = QJsonDocument(body).toJson(QJsonDocument::Compact) + '\n';
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status)
                      + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                      + QByteArray::number(json.size()) + "\r\n";
    if (status == 405)
        head += "Allow: POST\r\n";
    if (status == 503)
        head += "Retry-After: 10\r\n";
    m_socket->write(head + "\r\n" + json);
    // Closing on bytes that nobody has read would reset the connection, and the answer with it: who is still sending is
    // listened to for a moment.
    if (m_isRead)
        m_socket->disconnectFromHost();
    m_timer.start(std::min<std::chrono::milliseconds>(m_server.m_settings.patience, std::chrono::seconds(2)));
}

WebhookServer::WebhookServer(WebhookSettings settings, const core::Clock &clock, Take take, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_clock(clock), m_take(std::move(take))
{
    connect(&m_server, &QTcpServer::newConnection, this, &WebhookServer::accept);
}

WebhookServer::~WebhookServer()
{
    m_server.disconnect(this);
    // Visits count themselves out: they go while the server still stands.
    qDeleteAll(findChildren<Visit *>(Qt::FindDirectChildrenOnly));
}

Result<quint16> WebhookServer::listen()
{
    if (m_settings.secret.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a webhook needs a secret"_s);
    const QHostAddress address = m_settings.isOpenToLan ? QHostAddress::Any : QHostAddress::LocalHost;
    if (!m_server.listen(address, m_settings.port))
        return fail(ErrorKind::Network, u"cannot listen on port %1"_s.arg(m_settings.port));
    return m_server.serverPort();
}

void WebhookServer::accept()
{
    while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
        auto *const visit = new Visit(*this, socket);
        if (m_connections > m_settings.maxConnections)
            visit->refuse(503, u"too many at once"_s);
    }
}

} // namespace vigie::networks
