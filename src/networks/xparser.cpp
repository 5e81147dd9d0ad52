// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/xparser.h"

#include "networks/jsonmembers.h"
#include "networks/plaintext.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// The first of two spellings that is there.
QJsonValue either(const QJsonObject &object, QStringView older, QStringView newer)
{
    const QJsonValue value = object.value(older);
    return value.isUndefined() ? object.value(newer) : value;
}

/// The time that is in an id since late 2010; nothing for older ones.
std::optional<core::Instant> timeOfId(const QString &id)
{
    bool isNumber = false;
    const qulonglong number = id.toULongLong(&isNumber);
    constexpr qulonglong kFirst = 30'000'000'000;
    constexpr qint64 kEpoch = 1'288'834'974'657;
    if (!isNumber || number < kFirst || number > qulonglong(std::numeric_limits<qint64>::max()))
        return std::nullopt;
    return core::instantFromMillis(qint64(number >> 22) + kEpoch);
}

/// The API escapes three characters, and no others.
QString unescaped(QString text)
{
    return text.replace(u"&lt;"_s, u"<"_s).replace(u"&gt;"_s, u">"_s).replace(u"&amp;"_s, u"&"_s);
}

PostAuthor authorFrom(const QJsonObject &user)
{
    PostAuthor author;
    const QString name = json::line(user.value(u"username"_s));
    author.handle = name.isEmpty() ? QString() : u'@' + name;
    author.name = json::line(user.value(u"name"_s));
    author.url = json::url(u"https://x.com/"_s + name);
    author.followers = json::followers(user.value(u"public_metrics"_s).toObject().value(u"followers_count"_s));
    return author;
}

void readReferences(const QJsonObject &object, Post &post)
{
    const QJsonArray references = either(object, u"referenced_tweets", u"referenced_posts").toArray();
    for (const QJsonValue &value : references) {
        const QString type = value[u"type"_s].toString();
        if (type == u"replied_to"_s)
            post.inReplyTo = json::id(value[u"id"_s]);
        else if (type == u"retweeted"_s || type == u"reposted"_s)
            post.isRepost = true;
    }
}

std::optional<Post> postFrom(const QJsonObject &object, const QHash<QString, PostAuthor> &authors)
{
    Post post;
    post.network = u"x"_s;
    post.remoteId = json::id(object.value(u"id"_s));
    // Users, lists and private messages stand in the same places as posts.
    if (post.remoteId.isEmpty() || !object.value(u"text"_s).isString() || object.contains(u"event_type"_s))
        return std::nullopt;
    const QJsonObject note = either(object, u"note_tweet", u"note_post").toObject();
    const QString text =
        note.value(u"text"_s).isString() ? note.value(u"text"_s).toString() : object.value(u"text"_s).toString();
    post.text = cleanPostText(unescaped(text));
    post.author = authors.value(json::id(object.value(u"author_id"_s)));
    const QString owner = post.author.handle.isEmpty() ? u"i"_s : post.author.handle.mid(1);
    post.url = json::url(u"https://x.com/%1/status/%2"_s.arg(owner, post.remoteId));
    const auto written = json::time(object.value(u"created_at"_s));
    const auto time = written ? written : timeOfId(post.remoteId);
    if (!time)
        return std::nullopt;
    post.postedAt = *time;
    post.language = json::language(object.value(u"lang"_s));
    readReferences(object, post);
    post.root = json::id(object.value(u"conversation_id"_s));
    if (post.root == post.remoteId)
        post.root.clear();
    const QJsonObject metrics = object.value(u"public_metrics"_s).toObject();
    post.likes = json::count(metrics.value(u"like_count"_s));
    post.reposts = json::count(either(metrics, u"retweet_count", u"repost_count"));
    post.replies = json::count(metrics.value(u"reply_count"_s));
    return post;
}

QJsonArray listOf(const QJsonValue &value)
{
    return value.isObject() ? QJsonArray{value} : value.toArray();
}

