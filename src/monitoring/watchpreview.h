// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/mention.h"
#include "monitoring/watch.h"
#include "monitoring/watchjudge.h"
#include "store/connection.h"

#include <vector>

namespace vigie::monitoring
{

/// What a watch finds in what is stored, and how often it would have given an alert: told while it is still being written.
struct WatchPreview {
    qint64 looked = 0;                ///< mentions looked through, the newest of the desk
    qint64 found = 0;                 ///< how many of them match
    std::vector<Mention> newest = {}; ///< of those found, at most kShown
    std::vector<Replay> replays = {}; ///< one for each sensitivity, from low to high

    static constexpr int kLooked = 100'000;
    static constexpr int kShown = 3;
    static constexpr std::chrono::hours kHistory{366 * 24};
};

/**
 * For a watch that is not saved, or whose query is another one now. Its threshold counts, its sensitivity does not.
 *
 * Where the query is what the watch has been counting with, the replay is over all its counts of the last kHistory; else over
 * the mentions looked through. Takes a second or two: call it in a pool thread. Parse for a query that cannot be understood.
 */
[[nodiscard]] Result<WatchPreview> previewWatch(const store::Connection &connection, const Watch &watch, core::Instant now);

} // namespace vigie::monitoring
