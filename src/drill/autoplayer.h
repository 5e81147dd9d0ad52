// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "drill/scenario.h"
#include "incident/incidentservice.h"
#include "incident/logservice.h"
#include "incident/taskservice.h"
#include "monitoring/mention.h"
#include "playbook/playbook.h"
#include "reply/outbox.h"
#include "reply/replyservice.h"

#include <optional>
#include <set>

namespace vigie::drill
{

/**
 * A team that follows the playbook to the letter: opens the crisis some minutes after the first alert, does the tasks about when
 * they are due, speaks from the pre-approved messages, answers the gravest mentions, stands down.
 *
 * It shows what the plan gives when everybody keeps to it, and fills a report without a team; the log says that it was the
 * program. Deterministic. Its acts wait for the database, so it is for vigiectl and tests, never for the GUI thread.
 */
class AutoPlayer
{
public:
    AutoPlayer(store::Database &database, const reply::ReplyCheck &check, const core::Clock &clock,
               const Scenario &scenario, QString playbookKey, core::DrillRunId run);
    ~AutoPlayer();

    void see(core::AlertId alert);
    void see(const Inject &inject);
    /// When it wants to act next; nothing while it only watches.
    [[nodiscard]] std::optional<core::Instant> nextActAt() const;
    /// Does everything that is due by now.
    [[nodiscard]] Result<> act(core::Instant now);
    /// Resolves and closes what is open.
    [[nodiscard]] Result<> standDown();

    [[nodiscard]] core::IncidentId incident() const { return m_incident; }

private:
    [[nodiscard]] Result<> open(core::Instant now);
    [[nodiscard]] Result<> decideToOpen();
    [[nodiscard]] Result<> doTasks(core::Instant now);
    [[nodiscard]] Result<> tellStakeholders(core::Instant now);
    [[nodiscard]] Result<> speak(core::Instant now);
    [[nodiscard]] Result<> answerSome(core::Instant now);
    [[nodiscard]] Result<> answer(const monitoring::Mention &mention);
    [[nodiscard]] Result<> noteInjects();
    /// A pre-approved text for the public, its variables filled with the desk's values or the playbook's examples; empty when
    /// there is none.
    [[nodiscard]] QString messageText(QStringView phase) const;
    /// One for this person, on this network; empty when none passes the checks.
    [[nodiscard]] QString replyText(const monitoring::Mention &mention) const;
    [[nodiscard]] QString filled(const playbook::MessageText &message, QStringView network,
                                 const monitoring::Mention *mention) const;
    [[nodiscard]] QString phrase(const char *source) const;
    [[nodiscard]] core::Instant doneAt(const incident::Task &task) const;

    store::Database &m_database;
    const reply::ReplyCheck &m_check;
    const Scenario &m_scenario;
    const QString m_playbookKey;
    const core::DrillRunId m_run;
    const core::Phrasebook m_phrases;
    incident::IncidentService m_incidents;
    incident::TaskService m_tasks;
    incident::LogService m_log;
    reply::ReplyService m_replies;
    reply::Outbox m_outbox;

    core::AlertId m_alert;
    std::optional<core::Instant> m_openAt;
    core::IncidentId m_incident;
    core::Instant m_openedAt;
    playbook::Playbook m_plan;
    std::optional<core::Instant> m_speakAt;
    std::optional<core::Instant> m_answerAt;
    std::set<core::MentionId> m_answered;
    int m_spoken = 0;
    std::vector<Inject> m_injects;
};

} // namespace vigie::drill
