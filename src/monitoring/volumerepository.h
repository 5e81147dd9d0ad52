// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/volumeanomaly.h"
#include "core/clock.h"
#include "core/ids.h"
#include "store/connection.h"

#include <chrono>
#include <vector>

namespace vigie::monitoring
{

struct VolumePoint {
    core::Instant start = {};
    int total = 0;
    int negative = 0;
    int neutral = 0;
    int positive = 0;
    int undetermined = 0;

    bool operator==(const VolumePoint &) const = default;
};

/// What is usual at one point of a curve: over the same time of day in the days before.
struct UsualPoint {
    core::Instant start = {};
    double median = 0;
    double high = 0; ///< nine days in ten stay below this
    int days = 0;    ///< how many days stand behind it; 0: nothing is known

    bool operator==(const UsualPoint &) const = default;
};

/// A time during which a source could not be read, so that a low curve is not taken for calm.
struct SourceGap {
    core::SourceId source = {};
    QString sourceName = {};
    core::Instant from = {};
    std::optional<core::Instant> to = std::nullopt; ///< absent while it lasts
    QString reason = {};
};

/// What a curve is asked about: a watch, or, with an invalid one, everything in the scope.
struct VolumeQuery {
    core::DrillRunId scope = {};
    core::WatchId watch = {};
    core::Instant from = {}; ///< rounded down to five minutes
    core::Instant to = {};   ///< excluded
    std::chrono::milliseconds width = std::chrono::hours(1); ///< rounded up to a multiple of five minutes
};

/// Mentions counted on the spot, for what no watch has counted.
struct StoredCounts {
    std::vector<analysis::Bucket> buckets = {}; ///< those that count anything, oldest first
    qint64 mentions = 0;                        ///< looked through, found or not
};

class VolumeRepository
{
public:
    static constexpr std::chrono::minutes kBucket{5};
    static constexpr int kMaxPoints = 20'000;

    /// One point for each width from `from` on, empty ones as well. InvalidArgument for more than kMaxPoints.
    [[nodiscard]] static Result<std::vector<VolumePoint>> curve(const store::Connection &connection,
                                                                const VolumeQuery &query);
    /// For each point of the same curve, the median and the ninth decile of the `days` days before at that time of day.
    [[nodiscard]] static Result<std::vector<UsualPoint>> usualBand(const store::Connection &connection,
                                                                   const VolumeQuery &query, int days = 14);
    /// The buckets that count anything, as the detector takes them, oldest first.
    [[nodiscard]] static Result<std::vector<analysis::Bucket>> buckets(const store::Connection &connection,
                                                                       core::WatchId watch, core::Instant from,
                                                                       core::Instant to);
    /// Counts the mentions `ids` (newest first), all of one scope and none before the id `first`. About 50 ms for 100,000.
    [[nodiscard]] static Result<StoredCounts> bucketsOf(const store::Connection &connection, core::DrillRunId scope,
                                                        qint64 first, const std::vector<qint64> &ids);
    [[nodiscard]] static Result<std::vector<SourceGap>> gaps(const store::Connection &connection, core::Instant from,
                                                             core::Instant to);
    /// The start of the oldest bucket that counts anything at all in the scope.
    [[nodiscard]] static Result<std::optional<core::Instant>> oldest(const store::Connection &connection,
                                                                     core::DrillRunId scope);
    /// The start of the newest bucket that counts anything; nothing in an empty scope. A page shows the time up to it.
    [[nodiscard]] static Result<std::optional<core::Instant>> newest(const store::Connection &connection,
                                                                     core::DrillRunId scope, core::WatchId watch = {});
};

} // namespace vigie::monitoring
