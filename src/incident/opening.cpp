// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/opening.h"

#include "incident/act.h"
#include "incident/incidentrepository.h"
#include "monitoring/alertrepository.h"
#include "playbook/personrepository.h"
#include "playbook/playbookfile.h"
#include "playbook/playbookrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

/// What the request names, read and checked.
struct Sources {
    std::optional<monitoring::Alert> alert = std::nullopt;
    core::PlaybookId playbookId = {};
    std::optional<playbook::Playbook> plan = std::nullopt;
};

QString leadRole()
{
    return u"crisis-lead"_s;
}

Result<std::optional<monitoring::Alert>> readAlert(store::Transaction &transaction, core::AlertId id)
{
    if (!id.isValid())
        return std::optional<monitoring::Alert>();
    auto alert = monitoring::AlertRepository::byId(transaction, id);
    if (!alert)
        return alert;
    if (!*alert)
        return fail(ErrorKind::NotFound, u"there is no alert %1"_s.arg(id.value));
    if ((*alert)->incident.isValid()) {
        const auto earlier = IncidentRepository::require(transaction, (*alert)->incident);
        if (!earlier)
            return fail(earlier.error());
        return fail(ErrorKind::Conflict, u"crisis %1 “%2” was already opened from this alert"_s.arg(
                                             QString::number(earlier->id.value), earlier->title));
    }
    return alert;
}

Result<Sources> readSources(store::Transaction &transaction, const OpenRequest &request)
{
    if (request.title.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a crisis needs a title"_s);
    if (request.severity < 1 || request.severity > kGravestSeverity)
        return fail(ErrorKind::InvalidArgument, u"the severity must be between 1 and %1"_s.arg(kGravestSeverity));
    Sources sources;
    auto alert = readAlert(transaction, request.alertId);
    if (!alert)
        return fail(alert.error());
    sources.alert = *std::move(alert);
    if (request.playbookKey.isEmpty())
        return sources;
    const auto known = playbook::PlaybookRepository::findByKey(transaction, request.playbookKey);
    if (!known)
        return fail(known.error());
    if (!*known)
        return fail(ErrorKind::NotFound, u"there is no playbook “%1”"_s.arg(request.playbookKey));
    sources.playbookId = (*known)->id;
    auto plan = playbook::PlaybookRepository::read(transaction, sources.playbookId);
    if (!plan)
        return fail(plan.error());
    sources.plan = *std::move(plan);
    return sources;
}

Incident incidentFrom(const OpenRequest &request, const Sources &sources, core::Instant now)
{
    Incident incident{.drillRunId = sources.alert ? sources.alert->scope : request.scope,
                      .title = request.title.trimmed(),
                      .kind = request.kind,
                      .severity = request.severity,
                      .language = request.language,
                      .playbookId = sources.playbookId,
                      .playbookVersion = sources.plan ? sources.plan->version : 0,
                      .alertId = request.alertId,
                      .watchId = sources.alert ? sources.alert->watch : request.watchId,
                      .beganAt = now,
                      .detectedAt = now,
                      .openedAt = now};
    if (incident.kind.isEmpty())
        incident.kind = sources.plan ? sources.plan->kind : u"other"_s;
    if (sources.alert) {
        incident.beganAt = sources.alert->windowFrom;
        incident.detectedAt = sources.alert->raisedAt;
    }
    if (request.beganAt)
        incident.beganAt = std::min(*request.beganAt, incident.detectedAt);
    incident.cadence = updateInterval(sources.plan, incident, now);
    const bool hasFirstWord = sources.plan && sources.plan->cadence.firstStatement.count() > 0;
    incident.nextUpdateAt = now;
    if (hasFirstWord)
        *incident.nextUpdateAt += sources.plan->cadence.firstStatement;
    else
        *incident.nextUpdateAt += incident.cadence;
    return incident;
}

Result<int> attachMentions(store::Transaction &transaction, core::IncidentId id, const OpenRequest &request,
                           const Sources &sources)
{
    if (sources.alert) {
        const auto attached = IncidentRepository::attachMentionsOf(transaction, id, sources.alert->watch,
                                                                   sources.alert->windowFrom, sources.alert->windowTo);
        if (!attached)
            return attached;
    }
    for (const core::MentionId mention : request.mentions) {
        if (auto attached = IncidentRepository::attachMention(transaction, id, mention); !attached)
            return fail(attached.error());
    }
    return IncidentRepository::mentionCount(transaction, id);
}

/// Each role of the plan goes to the first person of the directory who has it; the lead may be named.
Result<> setDefaultRoles(store::Transaction &transaction, core::IncidentId id, const QString &lead,
                         const Sources &sources, core::Instant now)
{
    QStringList roles;
    if (sources.plan) {
        for (const playbook::Role &role : sources.plan->roles)
            roles.append(role.key);
    }
    if (!roles.contains(leadRole()))
        roles.prepend(leadRole());
    for (const QString &role : std::as_const(roles)) {
        QString person = role == leadRole() ? lead.trimmed() : QString();
        if (person.isEmpty()) {
            const auto people = playbook::PersonRepository::withRole(transaction, role);
            if (!people)
                return fail(people.error());
            if (people->empty())
                continue;
            person = people->front().name;
        }
        if (auto set = IncidentRepository::setRole(transaction, id, {.roleKey = role, .person = person, .since = now});
            !set)
            return set;
    }
    return {};
}

QString openingSentence(const Act &act, const Sources &sources, int mentions)
{
    const QString severity = severityLabel(sources.plan, act.incident.severity, act.incident.language);
    if (sources.alert)
        //: Log of a crisis. %1 is a severity such as "3 (Serious)"; %n the number of posts attached.
        return act
            .say(QT_TRANSLATE_N_NOOP("incident", "Crisis opened from an alert with %n mention(s), severity %1"), mentions)
            .arg(severity);
    //: Log of a crisis. %1 is a severity such as "3 (Serious)".
    return act.say(QT_TRANSLATE_NOOP("incident", "Crisis opened by hand, severity %1")).arg(severity);
}

} // namespace

