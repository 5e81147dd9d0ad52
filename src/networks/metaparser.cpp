// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/metaparser.h"

#include "networks/jsonmembers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMaxDepth = 8;
constexpr std::size_t kMaxPosts = 10'000;

/// What comes from above when a comment stands within a post.
struct Within {
    QString parent = {};
    QString root = {};
    QString page = {}; ///< address of the post
    int depth = 0;
};

/// A comment that was read without an id still has one in its address.
QString idFromAddress(const QString &address)
{
    const QUrl url(address);
    const QUrlQuery query(url);
    const QString reply = query.queryItemValue(u"reply_comment_id"_s);
    const QString comment = reply.isEmpty() ? query.queryItemValue(u"comment_id"_s) : reply;
    const QStringList parts = url.path().split(u'/', Qt::SkipEmptyParts);
    const qsizetype at = parts.indexOf(u"posts"_s);
    return comment.isEmpty() || at < 0 || at + 1 >= parts.size() ? QString() : parts[at + 1] + u'_' + comment;
}

std::optional<Post> facebookPost(const QJsonObject &object, const Within &within)
{
    Post post;
    post.network = u"facebook"_s;
    post.url = json::url(object.value(u"permalink_url"_s));
    post.remoteId = json::id(object.value(u"id"_s));
    if (post.remoteId.isEmpty())
        post.remoteId = idFromAddress(post.url);
    const auto time = json::time(object.value(u"created_time"_s));
    const QString text = json::text(object.value(u"message"_s));
    if (post.remoteId.isEmpty() || !time)
        return std::nullopt;
    post.postedAt = *time;
    post.text = text.isEmpty() ? json::text(object.value(u"story"_s)) : text;
    const QJsonObject from = object.value(u"from"_s).toObject(); // absent where the app may not know
    post.author.name = json::line(from.value(u"name"_s));
    post.author.handle = json::id(from.value(u"id"_s));
    const QString parent = json::id(object.value(u"parent"_s)[u"id"_s]);
    post.inReplyTo = parent.isEmpty() ? within.parent : parent;
    post.root = within.root;
    post.likes = json::count(object.value(u"like_count"_s));
    post.replies = json::count(object.value(u"comment_count"_s));
    return post;
}

std::optional<Post> instagramPost(const QJsonObject &object, const Within &within)
{
    Post post;
    post.network = u"instagram"_s;
    post.remoteId = json::id(object.value(u"id"_s));
    const auto time = json::time(object.value(u"timestamp"_s));
    if (post.remoteId.isEmpty() || !time)
        return std::nullopt;
    post.postedAt = *time;
    post.text = json::text(object.value(object.contains(u"text"_s) ? u"text"_s : u"caption"_s));
    QString name = json::line(object.value(u"username"_s));
    if (name.isEmpty())
        name = json::line(object.value(u"from"_s)[u"username"_s]);
    if (!name.isEmpty()) {
        post.author.handle = u'@' + name;
        post.author.url = json::url(u"https://www.instagram.com/"_s + name + u'/');
    }
    post.url = json::url(object.value(u"permalink"_s));
    if (post.url.isEmpty())
        post.url = within.page;
    const QString parent = json::id(object.value(u"parent_id"_s));
    post.inReplyTo = parent.isEmpty() ? within.parent : parent;
    post.root = within.root;
    post.likes = json::count(object.value(u"like_count"_s));
    post.replies = json::count(object.value(u"comments_count"_s));
    return post;
}

using ReadOne = std::optional<Post> (*)(const QJsonObject &object, const Within &within);

void readList(const QJsonArray &list, ReadOne readOne, const Within &within, PostListing &listing)
{
    for (const QJsonValue &value : list) {
        const QJsonObject object = value.toObject();
        const auto post = readOne(object, within);
        if (!post || listing.posts.size() >= kMaxPosts)
            continue;
        // A picture or a sticker alone has no text: nothing to read.
        if (!post->text.isEmpty())
            listing.posts.push_back(*post);
        if (within.depth >= kMaxDepth)
            continue;
        const Within inside{.parent = post->remoteId,
                            .root = within.root.isEmpty() ? post->remoteId : within.root,
                            .page = within.page.isEmpty() ? post->url : within.page,
                            .depth = within.depth + 1};
        for (const QString &member : {u"comments"_s, u"replies"_s})
            readList(object.value(member)[u"data"_s].toArray(), readOne, inside, listing);
    }
}

