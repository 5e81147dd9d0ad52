// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/sendrules.h"

#include "networks/jsonreader.h"
#include "networks/youtubeparser.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

QUrl address(const Credentials &who, const QString &path, const QList<QPair<QString, QString>> &query)
{
    return serviceUrl(who.baseUrl.isEmpty() ? QUrl(u"https://www.googleapis.com/youtube/v3"_s) : who.baseUrl, path,
                      query);
}

/// A reply's id begins with that of its thread, below which alone one can answer.
QString threadOf(const OutgoingPost &post)
{
    return (post.rootId.isEmpty() ? post.parentId : post.rootId).section(u'.', 0, 0);
}

Result<HttpRequest> publish(const Credentials &who, const OutgoingPost &post)
{
    if (post.isPrivate)
        return fail(ErrorKind::InvalidArgument, u"private messages are not sent there"_s);
    if (post.parentId.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"only replies are sent there"_s);
    const QJsonObject snippet{{u"parentId"_s, threadOf(post)}, {u"textOriginal"_s, post.text}};
    return HttpRequest{.url = address(who, u"/comments"_s, {{u"part"_s, u"snippet"_s}}),
                       .headers = {{"Content-Type", "application/json"}},
                       .verb = "POST",
                       .body = QJsonDocument(QJsonObject{{u"snippet"_s, snippet}}).toJson(QJsonDocument::Compact)};
}

Result<SentPost> published(const QByteArray &answer, const Credentials &)
{
    const auto listing = parseYouTube(answer, YouTubeText::Html);
    if (!listing || listing->posts.empty())
        return fail(ErrorKind::Parse, u"the answer names no post"_s);
    return SentPost{.remoteId = listing->posts.front().remoteId, .url = listing->posts.front().url};
}

void explain(Error &error, const HttpResponse &response)
{
    const QString complaint = youTubeComplaint(response.body);
    if (complaint.isEmpty())
        return;
    error.detail += u": "_s + complaint;
    // Until midnight at the longest: who asks for a better time reads the clock of the network.
    if (complaint.startsWith(u"quotaExceeded") || complaint.startsWith(u"dailyLimitExceeded")) {
        error.kind = ErrorKind::RateLimited;
        error.retryAfter = std::chrono::hours(1);
    }
}

} // namespace

SendRules youTubeSendRules()
{
    return {
        .publish = publish,
        .published = published,
        .explain = explain,
        .own =
            [](const Credentials &who, const OutgoingPost &post, const QString &pageToken) {
                HttpRequest request;
                request.url = address(who, u"/comments"_s,
                                      {{u"part"_s, u"snippet"_s},
                                       {u"parentId"_s, threadOf(post)},
                                       {u"maxResults"_s, u"100"_s},
                                       {u"textFormat"_s, u"plainText"_s},
                                       {u"pageToken"_s, pageToken}});
                return request;
            },
        .listing = [](const QByteArray &answer) { return parseYouTube(answer, YouTubeText::Plain); },
        .isOurs =
            [](const Post &post, const Credentials &who) {
                return (!who.userId.isEmpty() && post.author.url.endsWith(u'/' + who.userId))
                       || (!who.handle.isEmpty() && post.author.handle.compare(who.handle, Qt::CaseInsensitive) == 0);
            },
        .isListingOfParent = true,
        .remove =
            [](const Credentials &who, const QString &remoteId) {
                return HttpRequest{
                    .url = address(who, u"/comments"_s, {{u"id"_s, remoteId}}), .headers = {}, .verb = "DELETE"};
            },
    };
}

} // namespace vigie::networks
