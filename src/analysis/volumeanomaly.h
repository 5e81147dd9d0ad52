// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <chrono>
#include <deque>
#include <optional>
#include <vector>

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
    core::Instant windowEnd;        ///< the end of the bucket that raised the alarm: when it was detected, in the data's time
    int observed = 0;               ///< posts in the window
    int observedNegative = 0;       ///< the negative ones among them
    double usual = 0;               ///< median of all windows of the same length in the history
    int recentMax = 0;              ///< the highest of them
    double threshold = 0;           ///< kind Volume: posts in the window; kind NegativeShare: a share
    double negativeShare = 0;       ///< of the window, 0 to 1
    double usualNegativeShare = 0;  ///< of the history, 0 to 1
    double historyHours = 0;        ///< how much history stood behind the judgement

    bool operator==(const VolumeAlarm &) const = default;
};

/// The numbers of the rule; see VolumeDetector. Chosen once for all brands, never for one.
struct VolumeRule {
    int windowBuckets = 12;         ///< the running window: one hour
    int gapBuckets = 12;            ///< left out between the window and the history, so that a slow rise is not its own excuse
    int historyBuckets = 4 * 288;   ///< how far back the maximum is taken: four days
    int minimumHistoryBuckets = 18 * 12;
    double factor = 1.4;            ///< threshold = factor × recentMax + pseudoCount, and at least floorPosts
    double pseudoCount = 6;
    int floorPosts = 20;
    double rearmFraction = 0.6;     ///< an episode ends when the window stays below this part of the threshold …
    int rearmBuckets = 6 * 12;      ///< … for this long
    int shareFloorPosts = 30;       ///< no judgement of the negative share on fewer posts than this in its window
    double shareMargin = 0.15;      ///< the lower bound of the share must exceed the usual share by this

    [[nodiscard]] static VolumeRule forSensitivity(Sensitivity sensitivity);
};

/**
 * Watches one series of five-minute buckets and raises an alarm when the volume, or the negative share, leaves what is usual.
 *
 * Volume: the posts of the running hour are compared with the highest hour of the last four days (the last hour before the
 * window left out): alarm above factor × maximum + pseudo-count, never below a floor, never with less than 18 hours of
 * history. One alarm for each episode: the next one needs the volume to have stayed well below the threshold for six hours.
 * Negative share: the lower bound of the 95 % Wilson interval of the running window's share against the usual share.
 *
 * Online and causal: a judgement uses only the buckets pushed before it. No state is stored: replaying the last 14 days of
 * buckets through a new detector brings it back. O(1) amortised per bucket. Not thread-safe; a plain value, may be copied.
 */
class VolumeDetector
{
public:
    static constexpr std::chrono::minutes kBucketLength{5};

    explicit VolumeDetector(const VolumeRule &rule = VolumeRule::forSensitivity(Sensitivity::Balanced));

    /// The start of the bucket that an instant falls in.
    [[nodiscard]] static core::Instant bucketStart(core::Instant instant);

    /// The next bucket, now complete. A gap since the last one counts as empty buckets; a bucket that is not after the last
    /// one is ignored. Returns an alarm when an episode begins.
    std::optional<VolumeAlarm> push(const Bucket &bucket);
    /// Tells that every bucket that ended at or before `now` is complete, pushing empty ones where none came. An emptiness
    /// never raises an alarm.
    void advanceTo(core::Instant now);

    [[nodiscard]] bool isInEpisode() const { return m_inVolumeEpisode; }
    [[nodiscard]] int windowTotal() const { return m_windowTotal; }
    [[nodiscard]] double historyHours() const; ///< history that a judgement could use by now
    [[nodiscard]] double usual() const;        ///< median window of the history; 0 while there is none. Not cheap
    [[nodiscard]] double threshold() const;    ///< of the volume, for drawing it; 0 while there is too little history

private:
    struct Sum {
        qint64 index = 0;
        int total = 0;
    };

    std::optional<VolumeAlarm> pushOne(const Bucket &bucket);
    void enterWindow(const Bucket &bucket);
    void enterHistory(qint64 index, int windowTotal);
    [[nodiscard]] bool volumeRises();
    [[nodiscard]] std::optional<double> shareThreshold() const;
    [[nodiscard]] bool shareRises();
    [[nodiscard]] VolumeAlarm describe(AlarmKind kind, double threshold) const;

    VolumeRule m_rule;
    core::Instant m_nextStart;
    qint64 m_index = -1;             ///< of the last bucket; the first has 0
    std::deque<Bucket> m_buckets;    ///< window and gap, and the history for the share
    std::deque<int> m_sums;          ///< window sums, aligned with the buckets, oldest first
    std::deque<Sum> m_maxima;        ///< decreasing: the front is the maximum of the history
    int m_windowTotal = 0;
    int m_windowNegative = 0;
    qint64 m_historyTotal = 0;
    qint64 m_historyNegative = 0;
    bool m_inVolumeEpisode = false;
    bool m_inShareEpisode = false;
    int m_calmBuckets = 0;
    int m_calmShareBuckets = 0;
};

} // namespace vigie::analysis