/// Posts that were asked for by id and are not there any more. What only a hole refers to is none of ours.
QStringList goneIn(const QJsonArray &errors)
{
    QStringList ids;
    for (const QJsonValue &error : errors) {
        const QString parameter = error[u"parameter"_s].toString();
        if (error[u"type"_s].toString().endsWith(u"/resource-not-found"_s) &&
            (parameter == u"ids"_s || parameter == u"id"_s)) {
            const QString id = json::id(error[u"resource_id"_s]);
            ids.append(id.isEmpty() ? json::id(error[u"value"_s]) : id);
        }
    }
    ids.removeAll(QString());
    return ids;
}

} // namespace

Result<PostListing> parseXPosts(const QByteArray &body)
{
    const Result<QJsonObject> object = json::objectFrom(body);
    if (!object)
        return tl::unexpected(object.error());
    const QJsonArray errors = object->value(u"errors"_s).toArray();
    PostListing listing{.deleted = goneIn(errors)};
    const QJsonValue data = object->value(u"data"_s);
    const QJsonObject meta = object->value(u"meta"_s).toObject();
    if (!data.isArray() && !data.isObject() && meta.isEmpty() && listing.deleted.isEmpty()) {
        const QString complaint = xComplaint(body);
        return fail(ErrorKind::Parse, complaint.isEmpty() ? u"the answer holds no list of posts"_s : complaint);
    }
    QHash<QString, PostAuthor> authors;
    const QJsonObject includes = object->value(u"includes"_s).toObject();
    listing.others = int(either(includes, u"tweets", u"posts").toArray().size());
    const QJsonArray users = includes.value(u"users"_s).toArray();
    for (const QJsonValue &user : users) {
        if (const QString id = json::id(user[u"id"_s]); !id.isEmpty())
            authors.insert(id, authorFrom(user.toObject()));
    }
    listing.authors = int(authors.size());
    const QJsonArray items = listOf(data);
    for (const QJsonValue &item : items) {
        if (auto post = postFrom(item.toObject(), authors))
            listing.posts.push_back(std::move(*post));
    }
    listing.nextToken = json::line(meta.value(u"next_token"_s));
    listing.newestId = json::id(meta.value(u"newest_id"_s));
    return listing;
}

QString xComplaint(const QByteArray &body)
{
    const QJsonObject object = json::objectFrom(body).value_or(QJsonObject());
    const QJsonObject first =
        object.contains(u"errors"_s) ? object.value(u"errors"_s).toArray().at(0).toObject() : object;
    QStringList parts{json::line(first.value(u"title"_s)), json::line(first.value(u"detail"_s)).left(200)};
    if (parts[1].isEmpty())
        parts[1] = json::line(first.value(u"message"_s)).left(200);
    parts.removeAll(QString());
    return parts.join(u": "_s);
}

bool isSummons(const QByteArray &json, const QString &ownHandle, const QString &ownId)
{
    const QJsonObject object = json::objectFrom(json).value_or(QJsonObject());
    const QJsonObject post = object.value(u"data"_s).toObject();
    const QString name = ownHandle.startsWith(u'@') ? ownHandle.mid(1) : ownHandle;
    const QJsonArray mentions = post.value(u"entities"_s).toObject().value(u"mentions"_s).toArray();
    for (const QJsonValue &mention : mentions) {
        if ((!ownId.isEmpty() && json::id(mention[u"id"_s]) == ownId)
            || (!name.isEmpty() && mention[u"username"_s].toString().compare(name, Qt::CaseInsensitive) == 0))
            return true;
    }
    QSet<QString> quoted;
    const QJsonArray references = either(post, u"referenced_tweets", u"referenced_posts").toArray();
    for (const QJsonValue &reference : references) {
        if (reference[u"type"_s].toString() == u"quoted"_s)
            quoted.insert(json::id(reference[u"id"_s]));
    }
    const QJsonArray included = either(object.value(u"includes"_s).toObject(), u"tweets", u"posts").toArray();
    return std::any_of(included.begin(), included.end(), [&](const QJsonValue &other) {
        return !ownId.isEmpty() && quoted.contains(json::id(other[u"id"_s])) && json::id(other[u"author_id"_s]) == ownId;
    });
}

QString laterXId(const QString &a, const QString &b)
{
    if (a.size() != b.size())
        return a.size() > b.size() ? a : b;
    return a > b ? a : b;
}

} // namespace vigie::networks
