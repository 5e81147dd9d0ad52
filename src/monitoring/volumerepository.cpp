// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/volumerepository.h"

#include "monitoring/mention.h"
#include "monitoring/watch.h"
#include "store/query.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;

constexpr qint64 kBucketMillis = std::chrono::duration_cast<std::chrono::milliseconds>(VolumeRepository::kBucket).count();
constexpr qint64 kDayMillis = 86'400'000;

/// The query in whole buckets.
struct Grid {
    qint64 from = 0;
    qint64 width = kBucketMillis;
    qint64 points = 0;

    [[nodiscard]] qint64 end() const { return from + points * width; }
};

qint64 roundedUp(qint64 value, qint64 step)
{
    return (value + step - 1) / step * step;
}

Result<Grid> gridOf(const VolumeQuery &query)
{
    Grid grid;
    grid.from = core::toMillis(query.from) - (core::toMillis(query.from) % kBucketMillis + kBucketMillis) % kBucketMillis;
    grid.width = std::max(kBucketMillis, roundedUp(query.width.count(), kBucketMillis));
    const qint64 length = core::toMillis(query.to) - grid.from;
    grid.points = length <= 0 ? 0 : (length + grid.width - 1) / grid.width;
    if (grid.points > VolumeRepository::kMaxPoints)
        return fail(ErrorKind::InvalidArgument, u"a curve of more than %1 points was asked for"_s.arg(
                                                    VolumeRepository::kMaxPoints));
    return grid;
}

qint64 keyOf(const VolumeQuery &query)
{
    return query.watch.isValid() ? query.watch.value : allMentionsKey(query.scope).value;
}

