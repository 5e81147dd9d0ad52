// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/volumeanomaly.h"

#include <QRandomGenerator>

#include <cmath>
#include <numbers>
#include <vector>

namespace vigie::analysis
{

inline const core::Instant kMonday = core::instantFromMillis(1'767'571'200'000); // 2026-01-05T00:00:00Z
inline constexpr auto kStep = Bucket::kLength;

inline int poisson(QRandomGenerator &random, double mean)
{
    const double limit = std::exp(-mean);
    double product = random.generateDouble();
    int count = 0;
    while (product > limit) {
        product *= random.generateDouble();
        ++count;
    }
    return count;
}

/// Quiet five-minute counts with the rhythm of day and night, from midnight.
inline std::vector<int> quietCounts(QRandomGenerator &random, int days, double postsPerHour)
{
    std::vector<int> counts;
    for (int i = 0; i < days * 288; ++i) {
        const double rhythm = 1 + 0.8 * std::sin(2 * std::numbers::pi * (double(i) / 288 - 0.3));
        counts.push_back(poisson(random, postsPerHour / 12 * rhythm));
    }
    return counts;
}

inline std::vector<VolumeAlarm> alarmsIn(const std::vector<Bucket> &buckets, const VolumeRule &rule = {})
{
    VolumeDetector detector(rule);
    std::vector<VolumeAlarm> alarms;
    for (const Bucket &bucket : buckets) {
        if (const auto alarm = detector.push(bucket); alarm && !alarm->isEscalation)
            alarms.push_back(*alarm);
    }
    return alarms;
}

inline std::vector<Bucket> bucketsFrom(const std::vector<int> &counts, double negativeShare = 0.3)
{
    std::vector<Bucket> buckets;
    for (std::size_t i = 0; i < counts.size(); ++i)
        buckets.push_back({kMonday + kStep * int(i), counts[i], int(std::lround(counts[i] * negativeShare))});
    return buckets;
}

} // namespace vigie::analysis
