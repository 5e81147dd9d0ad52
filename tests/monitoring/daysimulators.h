// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <vector>

namespace vigie::monitoring
{

/// What is wrong with the other side, from one minute of the day on to another.
struct Outage {
    enum class Kind {
        Broken,       ///< 503
        Hangup,       ///< the connection is closed without a word
        Truncated,    ///< the answer breaks off
        Garbage,      ///< 200, with a page for people
        LimitedFor,   ///< 429 with Retry-After
        Limited,      ///< 429 without a hint
        Spent,        ///< answers, and says that nothing is left to us until the end
        Away,         ///< a folder that is not there
    };
    static constexpr int kRetryAfter = 1200; ///< seconds

    int from = 0;
    int to = 0;
    Kind kind = Kind::Broken;
};

/// Somebody who publishes posts, in the manner of one network, on loopback.
class Simulator : public QTcpServer
{
public:
    enum class Kind { Rss, Atom, JsonFeed, Mastodon, Bluesky, HackerNews, Folder, Webhook };
    struct Sent {
        int number = 0;
        core::Instant at = {};
    };

    Simulator(QString simulatorName, Kind kind, std::vector<Outage> faults, const core::Clock &clock)
        : name(std::move(simulatorName)), outages(std::move(faults)), m_kind(kind), m_clock(clock), m_begin(clock.now())
    {
        QObject::connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *const socket = nextPendingConnection()) {
                QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(socket); });
                QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            }
        });
        if (!listen(QHostAddress::LocalHost))
            qFatal("the simulator cannot listen on loopback");
    }

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] QString url() const { return QStringLiteral("http://127.0.0.1:%1%2").arg(serverPort()).arg(QLatin1String(m_kind <= Kind::JsonFeed ? "/feed" : "")); }
    [[nodiscard]] QString text(int number) const { return QStringLiteral("%1 says number %2").arg(name).arg(number); }
    [[nodiscard]] QString id(int number) const { return QStringLiteral("%1-%2").arg(name).arg(number); }
    [[nodiscard]] int minute() const { return int((m_clock.now() - m_begin) / std::chrono::minutes(1)); }
    [[nodiscard]] const Outage *outage() const
    {
        const int now = minute();
        const auto found = std::find_if(outages.begin(), outages.end(),
                                        [now](const Outage &one) { return one.from <= now && now < one.to; });
        return found == outages.end() ? nullptr : &*found;
    }
    void publish(int count)
    {
        for (int i = 0; i < count; ++i)
            sent.push_back({int(sent.size()) + 1, m_clock.now() - std::chrono::seconds(i)});
    }

    const QString name;
    const std::vector<Outage> outages;
    std::vector<Sent> sent; ///< in the order in which they were published
    int requests = 0;

