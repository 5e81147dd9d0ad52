// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/hackernewsparser.h"

#include "networks/jsonmembers.h"
#include "networks/plaintext.h"

#include <QJsonArray>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

const QString kItemPage = u"https://news.ycombinator.com/item?id="_s;
const QString kUserPage = u"https://news.ycombinator.com/user?id="_s;
constexpr int kMaxTreeDepth = 200;
constexpr std::size_t kMaxTreePosts = 10'000;

QString escapedForQuery(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// What a hit of the search and an item of the tree have in common.
Post postOf(const QJsonObject &item, const QString &id, core::Instant receivedAt)
{
    Post post;
    post.network = u"hackernews"_s;
    post.remoteId = id;
    post.url = kItemPage + escapedForQuery(id);
    post.author.handle = json::line(item.value(u"author"_s));
    if (!post.author.handle.isEmpty())
        post.author.url = kUserPage + escapedForQuery(post.author.handle);
    const auto seconds = json::time(item.value(u"created_at_i"_s));
    const auto written = seconds ? seconds : json::time(item.value(u"created_at"_s));
    post.postedAt = written.value_or(receivedAt);
    post.inReplyTo = json::id(item.value(u"parent_id"_s));
    post.root = json::id(item.value(u"story_id"_s));
    if (post.root == id)
        post.root.clear();
    post.likes = json::count(item.value(u"points"_s));
    post.replies = json::count(item.value(u"num_comments"_s));
    // A story has a title and a link or a text; a comment has a text alone, and the title of its story beside.
    QStringList parts;
    if (post.inReplyTo.isEmpty())
        parts << json::line(item.value(u"title"_s));
    for (const QString &member : {u"story_text"_s, u"comment_text"_s, u"text"_s})
        parts << json::textOfHtml(item.value(member));
    if (post.inReplyTo.isEmpty())
        parts << json::url(item.value(u"url"_s));
    parts.removeAll(QString());
    post.text = cleanPostText(parts.join(u"\n\n"_s));
    return post;
}

void readTree(const QJsonObject &item, const QString &root, int depth, core::Instant receivedAt, HackerNewsAnswer &answer)
{
    if (depth > kMaxTreeDepth || answer.posts.size() >= kMaxTreePosts)
        return;
    ++answer.hits;
    const QString id = json::id(item.value(u"id"_s));
    // A deleted comment is there without author and text, to hold its answers.
    if (!id.isEmpty() && item.value(u"author"_s).isString()) {
        Post post = postOf(item, id, receivedAt);
        post.root = root == id ? QString() : root;
        answer.posts.push_back(std::move(post));
    }
    const QJsonArray children = item.value(u"children"_s).toArray();
    for (const QJsonValue &child : children)
        readTree(child.toObject(), root, depth + 1, receivedAt, answer);
}

} // namespace

Result<HackerNewsAnswer> parseHackerNews(const QByteArray &body, core::Instant receivedAt)
{
    const Result<QJsonObject> object = json::objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    HackerNewsAnswer answer;
    if (object->value(u"children"_s).isArray()) {
        readTree(*object, json::id(object->value(u"id"_s)), 0, receivedAt, answer);
        answer.allHits = answer.hits;
        return answer;
    }
    if (!object->value(u"hits"_s).isArray())
        return fail(ErrorKind::Parse, u"the answer holds no list of posts"_s);
    const QJsonArray hits = object->value(u"hits"_s).toArray();
    answer.hits = hits.size();
    answer.allHits = std::max<qint64>(object->value(u"nbHits"_s).toInteger(), hits.size());
    for (const QJsonValue &value : hits) {
        const QJsonObject hit = value.toObject();
        const qint64 created = hit.value(u"created_at_i"_s).toInteger(-1);
        if (created >= 0)
            answer.oldest = std::min(answer.oldest.value_or(created), created);
        const QString id = json::id(hit.value(u"objectID"_s));
        if (!id.isEmpty())
            answer.posts.push_back(postOf(hit, id, receivedAt));
    }
    return answer;
}

} // namespace vigie::networks
