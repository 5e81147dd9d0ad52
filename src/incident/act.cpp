// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/act.h"

#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "incident/taskrepository.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

/// The stand-down list shares the column of the steps' keys; a colon is in no key.
QString standdownKey(const QString &key)
{
    return u"standdown:"_s + key;
}

/// Who holds what, which steps are tasks already, and which networks speak: what the plan's conditions look at.
struct Situation {
    QHash<QString, QString> holders = {};
    QSet<QString> knownSteps = {};
    QStringList networks = {};
};

Result<Situation> situationOf(const store::Connection &connection, core::IncidentId id)
{
    Situation situation;
    const auto roles = IncidentRepository::roles(connection, id);
    if (!roles)
        return fail(roles.error());
    for (const RoleHolder &holder : *roles)
        situation.holders.insert(holder.roleKey, holder.person);
    const auto tasks = TaskRepository::ofIncident(connection, id);
    if (!tasks)
        return fail(tasks.error());
    for (const Task &task : *tasks)
        situation.knownSteps.insert(task.stepKey);
    auto networks = IncidentRepository::networks(connection, id);
    if (!networks)
        return fail(networks.error());
    situation.networks = *std::move(networks);
    return situation;
}

} // namespace

Act::Act(store::Transaction &transaction, core::Instant now, Incident read)
    : incident(std::move(read))
    , m_transaction(&transaction)
    , m_now(now)
{
}

Result<Act> Act::begin(store::Transaction &transaction, const core::Clock *clock, core::IncidentId id, Need need)
{
    const auto incident = IncidentRepository::require(transaction, id);
    if (!incident)
        return fail(incident.error());
    if (need == Need::OpenCrisis && !incident->isOpen())
        return fail(ErrorKind::Conflict, u"crisis %1 is closed"_s.arg(id.value));
    return Act(transaction, timeOf(transaction, clock), *incident);
}

QString Act::say(const char *source, int count) const
{
    return core::Phrasebook(incident.language).text("incident", source, count);
}

Result<> Act::log(const QString &kind, const QString &text, Star star)
{
    const auto entry = LogRepository::append(*m_transaction, {.incidentId = incident.id,
                                                              .at = m_now,
                                                              .kind = kind,
                                                              .text = text,
                                                              .actor = actor(),
                                                              .isStarred = star == Star::Yes});
    if (!entry)
        return fail(entry.error());
    return {};
}

Result<> Act::takeCharge()
{
    if (incident.acknowledgedAt || !incident.isOpen())
        return {};
    incident.acknowledgedAt = m_now;
    //: Log of a crisis. %1 is a person.
    return log(u"acknowledged"_s, say(QT_TRANSLATE_NOOP("incident", "%1 takes charge")).arg(actor()), Star::Yes);
}

void Act::announceTask(core::TaskId id, store::ChangeKind kind)
{
    m_transaction->announce({.entity = store::Entity::Task,
                             .kind = kind,
                             .id = id.value,
                             .drillRunId = incident.drillRunId.value,
                             .parentId = incident.id.value});
}

Result<> Act::finish(const QString &action, const QJsonObject &details)
{
    return finish(action, u"incident"_s, incident.id.value, details);
}

Result<> Act::finish(const QString &action, const QString &entity, qint64 entityId, const QJsonObject &details)
{
    if (auto stored = IncidentRepository::update(*m_transaction, incident); !stored)
        return stored;
    m_transaction->announce({.entity = store::Entity::Incident,
                             .kind = store::ChangeKind::Updated,
                             .id = incident.id.value,
                             .drillRunId = incident.drillRunId.value,
                             .parentId = incident.id.value});
    return m_transaction->audit(action, entity, entityId, details);
}

core::Instant timeOf(const store::Transaction &transaction, const core::Clock *clock)
{
    return clock ? clock->now() : transaction.now();
}

QString severityLabel(const std::optional<playbook::Playbook> &plan, int severity, core::Language language)
{
    const playbook::Severity *level = plan ? plan->severity(severity) : nullptr;
    return level ? u"%1 (%2)"_s.arg(QString::number(severity), level->name.in(language)) : QString::number(severity);
}

std::chrono::seconds updateInterval(const std::optional<playbook::Playbook> &plan, const Incident &incident,
                                    core::Instant now)
{
    using std::chrono::minutes;
    if (plan)
        return plan->updateInterval(incident.severity, std::chrono::floor<minutes>(now - incident.openedAt));
    constexpr minutes kBySeverity[] = {minutes(240), minutes(60), minutes(30), minutes(20)};
    return kBySeverity[std::clamp(incident.severity, 1, kGravestSeverity) - 1];
}

Result<int> addTasks(Act &act, const playbook::Playbook &plan)
{
    const auto situation = situationOf(act.transaction(), act.incident.id);
    if (!situation)
        return fail(situation.error());
    const core::Language language = act.incident.language;
    std::vector<Task> tasks;
    int position = 0;
    for (const playbook::Step &step : plan.steps) {
        Task task{.stepKey = step.key,
                  .position = position++,
                  .title = step.title.in(language),
                  .detail = step.detail.in(language),
                  .phase = step.phase,
                  .roleKey = step.role,
                  .requiresProof = step.requiresProof};
        // A step that comes late, because the crisis grew, is not overdue the moment it appears.
        if (step.offsetFrom == playbook::OffsetFrom::Opened)
            task.dueAt = std::max(act.incident.openedAt + step.offset, act.now());
        if (step.onlyIf.holds(act.incident.severity, situation->networks))
            tasks.push_back(std::move(task));
    }
    for (const playbook::StanddownItem &item : plan.standdown)
        tasks.push_back({.stepKey = standdownKey(item.key),
                         .position = position++,
                         .title = item.text.in(language),
                         .phase = u"standdown"_s,
                         .roleKey = item.role});
    std::erase_if(tasks, [&situation](const Task &task) { return situation->knownSteps.contains(task.stepKey); });
    for (Task &task : tasks) {
        task.incidentId = act.incident.id;
        task.assignee = situation->holders.value(task.roleKey);
        const auto id = TaskRepository::insert(act.transaction(), task);
        if (!id)
            return fail(id.error());
        act.announceTask(*id, store::ChangeKind::Inserted);
    }
    return int(tasks.size());
}

Result<> addStakeholders(Act &act, const playbook::Playbook &plan)
{
    const auto networks = IncidentRepository::networks(act.transaction(), act.incident.id);
    if (!networks)
        return fail(networks.error());
    for (const playbook::Stakeholder &stakeholder : plan.stakeholders) {
        if (!stakeholder.onlyIf.holds(act.incident.severity, *networks))
            continue;
        const auto id =
            LogRepository::insertStakeholder(act.transaction(), {.incidentId = act.incident.id,
                                                                 .name = stakeholder.name.in(act.incident.language),
                                                                 .roleKey = stakeholder.role,
                                                                 .dueAt = act.incident.openedAt + stakeholder.offset});
        if (!id)
            return fail(id.error());
    }
    return {};
}

} // namespace vigie::incident
