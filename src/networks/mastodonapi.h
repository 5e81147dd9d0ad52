// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/httpclient.h"

#include <QJsonDocument>
#include <QUrl>
#include <QUrlQuery>

// What all of Mastodon's files share: its addresses, its ids, its answers. For them alone.

namespace vigie::networks
{

/**
 * A post's identity in the network "mastodon" is SERVER/ID: the server that we asked, and its own id of the post.
 *
 * An id alone means something on one server only. A status has a `uri` that is the same everywhere, but a reply, a thread,
 * a deletion and our own sent posts speak of ids and nothing else: identified by its uri, a post could not be answered without
 * a search, and a deletion not be assigned at all. The price: who reads one hashtag on two servers sees a post twice.
 */
struct MastodonRef {
    QString server; ///< "mastodon.example", "127.0.0.1:8801"; empty: not said
    QString id;     ///< opaque

    bool operator==(const MastodonRef &) const = default;
};

/// An empty server leaves the id as it stands.
[[nodiscard]] QString mastodonRemoteId(const QString &server, const QString &id);
/// The inverse. What does not begin with a server's name is an id alone, whose server is not said.
[[nodiscard]] MastodonRef mastodonRefFrom(const QString &remoteId);

/// Lower case, with the port where it is not the usual one.
[[nodiscard]] QString mastodonServerOf(const QUrl &base);

/// What is opaque in the path, or in a value of the query, must have gone through mastodonPathPart().
[[nodiscard]] QUrl mastodonUrl(const QUrl &base, const QString &path, const QUrlQuery &query = {});
[[nodiscard]] QString mastodonPathPart(const QString &opaque);

/// A GET that asks for JSON, with the token where there is one.
[[nodiscard]] HttpRequest mastodonRequest(const QUrl &url, const QByteArray &token);

/// The document of an answer. An error where it is none (empty, HTML, broken off), or holds an `error` in place of what was
/// asked for. Bytes that are not UTF-8 become U+FFFD: one bad post must not hide a page.
[[nodiscard]] Result<QJsonDocument> mastodonDocument(const QByteArray &body);

/// JSON that is another thing than what was asked for.
[[nodiscard]] tl::unexpected<Error> notWhatWasAskedFor();

/// A 429 that does not say for how long: for as long as Mastodon's own windows last.
[[nodiscard]] Error withOwnWait(Error error);

} // namespace vigie::networks
