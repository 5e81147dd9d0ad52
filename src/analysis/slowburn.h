// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/usuallevel.h"

#include <array>
#include <optional>

namespace vigie::analysis
{

/// No sudden peak, but hours or days on end of more than there used to be.
struct SlowBurnAlarm {
    core::Instant windowStart;
    core::Instant windowEnd;
    int observed = 0;
    int observedNegative = 0;
    double usual = 0; ///< in the same hours
    UsualLevel::Basis basis = UsualLevel::Basis::Nothing;
    int recentMax = 0; ///< the highest window of this length of late
    double threshold = 0;
    double historyHours = 0;

    bool operator==(const SlowBurnAlarm &) const = default;
};

struct SlowBurnRule {
    double rise = 1.25;       ///< times the highest window remembered, which fades with a half-life of five days …
    double typicalPeak = 1.25; ///< … and times the highest window of a usual day
    double timesUsual = 1.9;  ///< times what is usual in these hours
    double noise = 1.2;       ///< and beyond this many times the usual scatter about it
    int floorPosts = 40;

    /// They differ by how many times the usual is too much.
    [[nodiscard]] static SlowBurnRule forSensitivity(Sensitivity sensitivity);
};

/**
 * Looks, once an hour, at the running 6 and 24 hours of one series: not at peaks, as VolumeDetector does, but at whether the
 * level itself stays higher than at any time of late, than on a usual day, and than usual in these hours. Needs three days of
 * history, ten for the 24 hours. One alarm for each episode, which ends when the 6 hours have been no more than one and a
 * quarter of the usual. Hours of which something is missing teach nothing. Online, causal, constant memory; a plain value.
 */
class SlowBurnDetector
{
public:
    explicit SlowBurnDetector(const SlowBurnRule &rule = SlowBurnRule::forSensitivity(Sensitivity::Balanced));

    /// The next bucket. One of an hour that has ended is ignored; what lies between counts as empty.
    std::optional<SlowBurnAlarm> push(const Bucket &bucket);
    [[nodiscard]] bool isInEpisode() const { return m_inEpisode; }

private:
    static constexpr int kRing = 50; ///< two windows of 24 hours
    static constexpr int kDaysKept = 14;

    struct Hour {
        int total = 0;
        int negative = 0;
        int missing = 0; ///< buckets
        double usual = 0;
    };
    struct Window {
        int hours = 6;
        int needed = 72; ///< hours of history
        double peak = 0; ///< the highest total, fading
        int peakTotal = 0;
        double dayPeak = 0;
        std::array<double, kDaysKept> dayPeaks = {};
        double typicalPeak = 0;
        double scatter = 0.4;
    };

    std::optional<SlowBurnAlarm> endHour();
    void remember(Window &window);
    void endDay();
    [[nodiscard]] Hour sum(qint64 lastHour, int hours) const;
    [[nodiscard]] double threshold(const Window &window) const;

    SlowBurnRule m_rule;
    std::array<Window, 2> m_windows;
    UsualLevel m_level;
    std::array<Hour, std::size_t(kRing)> m_hours = {};
    qint64 m_hour = -1; ///< the running one; the first has 0
    core::Instant m_hourStart;
    int m_known = 0; ///< hours
    int m_days = 0;
    bool m_inEpisode = false;
};

} // namespace vigie::analysis
