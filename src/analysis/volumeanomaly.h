// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <chrono>
#include <deque>
#include <optional>

namespace vigie::analysis
{

/// The posts of one watch in one period of five minutes.
struct Bucket {
    core::Instant start;
    int total = 0;
    int negative = 0;

    bool operator==(const Bucket &) const = default;
};

/// How readily an alarm is given. Stored in the database by these numbers: never renumber.
enum class Sensitivity { Low = 0, Balanced = 1, High = 2 };
enum class AlarmKind { Volume = 0, NegativeShare = 1 };

/// What was seen, against what, and why: everything an alert prints.
struct VolumeAlarm {
    AlarmKind kind = AlarmKind::Volume;
    core::Instant windowStart;
    core::Instant windowEnd;  ///< the end of the bucket that raised the alarm: when it was detected, in the data's time
    int observed = 0;         ///< posts in the window
    int observedNegative = 0; ///< the negative ones among them
    double usual = 0;         ///< median of all windows of the same length in the history
    int recentMax = 0;        ///< the highest of them
    double threshold = 0;     ///< kind Volume: posts in the window; kind NegativeShare: a share
    double negativeShare = 0; ///< of the window, 0 to 1
    double usualNegativeShare = 0; ///< of the history, 0 to 1
    double historyHours = 0;       ///< how much history stood behind the judgement

    bool operator==(const VolumeAlarm &) const = default;
};

/// One length of window and what it takes to be unusual: threshold = factor × m + spread × √m + pseudoCount, where m is
/// the highest window of the history, and never below floorPosts.
struct VolumeScale {
    int windowBuckets = 12;
    double factor = 1.25;
    double spread = 1.5; ///< counts scatter by their square root, which matters while they are small
    double pseudoCount = 4;
    int floorPosts = 20;
};

/// The numbers of the rule; see VolumeDetector. Chosen once for all brands, never for one.
struct VolumeRule {
    VolumeScale hour;
    VolumeScale threeHours{36, 1.15, 1.5, 6, 40};
    int historyBuckets = 4 * 288;        ///< how far back the maximum is taken: four days
    int minimumHistoryBuckets = 18 * 12; ///< no judgement on less …
    int fullDayBuckets = 22 * 12;   ///< … and a careful one on less than this: the busy hours may not have been seen
    double partialDayFactor = 1.25; ///< the threshold is raised by this then
    double rearmFraction = 0.6;     ///< an episode ends when no window reaches this part of its threshold …
    int rearmBuckets = 6 * 12;      ///< … for this long
    int shareFloorPosts = 40;       ///< no judgement of the negative share on fewer posts in its window
    int shareFloorHistory = 150;    ///< nor on fewer posts of history
    double shareMargin = 0.15;      ///< the lower bound of the share must exceed the usual share by this

    [[nodiscard]] static VolumeRule forSensitivity(Sensitivity sensitivity);
};

/**
 * Watches one series of five-minute buckets and raises an alarm when the volume, or the negative share, leaves what is
 * usual.
 *
 * Volume: the posts of the running hour are compared with the highest hour of the last four days, the hour before the
 * window left out so that a rise is not its own excuse; the same with the running three hours, which see a slower rise.
 * Never below a floor, never with less than 18 hours of history. One alarm for each episode: the next one needs both
 * windows to have stayed well below their thresholds for six hours. The maximum, because hourly counts have heavy
 * tails: what has been seen in four days is usual, whatever its standard deviation. Negative share: the lower bound of
 * the 99 % Wilson interval of the running three hours against the share of the history, plus a margin. It is silent
 * while a volume episode runs, which tells the share itself.
 *
 * Online and causal: a judgement uses only the buckets pushed before it. No state is stored: replaying the last 14 days
 * of buckets through a new detector brings it back. O(1) amortised per bucket. Not thread-safe; a plain value, may be
 * copied.
 */
class VolumeDetector
{
public:
    static constexpr std::chrono::minutes kBucketLength{5};

    explicit VolumeDetector(const VolumeRule &rule = VolumeRule::forSensitivity(Sensitivity::Balanced));

    /// The start of the bucket that an instant falls in.
    [[nodiscard]] static core::Instant bucketStart(core::Instant instant);

    /// The next bucket, now complete. A gap since the last one counts as empty buckets; a bucket that is not after the
    /// last one is ignored. Returns an alarm when an episode begins.
    std::optional<VolumeAlarm> push(const Bucket &bucket);
    /// Tells that every bucket that ended at or before `now` is complete, pushing empty ones where none came. An
    /// emptiness never raises an alarm.
    void advanceTo(core::Instant now);

    [[nodiscard]] bool isInEpisode() const { return m_inVolumeEpisode; }
    [[nodiscard]] int windowTotal() const;     ///< posts in the running hour
    [[nodiscard]] double historyHours() const; ///< history that a judgement could use by now
    [[nodiscard]] double usual() const;        ///< median hour of the history; 0 while there is none. Not cheap
    [[nodiscard]] double
    threshold() const; ///< of the running hour, for drawing it; 0 while there is too little history

private:
    /// Posts since the first bucket, so that any window is a difference of two.
    struct Running {
        qint64 total = 0;
        qint64 negative = 0;
    };
    struct Maximum {
        qint64 index = 0; ///< of the window's last bucket
        int total = 0;
    };
    struct ScaleState {
        VolumeScale scale;
        std::deque<Maximum> maxima; ///< decreasing: the front is the highest window of the history
        [[nodiscard]] int gap() const { return scale.windowBuckets; }
    };

    std::optional<VolumeAlarm> pushOne(const Bucket &bucket);
    void append(const Bucket &bucket);
    void updateHistory(ScaleState &state);
    /// Buckets firstIndex … lastIndex, both included; a negative first index counts from the beginning.
    [[nodiscard]] Running between(qint64 firstIndex, qint64 lastIndex) const;
    [[nodiscard]] Running window(const VolumeScale &scale) const;
    [[nodiscard]] Running history() const;
    [[nodiscard]] qint64 historyBuckets(const ScaleState &state) const;
    [[nodiscard]] double threshold(const ScaleState &state) const; ///< 0 while there is too little history
    [[nodiscard]] double shareThreshold() const;                   ///< above 1 where no judgement is possible
    [[nodiscard]] const ScaleState *risingScale() const;
    void followEpisodes();
    [[nodiscard]] bool shareRises() const;
    [[nodiscard]] double usual(const ScaleState &state) const;
    [[nodiscard]] VolumeAlarm describe(AlarmKind kind, const ScaleState &state, double threshold) const;

    VolumeRule m_rule;
    ScaleState m_hour;
    ScaleState m_threeHours;
    core::Instant m_nextStart;
    qint64 m_index = -1;           ///< of the last bucket; the first has 0
    std::deque<Running> m_running; ///< up to and including each of the last buckets
    bool m_inVolumeEpisode = false;
    bool m_inShareEpisode = false;
    int m_calmBuckets = 0;
    int m_calmShareBuckets = 0;
};

} // namespace vigie::analysis
