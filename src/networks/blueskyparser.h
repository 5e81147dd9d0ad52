// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/post.h"

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace vigie::networks
{

struct BlueskyPage {
    std::vector<Post> posts = {};
    QStringList deleted = {}; ///< remote ids that a thread names as not found
    QString cursor = {};      ///< of the next page, back in time; empty at the end
    int skipped = 0;          ///< entries that are no post one could keep
};

/**
 * The posts of an answer of app.bsky: of listNotifications (mentions, replies and quotes alone), searchPosts and V2, getPosts,
 * getAuthorFeed and getPostThread, told apart by their members. Any bytes; an entry that cannot be kept is skipped.
 *
 * A post's time is the earlier of when its author says it was written and when the network saw it; `receivedAt` where neither
 * is a date.
 */
[[nodiscard]] Result<BlueskyPage> parseBlueskyPage(const QByteArray &body, core::Instant receivedAt);

/// A record of app.bsky.feed.post. Nothing when `uri` names no post or the record is none. The author is a DID alone.
[[nodiscard]] std::optional<Post> blueskyPostFromRecord(const QString &uri, const QString &cid, const QJsonObject &record,
                                                        std::optional<core::Instant> seenAt, core::Instant receivedAt);

} // namespace vigie::networks
