// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchdetection.h"

#include "analysis/risingterms.h"
#include "monitoring/alertrepository.h"
#include "monitoring/evidencerepository.h"

#include <algorithm>
#include <map>

namespace vigie::monitoring
{
namespace
{

using analysis::Bucket;

constexpr std::chrono::hours kDay{24};
constexpr std::chrono::hours kGapCounts{48};
constexpr double kWorthTelling = 1.2; // times what the alert says already
constexpr int kMaxSteps = 20;
constexpr int kMaxTexts = 3000;
constexpr int kMaxTerms = 10;
constexpr int kMaxLinks = 5;
constexpr int kMaxAuthors = 5;
constexpr int kMaxExamples = 3;
constexpr int kMaxMissing = 5;

/// Puts a value where it belongs, or hands the error on.
template <typename T>
Result<> take(Result<T> &&found, T &into)
{
    if (!found)
        return fail(found.error());
    into = std::move(*found);
    return {};
}

Result<> addMissing(const store::Connection &connection, Alert &alert)
{
    if (alert.scope.isValid())
        return {}; // a drill has no sources of its own
    const auto gaps = VolumeRepository::gaps(connection, alert.windowFrom - kDay, alert.windowTo);
    if (!gaps)
        return fail(gaps.error());
    alert.reasons.missing.clear();
    for (const SourceGap &gap : *gaps) {
        if (alert.reasons.missing.size() < kMaxMissing)
            alert.reasons.missing.push_back({gap.sourceName, gap.from, gap.to});
    }
    return {};
}

Result<> addEvidence(const store::Connection &connection, Alert &alert)
{
    const EvidenceRepository::Range now{alert.watch, alert.windowFrom, alert.windowTo};
    const EvidenceRepository::Range before{alert.watch, alert.windowFrom - kDay, alert.windowFrom};
    std::vector<QString> textsNow;
    std::vector<QString> textsBefore;
    AlertReasons &reasons = alert.reasons;
    auto done = take(EvidenceRepository::texts(connection, now, kMaxTexts), textsNow);
    if (done)
        done = take(EvidenceRepository::texts(connection, before, kMaxTexts), textsBefore);
    if (done)
        done = take(EvidenceRepository::topAuthors(connection, now, kMaxAuthors), reasons.authors);
    if (done)
        done = take(EvidenceRepository::networks(connection, now), reasons.networks);
    if (done)
        done = take(EvidenceRepository::sources(connection, now), reasons.sources);
    if (done)
        done = take(EvidenceRepository::copies(connection, now), reasons.copies);
    if (done)
        done = take(EvidenceRepository::examples(connection, now, kMaxExamples), reasons.examples);
    if (done)
        done = addMissing(connection, alert);
    if (!done)
        return done;
    reasons.risingTerms = analysis::risingTerms(textsBefore, textsNow, kMaxTerms);
    reasons.risingLinks = analysis::risingLinks(textsBefore, textsNow, kMaxLinks);
    return {};
}

/// Marks, or adds, the buckets in which something is missing.
void addGap(std::map<core::Instant, Bucket> &buckets, const SourceGap &gap, core::Instant from, core::Instant to)
{
    const core::Instant begin = std::max(gap.from, from);
    const core::Instant end = std::min({gap.to.value_or(to), gap.from + kGapCounts, to});
    for (core::Instant start = Bucket::startOf(begin); start < end; start += Bucket::kLength) {
        Bucket &bucket = buckets[start];
        bucket.start = start;
        bucket.isComplete = false;
    }
}

} // namespace

Result<std::vector<Bucket>> WatchDetection::buckets(const store::Connection &connection, core::DrillRunId scope,
                                                    core::WatchId watch, core::Instant from, core::Instant to)
{
    auto counted = VolumeRepository::buckets(connection, watch, from, to);
    if (!counted)
        return counted;
    return withGaps(connection, scope, std::move(*counted), from, to);
}

Result<std::vector<Bucket>> WatchDetection::withGaps(const store::Connection &connection, core::DrillRunId scope,
                                                     std::vector<Bucket> counted, core::Instant from, core::Instant to)
{
    if (scope.isValid())
        return counted; // a drill has no sources of its own
    const auto gaps = VolumeRepository::gaps(connection, from, to);
    if (!gaps)
        return fail(gaps.error());
    if (gaps->empty())
        return counted;
    std::map<core::Instant, Bucket> merged;
    for (const Bucket &bucket : counted)
        merged.emplace(bucket.start, bucket);
    for (const SourceGap &gap : *gaps)
        addGap(merged, gap, from, to);
    counted.clear();
    for (const auto &[start, bucket] : merged)
        counted.push_back(bucket);
    return counted;
}

Result<> WatchDetection::rebuild(const store::Connection &connection, const std::vector<Watch> &watches,
                                 std::optional<core::Instant> until)
{
    m_series.clear();
    m_settledUntil.reset();
    const auto newest = VolumeRepository::newest(connection, m_scope);
    if (!newest)
        return fail(newest.error());
    auto first = take(VolumeRepository::oldest(connection, m_scope), m_firstCount);
    if (!first)
        return first;
    if (*newest)
        m_settledUntil = until ? std::min(**newest, Bucket::startOf(*until)) : **newest;
    for (const Watch &watch : watches) {
        Series series{.watch = watch, .settled = WatchJudge(watch)};
        const auto last = AlertRepository::last(connection, watch.id);
        if (!last)
            return fail(last.error());
        if (*last) {
            series.lastAlert = (*last)->id;
            series.events.restore((*last)->raisedAt, (*last)->windowTo);
        }
        if (m_settledUntil) {
            std::vector<Finding> past; // given already, or before this watch existed
            if (auto followed = follow(connection, series, series.settled, *m_settledUntil - kHistory, *m_settledUntil, past);
                !followed)
                return followed;
        }
        m_series.push_back(std::move(series));
    }
    return {};
}

Result<> WatchDetection::follow(const store::Connection &connection, const Series &series, WatchJudge &judge,
                                core::Instant from, core::Instant to, std::vector<Finding> &found) const
{
    const auto counted = buckets(connection, m_scope, series.watch.id, from, to);
    if (!counted)
        return fail(counted.error());
    const core::Instant since = std::max({series.watch.createdAt, from, m_firstCount.value_or(to)});
    if (since < to && (counted->empty() || counted->front().start > since))
        judge.begin(since);
    for (const Bucket &bucket : *counted)
        judge.push(bucket, found);
    judge.advanceTo(to);
    return {};
}

Result<std::vector<core::AlertId>> WatchDetection::advance(store::Transaction &transaction, core::Instant until,
                                                           std::chrono::minutes lag)
{
    std::vector<core::AlertId> raised;
    const core::Instant end = Bucket::startOf(until);
    const core::Instant settledEnd = Bucket::startOf(until - lag);
    const core::Instant settledFrom = m_settledUntil.value_or(settledEnd - kHistory);
    if (!m_firstCount) {
        if (auto first = take(VolumeRepository::oldest(transaction, m_scope), m_firstCount); !first)
            return fail(first.error());
    }
    for (Series &series : m_series) {
        std::vector<Finding> found;
        if (settledEnd > settledFrom) {
            if (auto followed = follow(transaction, series, series.settled, settledFrom, settledEnd, found); !followed)
                return fail(followed.error());
        }
        const core::Instant probedFrom = std::max(settledFrom, settledEnd);
        if (end > probedFrom) {
            WatchJudge probe = series.settled;
            if (auto followed = follow(transaction, series, probe, probedFrom, end, found); !followed)
                return fail(followed.error());
        }
        for (const Finding &finding : found) {
            const auto id = tell(transaction, series, finding, lag);
            if (!id)
                return fail(id.error());
            if (*id)
                raised.push_back(**id);
        }
    }
    m_settledUntil = std::max(settledFrom, settledEnd);
    return raised;
}

Result<std::optional<core::AlertId>> WatchDetection::tell(store::Transaction &transaction, Series &series,
                                                          const Finding &finding, std::chrono::minutes lag) const
{
    const auto distance = std::max<std::chrono::milliseconds>(series.watch.cooldown, lag + Bucket::kLength);
    const EventKeeper::Verdict verdict = series.events.judge(finding, distance);
    if (verdict == EventKeeper::Verdict::Known)
        return std::optional<core::AlertId>();
    Alert alert = finding.alert;
    alert.scope = m_scope;
    alert.watch = series.watch.id;
    alert.capturedAt = transaction.now();
    alert.reasons.watchName = series.watch.name;
    alert.reasons.watchQuery = series.watch.query;
    if (verdict == EventKeeper::Verdict::Escalation && series.lastAlert.isValid()) {
        auto grown = grow(transaction, series, std::move(alert));
        return grown ? Result<std::optional<core::AlertId>>(std::nullopt) : fail(grown.error());
    }
    if (auto added = addEvidence(transaction, alert); !added)
        return fail(added.error());
    const auto id = AlertRepository::add(transaction, alert);
    if (!id)
        return fail(id.error());
    series.lastAlert = *id;
    return std::optional(*id);
}

/// The alert takes the shape of what was found last, where that says more than it does already.
Result<> WatchDetection::grow(store::Transaction &transaction, const Series &series, Alert alert) const
{
    const auto known = AlertRepository::byId(transaction, series.lastAlert);
    if (!known)
        return fail(known.error());
    if (!*known)
        return {};
    const Alert &before = **known;
    const bool isSameKind = before.kind == alert.kind;
    // A threshold that a person set, or a turned share, says less than the volume that is told already.
    if (isSameKind ? alert.observed < kWorthTelling * before.observed : alert.kind != AlertKind::Volume)
        return {};
    alert.id = before.id;
    alert.raisedAt = before.raisedAt;
    alert.reasons.since = std::min(before.reasons.since, alert.reasons.since);
    alert.reasons.steps = before.reasons.steps;
    if (alert.reasons.steps.size() < kMaxSteps)
        alert.reasons.steps.push_back({before.windowTo, before.kind, before.observed, before.threshold});
    if (auto added = addEvidence(transaction, alert); !added)
        return added;
    return AlertRepository::escalate(transaction, alert);
}

} // namespace vigie::monitoring
