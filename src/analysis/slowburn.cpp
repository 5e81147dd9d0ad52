// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/slowburn.h"

#include <algorithm>
#include <cmath>

namespace vigie::analysis
{
namespace
{

constexpr std::chrono::hours kHour{1};
constexpr double kPseudoCount = 10;
constexpr double kSmallestScatter = 0.05;
constexpr double kScatterStep = 0.02;
constexpr double kOver = 1.25; // times the usual: below this an episode has ended
constexpr int kMostPosts = 1'000'000; // in a bucket: more would not fit into a day
constexpr int kLongSilence = 90 * 24; // hours

} // namespace

SlowBurnRule SlowBurnRule::forSensitivity(Sensitivity sensitivity)
{
    SlowBurnRule rule;
    if (sensitivity == Sensitivity::Low)
        rule.timesUsual = 2.2;
    if (sensitivity == Sensitivity::High)
        rule.timesUsual = 1.7;
    return rule;
}

SlowBurnDetector::SlowBurnDetector(const SlowBurnRule &rule) : m_rule(rule)
{
    m_windows[1].hours = 24;
    m_windows[1].needed = 240;
}

std::optional<SlowBurnAlarm> SlowBurnDetector::push(const Bucket &bucket)
{
    const core::Instant hour = std::chrono::floor<std::chrono::hours>(bucket.start);
    if (m_hour >= 0 && hour - m_hourStart > kHour * kLongSilence)
        *this = SlowBurnDetector(m_rule); // nothing but silence would be remembered
    if (m_hour < 0) {
        m_hour = 0;
        m_hourStart = hour;
    }
    if (hour < m_hourStart)
        return std::nullopt;
    std::optional<SlowBurnAlarm> alarm;
    while (m_hourStart < hour) {
        if (const auto raised = endHour())
            alarm = raised;
    }
    Hour &now = m_hours[std::size_t(m_hour % kRing)];
    const int total = std::clamp(bucket.total, 0, kMostPosts);
    now.total += total;
    now.negative += std::clamp(bucket.negative, 0, total);
    now.missing += bucket.isComplete ? 0 : 1;
    return alarm;
}

/// Judges the windows that end with this hour, learns from it, and begins the next.
std::optional<SlowBurnAlarm> SlowBurnDetector::endHour()
{
    Hour &now = m_hours[std::size_t(m_hour % kRing)];
    const UsualLevel::Level usual = m_level.at(m_hourStart);
    now.usual = usual.perHour;
    for (Window &window : m_windows)
        remember(window);
    std::optional<SlowBurnAlarm> alarm;
    const Hour lately = sum(m_hour, m_windows.front().hours);
    if (m_inEpisode)
        m_inEpisode = lately.missing > 0 || lately.total > kOver * lately.usual;
    for (const Window &window : m_windows) {
        const Hour seen = sum(m_hour, window.hours);
        const double needed = threshold(window);
        if (m_inEpisode || m_known < window.needed || seen.total < needed || usual.basis < UsualLevel::Basis::HourOfDay)
            continue;
        m_inEpisode = true;
        alarm = SlowBurnAlarm{.windowStart = m_hourStart + kHour * (1 - window.hours),
                              .windowEnd = m_hourStart + kHour,
                              .observed = seen.total,
                              .observedNegative = seen.negative,
                              .usual = seen.usual,
                              .basis = usual.basis,
                              .recentMax = window.peakTotal,
                              .threshold = needed,
                              .historyHours = double(m_known)};
    }
    if (now.missing == 0) {
        m_level.learn(m_hourStart, now.total);
        ++m_known;
    }
    if (m_hour % 24 == 23)
        endDay();
    ++m_hour;
    m_hours[std::size_t(m_hour % kRing)] = {};
    m_hourStart += kHour;
    return alarm;
}

void SlowBurnDetector::remember(Window &window)
{
    static const double fading = std::pow(0.5, 1.0 / (5 * 24));
    window.peak *= fading;
    const Hour now = sum(m_hour, window.hours);
    window.dayPeak = std::max(window.dayPeak, double(now.total));
    // The window that ended a day ago: a rise is not its own excuse.
    const Hour before = sum(m_hour - 24, window.hours);
    if (before.total > window.peak) {
        window.peak = before.total;
        window.peakTotal = before.total;
    }
    if (m_inEpisode || m_hour < window.hours || now.missing > 0 || now.usual <= 0)
        return;
    const double off = std::log((now.total + kPseudoCount) / (now.usual + kPseudoCount));
    const double step = kScatterStep * std::max(window.scatter, 0.1);
    window.scatter += step * (off > window.scatter ? 0.9 : -0.1);
}

void SlowBurnDetector::endDay()
{
    const bool isKnown = sum(m_hour, 24).missing < Bucket::kPerDay / 4;
    for (Window &window : m_windows) {
        if (isKnown) {
            window.dayPeaks[std::size_t(m_days % kDaysKept)] = window.dayPeak;
            std::array<double, kDaysKept> sorted = window.dayPeaks;
            const auto end = sorted.begin() + std::min(m_days + 1, kDaysKept);
            const auto middle = sorted.begin() + (end - sorted.begin()) / 2;
            std::nth_element(sorted.begin(), middle, end);
            window.typicalPeak = *middle;
        }
        window.dayPeak = 0;
    }
    m_days += isKnown ? 1 : 0;
}

SlowBurnDetector::Hour SlowBurnDetector::sum(qint64 lastHour, int hours) const
{
    Hour all;
    for (qint64 hour = std::max<qint64>(lastHour - hours + 1, 0); hour <= lastHour; ++hour) {
        const Hour &one = m_hours[std::size_t(hour % kRing)];
        all.total += one.total;
        all.negative += one.negative;
        all.missing += one.missing;
        all.usual += one.usual;
    }
    return all;
}

double SlowBurnDetector::threshold(const Window &window) const
{
    const double usual = sum(m_hour, window.hours).usual;
    const double record = m_rule.rise * (window.peak + kPseudoCount) - kPseudoCount;
    const double typical = m_rule.typicalPeak * (window.typicalPeak + kPseudoCount) - kPseudoCount;
    const double beyond = (usual + kPseudoCount) * std::exp(m_rule.noise * std::max(window.scatter, kSmallestScatter)) - kPseudoCount;
    return std::ceil(
        std::max({record, typical, beyond, m_rule.timesUsual * usual, double(m_rule.floorPosts)}));
}

} // namespace vigie::analysis
