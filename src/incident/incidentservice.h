// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "playbook/playbookdifference.h"
#include "store/database.h"

namespace vigie::incident
{

struct OpenRequest {
    QString title = {};
    QString kind = {}; ///< empty: the playbook's
    int severity = 2;
    core::Language language = core::Language::English;
    QString playbookKey = {};                            ///< empty: without a playbook
    core::AlertId alertId = {};                          ///< none: opened by hand
    core::WatchId watchId = {};                          ///< an alert's own watch stands before it
    core::DrillRunId scope = {};                         ///< an alert's own scope stands before it
    QString lead = {};                                   ///< empty: the directory's crisis lead, if there is one
    std::optional<core::Instant> beganAt = std::nullopt; ///< empty: the alert's window, or now
    std::vector<core::MentionId> mentions = {};          ///< attached besides the alert's
};

struct CloseOutcome {
    std::vector<Task> openTasks = {}; ///< left open; closing is allowed, and the log says how many
};

/**
 * The life of a crisis: opened, led, closed. What happens within is TaskService's and LogService's.
 *
 * Every act is one transaction with one audit row and, where it belongs there, a log entry in the crisis's language.
 * Acts on a closed crisis answer Conflict. `clock` tells when acts happen; without one it is the database's. A drill
 * gives its own, which must outlive the service.
 */
class IncidentService
{
public:
    explicit IncidentService(store::Database &database, const core::Clock *clock = nullptr)
        : m_database(database)
        , m_clock(clock)
    {
    }

    /// Conflict, naming the crisis, when one was opened from this alert.
    [[nodiscard]] QFuture<Result<core::IncidentId>> open(const QString &actor, const OpenRequest &request);
    /// "I take charge." The first act of a person on a crisis does it too; a second time changes nothing.
    [[nodiscard]] QFuture<Result<>> acknowledge(const QString &actor, core::IncidentId id);
    /// The reason is required. Steps whose condition now holds become tasks; none is taken away.
    [[nodiscard]] QFuture<Result<>> changeSeverity(const QString &actor, core::IncidentId id, int severity,
                                                   const QString &reason);
    /// Gives a role to a person, or hands it over: the open tasks of the role go with it. `note` may be empty.
    [[nodiscard]] QFuture<Result<>> assignRole(const QString &actor, core::IncidentId id, const QString &roleKey,
                                               const QString &person, const QString &note = {});
    /// The cause is gone; the team still stands.
    [[nodiscard]] QFuture<Result<>> markResolved(const QString &actor, core::IncidentId id, const QString &note = {});
    /// The team stands down. Steps counted from standing down get their due times. Nothing else is made.
    [[nodiscard]] QFuture<Result<CloseOutcome>> close(const QString &actor, core::IncidentId id,
                                                      const QString &note = {});
    [[nodiscard]] QFuture<Result<>> reopen(const QString &actor, core::IncidentId id, const QString &reason);
    enum class LegalHold { Off, On };
    [[nodiscard]] QFuture<Result<>> setLegalHold(const QString &actor, core::IncidentId id, LegalHold hold);

    [[nodiscard]] QFuture<Result<>> attachMention(const QString &actor, core::IncidentId id, core::MentionId mention);
    enum class KeyMention { No, Yes };
    /// Attaches it too, where it is not yet.
    [[nodiscard]] QFuture<Result<>> setKeyMention(const QString &actor, core::IncidentId id, core::MentionId mention,
                                                  KeyMention key);

    /// What changed in the playbook and its messages since the crisis was opened. Empty without a playbook.
    [[nodiscard]] static Result<std::vector<playbook::Difference>>
    differenceToPlaybook(const store::Connection &connection, core::IncidentId id);

private:
    store::Database &m_database;
    const core::Clock *m_clock;
};

} // namespace vigie::incident
