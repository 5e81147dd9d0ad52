// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonparser.h"

#include "networks/mastodonapi.h"
#include "networks/mastodonjson.h"
#include "networks/plaintext.h"
#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

using namespace mastodonjson;

namespace
{

constexpr qsizetype kMaxEntries = 10'000; // no server gives more than some hundreds

int countOf(const QJsonValue &value)
{
    return int(std::clamp<qint64>(value.toInteger(), 0, std::numeric_limits<int>::max()));
}

PostAuthor authorOf(const QJsonObject &account, const MastodonContext &context)
{
    PostAuthor author;
    const QString acct = lineOf(account[u"acct"_s]);
    if (!acct.isEmpty()) {
        const QString &domain = context.domain.isEmpty() ? context.server : context.domain;
        author.handle = u'@' + acct;
        if (!acct.contains(u'@') && !domain.isEmpty())
            author.handle += u'@' + domain;
    }
    author.name = lineOf(account[u"display_name"_s]);
    author.url = urlOf(account[u"url"_s]);
    // Servers that hide the number say -1, or leave it out.
    author.followers = std::max<qint64>(account[u"followers_count"_s].toInteger(-1), -1);
    return author;
}

QString textOf(const QJsonObject &status)
{
    const QString spoiler = cleanPostText(status[u"spoiler_text"_s].toString());
    const QJsonValue content = status[u"content"_s];
    // The answer to a deletion has the source text instead, to be written anew.
    const QString text = content.isString() ? plainTextFromHtml(content.toString())
                                            : cleanPostText(status[u"text"_s].toString());
    if (spoiler.isEmpty())
        return text;
    return text.isEmpty() ? spoiler : cleanPostText(spoiler + u"\n\n"_s + text);
}

/// What a Post has no member for.
QByteArray extraOf(const QJsonObject &status, const MastodonStatus &read)
{
    QJsonObject extra;
    if (!read.uri.isEmpty())
        extra.insert(u"uri"_s, read.uri);
    if (!read.visibility.isEmpty())
        extra.insert(u"visibility"_s, read.visibility);
    if (const auto edited = timeOf(status[u"edited_at"_s]))
        extra.insert(u"edited_at"_s, core::toIso(*edited));
    if (status[u"account"_s].toObject()[u"bot"_s].toBool())
        extra.insert(u"is_bot"_s, true);
    return extra.isEmpty() ? QByteArray() : QJsonDocument(extra).toJson(QJsonDocument::Compact);
}

/// An empty id: it is no status.
MastodonStatus statusOf(const QJsonObject &status, const MastodonContext &context)
{
    MastodonStatus read;
    read.id = idOf(status[u"id"_s]);
    read.uri = lineOf(status[u"uri"_s]);
    read.inReplyToId = idOf(status[u"in_reply_to_id"_s]);
    read.inReplyToAccountId = idOf(status[u"in_reply_to_account_id"_s]);
    read.accountId = idOf(status[u"account"_s].toObject()[u"id"_s]);
    read.visibility = lineOf(status[u"visibility"_s]).left(20);
    read.content = status[u"content"_s].toString();
    read.isEdited = timeOf(status[u"edited_at"_s]).has_value();
    const QJsonArray mentions = status[u"mentions"_s].toArray();
    for (const QJsonValue &mention : mentions) {
        if (const QString id = idOf(mention.toObject()[u"id"_s]); !id.isEmpty())
            read.mentionedAccountIds.append(id);
    }
    // A repost has no words of its own.
    const QJsonObject reblog = status[u"reblog"_s].toObject();
    const QJsonObject &source = reblog.isEmpty() ? status : reblog;
    Post &post = read.post;
    post.network = u"mastodon"_s;
    post.remoteId = mastodonRemoteId(context.server, read.id);
    post.isRepost = !reblog.isEmpty();
    post.url = urlOf(status[u"url"_s]);
    if (post.url.isEmpty())
        post.url = urlOf(source[u"url"_s]);
    post.author = authorOf(status[u"account"_s].toObject(), context);
    post.text = textOf(source);
    const QByteArray language = source[u"language"_s].toString().toUtf8();
    post.language = languageTagFromUtf8(std::string_view(language.constData(), std::size_t(language.size())));
    post.postedAt = timeOf(status[u"created_at"_s]).value_or(context.receivedAt);
    post.inReplyTo = mastodonRemoteId(context.server, read.inReplyToId);
    post.likes = countOf(source[u"favourites_count"_s]);
    post.reposts = countOf(source[u"reblogs_count"_s]);
    post.replies = countOf(source[u"replies_count"_s]);
    post.extra = extraOf(source, read);
    return read;
}

bool bringsAPost(const QString &type)
{
    return type == u"mention" || type == u"quote";
}

MastodonItem notificationOf(const QJsonObject &notification, const MastodonContext &context)
{
    MastodonItem item;
    item.id = idOf(notification[u"id"_s]);
    item.at = timeOf(notification[u"created_at"_s]).value_or(context.receivedAt);
    if (bringsAPost(notification[u"type"_s].toString())) {
        MastodonStatus status = statusOf(notification[u"status"_s].toObject(), context);
        if (!status.id.isEmpty())
            item.status = std::move(status);
    }
    return item;
}

/// `read` makes an item of an object; one without an id is skipped.
template <typename Read>
void appendItems(MastodonList &list, const QJsonArray &entries, const Read &read)
{
    for (const QJsonValue &entry : entries) {
        MastodonItem item;
        if (entry.isObject() && qsizetype(list.items.size()) < kMaxEntries)
            item = read(entry.toObject());
        if (item.id.isEmpty())
            ++list.skipped;
        else
            list.items.push_back(std::move(item));
    }
}

MastodonItem statusItemOf(const QJsonObject &object, const MastodonContext &context)
{
    MastodonStatus status = statusOf(object, context);
    MastodonItem item{.id = status.id, .at = status.post.postedAt};
    item.status = std::move(status);
    return item;
}

MastodonList statusesOf(const QJsonArray &entries, const MastodonContext &context)
{
    MastodonList list;
    appendItems(list, entries, [&context](const QJsonObject &entry) { return statusItemOf(entry, context); });
    return list;
}

MastodonList conversationsOf(const QJsonArray &entries, const MastodonContext &context)
{
    MastodonList list;
    appendItems(list, entries, [&context](const QJsonObject &entry) {
        return statusItemOf(entry[u"last_status"_s].toObject(), context);
    });
    return list;
}

MastodonList notificationsOf(const QJsonArray &entries, const MastodonContext &context)
{
    MastodonList list;
    appendItems(list, entries, [&context](const QJsonObject &entry) { return notificationOf(entry, context); });
    return list;
}

MastodonList groupedOf(const QJsonObject &answer, const MastodonContext &context)
{
    QHash<QString, QJsonObject> statuses;
    const QJsonArray all = answer[u"statuses"_s].toArray();
    for (const QJsonValue &status : all)
        statuses.insert(idOf(status.toObject()[u"id"_s]), status.toObject());
    MastodonList list;
    appendItems(list, answer[u"notification_groups"_s].toArray(), [&](const QJsonObject &group) {
        MastodonItem item;
        item.id = idOf(group[u"most_recent_notification_id"_s]);
        item.at = timeOf(group[u"latest_page_notification_at"_s]).value_or(context.receivedAt);
        const QString statusId = idOf(group[u"status_id"_s]);
        if (bringsAPost(group[u"type"_s].toString()) && !statusId.isEmpty() && statuses.contains(statusId))
            item.status = statusOf(statuses.value(statusId), context);
        return item;
    });
    return list;
}

MastodonList threadOf(const QJsonObject &answer, const MastodonContext &context)
{
    MastodonList list = statusesOf(answer[u"ancestors"_s].toArray(), context);
    const QString root = list.items.empty() ? QString() : list.items.front().status->post.remoteId;
    MastodonList below = statusesOf(answer[u"descendants"_s].toArray(), context);
    list.skipped += below.skipped;
    std::move(below.items.begin(), below.items.end(), std::back_inserter(list.items));
    for (MastodonItem &item : list.items) {
        if (item.status->post.remoteId != root)
            item.status->post.root = root;
    }
    return list;
}

} // namespace

