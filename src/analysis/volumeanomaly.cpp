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
constexpr int kEscalationBuckets = 6; // not more often than every half hour
constexpr double kScatterPseudoCount = 4;
constexpr double kSmallestScatter = 0.05;
constexpr double kScatterStep = 0.008;

int toCount(double posts)
{
    return int(std::min(posts, 2e9));
}

} // namespace

VolumeRule VolumeRule::forSensitivity(Sensitivity sensitivity)
{
    VolumeRule rule;
    switch (sensitivity) {
    case Sensitivity::Low:
        rule.rise = 1.30;
        rule.typicalPeak = 1.3;
        rule.noise = 2.6;
        rule.floorPosts = 12;
        rule.shortestBuckets = 12 * 12;
        break;
    case Sensitivity::Balanced:
        break;
    case Sensitivity::High:
        rule.rise = 1.22;
        rule.typicalPeak = 1.1;
        rule.noise = 2.2;
        rule.floorPosts = 5;
        break;
    }
    return rule;
}

VolumeDetector::VolumeDetector(const VolumeRule &rule)
    : m_rule(rule)
    , m_fading(std::pow(0.5, 1.0 / (double(rule.halfLifeDays) * Bucket::kPerDay)))
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
        remember(scale);
    const Verdict verdict = bucket.total > 0 ? strongest() : Verdict();
    m_score = verdict.scale ? 1 / (1 + std::exp(-4 * verdict.strength)) : 0;
    std::optional<VolumeAlarm> alarm;
    if (verdict.scale && verdict.strength >= 0)
        alarm = describe(*verdict.scale); // before this bucket teaches anything
    if (bucket.isComplete)
        learnScatter();
    if (m_index % Bucket::kPerDay == Bucket::kPerDay - 1)
        endDay();
    followEpisode();
    if (!alarm || (m_inEpisode && m_index - m_lastAlarm < kEscalationBuckets))
        return std::nullopt;
    alarm->isEscalation = m_inEpisode;
    m_inEpisode = true;
    m_lastAlarm = m_index;
    m_lastElevated = m_index;
    return alarm;
}

void VolumeDetector::append(const Bucket &bucket)
{
    Running running = upTo(m_index);
    const UsualLevel::Level usual = m_level.at(bucket.start);
    running.total += bucket.total;
    running.negative += bucket.negative;
    running.usual += usual.perHour / Bucket::kPerHour;
    running.known += bucket.isComplete ? 1 : 0;
    running.knownTotal += bucket.isComplete ? bucket.total : 0;
    ++m_index;
    m_running[std::size_t(m_index % kRing)] = running;
    m_nextStart = bucket.start + Bucket::kLength;
    m_known += bucket.isComplete ? 1 : 0;
    m_unknownToday += bucket.isComplete ? 0 : 1;
    m_unknownInHour += bucket.isComplete ? 0 : 1;
    if (m_nextStart == std::chrono::floor<std::chrono::hours>(m_nextStart)) {
        if (m_unknownInHour == 0)
            m_level.learn(m_nextStart - std::chrono::hours(1), total(m_index, Bucket::kPerHour));
        m_unknownInHour = 0;
    }
}

/// The window that ended just before the running one began enters the memory, so that a rise is not its own excuse.
void VolumeDetector::remember(Scale &scale)
{
    scale.peak *= m_fading;
    const qint64 last = m_index - scale.buckets;
    if (last < 0)
        return;
    const double stoodOut = excess(last, scale.buckets);
    scale.dayPeak = std::max(scale.dayPeak, stoodOut);
    if (stoodOut > scale.peak) {
        scale.peak = stoodOut;
        scale.peakTotal = toCount(total(last, scale.buckets));
        scale.peakAt = m_nextStart - Bucket::kLength * scale.buckets;
    }
}

void VolumeDetector::endDay()
{
    const bool isKnown = m_unknownToday < Bucket::kPerDay / 4;
    for (Scale &scale : m_scales) {
        if (isKnown) {
            scale.dayPeaks[std::size_t(m_days % kDaysKept)] = scale.dayPeak;
            std::array<double, kDaysKept> sorted = scale.dayPeaks;
            const auto end = sorted.begin() + std::min(m_days + 1, kDaysKept);
            const auto middle = sorted.begin() + (end - sorted.begin()) / 2;
            std::nth_element(sorted.begin(), middle, end);
            scale.typicalPeak = *middle;
        }
        scale.dayPeak = 0;
    }
    m_days += isKnown ? 1 : 0;
    m_unknownToday = 0;
}

/// Follows the ninth decile of the logarithm of what was seen to what is usual, a small step at a time.
void VolumeDetector::learnScatter()
{
    for (Scale &scale : m_scales) {
        const double expected = usual(scale.buckets);
        if (m_index < scale.buckets || expected <= 0)
            continue;
        const double off = std::log((total(m_index, scale.buckets) + kScatterPseudoCount) / (expected + kScatterPseudoCount));
        const double step = kScatterStep * std::max(scale.scatter, 0.1);
        scale.scatter += step * (off > scale.scatter ? 0.9 : -0.1);
    }
}

const VolumeDetector::Running &VolumeDetector::upTo(qint64 index) const
{
    static constexpr Running kNothing;
    return index < 0 ? kNothing : m_running[std::size_t(std::max(index, m_index - kRing + 1) % kRing)];
}

