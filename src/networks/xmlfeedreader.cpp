// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/xmlfeedreader.h"

#include "networks/plaintext.h"
#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr QStringView kXhtml = u"http://www.w3.org/1999/xhtml";

/// The short name under which we know a namespace; empty for the formats themselves and for none.
QString prefixOf(QStringView uri)
{
    static const QHash<QString, QString> prefixes = {
        {u""_s, u""_s},
        {u"http://www.w3.org/2005/atom"_s, u""_s},
        {u"http://purl.org/atom/ns#"_s, u""_s},
        {u"http://purl.org/rss/1.0/"_s, u""_s},
        {u"http://my.netscape.com/rdf/simple/0.9/"_s, u""_s},
        {u"http://channel.netscape.com/rdf/simple/0.9/"_s, u""_s},
        {u"http://backend.userland.com/rss2"_s, u""_s},
        {u"http://backend.userland.com/rss"_s, u""_s},
        {u"http://blogs.law.harvard.edu/tech/rss"_s, u""_s},
        {u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s, u"rdf:"_s},
        {u"http://purl.org/dc/elements/1.1/"_s, u"dc:"_s},
        {u"http://purl.org/dc/terms/"_s, u"dc:"_s},
        {u"http://purl.org/rss/1.0/modules/content/"_s, u"content:"_s},
        {kXhtml.toString(), u"xhtml:"_s},
        {u"http://www.itunes.com/dtds/podcast-1.0.dtd"_s, u"itunes:"_s},
        {u"http://purl.org/syndication/thread/1.0"_s, u"thr:"_s},
        {u"http://search.yahoo.com/mrss/"_s, u"media:"_s}};
    const auto found = prefixes.constFind(uri.toString().toLower());
    return found == prefixes.constEnd() ? u"?:"_s : *found;
}

