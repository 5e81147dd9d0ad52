// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/volumerepository.h"
#include "monitoring/watchjudge.h"
#include "store/transaction.h"

#include <chrono>
#include <optional>
#include <vector>

namespace vigie::monitoring
{

/**
 * Looks at the counts of each watch as time goes on, and gives the alerts.
 *
 * It lives in the writer's thread. What it remembers is rebuilt from volume_buckets; nothing of it is stored. Buckets younger
 * than `lag` are looked at again at each advance, because live posts come late; older ones are settled, and a post that comes
 * later still only corrects their count. One event is one alert: what is found while it goes on, or within the watch's
 * cooldown, makes that alert grow. While a source cannot be read, silence is no calm: those buckets count as incomplete, for
 * the first two days of a gap; after that its absence is the new normal.
 */
class WatchDetection
{
public:
    static constexpr std::chrono::hours kHistory{8 * 7 * 24};

    explicit WatchDetection(core::DrillRunId scope) : m_scope(scope) {}

    /// Begins anew with these watches, out of the counts that are stored up to `until` (nothing: all of them). Gives no alert.
    [[nodiscard]] Result<> rebuild(const store::Connection &connection, const std::vector<Watch> &watches,
                                   std::optional<core::Instant> until);
    /// Everything before `until` has been counted. Never goes back. The alerts that are new; those that grew are announced.
    [[nodiscard]] Result<std::vector<core::AlertId>> advance(store::Transaction &transaction, core::Instant until,
                                                             std::chrono::minutes lag);
    /// A wrong clock or post has carried it beyond this time, so that nothing until then would be looked at.
    [[nodiscard]] bool isBeyond(core::Instant instant) const { return m_settledUntil && *m_settledUntil > instant; }

    /// The buckets of a watch as a judge takes them: those that count anything, and the empty ones of a gap.
    [[nodiscard]] static Result<std::vector<analysis::Bucket>> buckets(const store::Connection &connection,
                                                                       core::DrillRunId scope, core::WatchId watch,
                                                                       core::Instant from, core::Instant to);
    /// The same for buckets that were counted elsewhere.
    [[nodiscard]] static Result<std::vector<analysis::Bucket>> withGaps(const store::Connection &connection, core::DrillRunId scope,
                                                                        std::vector<analysis::Bucket> counted, core::Instant from,
                                                                        core::Instant to);

private:
    struct Series {
        Watch watch = {};
        WatchJudge settled;
        EventKeeper events = {};
        core::AlertId lastAlert = {};
    };

    /// Pushes the stored counts from `from` to `to` through the judge; what it finds is written into `found`.
    [[nodiscard]] Result<> follow(const store::Connection &connection, const Series &series, WatchJudge &judge,
                                  core::Instant from, core::Instant to, std::vector<Finding> &found) const;
    [[nodiscard]] Result<std::optional<core::AlertId>> tell(store::Transaction &transaction, Series &series,
                                                            const Finding &finding, std::chrono::minutes lag) const;
    [[nodiscard]] Result<> grow(store::Transaction &transaction, const Series &series, Alert alert) const;

    const core::DrillRunId m_scope;
    std::vector<Series> m_series;
    std::optional<core::Instant> m_settledUntil;
    std::optional<core::Instant> m_firstCount; ///< of anything: before it, nobody was looking
};

} // namespace vigie::monitoring
