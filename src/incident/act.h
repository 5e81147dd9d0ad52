// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "incident/incident.h"
#include "playbook/playbook.h"
#include "store/transaction.h"

namespace vigie::incident
{

enum class Need { OpenCrisis, AnyCrisis };
enum class Star { No, Yes };

/**
 * One act on one crisis, inside a writing job: reads the crisis, knows the time, speaks its language, and ends with one
 * audit row, its changes announced. For the services of this room.
 */
class Act
{
public:
    /// Conflict when the act needs an open crisis and it is closed. `clock` may be null: then the transaction's time
    /// counts.
    [[nodiscard]] static Result<Act> begin(store::Transaction &transaction, const core::Clock *clock,
                                           core::IncidentId id, Need need);

    Incident incident;

    [[nodiscard]] store::Transaction &transaction() { return *m_transaction; }
    [[nodiscard]] core::Instant now() const { return m_now; }
    [[nodiscard]] const QString &actor() const { return m_transaction->actor(); }
    /// A sentence of the context "incident" in the crisis's language.
    [[nodiscard]] QString say(const char *source, int count = -1) const;

    [[nodiscard]] Result<> log(const QString &kind, const QString &text, Star star);
    /// The first act of a person shows that somebody has taken charge.
    [[nodiscard]] Result<> takeCharge();
    void announceTask(core::TaskId id, store::ChangeKind kind);
    /// Stores the crisis, announces it and writes the act into the audit log.
    [[nodiscard]] Result<> finish(const QString &action, const QJsonObject &details = {});
    [[nodiscard]] Result<> finish(const QString &action, const QString &entity, qint64 entityId,
                                  const QJsonObject &details);

private:
    Act(store::Transaction &transaction, core::Instant now, Incident incident);

    store::Transaction *m_transaction;
    core::Instant m_now;
};

/// The clock's time where there is one, else the transaction's.
[[nodiscard]] core::Instant timeOf(const store::Transaction &transaction, const core::Clock *clock);

/// "3 (Serious)": as the plan calls it, in this language; the number alone without a plan.
[[nodiscard]] QString severityLabel(const std::optional<playbook::Playbook> &plan, int severity,
                                    core::Language language);

/// Between two updates, now: the plan's, or a sound habit where there is no plan.
[[nodiscard]] std::chrono::seconds updateInterval(const std::optional<playbook::Playbook> &plan,
                                                  const Incident &incident, core::Instant now);

/// Makes tasks of those steps (and of the stand-down list) whose condition holds and which are no tasks yet; the same
/// for stakeholders when the crisis opens. Gives how many tasks.
[[nodiscard]] Result<int> addTasks(Act &act, const playbook::Playbook &plan);
[[nodiscard]] Result<> addStakeholders(Act &act, const playbook::Playbook &plan);

} // namespace vigie::incident
