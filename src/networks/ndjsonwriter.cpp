// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/ndjsonreader.h"
#include "networks/postfields.h"

using namespace Qt::StringLiterals;

namespace vigie::networks
{

namespace
{

void appendMember(QByteArray &json, const char *key, const QString &value)
{
    if (value.isEmpty())
        return;
    json += QByteArrayLiteral(",\"") + key + "\":";
    appendJsonString(json, value);
}

void appendCount(QByteArray &json, const char *key, int value)
{
    if (value != 0)
        json += QByteArrayLiteral(",\"") + key + "\":" + QByteArray::number(value);
}

} // namespace

QByteArray toNdjson(const Post &post)
{
    QByteArray json;
    json.reserve(post.text.size() + 300);
    json += "{\"network\":";
    appendJsonString(json, post.network);
    json += ",\"id\":";
    appendJsonString(json, post.remoteId);
    appendMember(json, "url", post.url);
    QByteArray author;
    appendMember(author, "handle", post.author.handle);
    appendMember(author, "name", post.author.name);
    appendMember(author, "url", post.author.url);
    if (post.author.followers >= 0)
        author += ",\"followers\":" + QByteArray::number(post.author.followers);
    if (!author.isEmpty())
        json += ",\"author\":{" + author.mid(1) + '}';
    json += ",\"text\":";
    appendJsonString(json, post.text);
    appendMember(json, "lang", post.language);
    json += ",\"posted_at\":\"" + core::toIso(post.postedAt).toLatin1() + '"';
    appendMember(json, "in_reply_to", post.inReplyTo);
    appendMember(json, "root", post.root);
    appendCount(json, "likes", post.likes);
    appendCount(json, "reposts", post.reposts);
    appendCount(json, "replies", post.replies);
    if (post.isRepost)
        json += ",\"is_repost\":true";
    if (post.extra.size() > 2)
        json += ',' + post.extra.mid(1, post.extra.size() - 2);
    return json + '}';
}

} // namespace vigie::networks
