// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "store/connection.h"

#include <QString>

#include <optional>
#include <vector>

namespace vigie::postmortem
{

struct NamedCount {
    QString name = {}; ///< a network's key, an author's handle with "·" and its network, a BCP 47 tag
    qint64 count = 0;
    qint64 negative = 0;
};

/// One step of the curve; its length is Figures::curveStep.
struct CurvePoint {
    core::Instant at = {};
    qint64 negative = 0;
    qint64 neutral = 0; ///< with the undetermined
    qint64 positive = 0;
    [[nodiscard]] qint64 total() const { return negative + neutral + positive; }
};

enum class MarkKind { Alert, Opened, Statement, Reply, Decision, Update, Resolved, Log };

/// Something that happened, pinned on the curve and listed below it under the same number.
struct CurveMark {
    int number = 0; ///< from 1; 0 for an alert, which has a sign of its own
    core::Instant at = {};
    MarkKind kind = MarkKind::Log;
    QString text = {};
};

/// While a source could not be read.
struct SourceGap {
    QString source = {};
    core::Instant from = {};
    core::Instant to = {}; ///< the end of the period where the gap is still open
    QString reason = {};
};

struct TaskFigures {
    int total = 0; ///< without the skipped
    int done = 0;
    int inTime = 0; ///< done, and before they were due where they were due
    int late = 0;   ///< done late, or still open after they were due
    int skipped = 0;
};

/// When something was to be reached; what the findings measure against.
struct Targets {
    std::chrono::milliseconds acknowledge = std::chrono::minutes(15);
    std::chrono::milliseconds firstStatement = std::chrono::minutes(60);
    std::chrono::milliseconds firstReply = std::chrono::minutes(30);
};

/**
 * What can be measured of one crisis. Everything comes from rows of the database; what was not recorded is absent, never 0.
 *
 * The mentions counted are those of the incident's watch within the period and those attached to it by hand; without a
 * watch, only the latter (in a drill: all mentions of the run).
 */
struct Figures {
    core::IncidentId incidentId = {};
    core::DrillRunId scope = {};
    core::Instant from = {}; ///< the period: from when it began …
    core::Instant to = {};   ///< … to when it was resolved, closed, or now

    core::Instant beganAt = {};
    core::Instant detectedAt = {};
    core::Instant openedAt = {};
    std::optional<core::Instant> acknowledgedAt = std::nullopt;
    std::optional<core::Instant> firstStatementAt = std::nullopt;
    std::optional<core::Instant> firstReplyAt = std::nullopt;
    std::optional<core::Instant> resolvedAt = std::nullopt;

    using Delay = std::optional<std::chrono::milliseconds>;
    [[nodiscard]] Delay timeToDetect() const;         ///< from began
    [[nodiscard]] Delay timeToAcknowledge() const;    ///< from detected, as the next ones
    [[nodiscard]] Delay timeToFirstStatement() const;
    [[nodiscard]] Delay timeToFirstReply() const;
    [[nodiscard]] Delay timeToResolve() const; ///< from began

    qint64 mentions = 0;
    qint64 negative = 0;
    qint64 neutral = 0;
    qint64 positive = 0;
    qint64 undetermined = 0;
    qint64 copies = 0;  ///< near-copies of an earlier mention
    qint64 authors = 0; ///< different ones
    [[nodiscard]] std::optional<double> negativeShare() const; ///< of all mentions; nothing when there are none
    [[nodiscard]] std::optional<double> copyShare() const;
    qint64 peakPerHour = 0; ///< the busiest hour by the clock
    std::optional<core::Instant> peakAt = std::nullopt;
    std::optional<double> usualPerHour = std::nullopt; ///< mean of up to seven days before; nothing without history
    std::vector<NamedCount> topNetworks = {};
    std::vector<NamedCount> topAuthors = {};
    std::vector<NamedCount> topLanguages = {};

    qint64 repliesPublic = 0;  ///< sent (in a drill: played)
    qint64 repliesPrivate = 0;
    qint64 repliesUnknown = 0; ///< nobody said yet what happened
    std::optional<std::chrono::milliseconds> medianAnswerDelay = std::nullopt; ///< from the post to the reply

    TaskFigures tasks = {};
    int updates = 0;
    int publicUpdates = 0;
    std::chrono::seconds cadence = {};
    int updatesExpected = 0; ///< by the cadence, from opening to the end
    std::optional<std::chrono::milliseconds> longestSilence = std::nullopt; ///< between two updates, or opening and the first
    int promisesOpen = 0;
    int promisesKept = 0;
    int promisesBroken = 0;

    std::chrono::milliseconds curveStep = std::chrono::minutes(5);
    std::vector<CurvePoint> curve = {}; ///< without holes, with some quiet time before the beginning
    std::optional<double> usualPerStep = std::nullopt;
    std::vector<CurveMark> marks = {}; ///< in order of time
    std::vector<SourceGap> gaps = {};

    Targets targets = {};
};

/// Reads and counts. `now` ends the period of a crisis that is still open. NotFound when there is no such incident.
/// Some hundred milliseconds on a large database: not for the GUI thread.
[[nodiscard]] Result<Figures> figuresOf(const store::Connection &connection, core::IncidentId id, core::Instant now);

} // namespace vigie::postmortem
