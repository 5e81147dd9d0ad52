// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/volumeanomaly.h"
#include "monitoring/alert.h"
#include "monitoring/watch.h"
#include "store/transaction.h"

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace vigie::monitoring
{

/// A number of mentions an hour that a person has set. One alarm for each episode, which ends when the running hour falls
/// below six tenths of it.
class FixedThreshold
{
public:
    explicit FixedThreshold(std::optional<int> perHour) : m_perHour(perHour) {}

    struct Passed {
        core::Instant windowStart = {};
        core::Instant windowEnd = {};
        int observed = 0;
        int negative = 0;
    };
    std::optional<Passed> push(const analysis::Bucket &bucket);

private:
    std::optional<int> m_perHour;
    std::deque<analysis::Bucket> m_hour;
    bool m_isInEpisode = false;
};

/**
 * Looks at the counts of each watch as time goes on, and gives the alerts.
 *
 * It lives in the writer's thread. What it remembers is rebuilt from volume_buckets; nothing of it is stored. Buckets younger
 * than `lag` are looked at again at each advance, because live posts come late; older ones are settled, and a post that comes
 * later still only corrects their count.
 */
class WatchDetection
{
public:
    static constexpr std::chrono::hours kHistory{14 * 24};

    explicit WatchDetection(core::DrillRunId scope) : m_scope(scope) {}

    /// Begins anew with these watches, out of the counts that are stored up to `until` (nothing: all of them). Gives no alert.
    [[nodiscard]] Result<> rebuild(const store::Connection &connection, const std::vector<Watch> &watches,
                                   std::optional<core::Instant> until);
    /// Everything before `until` has been counted. Never goes back.
    [[nodiscard]] Result<std::vector<core::AlertId>> advance(store::Transaction &transaction, core::Instant until,
                                                             std::chrono::minutes lag);

private:
    struct Judge {
        analysis::VolumeDetector volume;
        FixedThreshold fixed;
    };
    struct Series {
        Watch watch = {};
        Judge settled;
        std::optional<core::Instant> lastAlert = std::nullopt;
    };

    /// Pushes the stored counts from `from` to `to` through the judge; what it finds is written into `found`.
    [[nodiscard]] Result<> follow(const store::Connection &connection, const Series &series, Judge &judge,
                                  core::Instant from, core::Instant to, std::vector<Alert> &found) const;
    [[nodiscard]] Result<std::optional<core::AlertId>> raise(store::Transaction &transaction, Series &series, Alert alert,
                                                             std::chrono::minutes lag) const;

    const core::DrillRunId m_scope;
    std::vector<Series> m_series;
    std::optional<core::Instant> m_settledUntil;
};

} // namespace vigie::monitoring
