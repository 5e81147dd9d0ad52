// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/redditparser.h"

#include "networks/jsonmembers.h"
#include "networks/plaintext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

const QString kSite = u"https://www.reddit.com"_s;
constexpr int kMaxDepth = 100;
constexpr std::size_t kMaxPosts = 10'000;

bool isGone(const QJsonObject &data)
{
    const QString text = data.value(u"body"_s).toString(data.value(u"selftext"_s).toString());
    const QString author = data.value(u"author"_s).toString();
    // A deleted account's texts stay; a deleted text has no author either, or says so itself.
    return text == u"[deleted]" || text == u"[removed]" || (author == u"[deleted]" && text.isEmpty());
}

/// The submission's full name out of "/r/x/comments/ID/slug/…", which is all that an inbox tells.
QString rootFrom(const QString &context)
{
    const QStringList parts = context.split(u'/');
    const qsizetype at = parts.indexOf(u"comments"_s);
    return at >= 0 && at + 1 < parts.size() && !parts[at + 1].isEmpty() ? u"t3_"_s + parts[at + 1] : QString();
}

QString textOf(const QJsonObject &data, QStringView html, QStringView markdown)
{
    const QString rendered = json::textOfHtml(data.value(html));
    return rendered.isEmpty() ? json::text(data.value(markdown)) : rendered;
}

Post postOf(const QJsonObject &data, const QString &id, core::Instant time)
{
    Post post;
    post.network = u"reddit"_s;
    post.remoteId = id;
    post.postedAt = time;
    const QString author = json::line(data.value(u"author"_s));
    if (!author.isEmpty() && author != u"[deleted]") {
        post.author.handle = u"u/"_s + author;
        post.author.url = json::url(kSite + u"/user/"_s + author);
    }
    const QString context = json::line(data.value(u"context"_s));
    const QString permalink = json::line(data.value(u"permalink"_s));
    post.root = json::line(data.value(u"link_id"_s));
    if (post.root.isEmpty())
        post.root = rootFrom(context);
    post.inReplyTo = json::line(data.value(u"parent_id"_s));
    if (permalink.startsWith(u'/') || context.startsWith(u'/'))
        post.url = json::url(kSite + (permalink.startsWith(u'/') ? permalink : context));
    else if (post.root.startsWith(u"t3_"))
        post.url = json::url(kSite + u"/comments/"_s + post.root.mid(3) + u"/_/"_s + id.mid(3));
    post.likes = json::count(data.value(u"score"_s));
    if (id.startsWith(u"t3_")) {
        post.root.clear();
        post.inReplyTo.clear();
        post.replies = json::count(data.value(u"num_comments"_s));
        QStringList parts{json::line(data.value(u"title"_s)), textOf(data, u"selftext_html", u"selftext")};
        if (!data.value(u"is_self"_s).toBool())
            parts << json::url(data.value(u"url"_s));
        parts.removeAll(QString());
        post.text = cleanPostText(parts.join(u"\n\n"_s));
    } else {
        post.text = textOf(data, u"body_html", u"body");
    }
    return post;
}

void readListing(const QJsonObject &listing, int depth, PostListing &result);

void readThing(const QJsonObject &thing, int depth, PostListing &result)
{
    const QString kind = thing.value(u"kind"_s).toString();
    const QJsonObject data = thing.value(u"data"_s).toObject();
    if ((kind != u"t1" && kind != u"t3") || result.posts.size() >= kMaxPosts)
        return;
    QString id = json::line(data.value(u"name"_s));
    if (id.isEmpty() && !json::line(data.value(u"id"_s)).isEmpty())
        id = kind + u'_' + json::line(data.value(u"id"_s));
    const auto time = json::time(data.value(u"created_utc"_s));
    if (id.startsWith(kind + u'_')) {
        if (isGone(data))
            result.deleted.append(id);
        else if (time)
            result.posts.push_back(postOf(data, id, *time));
    }
    if (depth < kMaxDepth)
        readListing(data.value(u"replies"_s).toObject(), depth + 1, result);
}

void readListing(const QJsonObject &listing, int depth, PostListing &result)
{
    const QJsonArray children = listing.value(u"data"_s)[u"children"_s].toArray();
    for (const QJsonValue &child : children)
        readThing(child.toObject(), depth, result);
}

} // namespace

Result<PostListing> parseReddit(const QByteArray &body)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorKind::Parse, u"the answer is not valid JSON"_s);
    PostListing result;
    if (document.isArray()) {
        const QJsonArray listings = document.array();
        for (const QJsonValue &listing : listings)
            readListing(listing.toObject(), 0, result);
        return result;
    }
    const QJsonObject object = document.object();
    if (const QString complaint = redditComplaint(body); !complaint.isEmpty())
        return fail({.kind = complaint.startsWith(u"RATELIMIT") ? ErrorKind::RateLimited : ErrorKind::Parse,
                     .detail = complaint,
                     .retryAfter = waitInComplaint(complaint)});
    if (object.value(u"json"_s).isObject()) {
        const QJsonArray things = object.value(u"json"_s)[u"data"_s][u"things"_s].toArray();
        for (const QJsonValue &thing : things)
            readThing(thing.toObject(), 0, result);
        return result;
    }
    if (!object.value(u"data"_s)[u"children"_s].isArray())
        return fail(ErrorKind::Parse, u"the answer holds no list of posts"_s);
    readListing(object, 0, result);
    result.nextToken = json::line(object.value(u"data"_s)[u"after"_s]);
    return result;
}

QString redditComplaint(const QByteArray &body)
{
    const QJsonObject object = QJsonDocument::fromJson(body).object();
    const QJsonArray first = object.value(u"json"_s)[u"errors"_s].toArray().at(0).toArray();
    QStringList parts;
    if (!first.isEmpty())
        parts << json::line(first.at(0)) << json::line(first.at(1)).left(200);
    else if (object.contains(u"message"_s) && (object.contains(u"error"_s) || object.contains(u"reason"_s)))
        parts << json::line(object.value(u"message"_s)) << json::line(object.value(u"reason"_s)).left(200);
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

std::optional<std::chrono::seconds> waitInComplaint(const QString &complaint)
{
    static const QRegularExpression expression(
        u"(?:try again|wait|take a break for)\\D{0,20}(\\d{1,4})\\s*(second|minute|hour)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = expression.match(complaint);
    if (!match.hasMatch())
        return std::nullopt;
    const int number = match.captured(1).toInt();
    const QString unit = match.captured(2).toLower();
    constexpr std::chrono::seconds kDay = std::chrono::hours(24);
    const std::chrono::seconds wait = unit == u"second"   ? std::chrono::seconds(number)
                                      : unit == u"minute" ? std::chrono::minutes(number)
                                                          : std::chrono::hours(number);
    return std::min(wait, kDay);
}

} // namespace vigie::networks
