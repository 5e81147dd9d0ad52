// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/bucket.h"

#include <array>
#include <optional>

namespace vigie::analysis
{

/// Not more posts, but clearly worse ones.
struct ShareAlarm {
    core::Instant windowStart;
    core::Instant windowEnd;
    int observed = 0; ///< posts in the window
    int negative = 0; ///< of them
    double share = 0;
    double usualShare = 0;
    double threshold = 0; ///< the share from which this many posts are no chance
    double historyHours = 0;

    bool operator==(const ShareAlarm &) const = default;
};

struct ShareRule {
    double margin = 0.12; ///< the share must be above the usual by this, beyond what chance explains
    int floorPosts = 25;  ///< in the window

    [[nodiscard]] static ShareRule forSensitivity(Sensitivity sensitivity);
};

/**
 * Watches the share of negative posts of one series of five-minute buckets.
 *
 * The running three hours, against the share of the two weeks before (a slowly forgetting count, the last three hours left
 * out): the lower end of Newcombe's 99.9 % interval of the difference must exceed a margin. Shares scatter more than coins
 * do, because one story brings many alike posts: how much more is learnt from past windows of three hours, and each post counts for
 * accordingly less. So 2 of 3 is no alarm, and the 80 % of a brand that people only write to in anger is its usual share.
 * One alarm for each episode, which ends when six hours have been half-way back. No alarm with fewer than 150 posts of past.
 *
 * Online, causal, constant memory; a plain value.
 */
class NegativeShareDetector
{
public:
    explicit NegativeShareDetector(const ShareRule &rule = ShareRule::forSensitivity(Sensitivity::Balanced));

    /// The next bucket. One that is not after the last is ignored; what lies between counts as empty.
    std::optional<ShareAlarm> push(const Bucket &bucket);

    [[nodiscard]] double usualShare() const; ///< 0 while nothing is known
    [[nodiscard]] bool isInEpisode() const { return m_inEpisode; }

private:
    static constexpr int kWindow = 3 * Bucket::kPerHour;

    struct Counts {
        double total = 0;
        double negative = 0;
        [[nodiscard]] double share() const { return total > 0 ? negative / total : 0; }
    };

    void append(const Bucket &bucket);
    void learnScatter();
    [[nodiscard]] double least(const Counts &now) const;

    ShareRule m_rule;
    std::array<Bucket, std::size_t(kWindow)> m_recent = {};
    Counts m_window;
    Counts m_past;
    double m_alikeness = 0.02; ///< the intra-window correlation, 0: like coins
    qint64 m_buckets = 0;
    qint64 m_known = 0;
    core::Instant m_nextStart;
    bool m_inEpisode = false;
    int m_calm = 0;
};

} // namespace vigie::analysis
