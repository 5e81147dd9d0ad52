// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchpreview.h"

#include "monitoring/alertservice.h"
#include "monitoring/mentionrepository.h"
#include "monitoring/storedquery.h"
#include "monitoring/volumerepository.h"
#include "monitoring/watchdetection.h"
#include "monitoring/watchrepository.h"

#include <algorithm>

namespace vigie::monitoring
{
namespace
{

/// Whether what the watch has counted until now was found by this very query.
Result<bool> countsThis(const store::Connection &connection, const Watch &watch)
{
    if (!watch.id.isValid())
        return false;
    const auto saved = WatchRepository::byId(connection, watch.id);
    if (!saved)
        return fail(saved.error());
    return *saved && (*saved)->query == watch.query;
}

Result<std::vector<Replay>> replayOf(const store::Connection &connection, const Watch &watch,
                                     const std::vector<analysis::Bucket> &found)
{
    const auto isCounted = countsThis(connection, watch);
    if (!isCounted)
        return fail(isCounted.error());
    if (*isCounted) {
        const auto newest = VolumeRepository::newest(connection, watch.scope, watch.id);
        if (!newest)
            return fail(newest.error());
        return AlertService::howOften(connection, watch, newest->value_or(core::Instant()) - WatchPreview::kHistory);
    }
    if (found.empty())
        return replay(watch, found);
    const auto counted = WatchDetection::withGaps(connection, watch.scope, found, found.front().start,
                                                  found.back().start + analysis::Bucket::kLength);
    if (!counted)
        return fail(counted.error());
    return replay(watch, *counted);
}

} // namespace

Result<WatchPreview> previewWatch(const store::Connection &connection, const Watch &watch, core::Instant now)
{
    const auto query = WatchQuery::parse(watch.query);
    if (!query)
        return fail(query.error());
    const auto oldest = WatchRepository::oldestOf(connection, watch.scope, WatchPreview::kLooked);
    if (!oldest)
        return fail(oldest.error());
    const auto ids = StoredQuery(*query, now).ids(connection, watch.scope, {.first = *oldest}, {}, {}, -1);
    if (!ids)
        return fail(ids.error());
    const auto stored = VolumeRepository::bucketsOf(connection, watch.scope, *oldest, *ids);
    if (!stored)
        return fail(stored.error());
    const std::size_t shown = std::min<std::size_t>(ids->size(), WatchPreview::kShown);
    auto newest = MentionRepository::byIds(connection, std::vector(ids->begin(), ids->begin() + std::ptrdiff_t(shown)));
    if (!newest)
        return fail(newest.error());
    auto replays = replayOf(connection, watch, stored->buckets);
    if (!replays)
        return fail(replays.error());
    return WatchPreview{.looked = stored->mentions, .found = qint64(ids->size()), .newest = std::move(*newest), .replays = std::move(*replays)};
}

} // namespace vigie::monitoring
