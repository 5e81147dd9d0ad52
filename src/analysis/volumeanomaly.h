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
    double rise = 1.15;      ///< a peak must be this many times the highest remembered …
    double timesUsual = 2.5; ///< … and its window this many times what is usual at this hour …
    double deviations = 3;   ///< … and beyond this many standard deviations of the everyday scatter …
    double lightTail = 1.5;  ///< … and up to this many more, the lighter the tail that the series has shown
    double pseudoCount = 6;  ///< posts added to both sides, so that few posts are not many times fewer
    int floorPosts = 8;      ///< never on fewer posts in the window
    int restHours = 12;      ///< without a new peak, and the episode is over

    /// They differ by little: *low* rests for a day after a peak, *high* is content with twice the usual and asks less of a
    /// light tail.
    [[nodiscard]] static VolumeRule forSensitivity(Sensitivity sensitivity);
    /// For a series that counts the negative posts alone: fewer, and each says more.
    [[nodiscard]] static VolumeRule forNegativePosts(Sensitivity sensitivity);
};

/**
 * Watches one series of five-minute buckets and raises an alarm when the volume leaves what is usual.
 *
 * It looks at the running quarter of an hour and at the running hour. A window raises an alarm when three things are true.
 * It is a record: what it has above the mean of the day before it exceeds the highest such excess remembered, which fades by
 * half in a week. That holds for brands whose counts have heavy tails, where no standard deviation means anything. It is
 * much: a multiple of what is usual at this hour of the week. And it is no everyday scatter: beyond three standard deviations
 * of the logarithm of seen to usual, taken from its median absolute deviation (Hampel 1974), which storms do not move. A
 * series that scatters a lot and never storms would still pass three a dozen times a year; there deviations can be believed,
 * so more of them are asked for: 4.5 where no window was ever beyond three, and 3 from one in two hundred on, where the tail is
 * heavy (of normal scatter it is one in 740). A tail counts as heavy until it has shown itself light, which takes weeks.
 * The excess, not the count, because a spike on a quiet night is as much news as one at noon.
 *
 * One alarm for each episode, which lasts until none of this has been true for half a day; a peak that outgrows the
 * episode's own is told as its escalation. Buckets that are not complete can raise an alarm, but teach nothing.
 *
 * Online and causal: a judgement uses only the buckets pushed before it, each once. Constant memory (about 7 KB), constant
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
    /// Posts in the running window of that length, at most a day.
    [[nodiscard]] int totalOf(std::chrono::milliseconds length) const;
    [[nodiscard]] double historyHours() const; ///< of complete buckets; a judgement needs 18 hours of them
    [[nodiscard]] double usual() const;        ///< posts usual in the running hour; 0 while nothing is known
    [[nodiscard]] double threshold() const;    ///< of the running hour; 0 while there is too little history
    /// How far the last bucket's window that stands out most is on its way to the threshold: 0.5 and more where it reaches it,
    /// 1 for the unheard of. 0 for an empty bucket, and while there is too little history.
    [[nodiscard]] double score() const { return m_score; }

private:
    static constexpr std::array<int, 2> kScales{3, Bucket::kPerHour};
    static constexpr int kLongest = Bucket::kPerHour;
    static constexpr qint64 kRing = Bucket::kPerDay + kLongest + 1; ///< the longest window, and the day before it

    struct Seen {
        int total = 0;
        int negative = 0;
        float usual = 0;
        bool isKnown = false;
    };
    struct Scale {
        int buckets = 1;
        qint64 levelTotal = 0; ///< posts of the complete buckets of the day before the window …
        int levelKnown = 0;    ///< … and how many these are
        std::array<double, std::size_t(kLongest)> excesses = {}; ///< of the windows that reach into the running one
        double peak = 0;       ///< the highest excess, fading
        int peakTotal = 0;
        core::Instant peakAt;
        double scatter = 0.2; ///< the median absolute deviation of the natural logarithm of seen to usual
        double beyond = 0.01; ///< the share of windows beyond three deviations above the usual, slowly forgetting
    };
    struct Verdict {
        const Scale *scale = nullptr;
        double strength = 0; ///< natural logarithm; 0 at the threshold
    };

    std::optional<VolumeAlarm> pushOne(const Bucket &bucket);
    void append(const Bucket &bucket);
    void follow(Scale &scale);
    void learnScatter();
    [[nodiscard]] const Seen &at(qint64 index) const;
    [[nodiscard]] double total(qint64 lastIndex, int buckets) const;
    [[nodiscard]] double usual(qint64 lastIndex, int buckets) const;
    [[nodiscard]] double levelBefore(const Scale &scale) const;
    [[nodiscard]] double excess(const Scale &scale) const;
    [[nodiscard]] double neededExcess(const Scale &scale) const;
    [[nodiscard]] double neededTimesUsual(const Scale &scale) const;
    [[nodiscard]] double neededDeviations(const Scale &scale) const;
    [[nodiscard]] double threshold(const Scale &scale) const;
    [[nodiscard]] Verdict strongest() const;
    [[nodiscard]] bool mayJudge() const;
    [[nodiscard]] qint64 risingSince() const;
    [[nodiscard]] VolumeAlarm describe(const Scale &scale) const;

    VolumeRule m_rule;
    std::array<Scale, kScales.size()> m_scales;
    UsualLevel m_level;
    std::array<Seen, std::size_t(kRing)> m_seen = {};
    core::Instant m_nextStart;
    qint64 m_index = -1; ///< of the last bucket; the first has 0
    qint64 m_known = 0;  ///< complete buckets so far
    int m_unknownInHour = 12; ///< the first hour is a part of one
    double m_score = 0;
    bool m_inEpisode = false;
    qint64 m_lastTold = 0;  ///< its index
    int m_calmBuckets = 0;  ///< complete ones since the episode's last peak
};

} // namespace vigie::analysis
