// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedparser.h"

#include "networks/feedtext.h"
#include "networks/plaintext.h"
#include "networks/postfields.h"
#include "networks/timestamps.h"
#include "networks/xmlfeedreader.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxIdLength = 2000;

QString singleLine(const QString &text)
{
    return cleanPostText(text.left(kMaxIdLength)).simplified();
}

QString openableUrl(const QString &url)
{
    const QByteArray utf8 = url.trimmed().toUtf8();
    return openableUrlFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

QString languageTag(const QString &text)
{
    const QByteArray utf8 = text.trimmed().toUtf8();
    return languageTagFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

QString hashed(const QString &content)
{
    const QByteArray digest = QCryptographicHash::hash(content.toUtf8(), QCryptographicHash::Sha256);
    return u"sha256:"_s + QString::fromLatin1(digest.toHex());
}

std::optional<core::Instant> jsonDate(const QJsonValue &value)
{
    return value.isString() ? parseFeedDate(value.toString()) : std::nullopt;
}

FeedEntry entryOfItem(const QJsonObject &item, const FeedContext &context)
{
    FeedEntry entry;
    // Version 1 allowed numbers and asked readers to take them as text.
    const QJsonValue id = item.value(u"id"_s);
    entry.id = id.isDouble() ? id.toVariant().toString() : id.toString();
    entry.link = item.value(u"url"_s).toString();
    if (entry.link.isEmpty())
        entry.link = item.value(u"external_url"_s).toString();
    if (!context.url.isEmpty() && !entry.link.isEmpty())
        entry.link = context.url.resolved(QUrl(entry.link)).toString();
    entry.title = {item.value(u"title"_s).toString(), false};
    entry.summary = {item.value(u"summary"_s).toString(), false};
    const QString html = item.value(u"content_html"_s).toString();
    entry.content =
        html.isEmpty() ? FeedContent{item.value(u"content_text"_s).toString(), false} : FeedContent{html, true};
    QJsonObject author = item.value(u"author"_s).toObject();
    if (author.isEmpty())
        author = item.value(u"authors"_s).toArray().at(0).toObject();
    entry.authorName = author.value(u"name"_s).toString();
    entry.authorUrl = openableUrl(author.value(u"url"_s).toString());
    entry.language = languageTag(item.value(u"language"_s).toString());
    entry.published = jsonDate(item.value(u"date_published"_s));
    entry.updated = jsonDate(item.value(u"date_modified"_s));
    return entry;
}

Result<FeedDocument> parseJsonFeed(const QString &text, const FeedContext &context)
{
    const QByteArray utf8 = text.toUtf8();
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(utf8, &error);
    if (error.error != QJsonParseError::NoError) {
        const QByteArray before = utf8.left(error.offset);
        return failAt({{}, int(before.count('\n')) + 1, int(before.size() - before.lastIndexOf('\n'))},
                      u"the JSON is not well formed: %1"_s.arg(error.errorString()));
    }
    const QJsonObject object = document.object();
    const QString version = object.value(u"version"_s).toString();
    if (!version.contains(u"jsonfeed.org/version/"_s) || !object.value(u"items"_s).isArray())
        return failAt({{}, 1, 1}, u"not a feed: JSON without a feed's version and items"_s);
    FeedDocument feed;
    feed.format = FeedFormat::JsonFeed;
    feed.version = version.section(u'/', -1).left(10);
    feed.title = singleLine(object.value(u"title"_s).toString());
    feed.subtitle = cleanPostText(object.value(u"description"_s).toString());
    feed.link = openableUrl(object.value(u"home_page_url"_s).toString());
    feed.language = languageTag(object.value(u"language"_s).toString());
    feed.nextUrl = openableUrl(object.value(u"next_url"_s).toString());
    const QJsonArray items = object.value(u"items"_s).toArray();
    for (const QJsonValue &item : items) {
        if (!item.isObject() || feed.posts.size() >= kMaxFeedEntries)
            continue;
        FeedEntry entry = entryOfItem(item.toObject(), context);
        if (entry.language.isEmpty())
            entry.language = feed.language;
        feed.posts.push_back(postOfEntry(entry, context));
    }
    return feed;
}

/// As XML reads the ends of lines, whoever wrote them.
QString withPlainLineEnds(QString text)
{
    if (text.contains(u'\r'))
        text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text;
}

/// Prefixes of elements and attributes for which there is no xmlns. Only asked for when the reader has stumbled.
QStringList undeclaredPrefixes(const QString &text)
{
    constexpr int kMost = 50;
    static const QRegularExpression use(u"</?([A-Za-z_][\\w.-]{0,30}):|\\s([A-Za-z_][\\w.-]{0,30}):[\\w.-]+\\s*="_s);
    QStringList prefixes;
    auto uses = use.globalMatch(text);
    while (uses.hasNext() && prefixes.size() < kMost) {
        const QRegularExpressionMatch match = uses.next();
        const QString prefix = match.captured(1) + match.captured(2);
        if (prefix != u"xmlns"_s && prefix != u"xml"_s && !prefixes.contains(prefix)
            && !text.contains(u"xmlns:"_s + prefix))
            prefixes.append(prefix);
    }
    return prefixes;
}

} // namespace

QString FeedContent::plain() const
{
    return isHtml ? plainTextFromHtml(value) : cleanPostText(value);
}

Post postOfEntry(const FeedEntry &entry, const FeedContext &context)
{
    Post post;
    post.network = u"rss"_s;
    const QString title = entry.title.plain().simplified();
    QString body = entry.content.plain();
    if (body.isEmpty())
        body = entry.summary.plain();
    if (title.isEmpty() || body.startsWith(title))
        post.text = body;
    else
        post.text = body.isEmpty() ? title : cleanPostText(title + u"\n\n"_s + body);
    post.url = openableUrl(entry.link);
    post.author.name = singleLine(entry.authorName);
    post.author.url = entry.authorUrl;
    const QString ownLanguage = entry.content.isEmpty() ? entry.summary.language : entry.content.language;
    post.language = !ownLanguage.isEmpty()         ? ownLanguage
                    : !entry.title.language.isEmpty() ? entry.title.language
                                                      : entry.language;
    post.inReplyTo = singleLine(entry.inReplyTo);
    const std::optional<core::Instant> time = entry.published ? entry.published : entry.updated;
    post.postedAt = time.value_or(context.receivedAt);
    post.remoteId = singleLine(entry.id);
    if (post.remoteId.isEmpty())
        post.remoteId = singleLine(entry.link);
    // An entry without a time must not change its identity with every reading.
    if (post.remoteId.isEmpty())
        post.remoteId = hashed(post.text + u'\n' + (time ? core::toIso(*time) : QString()));
    return post;
}

Result<FeedDocument> parseFeed(const QByteArray &bytes, const FeedContext &context)
{
    if (bytes.size() > kMaxFeedSize)
        return fail(ErrorKind::Parse, u"the feed is larger than 10 MB"_s);
    const Result<QString> text = feedText(bytes, context.contentType);
    if (!text)
        return tl::unexpected(text.error());
    const qsizetype first = std::find_if_not(text->begin(), text->end(), [](QChar unit) { return unit.isSpace(); })
                            - text->begin();
    if (first < text->size() && text->at(first) == u'{')
        return parseJsonFeed(*text, context);
    const QString lines = withPlainLineEnds(*text);
    if (QuickXmlTokens quick(lines); auto feed = XmlFeedReader(quick, context).read())
        return feed;
    ThoroughXmlTokens thorough(*text);
    Result<FeedDocument> feed = XmlFeedReader(thorough, context).read();
    QXmlStreamNamespaceDeclarations undeclared;
    for (const QString &prefix : feed ? QStringList() : undeclaredPrefixes(*text))
        undeclared.append({prefix, usualNamespaceOf(prefix)});
    if (undeclared.isEmpty())
        return feed;
    ThoroughXmlTokens helped(*text, undeclared);
    return XmlFeedReader(helped, context).read();
}

} // namespace vigie::networks
