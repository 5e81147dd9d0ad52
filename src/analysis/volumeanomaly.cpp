// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/volumeanomaly.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace vigie::analysis
{
namespace
{

/// The lower end of the Wilson interval of `hits` in `count`: unlike the plain share it stays modest on few posts.
double wilsonLowerBound(double hits, double count)
{
    constexpr double z = 2.576; // 99 %: the window is looked at every five minutes, so chance has many tries
    const double share = hits / count;
    const double centre = share + z * z / (2 * count);
    const double margin = z * std::sqrt(share * (1 - share) / count + z * z / (4 * count * count));
    return (centre - margin) / (1 + z * z / count);
}

double shareOf(qint64 negative, qint64 total)
{
    return total == 0 ? 0.0 : double(negative) / double(total);
}

} // namespace

VolumeRule VolumeRule::forSensitivity(Sensitivity sensitivity)
{
    VolumeRule rule;
    switch (sensitivity) {
    case Sensitivity::Low:
        rule.hour = {12, 1.7, 1.0, 8, 30};
        rule.threeHours = {36, 1.5, 1.0, 8, 60};
        rule.shareMargin = 0.25;
        break;
    case Sensitivity::Balanced:
        break;
    case Sensitivity::High:
        rule.hour = {12, 1.2, 1.0, 3, 15};
        rule.threeHours = {36, 1.1, 1.0, 4, 30};
        rule.shareMargin = 0.10;
        break;
    }
    return rule;
}

VolumeDetector::VolumeDetector(const VolumeRule &rule)
    : m_rule(rule)
    , m_hour{rule.hour, {}}
    , m_threeHours{rule.threeHours, {}}
{
}

core::Instant VolumeDetector::bucketStart(core::Instant instant)
{
    return std::chrono::floor<std::chrono::duration<qint64, std::ratio<300>>>(instant);
}

std::optional<VolumeAlarm> VolumeDetector::push(const Bucket &bucket)
{
    const core::Instant start = bucketStart(bucket.start);
    if (m_index < 0)
        m_nextStart = start;
    if (start < m_nextStart)
        return std::nullopt;
    advanceTo(start);
    Bucket clean{start, std::max(bucket.total, 0), 0};
    clean.negative = std::clamp(bucket.negative, 0, clean.total);
    return pushOne(clean);
}

void VolumeDetector::advanceTo(core::Instant now)
{
    if (m_index < 0)
        return;
    const core::Instant end = bucketStart(now);
    // After a very long silence the history holds nothing but silence: no need to live through all of it.
    const auto kept =
        kBucketLength * (m_rule.historyBuckets + 2 * m_rule.threeHours.windowBuckets + m_rule.rearmBuckets);
    if (end - m_nextStart > kept)
        m_nextStart = end - kept;
    while (m_nextStart < end)
        (void)pushOne({m_nextStart, 0, 0}); // an empty bucket raises no alarm
}

std::optional<VolumeAlarm> VolumeDetector::pushOne(const Bucket &bucket)
{
    append(bucket);
    updateHistory(m_hour);
    updateHistory(m_threeHours);
    followEpisodes();
    if (bucket.total == 0 || m_inVolumeEpisode)
        return std::nullopt;
    if (const ScaleState *state = risingScale()) {
        m_inVolumeEpisode = true;
        m_calmBuckets = 0;
        return describe(AlarmKind::Volume, *state, threshold(*state));
    }
    if (!m_inShareEpisode && shareRises()) {
        m_inShareEpisode = true;
        m_calmShareBuckets = 0;
        return describe(AlarmKind::NegativeShare, m_threeHours, shareThreshold());
    }
    return std::nullopt;
}

void VolumeDetector::append(const Bucket &bucket)
{
    Running running = m_running.empty() ? Running{} : m_running.back();
    running.total += bucket.total;
    running.negative += bucket.negative;
    m_running.push_back(running);
    ++m_index;
    m_nextStart = bucket.start + kBucketLength;
    const std::size_t kept = std::size_t(m_rule.historyBuckets + 3 * m_rule.threeHours.windowBuckets);
    if (m_running.size() > kept)
        m_running.pop_front();
}

/// The window that ended one gap before the running one begins enters the history; what is too old leaves it.
void VolumeDetector::updateHistory(ScaleState &state)
{
    const int length = state.scale.windowBuckets;
    const qint64 last = m_index - length - state.gap();
    if (last < length - 1)
        return;
    const auto total = int(between(last - length + 1, last).total);
    while (!state.maxima.empty() && state.maxima.back().total <= total)
        state.maxima.pop_back();
    state.maxima.push_back({last, total});
    while (state.maxima.front().index <= last - m_rule.historyBuckets)
        state.maxima.pop_front();
}

VolumeDetector::Running VolumeDetector::between(qint64 firstIndex, qint64 lastIndex) const
{
    const qint64 oldest = m_index - qint64(m_running.size()) + 1;
    const auto upTo = [&](qint64 index) {
        if (index < oldest)
            return oldest == 0 || m_running.empty() ? Running{} : m_running.front();
        return m_running[std::size_t(index - oldest)];
    };
    const Running end = upTo(lastIndex);
    const Running begin = upTo(firstIndex - 1);
    return {end.total - begin.total, end.negative - begin.negative};
}

VolumeDetector::Running VolumeDetector::window(const VolumeScale &scale) const
{
    return between(m_index - scale.windowBuckets + 1, m_index);
}

VolumeDetector::Running VolumeDetector::history() const
{
    const qint64 last = m_index - m_threeHours.scale.windowBuckets - m_threeHours.gap();
    return last < 0 ? Running{} : between(last - m_rule.historyBuckets + 1, last);
}

qint64 VolumeDetector::historyBuckets(const ScaleState &state) const
{
    return std::clamp<qint64>(m_index + 1 - state.scale.windowBuckets - state.gap(), 0, m_rule.historyBuckets);
}

double VolumeDetector::threshold(const ScaleState &state) const
{
    const qint64 known = historyBuckets(state);
    if (known < m_rule.minimumHistoryBuckets || state.maxima.empty())
        return 0;
    const VolumeScale &scale = state.scale;
    const double maximum = state.maxima.front().total;
    double result = scale.factor * maximum + scale.spread * std::sqrt(maximum) + scale.pseudoCount;
    if (known < m_rule.fullDayBuckets)
        result *= m_rule.partialDayFactor;
    return std::ceil(std::max(result, double(scale.floorPosts)));
}

const VolumeDetector::ScaleState *VolumeDetector::risingScale() const
{
    for (const ScaleState *state : {&m_hour, &m_threeHours}) {
        const double limit = threshold(*state);
        if (limit > 0 && double(window(state->scale).total) >= limit)
            return state;
    }
    return nullptr;
}

double VolumeDetector::shareThreshold() const
{
    const Running past = history();
    if (historyBuckets(m_threeHours) < m_rule.minimumHistoryBuckets || past.total < m_rule.shareFloorHistory)
        return 2;
    return shareOf(past.negative, past.total) + m_rule.shareMargin;
}

bool VolumeDetector::shareRises() const
{
    const Running now = window(m_threeHours.scale);
    return now.total >= m_rule.shareFloorPosts &&
           wilsonLowerBound(double(now.negative), double(now.total)) > shareThreshold();
}

/// Ends the episodes that have been calm for long enough.
void VolumeDetector::followEpisodes()
{
    if (m_inVolumeEpisode) {
        const auto isCalm = [this](const ScaleState &state) {
            return double(window(state.scale).total) < m_rule.rearmFraction * threshold(state);
        };
        m_calmBuckets = isCalm(m_hour) && isCalm(m_threeHours) ? m_calmBuckets + 1 : 0;
        m_inVolumeEpisode = m_calmBuckets < m_rule.rearmBuckets;
    }
    if (m_inShareEpisode) {
        const Running now = window(m_threeHours.scale);
        const bool isCalm = shareOf(now.negative, now.total) < shareThreshold() - m_rule.shareMargin / 2;
        m_calmShareBuckets = isCalm ? m_calmShareBuckets + 1 : 0;
        m_inShareEpisode = m_calmShareBuckets < m_rule.rearmBuckets;
    }
}

double VolumeDetector::usual(const ScaleState &state) const
{
    const int length = state.scale.windowBuckets;
    const qint64 last = m_index - length - state.gap();
    const qint64 oldest = m_index - qint64(m_running.size()) + 1;
    const qint64 first = std::max(oldest + length - (oldest == 0 ? 1 : 0), last - m_rule.historyBuckets + 1);
    if (last < first)
        return 0;
    std::vector<qint64> totals;
    totals.reserve(std::size_t(last - first + 1));
    for (qint64 index = first; index <= last; ++index)
        totals.push_back(between(index - length + 1, index).total);
    const auto middle = totals.begin() + qsizetype(totals.size() / 2);
    std::nth_element(totals.begin(), middle, totals.end());
    return double(*middle);
}

VolumeAlarm VolumeDetector::describe(AlarmKind kind, const ScaleState &state, double threshold) const
{
    const Running now = window(state.scale);
    const Running past = history();
    VolumeAlarm alarm;
    alarm.kind = kind;
    alarm.windowEnd = m_nextStart;
    alarm.windowStart = m_nextStart - kBucketLength * state.scale.windowBuckets;
    alarm.observed = int(now.total);
    alarm.observedNegative = int(now.negative);
    alarm.usual = usual(state);
    alarm.recentMax = state.maxima.empty() ? 0 : state.maxima.front().total;
    alarm.threshold = threshold;
    alarm.negativeShare = shareOf(now.negative, now.total);
    alarm.usualNegativeShare = shareOf(past.negative, past.total);
    alarm.historyHours = double(historyBuckets(state)) / 12.0;
    return alarm;
}

int VolumeDetector::windowTotal() const
{
    return m_index < 0 ? 0 : int(window(m_hour.scale).total);
}

double VolumeDetector::historyHours() const
{
    return double(historyBuckets(m_hour)) / 12.0;
}

double VolumeDetector::usual() const
{
    return m_index < 0 ? 0 : usual(m_hour);
}

double VolumeDetector::threshold() const
{
    return threshold(m_hour);
}

} // namespace vigie::analysis