private:
    static constexpr std::size_t kFeedWindow = 200;
    struct Answer {
        int status = 200;
        QByteArray headers = {};
        QByteArray body = {};
    };

    void read(QTcpSocket *socket)
    {
        const QByteArray head = socket->property("head").toByteArray() + socket->readAll();
        socket->setProperty("head", head);
        if (!head.contains("\r\n\r\n"))
            return;
        ++requests;
        const Outage *const fault = outage();
        if (fault && fault->kind == Outage::Kind::Hangup)
            return socket->abort();
        Answer answer = answerTo(head, fault);
        const bool isCut = fault && fault->kind == Outage::Kind::Truncated;
        const qsizetype length = answer.body.size();
        if (isCut)
            answer.body.truncate(length / 2);
        socket->write("HTTP/1.1 " + QByteArray::number(answer.status) + " X\r\n" + answer.headers + "Content-Length: "
                      + QByteArray::number(length) + "\r\nConnection: close\r\n\r\n" + answer.body);
        socket->disconnectFromHost();
    }

    [[nodiscard]] Answer answerTo(const QByteArray &head, const Outage *fault) const
    {
        if (fault) {
            switch (fault->kind) {
            case Outage::Kind::Broken:
                return {.status = 503, .body = "<html>down</html>"};
            case Outage::Kind::Garbage:
                return {.headers = "Content-Type: text/html\r\n", .body = "<html><body>Back soon</body></html>"};
            case Outage::Kind::LimitedFor:
                return {.status = 429, .headers = "Retry-After: " + QByteArray::number(Outage::kRetryAfter) + "\r\n"};
            case Outage::Kind::Limited:
                return {.status = 429};
            default:
                break;
            }
        }
        const QByteArray target = head.split(' ').value(1);
        const QUrl url = QUrl::fromEncoded(target);
        Answer answer;
        switch (m_kind) {
        case Kind::Rss:
        case Kind::Atom:
        case Kind::JsonFeed: {
            const QByteArray etag = "\"" + QByteArray::number(qint64(sent.size())) + "\"";
            if (head.contains("If-None-Match: " + etag + "\r\n"))
                return {.status = 304};
            answer = {.headers = "ETag: " + etag + "\r\n", .body = feed()};
            break;
        }
        case Kind::Mastodon:
            answer.body = timeline(QUrlQuery(url));
            break;
        case Kind::Bluesky:
            if (url.path() != u"/xrpc/app.bsky.feed.searchPosts")
                return {.status = 501, .body = R"({"error":"MethodNotImplemented","message":"no"})"};
            answer.body = search(QUrlQuery(url));
            break;
        default:
            answer.body = hits(QUrlQuery(url).queryItemValue(QStringLiteral("numericFilters"), QUrl::FullyDecoded));
            break;
        }
        if (fault && fault->kind == Outage::Kind::Spent)
            answer.headers += "X-RateLimit-Remaining: 0\r\nX-RateLimit-Reset: "
                              + core::toIso(m_begin + std::chrono::minutes(fault->to)).toUtf8() + "\r\n";
        return answer;
    }

    [[nodiscard]] QByteArray feed() const
    {
        QByteArray entries;
        QJsonArray items;
        for (std::size_t i = sent.size(); i > 0 && sent.size() - i < kFeedWindow; --i) {
            const Sent &post = sent[i - 1];
            const QByteArray itsId = id(post.number).toUtf8();
            const QByteArray itsText = text(post.number).toUtf8();
            const QByteArray at = core::toIso(post.at).toUtf8();
            if (m_kind == Kind::Atom)
                entries += "<entry><id>" + itsId + "</id><title>" + itsText + "</title><updated>" + at + "</updated></entry>";
            else if (m_kind == Kind::Rss)
                entries += "<item><guid isPermaLink='false'>" + itsId + "</guid><title>" + itsText + "</title><dc:date>" + at
                           + "</dc:date></item>";
            else
                items.append(QJsonObject{{QStringLiteral("id"), id(post.number)},
                                         {QStringLiteral("content_text"), text(post.number)},
                                         {QStringLiteral("date_published"), core::toIso(post.at)}});
        }
        if (m_kind == Kind::Atom)
            return "<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title>" + entries + "</feed>";
        if (m_kind == Kind::Rss)
            return "<rss version='2.0' xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><title>T</title>" + entries
                   + "</channel></rss>";
        return QJsonDocument(QJsonObject{{QStringLiteral("version"), QStringLiteral("https://jsonfeed.org/version/1.1")},
                                         {QStringLiteral("items"), items}})
            .toJson();
    }

    /// The newest first, of those that `isWanted` lets through.
    template <typename IsWanted>
    [[nodiscard]] std::vector<Sent> newest(IsWanted isWanted) const
    {
        std::vector<Sent> result;
        std::copy_if(sent.begin(), sent.end(), std::back_inserter(result), isWanted);
        std::reverse(result.begin(), result.end());
        return result;
    }

    [[nodiscard]] QByteArray timeline(const QUrlQuery &query) const
    {
        const int before = query.queryItemValue(QStringLiteral("max_id")).toInt();
        const int after = query.queryItemValue(QStringLiteral("since_id")).toInt();
        const auto limit = query.queryItemValue(QStringLiteral("limit")).toUInt();
        QJsonArray list;
        for (const Sent &post : newest([=](const Sent &one) { return (before == 0 || one.number < before) && one.number > after; })) {
            if (list.size() < qsizetype(limit))
                list.append(QJsonObject{{QStringLiteral("id"), QString::number(post.number)},
                                        {QStringLiteral("created_at"), core::toIso(post.at)},
                                        {QStringLiteral("content"), QStringLiteral("<p>%1</p>").arg(text(post.number))},
                                        {QStringLiteral("visibility"), QStringLiteral("public")},
                                        {QStringLiteral("account"), QJsonObject{{QStringLiteral("id"), QStringLiteral("11")},
                                                                                {QStringLiteral("acct"), QStringLiteral("lea")}}}});
        }
        return QJsonDocument(list).toJson();
    }

    [[nodiscard]] QByteArray search(const QUrlQuery &query) const
    {
        const int cursor = query.queryItemValue(QStringLiteral("cursor")).toInt();
        const auto limit = query.queryItemValue(QStringLiteral("limit")).toUInt();
        QJsonArray posts;
        QJsonObject body;
        for (const Sent &post : newest([=](const Sent &one) { return cursor == 0 || one.number < cursor; })) {
            if (posts.size() == qsizetype(limit))
                break;
            const QString at = core::toIso(post.at);
            posts.append(QJsonObject{{QStringLiteral("uri"), QStringLiteral("at://did:plc:%1/app.bsky.feed.post/k%2")
                                                                 .arg(QString(24, name.back().toLower()))
                                                                 .arg(post.number, 6, 10, QLatin1Char('0'))},
                                     {QStringLiteral("record"), QJsonObject{{QStringLiteral("text"), text(post.number)},
                                                                            {QStringLiteral("createdAt"), at}}},
                                     {QStringLiteral("indexedAt"), at}});
            body.insert(QStringLiteral("cursor"), QString::number(post.number));
        }
        if (posts.size() < qsizetype(limit))
            body.remove(QStringLiteral("cursor"));
        body.insert(QStringLiteral("posts"), posts);
        return QJsonDocument(body).toJson();
    }

    [[nodiscard]] QByteArray hits(const QString &filters) const
    {
        qint64 after = -1;
        qint64 before = std::numeric_limits<qint64>::max();
        for (const QString &filter : filters.split(u',', Qt::SkipEmptyParts)) {
            if (filter.startsWith(u"created_at_i>"))
                after = filter.mid(13).toLongLong();
            else if (filter.startsWith(u"created_at_i<"))
                before = filter.mid(13).toLongLong();
        }
        QJsonArray found;
        const auto seconds = [](const Sent &one) { return core::toMillis(one.at) / 1000; };
        for (const Sent &post : newest([&](const Sent &one) { return seconds(one) > after && seconds(one) < before; }))
            found.append(QJsonObject{{QStringLiteral("objectID"), id(post.number)},
                                     {QStringLiteral("author"), QStringLiteral("a")},
                                     {QStringLiteral("comment_text"), text(post.number)},
                                     {QStringLiteral("parent_id"), 1},
                                     {QStringLiteral("created_at_i"), seconds(post)}});
        const qint64 all = found.size();
        while (found.size() > 1000)
            found.removeLast();
        return QJsonDocument(QJsonObject{{QStringLiteral("hits"), found}, {QStringLiteral("nbHits"), all}}).toJson();
    }

    const Kind m_kind;
    const core::Clock &m_clock;
    const core::Instant m_begin;
};

} // namespace vigie::monitoring
