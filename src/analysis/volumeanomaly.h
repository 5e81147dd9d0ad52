// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/usuallevel.h"

#include <array>
#include <optional>

namespace vigie::analysis
{

/// What was seen, against what, and why: everything an alert prints. All counts are posts in the window.
struct VolumeAlarm {
    core::Instant windowStart;
    core::Instant windowEnd;  ///< the end of the bucket that raised the alarm: when it was detected, in the data's time
    int observed = 0;
    int observedNegative = 0; ///< the negative ones among them
    double usual = 0;         ///< at these hours, see `basis`
    UsualLevel::Basis basis = UsualLevel::Basis::Nothing;
    int weeks = 0;                 ///< whole weeks of history behind `usual`
    int recentMax = 0;             ///< the window of this length that stood out most of late
    core::Instant recentMaxAt;     ///< its end
    double threshold = 0;          ///< what `observed` had to reach
    double historyHours = 0;       ///< how much history stood behind the judgement
    core::Instant risingSince;     ///< the beginning of the rise, at most twelve hours back
    bool isEscalation = false;     ///< the episode that was told already has outgrown itself

    bool operator==(const VolumeAlarm &) const = default;
};

/// The numbers of the rule; see VolumeDetector. Chosen once for all brands, never for one.
struct VolumeRule {
    double rise = 1.25;          ///< a peak must be this many times the peaks remembered …
    double typicalPeak = 1.3;   ///< … and this many times more than the peak of a usual day
    double noise = 2.6;          ///< times the usual scatter about what is usual at this hour
    double pseudoCount = 10;     ///< posts added to both sides, so that few posts are not many times fewer
    int floorPosts = 8;          ///< never on fewer posts in the window
    int halfLifeDays = 5;        ///< in which a peak's memory fades to a half
    int quietBuckets = 6 * 12;   ///< an episode ends when nothing has been above the usual for this long
    int shortestBuckets = 6 * 12; ///< … and not before this

    [[nodiscard]] static VolumeRule forSensitivity(Sensitivity sensitivity);
};

/**
 * Watches one series of five-minute buckets and raises an alarm when the volume leaves what is usual.
 *
 * It looks at the running 5 minutes, 15 minutes, hour and 3 hours. A window raises an alarm when two things are true. It
 * stands out more than everything remembered: what it has above the mean of the twelve hours before it exceeds both the
 * highest such excess so far, which fades with a half-life of days, and the excess that a usual day reaches at its peak.
 * That holds for brands whose counts have heavy tails, where no standard deviation means anything. And it is beyond the
 * scatter about what is usual at this hour of the week, which holds where counts are regular. The excess, not the count,
 * because a spike on a quiet night is as much news as one at noon.
 *
 * One alarm for each episode, which lasts until nothing has been above the usual for six hours; a peak that outgrows the
 * episode's own is told as its escalation. Buckets that are not complete can raise an alarm, but teach nothing.
 *
 * Online and causal: a judgement uses only the buckets pushed before it, each once. Constant memory (about 8 KB), constant
 * time. No state is stored: replaying some weeks of buckets brings it back. Not thread-safe; a plain value, may be copied.
 */
class VolumeDetector
{
public:
    explicit VolumeDetector(const VolumeRule &rule = VolumeRule::forSensitivity(Sensitivity::Balanced));

    /// The next bucket, now complete. What lies between the last one and this counts as empty buckets; a bucket that is not
    /// after the last one is ignored. Returns an alarm when an episode begins or escalates.
    std::optional<VolumeAlarm> push(const Bucket &bucket);
    /// Tells that every bucket that ended at or before `now` has been counted, pushing empty ones where none came. An
    /// emptiness never raises an alarm.
    void advanceTo(core::Instant now);

    [[nodiscard]] bool isInEpisode() const { return m_inEpisode; }
    [[nodiscard]] int windowTotal() const;     ///< posts in the running hour
    [[nodiscard]] double historyHours() const; ///< of complete buckets; a judgement needs 18 hours of them
    [[nodiscard]] double usual() const;        ///< posts usual in the running hour; 0 while nothing is known
    [[nodiscard]] double threshold() const;    ///< of the running hour; 0 while there is too little history
    /// How far the last bucket's window that stands out most is on its way to the threshold: 0.5 and more where it reaches it,
    /// 1 for the unheard of. 0 for an empty bucket, and while there is too little history.
    [[nodiscard]] double score() const { return m_score; }

private:
    static constexpr std::array<int, 4> kScales{1, 3, 12, 36};
    static constexpr int kLevelBuckets = 12 * Bucket::kPerHour;
    static constexpr int kDaysKept = 14;
    static constexpr qint64 kRing = kLevelBuckets + 2 * 36 + 8;

    /// Up to and including one bucket, since the first, so that any window is a difference of two.
    struct Running {
        qint64 total = 0;
        qint64 negative = 0;
        double usual = 0;
        qint64 known = 0;      ///< complete buckets
        qint64 knownTotal = 0; ///< posts in them
    };
    struct Scale {
        int buckets = 1;
        double peak = 0; ///< the highest excess, fading
        int peakTotal = 0;
        core::Instant peakAt;
        double dayPeak = 0; ///< of the running day
        std::array<double, kDaysKept> dayPeaks = {};
        double typicalPeak = 0; ///< the median of them
        double scatter = 0.3;   ///< nine windows in ten are within this of the usual; natural logarithm
    };
    struct Verdict {
        const Scale *scale = nullptr;
        double strength = 0; ///< natural logarithm; 0 at the threshold
    };

    std::optional<VolumeAlarm> pushOne(const Bucket &bucket);
    void append(const Bucket &bucket);
    void remember(Scale &scale);
    void endDay();
    void learnScatter();
    [[nodiscard]] const Running &upTo(qint64 index) const;
    [[nodiscard]] double total(qint64 lastIndex, int buckets) const;
    [[nodiscard]] double usual(int buckets) const;
    [[nodiscard]] double levelBefore(qint64 lastIndex, int buckets) const;
    [[nodiscard]] double excess(qint64 lastIndex, int buckets) const;
    [[nodiscard]] double neededExcess(const Scale &scale) const;
    [[nodiscard]] double neededAboveUsual(const Scale &scale) const;
    [[nodiscard]] double threshold(const Scale &scale) const;
    [[nodiscard]] Verdict strongest() const;
    [[nodiscard]] bool mayJudge() const;
    void followEpisode();
    [[nodiscard]] qint64 risingSince() const;
    [[nodiscard]] VolumeAlarm describe(const Scale &scale) const;

    VolumeRule m_rule;
    double m_fading = 1;
    std::array<Scale, kScales.size()> m_scales;
    UsualLevel m_level;
    std::array<Running, std::size_t(kRing)> m_running = {};
    core::Instant m_nextStart;
    qint64 m_index = -1; ///< of the last bucket; the first has 0
    qint64 m_known = 0;  ///< complete buckets so far
    int m_unknownToday = 0;
    int m_unknownInHour = 12; ///< the first hour is a part of one
    int m_days = 0;
    double m_score = 0;
    bool m_inEpisode = false;
    qint64 m_lastAlarm = 0;    ///< its index
    qint64 m_lastElevated = 0;
};

} // namespace vigie::analysis
