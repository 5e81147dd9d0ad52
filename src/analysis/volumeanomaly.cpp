// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/volumeanomaly.h"

#include <algorithm>
#include <cmath>

namespace vigie::analysis
{
namespace
{

constexpr int kFewestHistory = 18 * Bucket::kPerHour; // no judgement on less …
constexpr int kFullDay = Bucket::kPerDay;             // … and a careful one on less than this:
constexpr double kPartialDay = 1.25;                  // the busy hours may not have been seen
constexpr int kFewestForLevel = 3 * Bucket::kPerHour;
constexpr double kHalfLife = 7 * Bucket::kPerDay;   // of the memory of a peak
constexpr int kEscalationBuckets = 6;               // not more often than every half hour
constexpr double kDeviation = 1.4826;               // a standard deviation is this many median absolute ones
constexpr double kScatterStep = 0.0005;             // of itself, up or down: a seventh in a day at most
constexpr double kSmallestScatter = 0.1;
constexpr double kTailFrom = 3;                     // deviations
constexpr double kHeavyTail = 0.005;                // of the windows beyond them: no deviation means anything any more
constexpr double kTailKept = 21 * Bucket::kPerDay;  // how long the share is remembered

int toCount(double posts)
{
    return int(std::min(posts, 2e9));
}

} // namespace

VolumeRule VolumeRule::forSensitivity(Sensitivity sensitivity)
{
    VolumeRule rule;
    if (sensitivity == Sensitivity::Low)
        rule.restHours = 24;
    if (sensitivity == Sensitivity::High) {
        rule.timesUsual = 2;
        rule.lightTail = 0.5;
    }
    return rule;
}

VolumeRule VolumeRule::forNegativePosts(Sensitivity sensitivity)
{
    VolumeRule rule{.timesUsual = 4, .deviations = 4, .lightTail = 0, .pseudoCount = 1, .floorPosts = 4};
    if (sensitivity == Sensitivity::Low)
        rule.timesUsual = 6;
    if (sensitivity == Sensitivity::High)
        rule.timesUsual = 3;
    return rule;
}

VolumeDetector::VolumeDetector(const VolumeRule &rule) : m_rule(rule)
{
    for (std::size_t i = 0; i < kScales.size(); ++i)
        m_scales[i].buckets = kScales[i];
}

std::optional<VolumeAlarm> VolumeDetector::push(const Bucket &bucket)
{
    const core::Instant start = Bucket::startOf(bucket.start);
    if (m_index < 0)
        m_nextStart = start;
    if (start < m_nextStart)
        return std::nullopt;
    advanceTo(start);
    Bucket clean{start, std::max(bucket.total, 0), 0, bucket.isComplete};
    clean.negative = std::clamp(bucket.negative, 0, clean.total);
    return pushOne(clean);
}

void VolumeDetector::advanceTo(core::Instant now)
{
    if (m_index < 0)
        return;
    const core::Instant end = Bucket::startOf(now);
    // After months of silence nothing is remembered but silence: begin anew instead of living through all of it.
    if (end - m_nextStart > std::chrono::hours(24 * 90)) {
        *this = VolumeDetector(m_rule);
        m_nextStart = end - Bucket::kLength * (kFullDay + 1);
    }
    while (m_nextStart < end)
        (void)pushOne({m_nextStart}); // an empty bucket raises no alarm
}

std::optional<VolumeAlarm> VolumeDetector::pushOne(const Bucket &bucket)
{
    append(bucket);
    for (Scale &scale : m_scales)
        follow(scale);
    const Verdict verdict = bucket.total > 0 ? strongest() : Verdict();
    m_score = verdict.scale ? 1 / (1 + std::exp(-4 * verdict.strength)) : 0;
    std::optional<VolumeAlarm> alarm;
    if (verdict.scale && verdict.strength >= 0)
        alarm = describe(*verdict.scale); // before this bucket teaches anything
    if (bucket.isComplete) {
        learnScatter();
        m_inEpisode = m_inEpisode && ++m_calmBuckets < m_rule.restHours * Bucket::kPerHour; // an unknown hour is not calm
    }
    if (!alarm)
        return std::nullopt;
    m_calmBuckets = 0;
    if (m_inEpisode && m_index - m_lastTold < kEscalationBuckets)
        return std::nullopt;
    alarm->isEscalation = m_inEpisode;
    m_inEpisode = true;
    m_lastTold = m_index;
    return alarm;
}

void VolumeDetector::append(const Bucket &bucket)
{
    ++m_index;
    m_seen[std::size_t(m_index % kRing)] = {.total = bucket.total,
                                            .negative = bucket.negative,
                                            .usual = float(m_level.at(bucket.start).perHour / Bucket::kPerHour),
                                            .isKnown = bucket.isComplete};
    m_nextStart = bucket.start + Bucket::kLength;
    m_known += bucket.isComplete ? 1 : 0;
    m_unknownInHour += bucket.isComplete ? 0 : 1;
    if (m_nextStart == std::chrono::floor<std::chrono::hours>(m_nextStart)) {
        if (m_unknownInHour == 0)
            m_level.learn(m_nextStart - std::chrono::hours(1), total(m_index, Bucket::kPerHour));
        m_unknownInHour = 0;
    }
}

/// Moves the day before the window on, and lets the window that ended just before the running one began enter the memory, so
/// that a rise is not its own excuse.
void VolumeDetector::follow(Scale &scale)
{
    static const double fading = std::pow(0.5, 1 / kHalfLife);
    const auto count = [&scale, this](qint64 index, int sign) {
        const Seen &seen = at(index);
        scale.levelTotal += seen.isKnown ? sign * qint64(seen.total) : 0;
        scale.levelKnown += seen.isKnown ? sign : 0;
    };
    const qint64 before = m_index - scale.buckets;
    count(before, 1);
    count(before - Bucket::kPerDay, -1);
    scale.peak *= fading;
    double &slot = scale.excesses[std::size_t(m_index % scale.buckets)];
    if (before >= 0 && slot > scale.peak) {
        scale.peak = slot;
        scale.peakTotal = toCount(total(before, scale.buckets));
        scale.peakAt = m_nextStart - Bucket::kLength * scale.buckets;
    }
    slot = excess(scale);
}

/// Follows the median of how far the windows are from the usual, a small step at a time, and how many are far above it.
void VolumeDetector::learnScatter()
{
    for (Scale &scale : m_scales) {
        const double expected = usual(m_index, scale.buckets);
        if (m_index < scale.buckets || expected <= 0)
            continue;
        const double off =
            std::log((total(m_index, scale.buckets) + m_rule.pseudoCount) / (expected + m_rule.pseudoCount));
        const bool isBeyond = off > kTailFrom * kDeviation * scale.scatter;
        scale.beyond += ((isBeyond ? 1 : 0) - scale.beyond) / kTailKept;
        const double step = kScatterStep * std::max(scale.scatter, kSmallestScatter);
        scale.scatter += std::abs(off) > scale.scatter ? step : -step;
    }
}

/// What was seen in a bucket; nothing before the first one, and of what is forgotten.
const VolumeDetector::Seen &VolumeDetector::at(qint64 index) const
{
    static constexpr Seen kNothing;
    return index < 0 || index <= m_index - kRing ? kNothing : m_seen[std::size_t(index % kRing)];
}

double VolumeDetector::total(qint64 lastIndex, int buckets) const
{
    double sum = 0;
    for (qint64 index = lastIndex - buckets + 1; index <= lastIndex; ++index)
        sum += at(index).total;
    return sum;
}

double VolumeDetector::usual(qint64 lastIndex, int buckets) const
{
    double sum = 0;
    for (qint64 index = lastIndex - buckets + 1; index <= lastIndex; ++index)
        sum += double(at(index).usual);
    return sum;
}

/// Posts that the window would hold at the mean of the day before it; the usual where too little of that day is known.
double VolumeDetector::levelBefore(const Scale &scale) const
{
    if (scale.levelKnown < kFewestForLevel)
        return usual(m_index, scale.buckets);
    return double(scale.levelTotal) * scale.buckets / scale.levelKnown;
}

double VolumeDetector::excess(const Scale &scale) const
{
    if (m_index < scale.buckets + kFewestForLevel)
        return 0; // nothing is known to stand out from
    return std::max(0.0, total(m_index, scale.buckets) - levelBefore(scale));
}

/// What a window must have above the level before it.
double VolumeDetector::neededExcess(const Scale &scale) const
{
    const double rise = m_known < kFullDay ? m_rule.rise * kPartialDay : m_rule.rise;
    return rise * (scale.peak + m_rule.pseudoCount) - m_rule.pseudoCount;
}

/// How many times the usual a window must be, with the pseudo-count on both sides.
double VolumeDetector::neededTimesUsual(const Scale &scale) const
{
    return std::max(m_rule.timesUsual, std::exp(neededDeviations(scale) * kDeviation * scale.scatter));
}

double VolumeDetector::neededDeviations(const Scale &scale) const
{
    return m_rule.deviations + m_rule.lightTail * std::max(0.0, 1 - scale.beyond / kHeavyTail);
}

double VolumeDetector::threshold(const Scale &scale) const
{
    const double aboveUsual =
        (usual(m_index, scale.buckets) + m_rule.pseudoCount) * neededTimesUsual(scale) - m_rule.pseudoCount;
    return std::ceil(std::max({levelBefore(scale) + neededExcess(scale), aboveUsual, double(m_rule.floorPosts)}));
}

bool VolumeDetector::mayJudge() const
{
    return m_known >= kFewestHistory;
}

VolumeDetector::Verdict VolumeDetector::strongest() const
{
    Verdict best;
    if (!mayJudge())
        return best;
    for (const Scale &scale : m_scales) {
        const double seen = total(m_index, scale.buckets);
        const double record =
            std::log((excess(scale) + m_rule.pseudoCount) / (neededExcess(scale) + m_rule.pseudoCount));
        const double much = std::log((seen + m_rule.pseudoCount) / (usual(m_index, scale.buckets) + m_rule.pseudoCount)
                                     / neededTimesUsual(scale));
        const double few = std::log((seen + 1) / (m_rule.floorPosts + 1));
        const double strength = std::min({record, much, few});
        if (!best.scale || strength > best.strength)
            best = {&scale, strength};
    }
    return best;
}

/// The first bucket of the run that ends now: above the usual, with no more than half an hour that was not.
qint64 VolumeDetector::risingSince() const
{
    constexpr int kQuarter = 3;
    constexpr int kFarthest = 12 * Bucket::kPerHour;
    constexpr int kLongestLull = 6;
    qint64 first = m_index;
    for (qint64 index = m_index - 1; index >= kQuarter && m_index - index < kFarthest && first - index <= kLongestLull; --index) {
        if (total(index, kQuarter) >= 1.5 * usual(index, kQuarter) + 1 && at(index).total > 0)
            first = index;
    }
    return first;
}

VolumeAlarm VolumeDetector::describe(const Scale &scale) const
{
    VolumeAlarm alarm;
    alarm.windowEnd = m_nextStart;
    alarm.windowStart = m_nextStart - Bucket::kLength * scale.buckets;
    alarm.observed = toCount(total(m_index, scale.buckets));
    double negative = 0;
    for (qint64 index = m_index - scale.buckets + 1; index <= m_index; ++index)
        negative += at(index).negative;
    alarm.observedNegative = toCount(negative);
    alarm.usual = usual(m_index, scale.buckets);
    alarm.basis = m_level.at(alarm.windowStart).basis;
    alarm.weeks = m_level.weeks();
    alarm.recentMax = scale.peakTotal;
    alarm.recentMaxAt = scale.peakAt;
    alarm.threshold = threshold(scale);
    alarm.historyHours = historyHours();
    alarm.risingSince = m_nextStart - Bucket::kLength * (m_index - risingSince() + 1);
    return alarm;
}

int VolumeDetector::windowTotal() const
{
    return totalOf(std::chrono::hours(1));
}

int VolumeDetector::totalOf(std::chrono::milliseconds length) const
{
    return m_index < 0 ? 0 : toCount(total(m_index, int(length / Bucket::kLength)));
}

double VolumeDetector::historyHours() const
{
    return double(m_known) / Bucket::kPerHour;
}

double VolumeDetector::usual() const
{
    return m_index < 0 ? 0 : usual(m_index, Bucket::kPerHour);
}

double VolumeDetector::threshold() const
{
    return mayJudge() ? threshold(m_scales.back()) : 0;
}

} // namespace vigie::analysis