double VolumeDetector::total(qint64 lastIndex, int buckets) const
{
    return double(upTo(lastIndex).total - upTo(lastIndex - buckets).total);
}

double VolumeDetector::usual(int buckets) const
{
    return upTo(m_index).usual - upTo(m_index - buckets).usual;
}

/// Posts that a window would hold at the mean of the twelve hours before it; negative where too little of them is known.
double VolumeDetector::levelBefore(qint64 lastIndex, int buckets) const
{
    const Running &end = upTo(lastIndex - buckets);
    const Running &begin = upTo(lastIndex - buckets - kLevelBuckets);
    const qint64 known = end.known - begin.known;
    return known < kFewestForLevel ? -1.0 : double(end.knownTotal - begin.knownTotal) * buckets / double(known);
}

double VolumeDetector::excess(qint64 lastIndex, int buckets) const
{
    double level = levelBefore(lastIndex, buckets);
    if (level < 0 && lastIndex == m_index)
        level = usual(buckets); // a long gap lies before the window
    return level < 0 ? 0 : std::max(0.0, total(lastIndex, buckets) - level);
}

/// What a window must have above the level before it.
double VolumeDetector::neededExcess(const Scale &scale) const
{
    double rise = m_rule.rise;
    if (m_known < kFullDay)
        rise *= kPartialDay;
    const double peak = std::max(scale.peak, m_rule.typicalPeak * scale.typicalPeak);
    return rise * (peak + m_rule.pseudoCount) - m_rule.pseudoCount;
}

/// How many times the usual a window must be, with the pseudo-count of the scatter.
double VolumeDetector::neededAboveUsual(const Scale &scale) const
{
    return std::exp(m_rule.noise * std::max(scale.scatter, kSmallestScatter));
}

double VolumeDetector::threshold(const Scale &scale) const
{
    double level = levelBefore(m_index, scale.buckets);
    if (level < 0)
        level = usual(scale.buckets);
    const double aboveUsual =
        (usual(scale.buckets) + kScatterPseudoCount) * neededAboveUsual(scale) - kScatterPseudoCount;
    return std::ceil(std::max({level + neededExcess(scale), aboveUsual, double(m_rule.floorPosts)}));
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
        const double peak = std::log((excess(m_index, scale.buckets) + m_rule.pseudoCount)
                                     / (neededExcess(scale) + m_rule.pseudoCount));
        const double noise =
            std::log((seen + kScatterPseudoCount) / (usual(scale.buckets) + kScatterPseudoCount) / neededAboveUsual(scale));
        const double few = std::log((seen + 1) / (m_rule.floorPosts + 1));
        const double strength = std::min({peak, noise, few});
        if (!best.scale || strength > best.strength)
            best = {&scale, strength};
    }
    return best;
}

/// The episode goes on while the running hour is beyond the usual scatter; an unknown hour is not calm.
void VolumeDetector::followEpisode()
{
    if (!m_inEpisode)
        return;
    const Scale &hour = m_scales[2];
    const double limit = (usual(hour.buckets) + kScatterPseudoCount) * std::exp(2 * std::max(hour.scatter, kSmallestScatter))
                         - kScatterPseudoCount;
    const bool isUnknown = upTo(m_index).known == upTo(m_index - 1).known;
    if (isUnknown || total(m_index, hour.buckets) >= limit)
        m_lastElevated = m_index;
    m_inEpisode = m_index - m_lastElevated < m_rule.quietBuckets || m_index - m_lastAlarm < m_rule.shortestBuckets;
}

/// The first bucket of the run that ends now: above the usual, with no more than half an hour that was not.
qint64 VolumeDetector::risingSince() const
{
    constexpr int kQuarter = 3;
    constexpr int kFarthest = 12 * Bucket::kPerHour;
    constexpr int kLongestLull = 6;
    qint64 first = m_index;
    for (qint64 at = m_index - 1; at >= kQuarter && m_index - at < kFarthest && first - at <= kLongestLull; --at) {
        const double expected = upTo(at).usual - upTo(at - kQuarter).usual;
        if (total(at, kQuarter) >= 1.5 * expected + 1 && total(at, 1) > 0)
            first = at;
    }
    return first;
}

VolumeAlarm VolumeDetector::describe(const Scale &scale) const
{
    VolumeAlarm alarm;
    alarm.windowEnd = m_nextStart;
    alarm.windowStart = m_nextStart - Bucket::kLength * scale.buckets;
    alarm.observed = toCount(total(m_index, scale.buckets));
    alarm.observedNegative = toCount(double(upTo(m_index).negative - upTo(m_index - scale.buckets).negative));
    alarm.usual = usual(scale.buckets);
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
    return m_index < 0 ? 0 : toCount(total(m_index, Bucket::kPerHour));
}

double VolumeDetector::historyHours() const
{
    return double(m_known) / Bucket::kPerHour;
}

double VolumeDetector::usual() const
{
    return m_index < 0 ? 0 : usual(Bucket::kPerHour);
}

double VolumeDetector::threshold() const
{
    return mayJudge() ? threshold(m_scales[2]) : 0;
}

} // namespace vigie::analysis
