// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/youtubeparser.h"

#include "networks/jsonmembers.h"

#include <QJsonArray>
#include <QTimeZone>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

QString pageOf(const QString &video, const QString &comment)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return video.isEmpty()
               ? QString()
               : json::url(u"https://www.youtube.com/watch?v="_s + encoded(video) + u"&lc="_s + encoded(comment));
}

/// `video`: of the thread, where a reply does not say it.
std::optional<Post> postOf(const QJsonObject &comment, const QString &video, YouTubeText format)
{
    const QJsonObject snippet = comment.value(u"snippet"_s).toObject();
    Post post;
    post.network = u"youtube"_s;
    post.remoteId = json::line(comment.value(u"id"_s));
    const auto time = json::time(snippet.value(u"publishedAt"_s));
    if (post.remoteId.isEmpty() || !time)
        return std::nullopt;
    post.postedAt = *time;
    if (snippet.value(u"textOriginal"_s).isString())
        post.text = json::text(snippet.value(u"textOriginal"_s));
    else
        post.text = format == YouTubeText::Html ? json::textOfHtml(snippet.value(u"textDisplay"_s))
                                                : json::text(snippet.value(u"textDisplay"_s));
    // Since 2022 the displayed name is the handle.
    const QString name = json::line(snippet.value(u"authorDisplayName"_s));
    (name.startsWith(u'@') ? post.author.handle : post.author.name) = name;
    post.author.url = json::url(snippet.value(u"authorChannelUrl"_s));
    post.inReplyTo = json::line(snippet.value(u"parentId"_s));
    post.root = post.inReplyTo; // there is one level of replies
    post.likes = json::count(snippet.value(u"likeCount"_s));
    const QString own = json::line(snippet.value(u"videoId"_s));
    post.url = pageOf(own.isEmpty() ? video : own, post.remoteId);
    return post;
}

void readThread(const QJsonObject &thread, YouTubeText format, PostListing &listing)
{
    const QJsonObject snippet = thread.value(u"snippet"_s).toObject();
    const QJsonObject top = snippet.value(u"topLevelComment"_s).toObject();
    const QString video = json::line(snippet.value(u"videoId"_s));
    auto post = postOf(top, video, format);
    if (!post)
        return;
    post->replies = json::count(snippet.value(u"totalReplyCount"_s));
    listing.threads.insert(post->remoteId, post->replies);
    listing.posts.push_back(std::move(*post));
    const QJsonArray replies = thread.value(u"replies"_s)[u"comments"_s].toArray();
    for (const QJsonValue &reply : replies) {
        if (auto answer = postOf(reply.toObject(), video, format))
            listing.posts.push_back(std::move(*answer));
    }
}

} // namespace

Result<PostListing> parseYouTube(const QByteArray &body, YouTubeText format)
{
    const Result<QJsonObject> object = json::objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    if (object->contains(u"error"_s)) {
        const QString complaint = youTubeComplaint(body);
        return fail(ErrorKind::Parse, complaint.isEmpty() ? u"the answer is an error"_s : complaint);
    }
    PostListing listing;
    const bool isComment = object->value(u"kind"_s).toString() == u"youtube#comment";
    if (!isComment && !object->value(u"items"_s).isArray())
        return fail(ErrorKind::Parse, u"the answer holds no list of posts"_s);
    const QJsonArray items = isComment ? QJsonArray{*object} : object->value(u"items"_s).toArray();
    for (const QJsonValue &value : items) {
        const QJsonObject item = value.toObject();
        if (item.value(u"snippet"_s)[u"topLevelComment"_s].isObject())
            readThread(item, format, listing);
        else if (auto post = postOf(item, {}, format))
            listing.posts.push_back(std::move(*post));
    }
    listing.nextToken = json::line(object->value(u"nextPageToken"_s));
    return listing;
}

QString youTubeComplaint(const QByteArray &body)
{
    const QJsonValue error = json::objectFrom(body).value_or(QJsonObject()).value(u"error"_s);
    QStringList parts{json::line(error[u"errors"_s].toArray().at(0)[u"reason"_s]),
                      json::line(error[u"message"_s]).left(200)};
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

std::optional<std::chrono::seconds> youTubeWait(const QString &complaint, core::Instant now)
{
    if (!complaint.startsWith(u"quotaExceeded") && !complaint.startsWith(u"dailyLimitExceeded"))
        return std::nullopt;
    const QTimeZone pacific("America/Los_Angeles");
    const QDateTime here = core::toUtc(now).toTimeZone(pacific);
    const QDateTime midnight(here.date().addDays(1), QTime(0, 0), pacific);
    return std::chrono::seconds(std::max<qint64>(60, here.secsTo(midnight)));
}

} // namespace vigie::networks