Result<PostListing> parse(const QByteArray &body, ReadOne readOne)
{
    const Result<QJsonObject> object = json::objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    if (const auto error = metaError(body, {}, 200))
        return fail(*error);
    PostListing listing;
    const QJsonValue mentioned = object->value(u"mentioned_comment"_s);
    const bool isOne = mentioned.isObject() || !object->contains(u"data"_s);
    if (!isOne && !object->value(u"data"_s).isArray())
        return fail(ErrorKind::Parse, u"the answer holds no list of posts"_s);
    const QJsonArray items = mentioned.isObject()  ? QJsonArray{mentioned}
                             : isOne               ? QJsonArray{*object}
                                                   : object->value(u"data"_s).toArray();
    readList(items, readOne, {}, listing);
    if (isOne && listing.posts.empty())
        return fail(ErrorKind::Parse, u"the answer holds no list of posts"_s);
    const QJsonValue paging = object->value(u"paging"_s);
    if (paging[u"next"_s].isString())
        listing.nextToken = json::line(paging[u"cursors"_s][u"after"_s]);
    return listing;
}

/// The numbers in usage headers are shares in per cent, but for the minutes of a wait.
std::chrono::minutes waitIn(const QJsonObject &usage)
{
    const double minutes = usage.value(u"estimated_time_to_regain_access"_s).toDouble();
    if (minutes > 0)
        return std::chrono::minutes(qint64(std::min(minutes, 24.0 * 60)));
    for (const QString &share : {u"call_count"_s, u"total_cputime"_s, u"total_time"_s}) {
        if (usage.value(share).toDouble() >= 100)
            return std::chrono::minutes(60);
    }
    return {};
}

} // namespace

Result<PostListing> parseFacebook(const QByteArray &body)
{
    return parse(body, facebookPost);
}

Result<PostListing> parseInstagram(const QByteArray &body)
{
    return parse(body, instagramPost);
}

std::optional<std::chrono::seconds> metaWait(const HttpHeaders &headers)
{
    std::chrono::minutes longest{};
    for (const auto &[name, value] : headers) {
        const QJsonObject usage = QJsonDocument::fromJson(value).object();
        if (name.compare("x-app-usage", Qt::CaseInsensitive) == 0)
            longest = std::max(longest, waitIn(usage));
        if (name.compare("x-business-use-case-usage", Qt::CaseInsensitive) != 0)
            continue;
        for (const QJsonValue &business : usage) {
            const QJsonArray kinds = business.toArray();
            for (const QJsonValue &kind : kinds)
                longest = std::max(longest, waitIn(kind.toObject()));
        }
    }
    return longest > std::chrono::minutes(0) ? std::optional<std::chrono::seconds>(longest) : std::nullopt;
}

std::optional<Error> metaError(const QByteArray &body, const HttpHeaders &headers, int status)
{
    const QJsonObject object = json::objectFrom(body).value_or(QJsonObject());
    if (!object.value(u"error"_s).isObject())
        return std::nullopt;
    const QJsonObject told = object.value(u"error"_s).toObject();
    const int code = told.value(u"code"_s).toInt();
    static constexpr std::array kLimits = {4, 17, 32, 341, 368, 613};
    static constexpr std::array kSignIn = {102, 190, 463, 467};
    Error error{.kind = ErrorKind::Parse,
                .detail = u"error %1 of the network"_s.arg(code),
                .httpStatus = status};
    if (std::find(kLimits.begin(), kLimits.end(), code) != kLimits.end() || (code >= 80'000 && code < 80'100)) {
        error.kind = ErrorKind::RateLimited;
        error.retryAfter = metaWait(headers).value_or(std::chrono::hours(1));
    } else if (std::find(kSignIn.begin(), kSignIn.end(), code) != kSignIn.end()) {
        error.kind = ErrorKind::Unauthorized;
        error.httpStatus = 401; // said with a 400 there: the token has ended
    } else if (code == 3 || code == 10 || (code >= 200 && code < 300)) {
        error.kind = ErrorKind::Conflict; // a right is missing; the token stands
    } else if (code == 1 || code == 2) {
        error.kind = ErrorKind::Network; // theirs, and passing
    } else if (code == 100 && status == 404) {
        error.kind = ErrorKind::NotFound;
    }
    // The message may quote what was sent, but no token: those stand in addresses alone.
    const QString message = json::line(told.value(u"message"_s)).left(200);
    if (!message.isEmpty() && !message.contains(u"access_token"_s))
        error.detail += u": "_s + message;
    return error;
}

} // namespace vigie::networks
