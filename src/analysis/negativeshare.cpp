// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/negativeshare.h"

#include <algorithm>
#include <cmath>

namespace vigie::analysis
{
namespace
{

constexpr double kZ = 3.29; // 99.9 %: the window is looked at every five minutes, so chance has many tries
constexpr double kFewestPast = 150;
constexpr int kCalmBuckets = 6 * Bucket::kPerHour;
constexpr int kFewestHistory = 18 * Bucket::kPerHour;

struct Interval {
    double lower = 0;
    double upper = 1;
};

/// Wilson's interval of a share; unlike the plain one it stays modest on few posts.
Interval wilson(double share, double count)
{
    const double z2 = kZ * kZ / count;
    const double centre = share + z2 / 2;
    const double margin = kZ * std::sqrt(share * (1 - share) / count + z2 / (4 * count));
    return {(centre - margin) / (1 + z2), (centre + margin) / (1 + z2)};
}

} // namespace

ShareRule ShareRule::forSensitivity(Sensitivity sensitivity)
{
    switch (sensitivity) {
    case Sensitivity::Low:
        return {.margin = 0.20, .floorPosts = 40};
    case Sensitivity::Balanced:
        break;
    case Sensitivity::High:
        return {.margin = 0.06, .floorPosts = 15};
    }
    return {};
}

NegativeShareDetector::NegativeShareDetector(const ShareRule &rule) : m_rule(rule) {}

std::optional<ShareAlarm> NegativeShareDetector::push(const Bucket &bucket)
{
    const core::Instant start = Bucket::startOf(bucket.start);
    if (m_buckets > 0 && start < m_nextStart)
        return std::nullopt;
    // A share has no need of silence: it only moves the window on.
    for (int i = 0; m_buckets > 0 && m_nextStart < start && i < 2 * kWindow; ++i)
        append({.start = m_nextStart});
    append({.start = start,
            .total = std::max(bucket.total, 0),
            .negative = std::clamp(bucket.negative, 0, std::max(bucket.total, 0)),
            .isComplete = bucket.isComplete});
    if (m_buckets % kWindow == 0)
        learnScatter();
    const Counts &now = m_window;
    if (m_inEpisode) {
        const double half = (m_past.share() + least(now)) / 2;
        m_calm = now.total > 0 && now.share() < half ? m_calm + 1 : 0;
        m_inEpisode = m_calm < kCalmBuckets;
        return std::nullopt;
    }
    // Most buckets need no interval.
    if (bucket.total <= 0 || now.total < m_rule.floorPosts || now.share() <= m_past.share() + m_rule.margin)
        return std::nullopt;
    const double needed = least(now);
    if (now.share() <= needed)
        return std::nullopt;
    m_inEpisode = true;
    m_calm = 0;
    return ShareAlarm{.windowStart = m_nextStart - Bucket::kLength * kWindow,
                      .windowEnd = m_nextStart,
                      .observed = int(now.total),
                      .negative = int(now.negative),
                      .share = now.share(),
                      .usualShare = m_past.share(),
                      .threshold = needed,
                      .historyHours = double(m_known) / Bucket::kPerHour};
}

void NegativeShareDetector::append(const Bucket &bucket)
{
    static const double fading = std::pow(0.5, 1.0 / (14 * Bucket::kPerDay));
    Bucket &slot = m_recent[std::size_t(m_buckets % kWindow)];
    // What is told as a turn for the worse does not become the norm while it lasts.
    if (m_buckets >= kWindow && !m_inEpisode) {
        m_past.total = m_past.total * fading + slot.total;
        m_past.negative = m_past.negative * fading + slot.negative;
    }
    m_window.total += bucket.total - slot.total;
    m_window.negative += bucket.negative - slot.negative;
    slot = bucket;
    ++m_buckets;
    m_known += bucket.isComplete ? 1 : 0;
    m_nextStart = bucket.start + Bucket::kLength;
}

/// The correlation that makes a past window's share as far from the usual as it was, slowly averaged.
void NegativeShareDetector::learnScatter()
{
    const Counts &now = m_window;
    const double usual = m_past.share();
    if (m_inEpisode || now.total < 5 || m_past.total < kFewestPast || usual <= 0.01 || usual >= 0.99)
        return;
    const double off = (now.share() - usual) * (now.share() - usual) / (usual * (1 - usual));
    const double alikeness = std::clamp((off * now.total - 1) / (now.total - 1), 0.0, 0.3);
    m_alikeness += (alikeness - m_alikeness) / 56; // a week of windows
}

/// The share from which the window is worse than usual by the margin, whatever chance does; above 1 where it cannot be.
double NegativeShareDetector::least(const Counts &now) const
{
    if (m_known < kFewestHistory || m_past.total < kFewestPast || now.total <= 0)
        return 2;
    const double usual = m_past.share();
    const double weight = now.total / (1 + (now.total - 1) * m_alikeness);
    const Interval past = wilson(usual, m_past.total / (1 + (now.total - 1) * m_alikeness));
    // Newcombe: the lower end of the difference is share - usual - sqrt((share - l)² + (u - usual)²). It grows with the share.
    double low = usual;
    double high = 2;
    for (int i = 0; i < 24; ++i) {
        const double share = (low + high) / 2;
        const double below = share - wilson(std::min(share, 1.0), weight).lower;
        const double distance = share - usual - std::hypot(below, past.upper - usual);
        (distance > m_rule.margin ? high : low) = share;
    }
    return high;
}

double NegativeShareDetector::usualShare() const
{
    return m_past.share();
}

} // namespace vigie::analysis