QString languageTag(const QString &text)
{
    const QByteArray utf8 = text.trimmed().toUtf8();
    return languageTagFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

QString openableUrl(const QString &url)
{
    const QByteArray utf8 = url.toUtf8();
    return openableUrlFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

/// RSS asks for "name@host (A Name)", and "A Name (name@host)" is met too; the name is what people know.
QString rssAuthor(const QString &text)
{
    const qsizetype open = text.indexOf(u'(');
    const qsizetype close = text.lastIndexOf(u')');
    if (open > 0 && close > open + 1) {
        const QString within = text.mid(open + 1, close - open - 1).trimmed();
        return within.contains(u'@') ? text.left(open).trimmed() : within;
    }
    const qsizetype angle = text.indexOf(u'<');
    return (angle > 0 ? text.left(angle) : text).trimmed();
}

} // namespace

QString usualNamespaceOf(const QString &prefix)
{
    static const QHash<QString, QString> namespaces = {
        {u"dc"_s, u"http://purl.org/dc/elements/1.1/"_s},
        {u"content"_s, u"http://purl.org/rss/1.0/modules/content/"_s},
        {u"itunes"_s, u"http://www.itunes.com/dtds/podcast-1.0.dtd"_s},
        {u"rdf"_s, u"http://www.w3.org/1999/02/22-rdf-syntax-ns#"_s},
        {u"thr"_s, u"http://purl.org/syndication/thread/1.0"_s}};
    return namespaces.value(prefix, u"urn:undeclared:"_s + prefix);
}

XmlFeedReader::XmlFeedReader(XmlTokens &xml, const FeedContext &context) : m_xml(xml), m_context(context)
{
    m_scopes.push_back({context.url, languageTag(QString::fromLatin1(context.contentLanguage))});
}

Result<FeedDocument> XmlFeedReader::read()
{
    while (next()) {
        if (m_xml.kind() == XmlTokens::Kind::Start) {
            readRoot();
            break;
        }
    }
    while (next()) {
        // to the end: a feed that breaks off, or goes on after its end, is not to be trusted
    }
    if (m_error)
        return fail(*m_error);
    m_feed.link = openableUrl(m_feed.link);
    m_feed.nextUrl = openableUrl(m_feed.nextUrl);
    return std::move(m_feed);
}

bool XmlFeedReader::next()
{
    if (m_error)
        return false;
    const Place place = m_xml.place();
    switch (m_xml.next()) {
    case XmlTokens::Kind::Start: {
        if (int(m_scopes.size()) > kMaxFeedDepth) {
            m_error = Error{.kind = ErrorKind::Parse, .detail = u"elements are nested too deeply"_s, .place = place};
            return false;
        }
        Scope scope = m_scopes.back();
        if (const QString base = attribute(u"xml:base"); !base.isEmpty())
            scope.base = scope.base.resolved(QUrl(base));
        if (const QString language = attribute(u"xml:lang"); !language.isEmpty())
            scope.language = languageTag(language);
        m_scopes.push_back(std::move(scope));
        break;
    }
    case XmlTokens::Kind::End:
        m_scopes.pop_back();
        break;
    case XmlTokens::Kind::Failed:
        m_error = Error{.kind = ErrorKind::Parse,
                        .detail = u"the XML is not well formed: %1"_s.arg(m_xml.problem()),
                        .place = m_xml.place()};
        return false;
    case XmlTokens::Kind::Over:
        return false;
    case XmlTokens::Kind::Text:
    case XmlTokens::Kind::Other:
        break;
    }
    return true;
}

QString XmlFeedReader::name() const
{
    const QString local = m_xml.name().toString().toLower();
    return m_xml.namespaceUri() == m_ownNamespace ? local : prefixOf(m_xml.namespaceUri()) + local;
}

QString XmlFeedReader::attribute(QStringView attributeName) const
{
    for (const XmlTokens::Attribute &item : m_xml.attributes()) {
        if (item.qualifiedName == attributeName)
            return item.value.toString();
    }
    return {};
}

QString XmlFeedReader::resolved(const QString &link) const
{
    const QString trimmed = link.trimmed();
    if (trimmed.isEmpty())
        return {};
    const QUrl url(trimmed);
    return url.isRelative() && !m_scopes.back().base.isEmpty() ? m_scopes.back().base.resolved(url).toString() : trimmed;
}

void XmlFeedReader::readRoot()
{
    // Old drafts of Atom had other namespaces; the name of the root says enough.
    const QString local = m_xml.name().toString().toLower();
    if (local == u"feed"_s || local == u"rss"_s)
        m_ownNamespace = m_xml.namespaceUri().toString();
    const QString root = name();
    if (root == u"rss"_s || root == u"channel"_s) {
        m_feed.format = FeedFormat::Rss;
        m_feed.link = resolved(attribute(u"HREF"));
    } else if (root == u"rdf:rdf"_s) {
        m_feed.format = FeedFormat::Rdf;
        m_feed.version = m_xml.declaresNamespaces() ? u"1.0"_s : QString();
    } else if (root == u"feed"_s) {
        m_feed.format = FeedFormat::Atom;
        m_feed.version = m_xml.namespaceUri().contains(u"purl.org/atom"_s) ? u"0.3"_s : u"1.0"_s;
    } else {
        m_error = Error{.kind = ErrorKind::Parse,
                        .detail = u"not a feed: the root element is <%1>"_s.arg(m_xml.name().toString().left(40)),
                        .place = m_xml.place()};
        return;
    }
    if (const QString version = attribute(u"version"); !version.isEmpty())
        m_feed.version = version.left(10);
    m_feed.language = m_scopes.back().language;
    readFeedChildren();
}

/// The children of the current element, to its end.
void XmlFeedReader::readFeedChildren()
{
    const std::size_t depth = m_scopes.size();
    while (next() && m_scopes.size() >= depth) {
        if (m_xml.kind() == XmlTokens::Kind::Start)
            readFeedElement(name());
    }
}

void XmlFeedReader::readFeedElement(const QString &element)
{
    if (element == u"channel"_s) {
        if (m_scopes.size() < 10)
            readFeedChildren();
        else
            skip();
    } else if (element == u"item"_s || element == u"entry"_s) {
        readEntry();
    } else if (element == u"title"_s || (element == u"dc:title"_s && m_feed.title.isEmpty())) {
        m_feed.title = readContent().plain();
    } else if (element == u"description"_s || element == u"subtitle"_s || element == u"tagline"_s || element == u"abstract"_s
               || (m_feed.subtitle.isEmpty() && element.startsWith(u"itunes:su"_s))) {
        m_feed.subtitle = readContent().plain();
    } else if (element == u"language"_s || element == u"dc:language"_s) {
        m_feed.language = languageTag(readPlain());
    } else if (element == u"link"_s) {
        if (attribute(u"rel") == u"next"_s)
            m_feed.nextUrl = resolved(attribute(u"href"));
        readLink(m_feed.link);
    } else {
        skip();
    }
}

void XmlFeedReader::readEntry()
{
    FeedEntry entry;
    entry.language = m_scopes.back().language;
    if (m_feed.format == FeedFormat::Rdf)
        entry.id = attribute(u"rdf:about");
    // The channels of 1997 (CDF) have them as attributes.
    entry.link = resolved(attribute(u"HREF"));
    entry.updated = parseFeedDate(attribute(u"LASTMOD"));
    const std::size_t depth = m_scopes.size();
    while (next() && m_scopes.size() >= depth) {
        if (m_xml.kind() == XmlTokens::Kind::Start)
            readEntryElement(name(), entry);
    }
    if (m_error || m_feed.posts.size() >= kMaxFeedEntries)
        return;
    if (entry.language.isEmpty())
        entry.language = m_feed.language;
    m_feed.posts.push_back(postOfEntry(entry, m_context));
}

void XmlFeedReader::readEntryElement(const QString &element, FeedEntry &entry)
{
    if (element == u"title"_s || (element == u"dc:title"_s && entry.title.isEmpty())) {
        entry.title = readContent();
    } else if (element == u"description"_s || element == u"summary"_s || element == u"dc:description"_s
               || element == u"abstract"_s) {
        entry.summary = readContent();
    } else if (element == u"content"_s || element == u"content:encoded"_s || element == u"xhtml:body"_s || element == u"body"_s
               || element == u"xhtml:div"_s || element == u"fullitem"_s) {
        entry.content = readContent();
    } else if (element == u"guid"_s) {
        const bool isLink = attribute(u"isPermaLink") != u"false"_s;
        entry.id = readPlain();
        if (isLink && entry.link.isEmpty())
            entry.link = openableUrl(entry.id);
    } else if (element == u"id"_s) {
        entry.id = readPlain();
    } else if (element == u"link"_s) {
        readLink(entry.link);
    } else if (element == u"author"_s || element == u"dc:creator"_s || element == u"dc:author"_s
               || element == u"itunes:author"_s) {
        readPerson(entry);
    } else if (element == u"pubdate"_s || element == u"published"_s || element == u"issued"_s || element == u"dc:date"_s
               || element == u"dc:issued"_s || element == u"created"_s || element == u"dc:created"_s) {
        const std::optional<core::Instant> date = parseFeedDate(readPlain());
        entry.published = date ? date : entry.published;
    } else if (element == u"updated"_s || element == u"modified"_s || element == u"dc:modified"_s) {
        entry.updated = parseFeedDate(readPlain());
    } else if (element == u"dc:language"_s) {
        entry.language = languageTag(readPlain());
    } else if (element == u"thr:in-reply-to"_s) {
        entry.inReplyTo = attribute(u"ref").trimmed();
        skip();
    } else {
        skip();
    }
}

/// RSS has the name in the text, Atom in child elements.
void XmlFeedReader::readPerson(FeedEntry &entry)
{
    const std::size_t depth = m_scopes.size();
    QString text;
    QString personName;
    while (next() && m_scopes.size() >= depth) {
        if (m_xml.kind() == XmlTokens::Kind::Text) {
            text += m_xml.text().toString().left(1000);
        } else if (m_xml.kind() == XmlTokens::Kind::Start) {
            const QString element = name();
            if (element == u"name"_s)
                personName = readPlain();
            else if (element == u"uri"_s || element == u"url"_s || element == u"homepage"_s)
                entry.authorUrl = openableUrl(resolved(readPlain()));
            else
                skip();
        }
    }
    if (personName.isEmpty())
        personName = rssAuthor(text.trimmed());
    if (!personName.isEmpty() && entry.authorName.isEmpty())
        entry.authorName = personName;
}

/// Atom has the address in an attribute and a relation beside it, RSS has it in the text.
void XmlFeedReader::readLink(QString &link)
{
    const QString href = attribute(u"href");
    const QString relation = attribute(u"rel");
    const QString fromAttribute = resolved(href);
    const Scope scope = m_scopes.back();
    const QString text = readPlain();
    const bool isAlternate = relation.isEmpty() || relation == u"alternate"_s;
    if (!href.isEmpty()) {
        if (isAlternate && (link.isEmpty() || relation == u"alternate"_s))
            link = fromAttribute;
    } else if (!text.isEmpty() && link.isEmpty()) {
        const QUrl url(text);
        link = url.isRelative() && !scope.base.isEmpty() ? scope.base.resolved(url).toString() : text;
    }
}

QString XmlFeedReader::readPlain()
{
    const std::size_t depth = m_scopes.size();
    QString text;
    while (next() && m_scopes.size() >= depth) {
        if (m_xml.kind() == XmlTokens::Kind::Text && text.size() < kMaxUrlSize)
            text += m_xml.text();
    }
    return text.left(kMaxUrlSize).trimmed();
}

FeedContent XmlFeedReader::readContent()
{
    const QString type = attribute(u"type").toLower();
    const QString mode = attribute(u"mode").toLower();
    const bool isAtom = m_feed.format == FeedFormat::Atom;
    FeedContent content;
    content.language = languageTag(attribute(u"xml:lang"));
    if (mode == u"base64"_s || (isAtom && !type.isEmpty() && type.contains(u'/') && !type.startsWith(u"text/"_s)
                                && !type.endsWith(u"xml"_s))) {
        content.value = QString::fromUtf8(QByteArray::fromBase64(readMarkup(true).toLatin1()));
        content.isHtml = type.isEmpty() || type.contains(u"html"_s);
        return content;
    }
    const bool isXml = type == u"xhtml"_s || type.endsWith(u"xml"_s) || mode == u"xml"_s;
    const bool isEscaped = mode == u"escaped"_s;
    const bool isPlain = isAtom && (type.isEmpty() || type == u"text"_s || type == u"text/plain"_s) && mode != u"xml"_s;
    const QStringView space = m_xml.namespaceUri();
    const bool isXhtmlElement = space.size() == kXhtml.size() && space.compare(kXhtml, Qt::CaseInsensitive) == 0;
    content.value = readMarkup(!((isXml && !isEscaped) || isXhtmlElement));
    content.isHtml = !isPlain;
    return content;
}

/// The inside of the current element as one string: child elements become tags again. Text is either markup already
/// (escaped HTML) or plain, and then its "<" and "&" are escaped.
QString XmlFeedReader::readMarkup(bool textIsMarkup)
{
    const std::size_t depth = m_scopes.size();
    QString markup;
    while (next() && m_scopes.size() >= depth) {
        if (markup.size() > kMaxHtmlSize)
            continue;
        if (m_xml.kind() == XmlTokens::Kind::Text) {
            markup += textIsMarkup ? m_xml.text().toString() : m_xml.text().toString().toHtmlEscaped();
        } else if (m_xml.kind() == XmlTokens::Kind::Start) {
            const QString classes = attribute(u"class");
            markup += u'<' + m_xml.name().toString()
                      + (classes.isEmpty() ? QString() : u" class=\""_s + classes.toHtmlEscaped() + u'"') + u'>';
        } else if (m_xml.kind() == XmlTokens::Kind::End) {
            markup += u"</"_s + m_xml.name().toString() + u'>';
        }
    }
    return markup;
}

void XmlFeedReader::skip()
{
    const std::size_t depth = m_scopes.size();
    while (next() && m_scopes.size() >= depth) {
    }
}

} // namespace vigie::networks
