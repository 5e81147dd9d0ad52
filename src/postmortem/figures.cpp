// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/figures.h"

#include "monitoring/volumerepository.h"
#include "postmortem/figuresrepository.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace vigie::postmortem
{
namespace
{

constexpr int kMostPoints = 100;
constexpr int kMostPins = 12;
constexpr std::array<milliseconds, 11> kSteps = {minutes(5), minutes(10), minutes(15), minutes(30), hours(1), hours(2),
                                                 hours(3),   hours(6),    hours(12),   hours(24),   hours(168)};

core::Instant roundedDown(core::Instant at, milliseconds step)
{
    return core::Instant(at.time_since_epoch() / step * step);
}

Figures::Delay between(core::Instant from, const std::optional<core::Instant> &to)
{
    if (!to)
        return std::nullopt;
    return std::max(milliseconds(0), *to - from);
}

std::optional<double> shareOf(qint64 part, qint64 whole)
{
    if (whole == 0)
        return std::nullopt;
    return double(part) / double(whole);
}

/// Some quiet time before and after, so that one sees the curve rise and fall.
struct CurveRange {
    core::Instant from;
    core::Instant to;
    milliseconds step;
};

CurveRange curveRange(const Figures &figures)
{
    const auto period = std::max<milliseconds>(figures.to - figures.from, hours(1));
    const auto margin = std::clamp<milliseconds>(period / 8, minutes(30), hours(24));
    const core::Instant from = figures.from - margin;
    const core::Instant to = figures.from + period + margin / 2;
    milliseconds step = kSteps.back();
    for (const milliseconds candidate : kSteps) {
        if ((to - from) / candidate < kMostPoints) {
            step = candidate;
            break;
        }
    }
    return {roundedDown(from, step), to, step};
}

Result<> countCurve(const store::Connection &connection, const IncidentHeader &incident, Figures &figures)
{
    const CurveRange range = curveRange(figures);
    figures.curveStep = range.step;
    if (incident.watchId.isValid() || incident.scope.isValid()) {
        const auto points = monitoring::VolumeRepository::curve(
            connection,
            {.scope = incident.scope, .watch = incident.watchId, .from = range.from, .to = range.to, .width = range.step});
        if (!points)
            return fail(points.error());
        for (const monitoring::VolumePoint &point : *points)
            figures.curve.push_back({.at = point.start,
                                     .negative = point.negative,
                                     .neutral = point.neutral + point.undetermined,
                                     .positive = point.positive});
        return {};
    }
    const auto points = FiguresRepository::points(connection, incident, figures);
    if (!points)
        return fail(points.error());
    auto next = points->begin();
    for (core::Instant at = range.from; at < range.to; at += range.step) {
        while (next != points->end() && next->at < at)
            ++next;
        figures.curve.push_back(next != points->end() && next->at == at ? *next : CurvePoint{.at = at});
    }
    return {};
}

Result<> countUsual(const store::Connection &connection, const IncidentHeader &incident, Figures &figures)
{
    if (!incident.watchId.isValid() && !incident.scope.isValid())
        return {};
    const core::Instant to = roundedDown(figures.from, hours(1));
    const auto points = monitoring::VolumeRepository::curve(
        connection,
        {.scope = incident.scope, .watch = incident.watchId, .from = to - hours(24 * 7), .to = to, .width = hours(1)});
    if (!points)
        return fail(points.error());
    const auto first = std::find_if(points->begin(), points->end(), [](const auto &point) { return point.total > 0; });
    const auto hoursKnown = std::distance(first, points->end());
    constexpr int kFewestHours = 6; // below, a mean is noise
    if (hoursKnown < kFewestHours)
        return {};
    qint64 total = 0;
    for (auto point = first; point != points->end(); ++point)
        total += point->total;
    figures.usualPerHour = double(total) / double(hoursKnown);
    figures.usualPerStep = *figures.usualPerHour * double(figures.curveStep.count()) / double(milliseconds(hours(1)).count());
    return {};
}

/// Own acts are numbered; when there are too many to be read, decisions go first, then all but the first statement.
void number(std::vector<CurveMark> &marks)
{
    const auto pins = [&marks] {
        return std::count_if(marks.begin(), marks.end(), [](const auto &mark) { return mark.kind != MarkKind::Alert; });
    };
    for (const MarkKind kind : {MarkKind::Decision, MarkKind::Statement}) {
        for (auto mark = marks.end(); pins() > kMostPins && mark != marks.begin();) {
            --mark;
            if (mark->kind == kind)
                mark = marks.erase(mark);
        }
    }
    int next = 1;
    for (CurveMark &mark : marks) {
        if (mark.kind != MarkKind::Alert)
            mark.number = next++;
    }
}

Result<> placeMarks(const store::Connection &connection, const IncidentHeader &incident, Figures &figures)
{
    auto marks = FiguresRepository::marks(connection, incident);
    if (!marks)
        return fail(marks.error());
    const bool hasStatement =
        std::any_of(marks->begin(), marks->end(), [](const auto &mark) { return mark.kind == MarkKind::Statement; });
    marks->push_back({.at = incident.openedAt, .kind = MarkKind::Opened});
    if (incident.firstStatementAt && !hasStatement)
        marks->push_back({.at = *incident.firstStatementAt, .kind = MarkKind::Statement});
    if (incident.firstReplyAt)
        marks->push_back({.at = *incident.firstReplyAt, .kind = MarkKind::Reply});
    if (incident.resolvedAt)
        marks->push_back({.at = *incident.resolvedAt, .kind = MarkKind::Resolved});
    std::stable_sort(marks->begin(), marks->end(), [](const auto &a, const auto &b) { return a.at < b.at; });
    number(*marks);
    figures.marks = std::move(*marks);
    return {};
}

Result<> listGaps(const store::Connection &connection, Figures &figures)
{
    // A drill has a source of its own, and the gaps of the real ones say nothing about it.
    if (figures.scope.isValid())
        return {};
    const auto gaps = monitoring::VolumeRepository::gaps(connection, figures.from, figures.to);
    if (!gaps)
        return fail(gaps.error());
    for (const monitoring::SourceGap &gap : *gaps)
        figures.gaps.push_back({.source = gap.sourceName,
                                .from = std::max(gap.from, figures.from),
                                .to = std::min(gap.to.value_or(figures.to), figures.to),
                                .reason = gap.reason});
    return {};
}

} // namespace

Figures::Delay Figures::timeToDetect() const
{
    return between(beganAt, detectedAt);
}

Figures::Delay Figures::timeToAcknowledge() const
{
    return between(detectedAt, acknowledgedAt);
}

Figures::Delay Figures::timeToFirstStatement() const
{
    return between(detectedAt, firstStatementAt);
}

Figures::Delay Figures::timeToFirstReply() const
{
    return between(detectedAt, firstReplyAt);
}

Figures::Delay Figures::timeToResolve() const
{
    return between(beganAt, resolvedAt);
}

std::optional<double> Figures::negativeShare() const
{
    return shareOf(negative, mentions);
}

std::optional<double> Figures::copyShare() const
{
    return shareOf(copies, mentions);
}

Result<Figures> figuresOf(const store::Connection &connection, core::IncidentId id, core::Instant now)
{
    const auto incident = FiguresRepository::header(connection, id);
    if (!incident)
        return fail(incident.error());
    Figures figures;
    figures.incidentId = id;
    figures.scope = incident->scope;
    figures.from = std::min(incident->beganAt, incident->openedAt);
    figures.to = std::max(figures.from, incident->resolvedAt.value_or(incident->closedAt.value_or(now)));
    figures.beganAt = incident->beganAt;
    figures.detectedAt = incident->detectedAt;
    figures.openedAt = incident->openedAt;
    figures.acknowledgedAt = incident->acknowledgedAt;
    figures.firstStatementAt = incident->firstStatementAt;
    figures.firstReplyAt = incident->firstReplyAt;
    figures.resolvedAt = incident->resolvedAt;
    figures.cadence = incident->cadence;
    const auto targets = FiguresRepository::targets(connection);
    if (!targets)
        return fail(targets.error());
    figures.targets = *targets;
    for (const auto count : {&FiguresRepository::countMentions, &FiguresRepository::rankMentions, &countCurve, &countUsual,
                             &placeMarks}) {
        if (const auto counted = count(connection, *incident, figures); !counted)
            return fail(counted.error());
    }
    for (const auto count : {&FiguresRepository::countReplies, &FiguresRepository::countTasks,
                             &FiguresRepository::countUpdates, &FiguresRepository::countPromises, &listGaps}) {
        if (const auto counted = count(connection, figures); !counted)
            return fail(counted.error());
    }
    return figures;
}

} // namespace vigie::postmortem
