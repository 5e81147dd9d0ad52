// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/figures.h"
#include "store/query.h"

namespace vigie::postmortem
{

/// What the figures need of an incident's own row.
struct IncidentHeader {
    core::IncidentId id = {};
    core::DrillRunId scope = {};
    QString title = {};
    QString kind = {};
    int severity = 1;
    bool isClosed = false;
    QString language = {};
    core::AlertId alertId = {};
    core::WatchId watchId = {};
    core::Instant beganAt = {};
    core::Instant detectedAt = {};
    core::Instant openedAt = {};
    std::optional<core::Instant> acknowledgedAt = std::nullopt;
    std::optional<core::Instant> firstStatementAt = std::nullopt;
    std::optional<core::Instant> firstReplyAt = std::nullopt;
    std::optional<core::Instant> resolvedAt = std::nullopt;
    std::optional<core::Instant> closedAt = std::nullopt;
    std::chrono::seconds cadence = {};
};

/// SQL of everything that is counted over an incident, nothing else.
class FiguresRepository
{
public:
    [[nodiscard]] static Result<IncidentHeader> header(const store::Connection &connection, core::IncidentId id);

    // Of the mentions that count for this incident; see Figures. They fill their part of `figures`, whose period stands.
    [[nodiscard]] static Result<> countMentions(const store::Connection &connection, const IncidentHeader &incident,
                                                Figures &figures);
    [[nodiscard]] static Result<> rankMentions(const store::Connection &connection, const IncidentHeader &incident,
                                               Figures &figures);
    /// Points of the curve that have any mention, by the step that stands in `figures`.
    [[nodiscard]] static Result<std::vector<CurvePoint>> points(const store::Connection &connection,
                                                                const IncidentHeader &incident, const Figures &figures);

    [[nodiscard]] static Result<> countReplies(const store::Connection &connection, Figures &figures);
    [[nodiscard]] static Result<> countTasks(const store::Connection &connection, Figures &figures);
    [[nodiscard]] static Result<> countUpdates(const store::Connection &connection, Figures &figures);
    [[nodiscard]] static Result<> countPromises(const store::Connection &connection, Figures &figures);
    /// Alerts, public statements and decisions, in order of time, without numbers.
    [[nodiscard]] static Result<std::vector<CurveMark>> marks(const store::Connection &connection,
                                                              const IncidentHeader &incident);
    [[nodiscard]] static Result<Targets> targets(const store::Connection &connection);
};

} // namespace vigie::postmortem
