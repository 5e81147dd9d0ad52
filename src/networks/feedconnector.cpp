// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedconnector.h"

#include "networks/feedparser.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// Of a feed that comes in pages: little of it is held at a time.
constexpr qint64 kMaxLongFeedSize = 250'000'000;

/// What the cursor of a feed remembers. Validators are kept as they came: a server compares them byte by byte.
struct FeedCursor {
    QByteArray etag = {};
    QByteArray lastModified = {};
    QUrl movedTo = {};
    qint64 entries = 0; ///< read so far of a feed of which more is waiting: only tells the pages apart
};

FeedCursor feedCursorFrom(const Cursor &cursor)
{
    const QJsonObject object = QJsonDocument::fromJson(cursor).object();
    FeedCursor result;
    // Headers are bytes; Latin-1 carries each of them through JSON unchanged.
    result.etag = object.value(u"etag"_s).toString().toLatin1();
    result.lastModified = object.value(u"last_modified"_s).toString().toLatin1();
    const QUrl moved(object.value(u"moved_to"_s).toString(), QUrl::StrictMode);
    if (moved.isValid() && (moved.scheme() == u"http"_s || moved.scheme() == u"https"_s))
        result.movedTo = moved;
    return result;
}

Cursor toCursor(const FeedCursor &cursor)
{
    QJsonObject object;
    if (!cursor.etag.isEmpty())
        object.insert(u"etag"_s, QString::fromLatin1(cursor.etag));
    if (!cursor.lastModified.isEmpty())
        object.insert(u"last_modified"_s, QString::fromLatin1(cursor.lastModified));
    if (!cursor.movedTo.isEmpty())
        object.insert(u"moved_to"_s, QString::fromLatin1(cursor.movedTo.toEncoded()));
    if (cursor.entries > 0)
        object.insert(u"entries"_s, cursor.entries);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool isHeaderValue(const QByteArray &value)
{
    return !value.isEmpty() && value.size() <= 1000 && !value.contains('\n') && !value.contains('\r');
}

} // namespace

FeedConnector::FeedConnector(QUrl url, HttpClient &http, const core::Clock &clock, QObject *parent)
    : Connector(parent), m_url(std::move(url)), m_http(http), m_clock(clock)
{
}

FeedConnector::~FeedConnector()
{
    cancel();
}

void FeedConnector::fetch(const Cursor &since)
{
    if (m_isAsked)
        return;
    m_isAsked = true;
    if (m_request != 0 && since == m_handedOut)
        return m_http.goOn(m_request);
    forget();
    m_since = since;
    m_slicer = FeedSlicer();
    m_entries = 0;
    const FeedCursor cursor = feedCursorFrom(since);
    HttpRequest request;
    request.url = cursor.movedTo.isEmpty() ? m_url : cursor.movedTo;
    request.maxBodySize = kMaxLongFeedSize;
    request.plainHttp = PlainHttp::Allowed;
    request.headers.emplaceBack("Accept", "application/rss+xml, application/atom+xml, application/feed+json, "
                                      "application/xml;q=0.9, application/json;q=0.9, */*;q=0.5");
    if (isHeaderValue(cursor.etag))
        request.headers.emplaceBack("If-None-Match", cursor.etag);
    if (isHeaderValue(cursor.lastModified))
        request.headers.emplaceBack("If-Modified-Since", cursor.lastModified);
    const int reading = ++m_reading;
    request.takePiece = [this, reading](const HttpResponse &head, const QByteArray &piece) {
        return reading == m_reading ? take(head, piece) : Flow::Wait;
    };
    m_request = m_http.send(request, this, [this, reading](const Result<HttpResponse> &result) {
        if (reading == m_reading)
            finish(result);
    });
}

void FeedConnector::cancel()
{
    if (m_isAsked)
        m_http.cancel(m_request);
    else
        forget();
}

void FeedConnector::forget()
{
    if (m_request == 0)
        return;
    ++m_reading;
    m_http.cancel(std::exchange(m_request, 0));
}

Flow FeedConnector::take(const HttpResponse &head, const QByteArray &piece)
{
    m_slicer.add(piece);
    const std::optional<QByteArray> slice = m_slicer.take();
    // What cannot be cut must be held whole.
    const bool isTooLarge = !slice && m_slicer.size() > kMaxFeedSize;
    if (!slice && !isTooLarge)
        return Flow::GoOn;
    Result<Page> page = isTooLarge ? fail(ErrorKind::Network, u"the feed is larger than %1 bytes"_s.arg(kMaxFeedSize))
                                   : pageOf(*slice, head);
    if (page) {
        m_entries += qint64(page->posts.size());
        FeedCursor cursor{.entries = m_entries};
        cursor.movedTo = head.permanentUrl.isEmpty() ? feedCursorFrom(m_since).movedTo : head.permanentUrl;
        m_handedOut = toCursor(cursor);
        page->next = m_handedOut;
        page->hasMore = true;
    } else {
        forget();
    }
    m_isAsked = false;
    emit fetched(page);
    return Flow::Wait;
}

Result<Page> FeedConnector::pageOf(const QByteArray &feed, const HttpResponse &head)
{
    Result<FeedDocument> read = parseFeed(feed, {.url = head.url,
                                                 .contentType = head.header("Content-Type"),
                                                 .receivedAt = m_clock.now(),
                                                 .contentLanguage = head.header("Content-Language")});
    if (read)
        return Page{.posts = std::move(read->posts)};
    Error error = read.error();
    if (error.place.line > 0)
        error.place.line += m_slicer.lineShift();
    return tl::unexpected(error);
}

void FeedConnector::finish(const Result<HttpResponse> &result)
{
    m_request = 0;
    m_isAsked = false;
    if (!result) {
        emit fetched(tl::unexpected(result.error()));
        return;
    }
    FeedCursor cursor = feedCursorFrom(m_since);
    if (!result->permanentUrl.isEmpty())
        cursor.movedTo = result->permanentUrl;
    if (result->status == 304) {
        Page page;
        if (!result->permanentUrl.isEmpty())
            page.next = toCursor(cursor);
        emit fetched(page);
        return;
    }
    Result<Page> page = pageOf(m_slicer.rest(), *result);
    m_slicer = FeedSlicer();
    if (page) {
        cursor.etag = result->header("ETag");
        cursor.lastModified = result->header("Last-Modified");
        page->next = toCursor(cursor);
    }
    emit fetched(page);
}

} // namespace vigie::networks