Result<MastodonStatus> parseMastodonStatus(const QByteArray &body, const MastodonContext &context)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    MastodonStatus status = statusOf(document->object(), context);
    if (status.id.isEmpty())
        return notWhatWasAskedFor();
    return status;
}

Result<MastodonList> parseMastodonStatuses(const QByteArray &body, const MastodonContext &context)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    if (!document->isArray())
        return notWhatWasAskedFor();
    return statusesOf(document->array(), context);
}

Result<MastodonItem> parseMastodonNotification(const QByteArray &body, const MastodonContext &context)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    MastodonItem item = notificationOf(document->object(), context);
    if (item.id.isEmpty())
        return notWhatWasAskedFor();
    return item;
}

Result<MastodonList> parseMastodonNotifications(const QByteArray &body, const MastodonContext &context)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    if (document->isArray())
        return notificationsOf(document->array(), context);
    if (document->object()[u"notification_groups"_s].isArray())
        return groupedOf(document->object(), context);
    return notWhatWasAskedFor();
}

Result<MastodonList> parseMastodonThread(const QByteArray &body, const MastodonContext &context)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    if (!document->object()[u"descendants"_s].isArray())
        return notWhatWasAskedFor();
    return threadOf(document->object(), context);
}

Result<MastodonList> parseMastodonSearch(const QByteArray &body, const MastodonContext &context)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    if (!document->object()[u"statuses"_s].isArray())
        return notWhatWasAskedFor();
    return statusesOf(document->object()[u"statuses"_s].toArray(), context);
}

Result<MastodonList> parseMastodonAnswer(const QByteArray &body, const MastodonContext &context)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    const QJsonArray entries = document->isArray() ? document->array() : QJsonArray{document->object()};
    const QJsonObject first = entries.at(0).toObject();
    const QJsonObject whole = document->object();
    if (whole[u"notification_groups"_s].isArray())
        return groupedOf(whole, context);
    if (whole[u"descendants"_s].isArray())
        return threadOf(whole, context);
    if (whole[u"statuses"_s].isArray())
        return statusesOf(whole[u"statuses"_s].toArray(), context);
    if (first.contains(u"last_status"_s))
        return conversationsOf(entries, context);
    if (first.contains(u"type"_s) && first.contains(u"account"_s))
        return notificationsOf(entries, context);
    const bool isStatus = first.contains(u"account"_s) && (first.contains(u"content"_s) || first.contains(u"visibility"_s));
    if (isStatus || (document->isArray() && entries.isEmpty()))
        return statusesOf(entries, context);
    return notWhatWasAskedFor();
}

} // namespace vigie::networks
