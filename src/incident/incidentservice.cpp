// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incidentservice.h"

#include "incident/act.h"
#include "incident/incidentrepository.h"
#include "incident/opening.h"
#include "incident/taskrepository.h"
#include "playbook/playbookrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

/// Steps that are counted from standing down get their times, or lose them when the team stands up again.
Result<> setTimesAfterStandingDown(Act &act, const playbook::Playbook &plan)
{
    const auto tasks = TaskRepository::ofIncident(act.transaction(), act.incident.id);
    if (!tasks)
        return fail(tasks.error());
    for (Task task : *tasks) {
        const playbook::Step *step = plan.step(task.stepKey);
        if (!step || step->offsetFrom != playbook::OffsetFrom::StoodDown || task.state != TaskState::Open)
            continue;
        task.dueAt = act.incident.closedAt ? std::optional(*act.incident.closedAt + step->offset) : std::nullopt;
        if (auto stored = TaskRepository::update(act.transaction(), task); !stored)
            return stored;
        act.announceTask(task.id, store::ChangeKind::Updated);
    }
    return {};
}

QString closingSentence(const Act &act, int openTasks, const QString &note)
{
    if (note.isEmpty())
        //: Log of a crisis.
        return act.say(QT_TRANSLATE_N_NOOP("incident", "Crisis closed with %n task(s) left open"), openTasks);
    //: Log of a crisis. %1 is what the person noted.
    return act.say(QT_TRANSLATE_N_NOOP("incident", "Crisis closed with %n task(s) left open: %1"), openTasks).arg(note);
}

/// The holder's change, in the plan's own name for the role.
QString roleSentence(const Act &act, const std::optional<playbook::Playbook> &plan, const QString &roleKey,
                     const QString &from, const QString &to, const QString &note)
{
    const playbook::Role *role = plan ? plan->role(roleKey) : nullptr;
    const QString title = role ? role->title.in(act.incident.language) : roleKey;
    if (from.isEmpty() && note.isEmpty())
        //: Log of a crisis. %1 is a person, %2 a role.
        return act.say(QT_TRANSLATE_NOOP("incident", "%1 takes the role “%2”")).arg(to, title);
    if (from.isEmpty())
        //: Log of a crisis. %1 is a person, %2 a role, %3 a note.
        return act.say(QT_TRANSLATE_NOOP("incident", "%1 takes the role “%2”: %3")).arg(to, title, note);
    if (note.isEmpty())
        //: Log of a crisis. %1 and %2 are people, %3 is a role.
        return act.say(QT_TRANSLATE_NOOP("incident", "%1 hands the role “%3” over to %2")).arg(from, to, title);
    //: Log of a crisis. %1 and %2 are people, %3 is a role, %4 a note.
    return act.say(QT_TRANSLATE_NOOP("incident", "%1 hands the role “%3” over to %2: %4")).arg(from, to, title, note);
}

Result<QString> holderOf(const store::Connection &connection, core::IncidentId id, const QString &roleKey)
{
    const auto roles = IncidentRepository::roles(connection, id);
    if (!roles)
        return fail(roles.error());
    const auto holder = std::ranges::find(*roles, roleKey, &RoleHolder::roleKey);
    return holder == roles->end() ? QString() : holder->person;
}

Result<> needsReason(const QString &reason)
{
    if (reason.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a reason is needed"_s);
    return {};
}

} // namespace

QFuture<Result<core::IncidentId>> IncidentService::open(const QString &actor, const OpenRequest &request)
{
    return m_database.submit(actor, [clock = m_clock, request](store::Transaction &transaction) {
        return openIncident(transaction, clock, request);
    });
}

QFuture<Result<>> IncidentService::acknowledge(const QString &actor, core::IncidentId id)
{
    return m_database.submit(actor, [clock = m_clock, id](store::Transaction &transaction) -> Result<> {
        auto act = Act::begin(transaction, clock, id, Need::OpenCrisis);
        if (!act)
            return fail(act.error());
        if (act->incident.acknowledgedAt)
            return {};
        if (auto taken = act->takeCharge(); !taken)
            return taken;
        return act->finish(u"incident.acknowledge"_s);
    });
}

