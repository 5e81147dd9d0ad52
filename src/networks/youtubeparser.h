// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/postlisting.h"

#include <QByteArray>

namespace vigie::networks
{

/// What textDisplay holds, by the textFormat that was asked for. textOriginal, where it is there, is always plain.
enum class YouTubeText { Plain, Html };

/**
 * An answer of YouTube's Data API with comments: threads, the comments of one, a comment that was written. Pure; any bytes
 * are accepted. `threads` says how many replies a thread has: those that stand in it need not be all.
 */
[[nodiscard]] Result<PostListing> parseYouTube(const QByteArray &body, YouTubeText format);

/// "quotaExceeded: …" out of an answer that is no success; empty when it says nothing.
[[nodiscard]] QString youTubeComplaint(const QByteArray &body);
/// Whether it says that nothing is left for this day, and how long that day still is (it ends at midnight in California).
[[nodiscard]] std::optional<std::chrono::seconds> youTubeWait(const QString &complaint, core::Instant now);

} // namespace vigie::networks
