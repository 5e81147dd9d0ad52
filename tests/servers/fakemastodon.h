// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

/**
 * A server of a few lines that posts and lists as Mastodon does: POST /api/v1/statuses, whose Idempotency-Key makes no second
 * post where it is obeyed, and GET /api/v1/accounts/1/statuses.
 */
class FakeMastodon : public QObject
{
public:
    enum class Keys { Obeyed, Ignored };

    explicit FakeMastodon(Keys keys) : m_keys(keys)
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const socket = m_server.nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("the fake server cannot listen on loopback");
    }

    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort())); }
    [[nodiscard]] Keys keys() const { return m_keys; }
    [[nodiscard]] int postsWith(const QString &text) const
    {
        return int(std::count_if(m_posts.begin(), m_posts.end(), [&text](const Post &post) { return post.text == text; }));
    }

private:
    struct Post {
        QByteArray key;
        QString text;
        QString parent;
        int id = 0;
    };

    void read(QTcpSocket *socket)
    {
        QByteArray buffer = socket->property("buffer").toByteArray() + socket->readAll();
        const qsizetype end = buffer.indexOf("\r\n\r\n");
        qsizetype length = 0;
        QByteArray key;
        for (const QByteArray &line : buffer.left(std::max<qsizetype>(end, 0)).split('\n')) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toLongLong();
            if (line.toLower().startsWith("idempotency-key:"))
                key = line.mid(16).trimmed();
        }
        const bool isWhole = end >= 0 && buffer.size() >= end + 4 + length;
        socket->setProperty("buffer", isWhole ? QByteArray() : buffer);
        if (!isWhole)
            return;
        const QByteArray body = buffer.mid(end + 4, length);
        const bool isPost = buffer.startsWith("POST /api/v1/statuses ");
        const QByteArray answer = isPost ? QJsonDocument(toJson(post(key, body))).toJson() : QJsonDocument(list()).toJson();
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(answer.size())
                      + "\r\nConnection: close\r\n\r\n" + answer);
        socket->disconnectFromHost();
    }

    const Post &post(const QByteArray &key, const QByteArray &body)
    {
        if (m_keys == Keys::Obeyed) {
            for (const Post &known : m_posts) {
                if (known.key == key)
                    return known;
            }
        }
        const QJsonObject wanted = QJsonDocument::fromJson(body).object();
        m_posts.append({.key = key,
                        .text = wanted[QStringLiteral("status")].toString(),
                        .parent = wanted[QStringLiteral("in_reply_to_id")].toString(),
                        .id = int(m_posts.size()) + 1});
        return m_posts.last();
    }
    static QJsonObject toJson(const Post &post)
    {
        return {{QStringLiteral("id"), QString::number(post.id)},
                {QStringLiteral("url"), QStringLiteral("https://example.org/@us/%1").arg(post.id)},
                {QStringLiteral("text"), post.text},
                {QStringLiteral("in_reply_to_id"), post.parent}};
    }
    [[nodiscard]] QJsonArray list() const
    {
        QJsonArray newestFirst;
        for (const Post &post : m_posts)
            newestFirst.prepend(toJson(post));
        return newestFirst;
    }

    const Keys m_keys;
    QTcpServer m_server;
    QList<Post> m_posts;
};