QFuture<Result<>> IncidentService::changeSeverity(const QString &actor, core::IncidentId id, int severity,
                                                  const QString &reason)
{
    return m_database.submit(
        actor, [clock = m_clock, id, severity, reason](store::Transaction &transaction) -> Result<> {
            auto act = Act::begin(transaction, clock, id, Need::OpenCrisis);
            if (!act)
                return fail(act.error());
            if (auto given = needsReason(reason); !given)
                return given;
            const int before = act->incident.severity;
            if (severity < 1 || severity > kGravestSeverity || severity == before)
                return fail(
                    ErrorKind::InvalidArgument,
                    u"the severity must be between 1 and %1, and other than %2"_s.arg(kGravestSeverity).arg(before));
            const auto plan = IncidentRepository::snapshot(transaction, id);
            if (!plan)
                return fail(plan.error());
            act->incident.severity = severity;
            act->incident.cadence = updateInterval(*plan, act->incident, act->now());
            // What was promised stays promised; a graver crisis only speaks sooner.
            const core::Instant soonest = act->now() + act->incident.cadence;
            act->incident.nextUpdateAt = std::min(act->incident.nextUpdateAt.value_or(soonest), soonest);
            if (*plan) {
                if (auto tasks = addTasks(*act, **plan); !tasks)
                    return fail(tasks.error());
            }
            const core::Language language = act->incident.language;
            //: Log of a crisis. %1 and %2 are severities such as "3 (Serious)", %3 is the reason.
            const QString text = act->say(QT_TRANSLATE_NOOP("incident", "Severity changed from %1 to %2: %3"))
                                     .arg(severityLabel(*plan, before, language),
                                          severityLabel(*plan, severity, language), reason.trimmed());
            if (auto logged = act->log(u"severity"_s, text, Star::Yes); !logged)
                return logged;
            return act->finish(u"incident.severity"_s, {{u"from"_s, before}, {u"to"_s, severity}});
        });
}

QFuture<Result<>> IncidentService::assignRole(const QString &actor, core::IncidentId id, const QString &roleKey,
                                              const QString &person, const QString &note)
{
    return m_database.submit(
        actor,
        [clock = m_clock, id, roleKey, to = person.trimmed(), note](store::Transaction &transaction) -> Result<> {
            auto act = Act::begin(transaction, clock, id, Need::OpenCrisis);
            if (!act)
                return fail(act.error());
            if (to.isEmpty() || roleKey.isEmpty())
                return fail(ErrorKind::InvalidArgument, u"a role and a person are needed"_s);
            const auto from = holderOf(transaction, id, roleKey);
            if (!from)
                return fail(from.error());
            if (*from == to)
                return {};
            const auto plan = IncidentRepository::snapshot(transaction, id);
            if (!plan)
                return fail(plan.error());
            if (auto set = IncidentRepository::setRole(transaction, id,
                                                       {.roleKey = roleKey, .person = to, .since = act->now()});
                !set)
                return set;
            const auto tasks = TaskRepository::handOver(transaction, id, roleKey, *from, to);
            if (!tasks)
                return fail(tasks.error());
            if (*tasks > 0)
                act->announceTask({}, store::ChangeKind::Updated);
            const QString text = roleSentence(*act, *plan, roleKey, *from, to, note.trimmed());
            if (auto logged = act->log(u"role"_s, text, Star::No); !logged)
                return logged;
            return act->finish(u"incident.role"_s,
                               {{u"role"_s, roleKey}, {u"from"_s, *from}, {u"to"_s, to}, {u"tasks"_s, *tasks}});
        });
}

QFuture<Result<>> IncidentService::markResolved(const QString &actor, core::IncidentId id, const QString &note)
{
    return m_database.submit(actor, [clock = m_clock, id, note](store::Transaction &transaction) -> Result<> {
        auto act = Act::begin(transaction, clock, id, Need::OpenCrisis);
        if (!act)
            return fail(act.error());
        if (act->incident.resolvedAt)
            return fail(ErrorKind::Conflict, u"crisis %1 is resolved already"_s.arg(id.value));
        act->incident.resolvedAt = act->now();
        const QString text = note.trimmed().isEmpty()
                                 //: Log of a crisis: its cause is gone.
                                 ? act->say(QT_TRANSLATE_NOOP("incident", "Resolved"))
                                 //: Log of a crisis: its cause is gone. %1 is a note.
                                 : act->say(QT_TRANSLATE_NOOP("incident", "Resolved: %1")).arg(note.trimmed());
        if (auto logged = act->log(u"resolved"_s, text, Star::Yes); !logged)
            return logged;
        return act->finish(u"incident.resolve"_s);
    });
}

QFuture<Result<CloseOutcome>> IncidentService::close(const QString &actor, core::IncidentId id, const QString &note)
{
    return m_database.submit(
        actor, [clock = m_clock, id, note](store::Transaction &transaction) -> Result<CloseOutcome> {
            auto act = Act::begin(transaction, clock, id, Need::OpenCrisis);
            if (!act)
                return fail(act.error());
            auto open = TaskRepository::openBeforeClosing(transaction, id);
            if (!open)
                return fail(open.error());
            const auto plan = IncidentRepository::snapshot(transaction, id);
            if (!plan)
                return fail(plan.error());
            act->incident.state = IncidentState::Closed;
            act->incident.closedAt = act->now();
            act->incident.nextUpdateAt.reset();
            if (*plan) {
                if (auto times = setTimesAfterStandingDown(*act, **plan); !times)
                    return fail(times.error());
            }
            const int openTasks = int(open->size());
            if (auto logged = act->log(u"closed"_s, closingSentence(*act, openTasks, note.trimmed()), Star::Yes);
                !logged)
                return fail(logged.error());
            if (auto finished = act->finish(u"incident.close"_s, {{u"open_tasks"_s, openTasks}}); !finished)
                return fail(finished.error());
            return CloseOutcome{.openTasks = *std::move(open)};
        });
}

