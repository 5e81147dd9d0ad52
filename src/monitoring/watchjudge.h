// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/negativeshare.h"
#include "analysis/slowburn.h"
#include "analysis/volumeanomaly.h"
#include "monitoring/alert.h"
#include "monitoring/watch.h"

#include <deque>
#include <optional>
#include <vector>

namespace vigie::monitoring
{

/// A number of mentions an hour that a person has set. One alarm for each episode, which ends when the running hour falls
/// below six tenths of it.
class FixedThreshold
{
public:
    explicit FixedThreshold(std::optional<int> perHour) : m_perHour(perHour) {}

    struct Passed {
        core::Instant windowStart = {};
        core::Instant windowEnd = {};
        int observed = 0;
        int negative = 0;
    };
    std::optional<Passed> push(const analysis::Bucket &bucket);
    [[nodiscard]] bool isInEpisode() const { return m_isInEpisode; }

private:
    std::optional<int> m_perHour;
    std::deque<analysis::Bucket> m_hour;
    bool m_isInEpisode = false;
};

/// Something a detector found: an alert as far as counts can tell it, without evidence.
struct Finding {
    Alert alert = {};
    bool isWithinEpisode = false; ///< what a detector is in already has grown; or another has joined it
};

/**
 * All that looks at the counts of one watch: volume, that of the negative posts alone, their share, slow burn, and the
 * threshold a person set, at the watch's sensitivity. Give it each bucket once, in order. A plain value: copy it to try the latest buckets, which may still change.
 */
class WatchJudge
{
public:
    explicit WatchJudge(const Watch &watch);

    /// The watch has been looking since then, and found nothing yet: silence is history too. Does nothing after the first post.
    void begin(core::Instant since);
    void push(const analysis::Bucket &bucket, std::vector<Finding> &found);
    /// What was not pushed before `now` was empty.
    void advanceTo(core::Instant now);
    [[nodiscard]] const analysis::VolumeDetector &volume() const { return m_volume; }

private:
    template <typename Alarm>
    [[nodiscard]] Alert alertOnCounts(AlertKind kind, const Alarm &alarm, core::Instant since) const;
    [[nodiscard]] Alert alertFrom(const analysis::VolumeAlarm &alarm) const;
    [[nodiscard]] Alert alertFromNegative(const analysis::VolumeAlarm &alarm) const;
    [[nodiscard]] Alert alertFrom(const analysis::ShareAlarm &alarm) const;
    [[nodiscard]] Alert alertFrom(const analysis::SlowBurnAlarm &alarm) const;
    [[nodiscard]] Alert alertFrom(const FixedThreshold::Passed &passed) const;
    [[nodiscard]] bool isInEpisode() const;

    std::optional<int> m_perHour;
    bool m_hasBegun = false;
    std::optional<core::Instant> m_silentSince; ///< lived through only when a first post comes: most watches are silent
    analysis::VolumeDetector m_volume;
    analysis::VolumeDetector m_negative; ///< of the negative posts alone; `negative` counts them all
    analysis::NegativeShareDetector m_share;
    analysis::SlowBurnDetector m_slowBurn;
    FixedThreshold m_fixed;
};

/// Tells findings that are alerts of their own from those that belong to the event told last.
class EventKeeper
{
public:
    /// The event that was told last, from the database after a restart.
    void restore(core::Instant raisedAt, core::Instant lastSeen);

    enum class Verdict {
        NewEvent,   ///< an alert
        Escalation, ///< the alert told last has grown
        Known,      ///< seen already, or nothing new in it
    };
    /// `distance`: how long after its last finding an event still takes up others (the cooldown).
    [[nodiscard]] Verdict judge(const Finding &finding, std::chrono::milliseconds distance);

private:
    std::optional<core::Instant> m_lastSeen = std::nullopt;
    core::Instant m_begin = {};
};

/// How a watch would have fared on counts that are stored already.
struct Replay {
    analysis::Sensitivity sensitivity = analysis::Sensitivity::Balanced;
    std::vector<Alert> alerts = {}; ///< without evidence, oldest first
    double days = 0;                ///< judged, that is after the first day of history
};

/// Lives through `buckets` (ordered by time) once for each sensitivity. Pure; a year takes about a second.
[[nodiscard]] std::vector<Replay> replay(const Watch &watch, const std::vector<analysis::Bucket> &buckets);

} // namespace vigie::monitoring
