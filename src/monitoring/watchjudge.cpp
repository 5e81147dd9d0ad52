// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchjudge.h"

#include <algorithm>

namespace vigie::monitoring
{
namespace
{

using analysis::Bucket;

constexpr std::chrono::hours kDay{24};
constexpr std::chrono::hours kMostSilence{28 * 24};

AlertReasons::Basis basisFrom(analysis::UsualLevel::Basis basis)
{
    switch (basis) {
    case analysis::UsualLevel::Basis::HourOfWeek:
        return AlertReasons::Basis::HourOfWeek;
    case analysis::UsualLevel::Basis::HourOfDay:
        return AlertReasons::Basis::HourOfDay;
    case analysis::UsualLevel::Basis::Lately:
    case analysis::UsualLevel::Basis::Nothing:
        break;
    }
    return AlertReasons::Basis::Lately;
}

double shareOf(int negative, int total)
{
    return total == 0 ? 0 : double(negative) / total;
}

} // namespace

std::optional<FixedThreshold::Passed> FixedThreshold::push(const Bucket &bucket)
{
    constexpr double kRearm = 0.6;
    if (!m_perHour)
        return std::nullopt;
    Passed hour{.windowEnd = bucket.start + Bucket::kLength};
    hour.windowStart = hour.windowEnd - std::chrono::hours(1);
    m_hour.push_back(bucket);
    while (m_hour.front().start < hour.windowStart)
        m_hour.pop_front();
    for (const Bucket &counted : m_hour) {
        hour.observed += counted.total;
        hour.negative += counted.negative;
    }
    if (m_isInEpisode) {
        m_isInEpisode = hour.observed >= kRearm * *m_perHour;
        return std::nullopt;
    }
    m_isInEpisode = hour.observed >= *m_perHour;
    return m_isInEpisode ? std::optional(hour) : std::nullopt;
}

WatchJudge::WatchJudge(const Watch &watch)
    : m_perHour(watch.thresholdPerHour)
    , m_volume(analysis::VolumeRule::forSensitivity(watch.sensitivity))
    , m_negative(analysis::VolumeRule::forNegativePosts(watch.sensitivity))
    , m_share(analysis::ShareRule::forSensitivity(watch.sensitivity))
    , m_slowBurn(analysis::SlowBurnRule::forSensitivity(watch.sensitivity))
    , m_fixed(watch.thresholdPerHour)
{
}

bool WatchJudge::isInEpisode() const
{
    return m_volume.isInEpisode() || m_negative.isInEpisode() || m_share.isInEpisode() || m_slowBurn.isInEpisode() || m_fixed.isInEpisode();
}

void WatchJudge::advanceTo(core::Instant now)
{
    m_volume.advanceTo(now);
    m_negative.advanceTo(now);
}

void WatchJudge::begin(core::Instant since)
{
    if (!m_hasBegun)
        m_silentSince = std::min(m_silentSince.value_or(since), since);
}

void WatchJudge::push(const Bucket &bucket, std::vector<Finding> &found)
{
    if (!m_hasBegun && m_silentSince) {
        if (bucket.total <= 0)
            return;
        m_hasBegun = true;
        const core::Instant since = std::max(*m_silentSince, bucket.start - kMostSilence);
        if (since < bucket.start)
            push({.start = Bucket::startOf(since)}, found); // raises nothing
    }
    m_hasBegun = true;
    const bool wasInEpisode = isInEpisode();
    if (const auto alarm = m_volume.push(bucket))
        found.push_back({alertFrom(*alarm), wasInEpisode});
    const Bucket negative{bucket.start, bucket.negative, bucket.negative, bucket.isComplete};
    if (const auto alarm = m_negative.push(negative))
        found.push_back({alertFromNegative(*alarm), wasInEpisode});
    if (const auto alarm = m_slowBurn.push(bucket))
        found.push_back({alertFrom(*alarm), wasInEpisode});
    if (const auto passed = m_fixed.push(bucket))
        found.push_back({alertFrom(*passed), wasInEpisode});
    if (const auto alarm = m_share.push(bucket))
        found.push_back({alertFrom(*alarm), wasInEpisode});
}

/// Of alarms that count posts.
template <typename Alarm>
Alert WatchJudge::alertOnCounts(AlertKind kind, const Alarm &alarm, core::Instant since) const
{
    return {.kind = kind,
            .raisedAt = alarm.windowEnd,
            .windowFrom = alarm.windowStart,
            .windowTo = alarm.windowEnd,
            .observed = double(alarm.observed),
            .usual = alarm.usual,
            .threshold = alarm.threshold,
            .reasons = {.recentMax = alarm.recentMax,
                        .negativeShare = shareOf(alarm.observedNegative, alarm.observed),
                        .usualNegativeShare = m_share.usualShare(),
                        .historyHours = alarm.historyHours,
                        .basis = basisFrom(alarm.basis),
                        .since = since}};
}

Alert WatchJudge::alertFrom(const analysis::VolumeAlarm &alarm) const
{
    return alertOnCounts(AlertKind::Volume, alarm, alarm.risingSince);
}

/// The counts are those of the negative posts, the share is of all that came in the window.
Alert WatchJudge::alertFromNegative(const analysis::VolumeAlarm &alarm) const
{
    Alert alert = alertFrom(alarm);
    alert.kind = AlertKind::NegativePosts;
    alert.reasons.negativeShare = shareOf(alarm.observed, m_volume.totalOf(alarm.windowEnd - alarm.windowStart));
    return alert;
}

Alert WatchJudge::alertFrom(const analysis::ShareAlarm &alarm) const
{
    return {.kind = AlertKind::NegativeShare,
            .raisedAt = alarm.windowEnd,
            .windowFrom = alarm.windowStart,
            .windowTo = alarm.windowEnd,
            .observed = alarm.share,
            .usual = alarm.usualShare,
            .threshold = alarm.threshold,
            .reasons = {.negativeShare = alarm.share,
                        .usualNegativeShare = alarm.usualShare,
                        .historyHours = alarm.historyHours,
                        .since = alarm.windowStart}};
}

Alert WatchJudge::alertFrom(const analysis::SlowBurnAlarm &alarm) const
{
    return alertOnCounts(AlertKind::SlowBurn, alarm, alarm.windowStart);
}

Alert WatchJudge::alertFrom(const FixedThreshold::Passed &passed) const
{
    return {.kind = AlertKind::Threshold,
            .raisedAt = passed.windowEnd,
            .windowFrom = passed.windowStart,
            .windowTo = passed.windowEnd,
            .observed = double(passed.observed),
            .usual = m_volume.usual(),
            .threshold = double(m_perHour.value_or(0)),
            .reasons = {.negativeShare = shareOf(passed.negative, passed.observed),
                        .usualNegativeShare = m_share.usualShare(),
                        .historyHours = m_volume.historyHours(),
                        .since = passed.windowStart}};
}

void EventKeeper::restore(core::Instant raisedAt, core::Instant lastSeen)
{
    m_begin = raisedAt;
    m_lastSeen = std::max(raisedAt, lastSeen);
}

EventKeeper::Verdict EventKeeper::judge(const Finding &finding, std::chrono::milliseconds distance)
{
    const Alert &alert = finding.alert;
    const bool isOfEvent = m_lastSeen && alert.raisedAt + distance > m_begin
                           && (finding.isWithinEpisode || alert.raisedAt < *m_lastSeen + distance);
    if (!isOfEvent) {
        m_begin = alert.raisedAt;
        m_lastSeen = alert.raisedAt;
        return Verdict::NewEvent;
    }
    if (alert.raisedAt <= *m_lastSeen)
        return Verdict::Known; // the same, looked at again
    m_lastSeen = alert.raisedAt;
    return Verdict::Escalation;
}

std::vector<Replay> replay(const Watch &watch, const std::vector<Bucket> &buckets)
{
    std::vector<Replay> replays;
    for (const auto sensitivity :
         {analysis::Sensitivity::Low, analysis::Sensitivity::Balanced, analysis::Sensitivity::High}) {
        Watch tried = watch;
        tried.sensitivity = sensitivity;
        WatchJudge judge(tried);
        EventKeeper events;
        Replay result{.sensitivity = sensitivity};
        std::vector<Finding> found;
        for (const Bucket &bucket : buckets) {
            found.clear();
            judge.push(bucket, found);
            for (const Finding &finding : found) {
                if (events.judge(finding, watch.cooldown) == EventKeeper::Verdict::NewEvent)
                    result.alerts.push_back(finding.alert);
            }
        }
        if (!buckets.empty()) {
            const auto span = buckets.back().start - buckets.front().start - kDay;
            result.days = std::max(0.0, std::chrono::duration<double, std::ratio<86'400>>(span).count());
        }
        replays.push_back(std::move(result));
    }
    return replays;
}

} // namespace vigie::monitoring