QFuture<Result<>> IncidentService::reopen(const QString &actor, core::IncidentId id, const QString &reason)
{
    return m_database.submit(actor, [clock = m_clock, id, reason](store::Transaction &transaction) -> Result<> {
        auto act = Act::begin(transaction, clock, id, Need::AnyCrisis);
        if (!act)
            return fail(act.error());
        if (act->incident.isOpen())
            return fail(ErrorKind::Conflict, u"crisis %1 is open"_s.arg(id.value));
        if (auto given = needsReason(reason); !given)
            return given;
        const auto plan = IncidentRepository::snapshot(transaction, id);
        if (!plan)
            return fail(plan.error());
        act->incident.state = IncidentState::Open;
        act->incident.closedAt.reset();
        act->incident.resolvedAt.reset();
        act->incident.cadence = updateInterval(*plan, act->incident, act->now());
        act->incident.nextUpdateAt = act->now() + act->incident.cadence;
        if (*plan) {
            if (auto times = setTimesAfterStandingDown(*act, **plan); !times)
                return times;
        }
        //: Log of a crisis. %1 is the reason.
        const QString text = act->say(QT_TRANSLATE_NOOP("incident", "Crisis opened again: %1")).arg(reason.trimmed());
        if (auto logged = act->log(u"reopened"_s, text, Star::Yes); !logged)
            return logged;
        return act->finish(u"incident.reopen"_s);
    });
}

QFuture<Result<>> IncidentService::setLegalHold(const QString &actor, core::IncidentId id, LegalHold hold)
{
    return m_database.submit(actor, [clock = m_clock, id, hold](store::Transaction &transaction) -> Result<> {
        auto act = Act::begin(transaction, clock, id, Need::AnyCrisis);
        if (!act)
            return fail(act.error());
        const bool isOn = hold == LegalHold::On;
        if (act->incident.isUnderLegalHold == isOn)
            return {};
        act->incident.isUnderLegalHold = isOn;
        return act->finish(isOn ? u"incident.hold"_s : u"incident.release"_s);
    });
}

QFuture<Result<>> IncidentService::attachMention(const QString &actor, core::IncidentId id, core::MentionId mention)
{
    return m_database.submit(actor, [clock = m_clock, id, mention](store::Transaction &transaction) -> Result<> {
        auto act = Act::begin(transaction, clock, id, Need::AnyCrisis);
        if (!act)
            return fail(act.error());
        if (auto attached = IncidentRepository::attachMention(transaction, id, mention); !attached)
            return attached;
        return act->finish(u"incident.attach"_s, {{u"mention"_s, QString::number(mention.value)}});
    });
}

QFuture<Result<>> IncidentService::setKeyMention(const QString &actor, core::IncidentId id, core::MentionId mention,
                                                 KeyMention key)
{
    return m_database.submit(actor, [clock = m_clock, id, mention, key](store::Transaction &transaction) -> Result<> {
        auto act = Act::begin(transaction, clock, id, Need::AnyCrisis);
        if (!act)
            return fail(act.error());
        const bool isKey = key == KeyMention::Yes;
        if (auto marked = IncidentRepository::setKeyMention(transaction, id, mention, isKey); !marked)
            return marked;
        // As text: the id is larger than what a JSON number keeps.
        return act->finish(u"incident.key-mention"_s,
                           {{u"mention"_s, QString::number(mention.value)}, {u"key"_s, isKey}});
    });
}

Result<std::vector<playbook::Difference>> IncidentService::differenceToPlaybook(const store::Connection &connection,
                                                                                core::IncidentId id)
{
    const auto incident = IncidentRepository::require(connection, id);
    if (!incident)
        return fail(incident.error());
    const auto snapshot = IncidentRepository::snapshot(connection, id);
    if (!snapshot)
        return fail(snapshot.error());
    if (!*snapshot || !incident->playbookId.isValid())
        return std::vector<playbook::Difference>();
    const auto current = playbook::PlaybookRepository::read(connection, incident->playbookId);
    if (!current)
        return fail(current.error());
    return playbook::differences(**snapshot, *current);
}

} // namespace vigie::incident
