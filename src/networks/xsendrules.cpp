// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/sendrules.h"

#include "networks/jsonmembers.h"
#include "networks/jsonreader.h"
#include "networks/xparser.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

QUrl address(const Credentials &who, const QString &path, const QList<QPair<QString, QString>> &query = {})
{
    return serviceUrl(who.baseUrl.isEmpty() ? QUrl(u"https://api.x.com"_s) : who.baseUrl, path, query);
}

QString encoded(const QString &id)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(id));
}

Result<HttpRequest> publish(const Credentials &who, const OutgoingPost &post)
{
    if (post.isPrivate)
        return fail(ErrorKind::InvalidArgument, u"private messages are not sent there"_s);
    if (who.options.value(u"app_only"_s).toBool())
        return fail(ErrorKind::InvalidArgument, u"the token of an app may read, but not publish: sign in as the account"_s);
    QJsonObject body{{u"text"_s, post.text}};
    if (!post.parentId.isEmpty())
        body.insert(u"reply"_s, QJsonObject{{u"in_reply_to_tweet_id"_s, post.parentId}});
    return HttpRequest{.url = address(who, u"/2/tweets"_s),
                       .headers = {{"Content-Type", "application/json"}},
                       .verb = "POST",
                       .body = QJsonDocument(body).toJson(QJsonDocument::Compact)};
}

Result<SentPost> published(const QByteArray &answer, const Credentials &who)
{
    const auto object = json::objectFrom(answer);
    const QString id = object ? json::id(object->value(u"data"_s)[u"id"_s]) : QString();
    if (id.isEmpty())
        return fail(ErrorKind::Parse, u"the answer names no post"_s);
    const QString name = who.handle.startsWith(u'@') ? who.handle.mid(1) : who.handle;
    return SentPost{.remoteId = id,
                    .url = json::url(u"https://x.com/%1/status/%2"_s.arg(name.isEmpty() ? u"i"_s : name, id))};
}

void explain(Error &error, const HttpResponse &response)
{
    if (const QString complaint = xComplaint(response.body); !complaint.isEmpty())
        error.detail += u": "_s + complaint;
}

} // namespace

SendRules xSendRules()
{
    return {
        .lookBefore =
            [](const Credentials &who, const OutgoingPost &post) {
                HttpRequest request;
                if (!post.parentId.isEmpty())
                    request.url = address(who, u"/2/tweets/"_s + encoded(post.parentId),
                                          {{u"post.fields"_s, u"entities"_s},
                                           {u"expansions"_s, u"author_id,referenced_posts"_s}});
                return request;
            },
        .allows = [](const QByteArray &answer, const Credentials &who) -> Result<> {
            if (isSummons(answer, who.handle, who.userId))
                return {};
            return fail(ErrorKind::Conflict, u"only who has mentioned or quoted the account may be answered by an app"_s);
        },
        .publish = publish,
        .published = published,
        .explain = explain,
        .isDuplicate =
            [](const HttpResponse &response) {
                return response.status == 403 &&
                       xComplaint(response.body).contains(u"duplicate content"_s, Qt::CaseInsensitive);
            },
        .own =
            [](const Credentials &who, const OutgoingPost &, const QString &pageToken) {
                HttpRequest request;
                request.url = address(who, u"/2/users/%1/tweets"_s.arg(encoded(who.userId)),
                                      {{u"max_results"_s, u"100"_s},
                                       {u"pagination_token"_s, pageToken},
                                       {u"post.fields"_s, u"created_at,note_post"_s},
                                       {u"expansions"_s, u"referenced_posts"_s}});
                return request;
            },
        .listing = parseXPosts,
        .isOurs = [](const Post &, const Credentials &) { return true; }, // the listing holds nobody else's
        .remove =
            [](const Credentials &who, const QString &remoteId) {
                return HttpRequest{
                    .url = address(who, u"/2/tweets/"_s + encoded(remoteId)), .headers = {}, .verb = "DELETE"};
            },
    };
}

} // namespace vigie::networks
