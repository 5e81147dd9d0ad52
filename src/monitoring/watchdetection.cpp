// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchdetection.h"

#include "analysis/risingterms.h"
#include "monitoring/alertrepository.h"
#include "monitoring/evidencerepository.h"
#include "monitoring/volumerepository.h"

#include <algorithm>

namespace vigie::monitoring
{
namespace
{

using analysis::Bucket;
using analysis::VolumeDetector;

constexpr std::chrono::hours kDay{24};
constexpr int kMaxTexts = 3000;
constexpr int kMaxTerms = 10;
constexpr int kMaxAuthors = 5;
constexpr int kMaxExamples = 3;

Alert alertFrom(const analysis::VolumeAlarm &alarm)
{
    Alert alert{.kind = AlertKind::Volume,
                .raisedAt = alarm.windowEnd,
                .windowFrom = alarm.windowStart,
                .windowTo = alarm.windowEnd,
                .observed = double(alarm.observed),
                .usual = alarm.usual,
                .threshold = alarm.threshold,
                .reasons = {.recentMax = alarm.recentMax,
                            .negativeShare = alarm.negativeShare,
                            .usualNegativeShare = alarm.usualNegativeShare,
                            .historyHours = alarm.historyHours}};
    if (alarm.kind == analysis::AlarmKind::NegativeShare) {
        alert.kind = AlertKind::NegativeShare;
        alert.observed = alarm.negativeShare;
        alert.usual = alarm.usualNegativeShare;
    }
    return alert;
}

Alert alertFrom(const FixedThreshold::Passed &passed, int threshold, const VolumeDetector &volume)
{
    return Alert{.kind = AlertKind::Threshold,
                 .raisedAt = passed.windowEnd,
                 .windowFrom = passed.windowStart,
                 .windowTo = passed.windowEnd,
                 .observed = double(passed.observed),
                 .usual = volume.usual(),
                 .threshold = double(threshold),
                 .reasons = {.negativeShare = passed.observed == 0 ? 0 : double(passed.negative) / passed.observed,
                             .historyHours = volume.historyHours()}};
}

Result<> addEvidence(const store::Connection &connection, Alert &alert)
{
    const EvidenceRepository::Range now{alert.watch, alert.windowFrom, alert.windowTo};
    const EvidenceRepository::Range before{alert.watch, alert.windowFrom - kDay, alert.windowFrom};
    const auto textsNow = EvidenceRepository::texts(connection, now, kMaxTexts);
    const auto textsBefore = EvidenceRepository::texts(connection, before, kMaxTexts);
    auto authors = EvidenceRepository::topAuthors(connection, now, kMaxAuthors);
    auto networks = EvidenceRepository::networks(connection, now);
    auto examples = EvidenceRepository::examples(connection, now, kMaxExamples);
    if (!textsNow)
        return fail(textsNow.error());
    if (!textsBefore)
        return fail(textsBefore.error());
    if (!authors)
        return fail(authors.error());
    if (!networks)
        return fail(networks.error());
    if (!examples)
        return fail(examples.error());
    alert.reasons.risingTerms = analysis::risingTerms(*textsBefore, *textsNow, kMaxTerms);
    alert.reasons.authors = std::move(*authors);
    alert.reasons.networks = std::move(*networks);
    alert.reasons.examples = std::move(*examples);
    return {};
}

} // namespace

std::optional<FixedThreshold::Passed> FixedThreshold::push(const Bucket &bucket)
{
    constexpr double kRearm = 0.6;
    if (!m_perHour)
        return std::nullopt;
    Passed hour{.windowEnd = bucket.start + VolumeDetector::kBucketLength};
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

Result<> WatchDetection::rebuild(const store::Connection &connection, const std::vector<Watch> &watches,
                                 std::optional<core::Instant> until)
{
    m_series.clear();
    m_settledUntil.reset();
    const auto newest = VolumeRepository::newest(connection, m_scope);
    if (!newest)
        return fail(newest.error());
    if (*newest)
        m_settledUntil = until ? std::min(**newest, VolumeDetector::bucketStart(*until)) : **newest;
    for (const Watch &watch : watches) {
        Series series{.watch = watch,
                      .settled = {VolumeDetector(analysis::VolumeRule::forSensitivity(watch.sensitivity)),
                                  FixedThreshold(watch.thresholdPerHour)}};
        const auto last = AlertRepository::lastRaised(connection, watch.id);
        if (!last)
            return fail(last.error());
        series.lastAlert = *last;
        if (m_settledUntil) {
            std::vector<Alert> past; // given already, or before this watch existed
            if (auto followed = follow(connection, series, series.settled, *m_settledUntil - kHistory, *m_settledUntil, past);
                !followed)
                return followed;
        }
        m_series.push_back(std::move(series));
    }
    return {};
}

Result<> WatchDetection::follow(const store::Connection &connection, const Series &series, Judge &judge, core::Instant from,
                                core::Instant to, std::vector<Alert> &found) const
{
    const auto buckets = VolumeRepository::buckets(connection, series.watch.id, from, to);
    if (!buckets)
        return fail(buckets.error());
    for (const Bucket &bucket : *buckets) {
        if (const auto alarm = judge.volume.push(bucket))
            found.push_back(alertFrom(*alarm));
        if (const auto passed = judge.fixed.push(bucket))
            found.push_back(alertFrom(*passed, *series.watch.thresholdPerHour, judge.volume));
    }
    judge.volume.advanceTo(to);
    return {};
}

Result<std::vector<core::AlertId>> WatchDetection::advance(store::Transaction &transaction, core::Instant until,
                                                           std::chrono::minutes lag)
{
    std::vector<core::AlertId> raised;
    const core::Instant end = VolumeDetector::bucketStart(until);
    const core::Instant settledEnd = VolumeDetector::bucketStart(until - lag);
    const core::Instant settledFrom = m_settledUntil.value_or(settledEnd - kHistory);
    for (Series &series : m_series) {
        std::vector<Alert> found;
        if (settledEnd > settledFrom) {
            if (auto followed = follow(transaction, series, series.settled, settledFrom, settledEnd, found); !followed)
                return fail(followed.error());
        }
        const core::Instant probedFrom = std::max(settledFrom, settledEnd);
        if (end > probedFrom) {
            Judge probe = series.settled;
            if (auto followed = follow(transaction, series, probe, probedFrom, end, found); !followed)
                return fail(followed.error());
        }
        for (Alert &alert : found) {
            const auto id = raise(transaction, series, std::move(alert), lag);
            if (!id)
                return fail(id.error());
            if (*id)
                raised.push_back(**id);
        }
    }
    m_settledUntil = std::max(settledFrom, settledEnd);
    return raised;
}

/// Nothing where the watch has given an alert at about that time: the same event seen twice, or the cooldown.
Result<std::optional<core::AlertId>> WatchDetection::raise(store::Transaction &transaction, Series &series, Alert alert,
                                                           std::chrono::minutes lag) const
{
    const auto distance = std::max<std::chrono::milliseconds>(series.watch.cooldown, lag + VolumeDetector::kBucketLength);
    if (series.lastAlert && alert.raisedAt < *series.lastAlert + distance
        && *series.lastAlert < alert.raisedAt + distance)
        return std::optional<core::AlertId>();
    alert.scope = m_scope;
    alert.watch = series.watch.id;
    alert.capturedAt = transaction.now();
    alert.reasons.watchName = series.watch.name;
    alert.reasons.watchQuery = series.watch.query;
    if (auto added = addEvidence(transaction, alert); !added)
        return fail(added.error());
    const auto id = AlertRepository::add(transaction, alert);
    if (!id)
        return fail(id.error());
    series.lastAlert = alert.raisedAt;
    return std::optional(*id);
}

} // namespace vigie::monitoring
