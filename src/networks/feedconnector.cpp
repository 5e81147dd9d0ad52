// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedconnector.h"

#include "networks/feedparser.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// What the cursor of a feed remembers. Validators are kept as they came: a server compares them byte by byte.
struct FeedCursor {
    QByteArray etag;
    QByteArray lastModified;
    QUrl movedTo;
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
    if (m_request != 0)
        return;
    const FeedCursor cursor = feedCursorFrom(since);
    HttpRequest request;
    request.url = cursor.movedTo.isEmpty() ? m_url : cursor.movedTo;
    request.maxBodySize = kMaxFeedSize;
    request.plainHttp = PlainHttp::Allowed;
    request.headers.emplaceBack("Accept", "application/rss+xml, application/atom+xml, application/feed+json, "
                                      "application/xml;q=0.9, application/json;q=0.9, */*;q=0.5");
    if (isHeaderValue(cursor.etag))
        request.headers.emplaceBack("If-None-Match", cursor.etag);
    if (isHeaderValue(cursor.lastModified))
        request.headers.emplaceBack("If-Modified-Since", cursor.lastModified);
    m_request = m_http.send(request, this, [this, since](const Result<HttpResponse> &result) { finish(result, since); });
}

void FeedConnector::cancel()
{
    if (m_request != 0)
        m_http.cancel(m_request);
}

void FeedConnector::finish(const Result<HttpResponse> &result, const Cursor &since)
{
    m_request = 0;
    if (!result) {
        emit fetched(tl::unexpected(result.error()));
        return;
    }
    FeedCursor cursor = feedCursorFrom(since);
    if (!result->permanentUrl.isEmpty())
        cursor.movedTo = result->permanentUrl;
    Page page;
    if (result->status == 304) {
        if (!result->permanentUrl.isEmpty())
            page.next = toCursor(cursor);
        emit fetched(page);
        return;
    }
    Result<FeedDocument> feed =
        parseFeed(result->body, {.url = result->url,
                                 .contentType = result->header("Content-Type"),
                                 .receivedAt = m_clock.now(),
                                 .contentLanguage = result->header("Content-Language")});
    if (!feed) {
        emit fetched(tl::unexpected(feed.error()));
        return;
    }
    cursor.etag = result->header("ETag");
    cursor.lastModified = result->header("Last-Modified");
    page.posts = std::move(feed->posts);
    page.next = toCursor(cursor);
    emit fetched(page);
}

} // namespace vigie::networks
