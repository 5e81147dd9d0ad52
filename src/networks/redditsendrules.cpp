// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/sendrules.h"

#include "networks/jsonreader.h"
#include "networks/redditparser.h"

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

QUrl address(const Credentials &who, const QString &path, const QList<QPair<QString, QString>> &query = {})
{
    return serviceUrl(who.baseUrl.isEmpty() ? QUrl(u"https://oauth.reddit.com"_s) : who.baseUrl, path, query);
}

/// "lumio" of "u/lumio"
QString nameOf(const Credentials &who)
{
    return who.handle.startsWith(u"u/") ? who.handle.mid(2) : who.handle;
}

HttpRequest form(const QUrl &url, const QList<QPair<QByteArray, QString>> &members)
{
    QByteArray body;
    for (const auto &[name, value] : members)
        body += (body.isEmpty() ? "" : "&") + name + '=' + QUrl::toPercentEncoding(value);
    return {.url = url, .headers = {{"Content-Type", "application/x-www-form-urlencoded"}}, .verb = "POST", .body = body};
}

Result<HttpRequest> publish(const Credentials &who, const OutgoingPost &post)
{
    if (post.isPrivate)
        return fail(ErrorKind::InvalidArgument, u"private messages are not sent there"_s);
    if (post.parentId.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"only replies are sent there"_s);
    return form(address(who, u"/api/comment"_s, {{u"raw_json"_s, u"1"_s}}),
                {{"api_type", u"json"_s}, {"thing_id", post.parentId}, {"text", post.text}});
}

Result<SentPost> published(const QByteArray &answer, const Credentials &)
{
    const QString complaint = redditComplaint(answer);
    if (!complaint.isEmpty())
        return fail({.kind = complaint.startsWith(u"RATELIMIT") ? ErrorKind::RateLimited : ErrorKind::Conflict,
                     .detail = complaint,
                     .retryAfter = waitInComplaint(complaint)});
    const auto listing = parseReddit(answer);
    // Recorded, too: a success with nothing in it, where the comment was swallowed.
    if (!listing || listing->posts.empty())
        return fail(ErrorKind::Parse, u"the answer names no post"_s);
    return SentPost{.remoteId = listing->posts.front().remoteId, .url = listing->posts.front().url};
}

void explain(Error &error, const HttpResponse &response)
{
    const QString complaint = redditComplaint(response.body);
    if (complaint.isEmpty())
        return;
    error.detail += u": "_s + complaint;
    if (const auto wait = waitInComplaint(complaint); wait && !error.retryAfter)
        error.retryAfter = wait;
}

} // namespace

SendRules redditSendRules()
{
    return {
        .publish = publish,
        .published = published,
        .explain = explain,
        .own =
            [](const Credentials &who, const OutgoingPost &, const QString &pageToken) {
                HttpRequest request;
                request.url = address(
                    who, u"/user/%1/comments"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(nameOf(who)))),
                    {{u"raw_json"_s, u"1"_s}, {u"limit"_s, u"100"_s}, {u"sort"_s, u"new"_s}, {u"after"_s, pageToken}});
                return request;
            },
        .listing = parseReddit,
        .isOurs =
            [](const Post &post, const Credentials &who) {
                return post.author.handle.compare(u"u/"_s + nameOf(who), Qt::CaseInsensitive) == 0;
            },
        .remove = [](const Credentials &who, const QString &remoteId) {
            return form(address(who, u"/api/del"_s), {{"id", remoteId}});
        },
    };
}

} // namespace vigie::networks
