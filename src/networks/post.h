// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace vigie::networks
{

struct PostAuthor {
    QString handle; ///< as the network writes it: "@a@b.social", "a.bsky.social"; may be empty (a feed)
    QString name;   ///< may be empty
    QString url;
    qint64 followers = -1; ///< -1: not known

    bool operator==(const PostAuthor &) const = default;
};

/**
 * A post as every source hands it over, whatever its network: already plain text, already sanitised.
 *
 * Identity is (network, remoteId). A plain value; may be copied and passed between threads.
 */
struct Post {
    QString network;  ///< "mastodon", "bluesky", "x", "rss", … lower case; opaque to all but src/networks
    QString remoteId; ///< opaque, never empty
    QString url;      ///< http(s) only; empty where the network gave none, or a scheme we do not open
    PostAuthor author;
    QString text; ///< plain text, at most kMaxTextLength UTF-16 units
    QString language; ///< what the network claims: a BCP 47 tag, or empty
    core::Instant postedAt;
    QString inReplyTo; ///< remote id; empty when it is no reply
    QString root;      ///< remote id of the thread's first post; empty when not known
    int likes = 0;
    int reposts = 0;
    int replies = 0;
    bool isRepost = false;
    QByteArray extra; ///< members of the source that Vigie does not know, as one compact JSON object; empty when none

    static constexpr qsizetype kMaxTextLength = 100'000;

    bool operator==(const Post &) const = default;
};

} // namespace vigie::networks

Q_DECLARE_METATYPE(vigie::networks::Post)
