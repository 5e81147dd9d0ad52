// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultproxy.h"

#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;

QString faultName(Fault fault)
{
    switch (fault) {
    case Fault::None: return u"none"_s;
    case Fault::CutBeforeRequest: return u"cut before request"_s;
    case Fault::CutDuringRequest: return u"cut during request"_s;
    case Fault::CutAfterRequest: return u"cut after request"_s;
    case Fault::CutDuringAnswer: return u"cut during answer"_s;
    case Fault::DelayedRequest: return u"request delayed"_s;
    case Fault::DelayedAnswer: return u"answer delayed"_s;
    case Fault::NoAnswer: return u"no answer"_s;
    }
    return {};
}

namespace
{

/// The length of the first whole request in the buffer; -1 while it is not whole. None of ours is chunked.
qsizetype lengthOfRequest(const QByteArray &buffer)
{
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return -1;
    qsizetype body = 0;
    for (const QByteArray &line : buffer.left(end).toLower().split('\n')) {
        if (line.startsWith("content-length:"))
            body = line.mid(15).trimmed().toLongLong();
    }
    return buffer.size() >= end + 4 + body ? end + 4 + body : -1;
}

bool isWriting(const QByteArray &request)
{
    return request.startsWith("POST ") || request.startsWith("PUT ") || request.startsWith("DELETE ");
}

} // namespace

struct FaultProxy::Line {
    QPointer<QTcpSocket> client = {};
    QPointer<QTcpSocket> server = {};
    QByteArray fromClient = {};
    Fault fault = Fault::None; ///< of the request under way
    bool isTunnel = false;
};

FaultProxy::FaultProxy(const QUrl &server, QObject *parent) : QObject(parent), m_server(server)
{
    connect(&m_listener, &QTcpServer::newConnection, this, &FaultProxy::accept);
    if (!m_listener.listen(QHostAddress::LocalHost))
        qFatal("the proxy cannot listen on loopback");
}

QUrl FaultProxy::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(m_listener.serverPort()));
}

void FaultProxy::accept()
{
    while (QTcpSocket *const client = m_listener.nextPendingConnection()) {
        auto line = std::make_shared<Line>();
        line->client = client;
        connect(client, &QTcpSocket::readyRead, this, [this, line] { clientSent(line); });
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
        connect(client, &QTcpSocket::disconnected, this, [line] {
            // What is on its way to the server arrives all the same, as it does on a real line.
            if (line->server && line->fault == Fault::None)
                line->server->disconnectFromHost();
        });
    }
}

void FaultProxy::connectToServer(const std::shared_ptr<Line> &line)
{
    if (line->server && line->server->state() != QAbstractSocket::UnconnectedState)
        return;
    auto *server = new QTcpSocket(this);
    line->server = server;
    connect(server, &QTcpSocket::readyRead, this, [this, line] { serverSent(line); });
    connect(server, &QTcpSocket::disconnected, server, &QObject::deleteLater);
    connect(server, &QTcpSocket::disconnected, this, [line] {
        const bool isKept = line->fault == Fault::NoAnswer || line->fault == Fault::DelayedAnswer;
        if (line->client && !isKept)
            line->client->disconnectFromHost();
    });
    connect(server, &QTcpSocket::errorOccurred, this, [line, server] {
        if (line->client && server->state() == QAbstractSocket::UnconnectedState && line->fault == Fault::None)
            line->client->abort(); // no server behind the proxy looks like none at all
        server->deleteLater();
    });
    server->connectToHost(m_server.host(), quint16(m_server.port(80)));
}

void FaultProxy::clientSent(const std::shared_ptr<Line> &line)
{
    line->fromClient += line->client->readAll();
    if (line->isTunnel) {
        line->server->write(std::exchange(line->fromClient, {}));
        return;
    }
    // Once half a request is enough, the other half is not waited for.
    for (qsizetype length = lengthOfRequest(line->fromClient); length >= 0 && line->client;
         length = lengthOfRequest(line->fromClient)) {
        const QByteArray request = line->fromClient.left(length);
        line->fromClient.remove(0, length);
        const Fault fault = isWriting(request) ? std::exchange(m_armed, Fault::None) : Fault::None;
        ++m_done[fault];
        line->fault = fault;
        line->isTunnel = request.toLower().contains("\r\nupgrade: ");
        pass(line, request, fault);
    }
}

void FaultProxy::pass(const std::shared_ptr<Line> &line, const QByteArray &request, Fault fault)
{
    if (fault == Fault::CutBeforeRequest) {
        line->client->abort();
        return;
    }
    if (fault == Fault::DelayedRequest) {
        QTimer::singleShot(m_delay, this, [this, line, request] {
            connectToServer(line);
            line->server->write(request);
        });
        return;
    }
    connectToServer(line);
    if (fault == Fault::CutDuringRequest) {
        line->server->write(request.left(request.size() / 2));
        line->server->disconnectFromHost(); // after these bytes are out
        line->client->abort();
        return;
    }
    line->server->write(request);
    if (fault == Fault::CutAfterRequest)
        line->client->abort();
}

void FaultProxy::serverSent(const std::shared_ptr<Line> &line)
{
    const QByteArray bytes = line->server->readAll();
    if (!line->client)
        return;
    switch (line->fault) {
    case Fault::CutDuringAnswer:
        line->client->write(bytes.left(std::min<qsizetype>(bytes.size() / 2, 40)));
        line->client->flush();
        line->client->disconnectFromHost();
        break;
    case Fault::DelayedAnswer:
        QTimer::singleShot(m_delay, this, [line, bytes] {
            if (!line->client)
                return;
            line->client->write(bytes);
            line->client->disconnectFromHost();
        });
        break;
    case Fault::NoAnswer:
    case Fault::CutAfterRequest:
    case Fault::CutBeforeRequest:
    case Fault::CutDuringRequest:
        break;
    case Fault::None:
    case Fault::DelayedRequest:
        line->client->write(bytes);
        break;
    }
}
