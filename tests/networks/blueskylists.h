// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <deque>
#include <limits>

// Lists of posts as an AppView tells them, the newest first.

inline constexpr qint64 kStart = 1769847125000;

inline QString uri(int number)
{
    return QStringLiteral("at://did:plc:bbbbbbbbbbbbbbbbbbbbbbbb/app.bsky.feed.post/k%1").arg(number, 6, 10, QLatin1Char('0'));
}

/// A list as the network keeps it: post `number` was written `number` minutes after the start.
class FakeList
{
public:
    std::deque<int> numbers; ///< the newest first
    qint64 apart = 60'000;   ///< milliseconds
    int limit = 100;

    void add(int from, int to)
    {
        for (int number = from; number <= to; ++number)
            numbers.push_front(number);
    }
    [[nodiscard]] QByteArray page(const QString &member, std::size_t from) const
    {
        QJsonArray entries;
        for (std::size_t i = from; i < std::min(numbers.size(), from + std::size_t(limit)); ++i) {
            const QString at = vigie::core::toIso(vigie::core::instantFromMillis(kStart + numbers[i] * apart));
            entries.append(QJsonObject{{QStringLiteral("uri"), uri(numbers[i])},
                                       {QStringLiteral("reason"), QStringLiteral("mention")},
                                       {QStringLiteral("record"), QJsonObject{{QStringLiteral("text"), QStringLiteral("Bonjour")}, {QStringLiteral("createdAt"), at}}},
                                       {QStringLiteral("indexedAt"), at}});
        }
        QJsonObject body{{member, entries}};
        if (from + std::size_t(limit) < numbers.size())
            body.insert(QStringLiteral("cursor"), QString::number(from + std::size_t(limit)));
        return QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
};

/// The same list on a server of its own, that changes while it is read. Its cursors name the last post of a page, as the
/// network's do.
class LiveList : public QTcpServer
{
public:
    LiveList()
    {
        if (!listen(QHostAddress::LocalHost))
            qFatal("the list cannot listen on loopback");
        QObject::connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { answer(socket); });
            QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    void add(int count)
    {
        m_list.add(m_last + 1, m_last + count);
        m_last += count;
    }
    void removeNewest(int count)
    {
        for (; count > 0 && !m_list.numbers.empty(); --count) {
            m_removed.insert(m_list.numbers.front());
            m_list.numbers.pop_front();
        }
    }
    [[nodiscard]] bool wasRemoved(int number) const { return m_removed.contains(number); }
    [[nodiscard]] int last() const { return m_last; }
    [[nodiscard]] int requests() const { return m_requests; }

    int addWithEachAnswer = 0;

private:
    void answer(QTcpSocket *socket)
    {
        const QByteArray head = socket->readAll();
        const qsizetype at = head.indexOf("&cursor=");
        const int before = at < 0 ? std::numeric_limits<int>::max() : head.mid(at + 8, head.indexOf(' ', at) - at - 8).toInt();
        FakeList rest;
        for (const int number : m_list.numbers) {
            if (number < before)
                rest.numbers.push_back(number);
        }
        QJsonObject body = QJsonDocument::fromJson(rest.page(QStringLiteral("notifications"), 0)).object();
        if (body.contains(u"cursor"))
            body.insert(QStringLiteral("cursor"), QString::number(rest.numbers[std::size_t(rest.limit) - 1]));
        const QByteArray bytes = QJsonDocument(body).toJson(QJsonDocument::Compact);
        socket->write("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: " + QByteArray::number(bytes.size())
                      + "\r\n\r\n" + bytes);
        socket->disconnectFromHost();
        ++m_requests;
        add(addWithEachAnswer);
    }

    FakeList m_list;
    QSet<int> m_removed;
    int m_last = 0;
    int m_requests = 0;
};
