// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>
#include <QUrl>

#include <chrono>
#include <deque>

/// What the fake answers to one request.
struct FakeAnswer {
    enum class Kind { Answer, Silence, Hangup, Truncated };

    Kind kind = Kind::Answer;
    int status = 200;
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {};
    std::chrono::milliseconds delay = {};
};

struct FakeRequest {
    QByteArray method;
    QByteArray target;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

/**
 * An HTTP server on loopback that answers as it was told, in the order it was told for each path. A request that nobody
 * expected is answered 599 and counted; call verify() at the end of a test.
 */
class FakeNetwork : public QObject
{
public:
    explicit FakeNetwork(QObject *parent = nullptr) : QObject(parent)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, this, [this] { accept(); });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the fake network cannot listen on loopback");
    }

    [[nodiscard]] QUrl url(const QString &path) const
    {
        return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(m_server.serverPort()).arg(path));
    }
    void expect(const QByteArray &target, FakeAnswer answer) { m_answers[target].push_back(std::move(answer)); }
    [[nodiscard]] const QList<FakeRequest> &requests() const { return m_requests; }
    [[nodiscard]] int mostAtOnce() const { return m_mostAtOnce; }

    void verify() const
    {
        QCOMPARE(m_unexpected, QList<QByteArray>());
        for (auto it = m_answers.begin(); it != m_answers.end(); ++it)
            QVERIFY2(it->empty(), "an expected request never came");
    }

private:
    void accept()
    {
        while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
            QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    void read(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        FakeRequest request;
        const QList<QByteArray> lines = buffer.left(end).split('\n');
        const QList<QByteArray> first = lines.value(0).trimmed().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const qsizetype colon = lines[i].indexOf(':');
            request.headers.insert(lines[i].left(colon).trimmed().toLower(), lines[i].mid(colon + 1).trimmed());
        }
        const qsizetype length = request.headers.value("content-length").toLongLong();
        if (buffer.size() < end + 4 + length)
            return;
        request.body = buffer.mid(end + 4, length);
        buffer.clear();
        m_requests.append(request);
        ++m_running;
        m_mostAtOnce = std::max(m_mostAtOnce, m_running);
        reply(socket, request.target);
    }

    void reply(QTcpSocket *socket, const QByteArray &target)
    {
        FakeAnswer answer{.status = 599};
        auto &queue = m_answers[target];
        if (queue.empty()) {
            m_unexpected.append(target);
        } else {
            answer = queue.front();
            queue.pop_front();
        }
        QTimer::singleShot(answer.delay, socket, [this, socket, answer] {
            --m_running;
            write(socket, answer);
        });
    }

    static void write(QTcpSocket *socket, const FakeAnswer &answer)
    {
        if (answer.kind == FakeAnswer::Kind::Silence)
            return;
        if (answer.kind == FakeAnswer::Kind::Hangup) {
            socket->abort();
            return;
        }
        QByteArray bytes = "HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\n";
        for (const auto &[name, value] : answer.headers)
            bytes += name + ": " + value + "\r\n";
        const bool isTruncated = answer.kind == FakeAnswer::Kind::Truncated;
        if (answer.status != 304)
            bytes += "Content-Length: " + QByteArray::number(answer.body.size() + (isTruncated ? 100 : 0)) + "\r\n";
        socket->write(bytes + "Connection: close\r\n\r\n" + answer.body);
        socket->disconnectFromHost();
    }

    QTcpServer m_server;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QHash<QByteArray, std::deque<FakeAnswer>> m_answers;
    QList<FakeRequest> m_requests;
    QList<QByteArray> m_unexpected;
    int m_running = 0;
    int m_mostAtOnce = 0;
};
