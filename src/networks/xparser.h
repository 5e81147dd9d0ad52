// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/postlisting.h"

#include <QByteArray>

namespace vigie::networks
{

/**
 * An answer of X's API v2 that holds posts: a timeline, a search, a single post. Pure; any bytes are accepted. Both spellings
 * are known (referenced_tweets and referenced_posts, retweet_count and repost_count). Errors beside data are holes; errors
 * alone are an error. A post without a time gets that of its id.
 */
[[nodiscard]] Result<PostListing> parseXPosts(const QByteArray &body);

/// "Not Found Error: …" out of an answer that is no success; empty when it says nothing.
[[nodiscard]] QString xComplaint(const QByteArray &body);

/// Whether the network lets an app answer this post: only who has mentioned or quoted the account may be answered.
/// `json` is an answer that holds the post.
[[nodiscard]] bool isSummons(const QByteArray &json, const QString &ownHandle, const QString &ownId);

/// The larger of two ids, as the network counts: by length, then by digits.
[[nodiscard]] QString laterXId(const QString &a, const QString &b);

} // namespace vigie::networks
