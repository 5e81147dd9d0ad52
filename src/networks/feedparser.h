// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/post.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <vector>

namespace vigie::networks
{

enum class FeedFormat { Rss, Rdf, Atom, JsonFeed };

/// What the transport knows about the bytes of a feed.
struct FeedContext {
    QUrl url;                    ///< where they came from; base of relative links, may be empty
    QByteArray contentType;      ///< the HTTP header, for its charset; may be empty
    core::Instant receivedAt = {}; ///< the time of an entry that carries none
    QByteArray contentLanguage = {}; ///< the HTTP header; what holds where the feed does not say
};

struct FeedDocument {
    FeedFormat format = FeedFormat::Rss;
    QString version;  ///< "2.0", "1.0", "0.91"; empty when the feed does not say
    QString title;    ///< plain text
    QString subtitle; ///< plain text
    QString link;     ///< http(s) only; empty when there is none
    QString language; ///< BCP 47, as claimed
    QString nextUrl;  ///< JSON Feed's next_url and Atom's rel="next"; empty on the last page
    std::vector<Post> posts; ///< network "rss"; in the feed's order; duplicates of one id are left in
};

inline constexpr qsizetype kMaxFeedSize = 10'000'000;
inline constexpr int kMaxFeedDepth = 100;
inline constexpr int kMaxFeedEntries = 10'000;

/**
 * RSS 0.9x to 2.0, RSS 1.0 (RDF), Atom 0.3 and 1.0, JSON Feed 1 and 1.1. Pure: bytes in, value out, any bytes accepted.
 * Tolerates junk before the document, wrong encodings, HTML entities, stray "&" and prefixes that nobody declared; never
 * reads a DTD or an external entity. Errors name the line and the column. A feed that breaks off is an error: nothing of it
 * is returned.
 */
[[nodiscard]] Result<FeedDocument> parseFeed(const QByteArray &bytes, const FeedContext &context = {});

} // namespace vigie::networks