Result<core::IncidentId> openIncident(store::Transaction &transaction, const core::Clock *clock,
                                      const OpenRequest &request)
{
    const auto sources = readSources(transaction, request);
    if (!sources)
        return fail(sources.error());
    const core::Instant now = timeOf(transaction, clock);
    const QString snapshot = sources->plan ? QString::fromUtf8(playbook::serialisePlaybook(*sources->plan)) : QString();
    const auto id = IncidentRepository::insert(transaction, incidentFrom(request, *sources, now), snapshot);
    if (!id)
        return id;
    transaction.announce({.entity = store::Entity::Incident,
                          .kind = store::ChangeKind::Inserted,
                          .id = id->value,
                          .drillRunId = (sources->alert ? sources->alert->scope : request.scope).value,
                          .parentId = id->value});
    const auto mentions = attachMentions(transaction, *id, request, *sources);
    if (!mentions)
        return fail(mentions.error());
    if (auto roles = setDefaultRoles(transaction, *id, request.lead, *sources, now); !roles)
        return fail(roles.error());
    if (sources->alert) {
        if (auto linked = monitoring::AlertRepository::linkIncident(transaction, request.alertId, *id); !linked)
            return fail(linked.error());
        transaction.announce(
            {.entity = store::Entity::Alert, .id = request.alertId.value, .drillRunId = sources->alert->scope.value});
    }

    auto act = Act::begin(transaction, clock, *id, Need::OpenCrisis);
    if (!act)
        return fail(act.error());
    if (sources->plan) {
        if (auto tasks = addTasks(*act, *sources->plan); !tasks)
            return fail(tasks.error());
        if (auto stakeholders = addStakeholders(*act, *sources->plan); !stakeholders)
            return fail(stakeholders.error());
    }
    if (auto logged = act->log(u"opened"_s, openingSentence(*act, *sources, *mentions), Star::Yes); !logged)
        return fail(logged.error());
    const auto finished = act->finish(u"incident.open"_s, {{u"severity"_s, request.severity},
                                                           {u"playbook"_s, request.playbookKey},
                                                           {u"playbook_version"_s, act->incident.playbookVersion},
                                                           {u"alert"_s, request.alertId.value},
                                                           {u"mentions"_s, *mentions}});
    if (!finished)
        return fail(finished.error());
    return id;
}

} // namespace vigie::incident
