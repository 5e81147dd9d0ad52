// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/sendrules.h"

#include "networks/jsonmembers.h"
#include "networks/jsonreader.h"
#include "networks/metaparser.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

QUrl address(const Credentials &who, const QString &id, const QString &edge,
             const QList<QPair<QString, QString>> &query = {})
{
    const QUrl base = who.baseUrl.isEmpty() ? QUrl(u"https://graph.facebook.com/v25.0"_s) : who.baseUrl;
    return serviceUrl(base, u'/' + QString::fromLatin1(QUrl::toPercentEncoding(id)) + edge, query);
}

Result<HttpRequest> publishOn(const QString &edge, const Credentials &who, const OutgoingPost &post)
{
    if (post.isPrivate)
        return fail(ErrorKind::InvalidArgument, u"private messages are not sent there"_s);
    if (post.parentId.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"only replies are sent there"_s);
    return HttpRequest{.url = address(who, post.parentId, edge),
                       .headers = {{"Content-Type", "application/json"}},
                       .verb = "POST",
                       .body = QJsonDocument(QJsonObject{{u"message"_s, post.text}}).toJson(QJsonDocument::Compact)};
}

Result<SentPost> published(const QByteArray &answer, const Credentials &)
{
    if (const auto told = metaError(answer, {}, 200))
        return fail(*told);
    const auto object = json::objectFrom(answer);
    const QString id = object ? json::id(object->value(u"id"_s)) : QString();
    if (id.isEmpty())
        return fail(ErrorKind::Parse, u"the answer names no post"_s);
    return SentPost{.remoteId = id, .url = {}};
}

void explain(Error &error, const HttpResponse &response)
{
    if (const auto told = metaError(response.body, response.headers, response.status))
        error = *told;
}

HttpRequest remove(const Credentials &who, const QString &remoteId)
{
    return {.url = address(who, remoteId, {}), .headers = {}, .verb = "DELETE"};
}

} // namespace

SendRules facebookSendRules()
{
    return {
        .publish = [](const Credentials &who, const OutgoingPost &post) { return publishOn(u"/comments"_s, who, post); },
        .published = published,
        .explain = explain,
        .own =
            [](const Credentials &who, const OutgoingPost &post, const QString &pageToken) {
                HttpRequest request;
                request.url = address(who, post.parentId, u"/comments"_s,
                                      {{u"fields"_s, u"id,message,from,created_time,permalink_url"_s},
                                       {u"filter"_s, u"stream"_s},
                                       {u"order"_s, u"reverse_chronological"_s},
                                       {u"limit"_s, u"100"_s},
                                       {u"after"_s, pageToken}});
                return request;
            },
        .listing = parseFacebook,
        .isOurs = [](const Post &post, const Credentials &who) { return post.author.handle == who.userId; },
        .isListingOfParent = true,
        .remove = remove,
    };
}

SendRules instagramSendRules()
{
    return {
        .publish = [](const Credentials &who, const OutgoingPost &post) { return publishOn(u"/replies"_s, who, post); },
        .published = published,
        .explain = explain,
        .own =
            [](const Credentials &who, const OutgoingPost &post, const QString &pageToken) {
                HttpRequest request;
                request.url = address(
                    who, post.parentId, u"/replies"_s,
                    {{u"fields"_s, u"id,text,username,timestamp"_s}, {u"limit"_s, u"100"_s}, {u"after"_s, pageToken}});
                return request;
            },
        .listing = parseInstagram,
        .isOurs =
            [](const Post &post, const Credentials &who) {
                const QString name = who.handle.startsWith(u'@') ? who.handle : u'@' + who.handle;
                return post.author.handle.compare(name, Qt::CaseInsensitive) == 0;
            },
        .isListingOfParent = true,
        .remove = remove,
    };
}

} // namespace vigie::networks