/// The value below which `share` of the sorted values lie, interpolated.
double quantile(const std::vector<double> &sorted, double share)
{
    const double place = share * double(sorted.size() - 1);
    const auto below = std::size_t(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

} // namespace

Result<std::vector<VolumePoint>> VolumeRepository::curve(const store::Connection &connection, const VolumeQuery &query)
{
    const auto grid = gridOf(query);
    if (!grid)
        return fail(grid.error());
    std::vector<VolumePoint> points(std::size_t(grid->points));
    for (std::size_t i = 0; i < points.size(); ++i)
        points[i].start = core::instantFromMillis(grid->from + qint64(i) * grid->width);
    const auto filled = store::readAll(
        connection,
        u"SELECT (start_at - ?) / ?, sum(total), sum(negative), sum(neutral), sum(positive), sum(undetermined)"
        " FROM volume_buckets WHERE watch_id = ? AND start_at >= ? AND start_at < ? GROUP BY 1"_s,
        {grid->from, grid->width, keyOf(query), grid->from, grid->end()}, [&points](const Row &row) {
            VolumePoint &point = points[std::size_t(row.integer(0))];
            point.total = row.smallInteger(1);
            point.negative = row.smallInteger(2);
            point.neutral = row.smallInteger(3);
            point.positive = row.smallInteger(4);
            point.undetermined = row.smallInteger(5);
            return 0;
        });
    if (!filled)
        return fail(filled.error());
    return points;
}

Result<std::vector<UsualPoint>> VolumeRepository::usualBand(const store::Connection &connection, const VolumeQuery &query,
                                                            int days)
{
    const auto grid = gridOf(query);
    if (!grid)
        return fail(grid.error());
    // Running totals of all buckets from `first` on, so that any window is a difference of two.
    const qint64 first = grid->from - days * kDayMillis;
    std::vector<qint64> running(std::size_t((grid->end() - first) / kBucketMillis) + 1, 0);
    const auto counted = store::readAll(
        connection, u"SELECT start_at, total FROM volume_buckets WHERE watch_id = ? AND start_at >= ? AND start_at < ?"_s,
        {keyOf(query), first, grid->end()}, [&running, first](const Row &row) {
            running[std::size_t((row.integer(0) - first) / kBucketMillis) + 1] = row.integer(1);
            return row.integer(0);
        });
    if (!counted)
        return fail(counted.error());
    const auto oldest = store::readFirst(connection, u"SELECT min(start_at) FROM volume_buckets WHERE watch_id = ?"_s,
                                         {keyOf(query)}, [](const Row &row) { return row.integer(0); });
    if (!oldest)
        return fail(oldest.error());
    for (std::size_t i = 1; i < running.size(); ++i)
        running[i] += running[i - 1];

    std::vector<UsualPoint> band(std::size_t(grid->points));
    for (std::size_t i = 0; i < band.size(); ++i) {
        const qint64 start = grid->from + qint64(i) * grid->width;
        band[i].start = core::instantFromMillis(start);
        std::vector<double> values;
        for (int day = 1; day <= days; ++day) {
            const qint64 before = start - day * kDayMillis;
            if (counted->empty() || before < oldest->value_or(0))
                break; // nothing was watched then: that is not a quiet day
            const auto begin = std::size_t((before - first) / kBucketMillis);
            const auto end = std::min(begin + std::size_t(grid->width / kBucketMillis), running.size() - 1);
            values.push_back(double(running[end] - running[begin]));
        }
        band[i].days = int(values.size());
        if (values.empty())
            continue;
        std::sort(values.begin(), values.end());
        band[i].median = quantile(values, 0.5);
        band[i].high = quantile(values, 0.9);
    }
    return band;
}

Result<std::vector<analysis::Bucket>> VolumeRepository::buckets(const store::Connection &connection, core::WatchId watch,
                                                                core::Instant from, core::Instant to)
{
    return store::readAll(connection,
                          u"SELECT start_at, total, negative FROM volume_buckets"
                          " WHERE watch_id = ? AND start_at >= ? AND start_at < ? ORDER BY start_at"_s,
                          {watch, from, to}, [](const Row &row) {
                              return analysis::Bucket{row.instant(0), row.smallInteger(1), row.smallInteger(2)};
                          });
}

Result<StoredCounts> VolumeRepository::bucketsOf(const store::Connection &connection, core::DrillRunId scope, qint64 first,
                                                 const std::vector<qint64> &ids)
{
    // Out of the list's index alone: the time stands in the id.
    const auto negative = store::readAll(connection,
                                         u"SELECT id, tonality = 1 FROM mentions INDEXED BY mentions_list"
                                         " WHERE drill_run_id = ? AND status IN (0, 1, 2) AND id >= ?"_s,
                                         {scope, first},
                                         [](const Row &row) { return std::pair(row.integer(0), row.boolean(1)); });
    if (!negative)
        return fail(negative.error());
    std::vector<std::pair<qint64, bool>> known = *negative;
    std::sort(known.begin(), known.end());
    StoredCounts counts{.mentions = qint64(known.size())};
    auto at = known.begin();
    for (auto id = ids.rbegin(); id != ids.rend(); ++id) {
        at = std::lower_bound(at, known.end(), std::pair(*id, false));
        const core::Instant start = analysis::Bucket::startOf(core::instantFromMillis(*id >> kMentionIdShift));
        if (counts.buckets.empty() || counts.buckets.back().start != start)
            counts.buckets.push_back({.start = start});
        ++counts.buckets.back().total;
        if (at != known.end() && at->first == *id && at->second)
            ++counts.buckets.back().negative;
    }
    return counts;
}

Result<std::vector<SourceGap>> VolumeRepository::gaps(const store::Connection &connection, core::Instant from,
                                                      core::Instant to)
{
    return store::readAll(connection,
                          u"SELECT g.source_id, s.name, g.from_at, g.to_at, g.reason FROM source_gaps g"
                          " JOIN sources s ON s.id = g.source_id"
                          " WHERE g.from_at < ? AND (g.to_at IS NULL OR g.to_at > ?) ORDER BY g.from_at LIMIT 1000"_s,
                          {to, from}, [](const Row &row) {
                              return SourceGap{row.id<core::SourceId>(0), row.text(1), row.instant(2),
                                               row.optionalInstant(3), row.text(4)};
                          });
}

Result<std::optional<core::Instant>> VolumeRepository::oldest(const store::Connection &connection, core::DrillRunId scope)
{
    return store::readFirst(connection,
                            u"SELECT start_at FROM volume_buckets WHERE watch_id = ? ORDER BY start_at LIMIT 1"_s,
                            {allMentionsKey(scope)}, [](const Row &row) { return row.instant(0); });
}

Result<std::optional<core::Instant>> VolumeRepository::newest(const store::Connection &connection, core::DrillRunId scope,
                                                              core::WatchId watch)
{
    return store::readFirst(connection,
                            u"SELECT start_at FROM volume_buckets WHERE watch_id = ? ORDER BY start_at DESC LIMIT 1"_s,
                            {keyOf({.scope = scope, .watch = watch})}, [](const Row &row) { return row.instant(0); });
}

} // namespace vigie::monitoring
