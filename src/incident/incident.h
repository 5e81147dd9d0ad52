// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "core/language.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vigie::incident
{

inline constexpr int kGravestSeverity = 4; ///< as in the playbooks; 1 is the mildest

enum class IncidentState { Open, Closed };
enum class TaskState { Open, Done, Skipped };
enum class FactState { Confirmed, Checking, NotToSay, Withdrawn };
enum class Reach { Internal, Public };

[[nodiscard]] QString toKey(IncidentState state); ///< "open", "closed"
[[nodiscard]] QString toKey(TaskState state);     ///< "open", "done", "skipped"
[[nodiscard]] QString toKey(FactState state);     ///< "confirmed", "checking", "not-to-say", "withdrawn"
[[nodiscard]] std::optional<IncidentState> incidentStateFromKey(QStringView key);
[[nodiscard]] std::optional<TaskState> taskStateFromKey(QStringView key);
[[nodiscard]] std::optional<FactState> factStateFromKey(QStringView key);

/// A crisis. Its snapshot is read apart: IncidentRepository::snapshot().
struct Incident {
    core::IncidentId id = {};
    core::DrillRunId drillRunId = {};
    QString title = {};
    QString kind = {};
    int severity = 1; ///< 1 to 4; 4 is the gravest
    IncidentState state = IncidentState::Open;
    core::Language language = core::Language::English; ///< the crisis's own: log, messages and report speak it
    core::PlaybookId playbookId = {};
    int playbookVersion = 0;
    core::AlertId alertId = {};
    core::WatchId watchId = {};
    core::Instant beganAt = {};
    core::Instant detectedAt = {};
    core::Instant openedAt = {};
    std::optional<core::Instant> acknowledgedAt = std::nullopt; ///< a person took charge
    std::optional<core::Instant> firstStatementAt = std::nullopt;
    std::optional<core::Instant> firstReplyAt = std::nullopt;
    std::optional<core::Instant> resolvedAt = std::nullopt;
    std::optional<core::Instant> closedAt = std::nullopt;
    std::chrono::seconds cadence = {};                        ///< between updates, now
    std::optional<core::Instant> nextUpdateAt = std::nullopt; ///< nothing once closed
    bool isUnderLegalHold = false;

    [[nodiscard]] bool isOpen() const { return state == IncidentState::Open; }
    [[nodiscard]] bool isUpdateOverdue(core::Instant now) const { return nextUpdateAt && *nextUpdateAt < now; }
};

struct Task {
    core::TaskId id = {};
    core::IncidentId incidentId = {};
    QString stepKey = {}; ///< empty for a task added by hand
    int position = 0;
    QString title = {};
    QString detail = {};
    QString phase = {}; ///< detect, acknowledge, respond, resolve, learn; standdown for its checklist
    QString roleKey = {};
    QString assignee = {};
    std::optional<core::Instant> dueAt = std::nullopt; ///< nothing: no time set, or counted from standing down
    TaskState state = TaskState::Open;
    bool requiresProof = false;
    QString proof = {}; ///< what was given; for a skipped task, the reason
    std::optional<core::Instant> doneAt = std::nullopt;
    QString doneBy = {};

    [[nodiscard]] bool isOverdue(core::Instant now) const { return state == TaskState::Open && dueAt && *dueAt < now; }
};

/// A task in a list over several crises.
struct TaskInIncident {
    Task task = {};
    QString incidentTitle = {};
    int severity = 1;
};

struct RoleHolder {
    QString roleKey = {};
    QString person = {};
    core::Instant since = {};
};

struct StatusUpdate {
    qint64 id = 0;
    core::IncidentId incidentId = {};
    core::Instant at = {};
    QString author = {};
    QString text = {};
    Reach reach = Reach::Internal; ///< Public: a statement that was published
    std::optional<core::Instant> nextUpdateAt = std::nullopt;
};

struct Decision {
    core::DecisionId id = {};
    core::IncidentId incidentId = {};
    core::Instant at = {};
    QString what = {};
    QString why = {};
    QString options = {};
    QString actor = {};
    std::optional<core::Instant> recheckAt = std::nullopt;
};

struct Fact {
    core::FactId id = {};
    core::IncidentId incidentId = {};
    QString text = {};
    FactState state = FactState::Checking;
    QString origin = {};
    core::Instant at = {};
    QString actor = {};
    core::Instant updatedAt = {};
};

/// A line of the main courante.
struct LogEntry {
    core::LogEntryId id = {};
    core::IncidentId incidentId = {};
    core::Instant at = {};
    QString kind = {}; ///< note, opened, acknowledged, severity, role, task, update, decision, fact, stakeholder,
                       ///< mention, reply, resolved, closed, reopened
    QString text = {};
    QString actor = {};
    bool isStarred = false; ///< goes into the report
};

/// Somebody who must be told.
struct Stakeholder {
    qint64 id = 0;
    core::IncidentId incidentId = {};
    QString name = {};
    QString roleKey = {}; ///< who tells
    std::optional<core::Instant> dueAt = std::nullopt;
    std::optional<core::Instant> toldAt = std::nullopt;
    QString toldBy = {};

    [[nodiscard]] bool isOverdue(core::Instant now) const { return !toldAt && dueAt && *dueAt < now; }
};

} // namespace vigie::incident

Q_DECLARE_METATYPE(vigie::incident::Incident)
Q_DECLARE_METATYPE(vigie::incident::Task)
Q_DECLARE_METATYPE(vigie::incident::LogEntry)
