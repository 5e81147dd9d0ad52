// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyparser.h"

#include "networks/blueskyfacets.h"
#include "networks/blueskyids.h"
#include "networks/capabilities.h"
#include "networks/plaintext.h"
#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxLinks = 50;
constexpr qsizetype kMaxCursor = 4096;

std::optional<core::Instant> dateFrom(const QJsonValue &value)
{
    const QByteArray text = value.toString().toLatin1();
    const auto date = parseRfc3339(std::string_view(text.constData(), std::size_t(text.size())));
    // What is written as before 1970 is a clock that was never set.
    return date && core::toMillis(*date) >= 0 ? date : std::nullopt;
}

QString identifierFrom(const QJsonValue &value)
{
    const QByteArray utf8 = value.toString().toUtf8();
    return identifierFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

int countFrom(const QJsonValue &value)
{
    return int(std::clamp<qint64>(value.toInteger(0), 0, std::numeric_limits<int>::max()));
}

QString languageFrom(const QJsonObject &record)
{
    const QByteArray tag = record.value(u"langs").toArray().at(0).toString().toUtf8();
    return languageTagFromUtf8(std::string_view(tag.constData(), std::size_t(tag.size())));
}

/// The address of a strong reference, where it is a post's.
QString referenceFrom(const QJsonValue &value)
{
    const QString uri = value.toObject().value(u"uri").toString();
    const std::optional<AtUri> parts = AtUri::fromString(uri);
    return parts && parts->isPost() ? uri : QString();
}

/// Texts show long links cut short; where they lead is kept beside.
QJsonArray linksOf(const QJsonObject &record)
{
    QStringList links;
    for (const Facet &facet : facetsFromJson(record.value(u"text").toString(), record.value(u"facets").toArray())) {
        if (facet.kind == Facet::Kind::Link && postUrlIsOpenable(facet.value) && links.size() < kMaxLinks)
            links.append(facet.value);
    }
    const QString card =
        record.value(u"embed").toObject().value(u"external").toObject().value(u"uri").toString();
    if (postUrlIsOpenable(card))
        links.append(card);
    links.removeDuplicates();
    return QJsonArray::fromStringList(links);
}

void setAuthor(Post &post, const QJsonObject &author)
{
    const QString handle = identifierFrom(author.value(u"handle"));
    // A handle that does not lead back to its account any more is shown as "handle.invalid": the DID says more.
    if (isHandle(handle) && handle != u"handle.invalid")
        post.author.handle = handle;
    post.author.name = identifierFrom(author.value(u"displayName"));
    post.author.followers = author.value(u"followersCount").toInteger(-1);
}

std::optional<Post> postFromView(const QJsonObject &view, core::Instant receivedAt)
{
    auto post = blueskyPostFromRecord(view.value(u"uri").toString(), view.value(u"cid").toString(),
                                      view.value(u"record").toObject(), dateFrom(view.value(u"indexedAt")), receivedAt);
    if (!post)
        return std::nullopt;
    setAuthor(*post, view.value(u"author").toObject());
    post->likes = countFrom(view.value(u"likeCount"));
    post->reposts = countFrom(view.value(u"repostCount"));
    post->replies = countFrom(view.value(u"replyCount"));
    return post;
}

/// Collects the entries of one answer.
class PageReader
{
public:
    explicit PageReader(core::Instant receivedAt) : m_receivedAt(receivedAt) {}

    void take(const QJsonObject &view)
    {
        if (auto post = postFromView(view, m_receivedAt))
            page.posts.push_back(std::move(*post));
        else
            ++page.skipped;
    }

    void takeNotification(const QJsonObject &notification)
    {
        // A server may ignore that we asked for these alone.
        const QString reason = notification.value(u"reason").toString();
        if (reason == u"mention" || reason == u"reply" || reason == u"quote")
            take(notification);
    }

    /// A thread is a tree of any depth.
    void takeThread(const QJsonObject &root)
    {
        std::vector<QJsonObject> waiting = {root};
        while (!waiting.empty()) {
            const QJsonObject node = waiting.back();
            waiting.pop_back();
            if (node.value(u"notFound").toBool()) {
                const QString uri = node.value(u"uri").toString();
                if (AtUri::fromString(uri))
                    page.deleted.append(uri);
                continue;
            }
            if (node.contains(u"post"))
                take(node.value(u"post").toObject());
            if (node.value(u"parent").isObject())
                waiting.push_back(node.value(u"parent").toObject());
            for (const QJsonValue reply : node.value(u"replies").toArray())
                waiting.push_back(reply.toObject());
        }
    }

    BlueskyPage page;

private:
    core::Instant m_receivedAt;
};

} // namespace

std::optional<Post> blueskyPostFromRecord(const QString &uri, const QString &cid, const QJsonObject &record,
                                          std::optional<core::Instant> seenAt, core::Instant receivedAt)
{
    const std::optional<AtUri> parts = AtUri::fromString(uri);
    const QJsonValue type = record.value(u"$type");
    if (!parts || !parts->isPost() || !record.value(u"text").isString()
        || (!type.isUndefined() && type.toString() != kBlueskyPost))
        return std::nullopt;
    Post post;
    post.network = u"bluesky"_s;
    post.remoteId = uri;
    post.url = blueskyPostUrl(uri);
    post.author.handle = parts->authority;
    post.author.url = blueskyProfileUrl(parts->authority);
    post.text = cleanPostText(record.value(u"text").toString());
    post.language = languageFrom(record);
    const std::optional<core::Instant> written = dateFrom(record.value(u"createdAt"));
    post.postedAt = written && seenAt ? std::min(*written, *seenAt) : written.value_or(seenAt.value_or(receivedAt));
    const QJsonObject reply = record.value(u"reply").toObject();
    post.inReplyTo = referenceFrom(reply.value(u"parent"));
    post.root = referenceFrom(reply.value(u"root"));
    QJsonObject extra;
    if (!cid.isEmpty() && cid.size() < 256)
        extra.insert(u"cid"_s, cid);
    if (const QJsonArray links = linksOf(record); !links.isEmpty())
        extra.insert(u"links"_s, links);
    if (!extra.isEmpty())
        post.extra = QJsonDocument(extra).toJson(QJsonDocument::Compact);
    return post;
}

Result<BlueskyPage> parseBlueskyPage(const QByteArray &body, core::Instant receivedAt)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return fail(ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    const QJsonObject object = document.object();
    PageReader reader(receivedAt);
    if (object.value(u"posts").isArray()) {
        for (const QJsonValue post : object.value(u"posts").toArray())
            reader.take(post.toObject());
    } else if (object.value(u"notifications").isArray()) {
        for (const QJsonValue notification : object.value(u"notifications").toArray())
            reader.takeNotification(notification.toObject());
    } else if (object.value(u"feed").isArray()) {
        for (const QJsonValue item : object.value(u"feed").toArray())
            reader.take(item.toObject().value(u"post").toObject());
    } else if (object.value(u"thread").isObject()) {
        reader.takeThread(object.value(u"thread").toObject());
    } else {
        return fail(ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    }
    const QString cursor = object.value(u"cursor").toString();
    if (cursor.size() <= kMaxCursor)
        reader.page.cursor = cursor;
    return std::move(reader.page);
}

} // namespace vigie::networks
