// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/feedparser.h"
#include "networks/xmltokens.h"

namespace vigie::networks
{

/// What an element of a feed holds, before it becomes plain text.
struct FeedContent {
    QString value;
    bool isHtml = true;
    QString language = {}; ///< where it says so itself

    [[nodiscard]] QString plain() const;
    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
};

/// The parts of an entry, of whatever format, until they become a Post.
struct FeedEntry {
    QString id;
    QString link;
    FeedContent title;
    FeedContent summary;
    FeedContent content;
    QString authorName;
    QString authorUrl;
    QString language;
    QString inReplyTo;
    std::optional<core::Instant> published;
    std::optional<core::Instant> updated;
};

/// What a prefix that nobody declared stands for.
[[nodiscard]] QString usualNamespaceOf(const QString &prefix);

/// Shared by the XML formats and JSON Feed.
[[nodiscard]] Post postOfEntry(const FeedEntry &entry, const FeedContext &context);

/**
 * RSS, RDF and Atom out of the XML of a decoded text, element by element. Used once.
 */
class XmlFeedReader
{
public:
    /// Both must outlive it.
    XmlFeedReader(XmlTokens &xml, const FeedContext &context);
    [[nodiscard]] Result<FeedDocument> read();

private:
    struct Scope {
        QUrl base;
        QString language;
    };

    bool next(); ///< the next token; keeps the scopes, the depth and the error
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString attribute(QStringView attributeName) const;
    [[nodiscard]] QString resolved(const QString &link) const;

    void readRoot();
    void readFeedChildren();
    void readFeedElement(const QString &element);
    void readEntry();
    void readEntryElement(const QString &element, FeedEntry &entry);
    void readPerson(FeedEntry &entry);
    void readLink(QString &link);
    [[nodiscard]] QString readPlain();
    [[nodiscard]] FeedContent readContent();
    [[nodiscard]] QString readMarkup(bool textIsMarkup);
    void skip();

    XmlTokens &m_xml;
    const FeedContext &m_context;
    FeedDocument m_feed;
    QString m_ownNamespace; ///< of the root element: its children need no prefix we know
    std::vector<Scope> m_scopes;
    std::optional<Error> m_error;
};

} // namespace vigie::networks
