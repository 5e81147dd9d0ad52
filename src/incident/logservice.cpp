// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/logservice.h"

#include "core/text.h"
#include "incident/act.h"
#include "incident/incidentrepository.h"
#include "incident/logrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

QString factSentence(const Act &act, const Fact &fact)
{
    switch (fact.state) {
    case FactState::Confirmed:
        //: Log of a crisis. %1 is a fact.
        return act.say(QT_TRANSLATE_NOOP("incident", "Fact confirmed: %1")).arg(fact.text);
    case FactState::Checking:
        //: Log of a crisis. %1 is a fact that is not certain yet.
        return act.say(QT_TRANSLATE_NOOP("incident", "Being checked: %1")).arg(fact.text);
    case FactState::NotToSay:
        //: Log of a crisis. %1 is a fact that must not be made public.
        return act.say(QT_TRANSLATE_NOOP("incident", "Not to be said: %1")).arg(fact.text);
    case FactState::Withdrawn:
        break;
    }
    //: Log of a crisis. %1 is what was taken for a fact and is none.
    return act.say(QT_TRANSLATE_NOOP("incident", "Fact withdrawn: %1")).arg(fact.text);
}

Star starOf(FactState state)
{
    return state == FactState::Withdrawn ? Star::Yes : Star::No;
}

Result<> needsText(const QString &text)
{
    if (text.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"the text is empty"_s);
    return {};
}

QFuture<Result<>> setStarred(store::Database &database, const core::Clock *clock, const QString &actor,
                             core::LogEntryId id, bool isStarred)
{
    return database.submit(actor, [clock, id, isStarred](store::Transaction &transaction) -> Result<> {
        const auto entry = LogRepository::requireEntry(transaction, id);
        if (!entry)
            return fail(entry.error());
        if (entry->isStarred == isStarred)
            return {};
        auto act = Act::begin(transaction, clock, entry->incidentId, Need::AnyCrisis);
        if (!act)
            return fail(act.error());
        if (auto starred = LogRepository::setStarred(transaction, id, isStarred); !starred)
            return starred;
        return act->finish(isStarred ? u"incident.star"_s : u"incident.unstar"_s, {{u"entry"_s, id.value}});
    });
}

} // namespace

QFuture<Result<qint64>> LogService::postUpdate(const QString &actor, core::IncidentId id, const QString &text,
                                               Reach reach, std::optional<core::Instant> next)
{
    const auto work = [clock = m_clock, id, text = core::sanitized(text).trimmed(), reach,
                       next](store::Transaction &transaction) -> Result<qint64> {
        auto act = Act::begin(transaction, clock, id, Need::OpenCrisis);
        if (!act)
            return fail(act.error());
        if (auto given = needsText(text); !given)
            return fail(given.error());
        if (next && *next <= act->now())
            return fail(ErrorKind::InvalidArgument, u"the next update must lie ahead"_s);
        const auto plan = IncidentRepository::snapshot(transaction, id);
        if (!plan)
            return fail(plan.error());
        act->incident.cadence = updateInterval(*plan, act->incident, act->now());
        act->incident.nextUpdateAt = next.value_or(act->now() + act->incident.cadence);
        if (reach == Reach::Public && !act->incident.firstStatementAt)
            act->incident.firstStatementAt = act->now();
        const auto update = LogRepository::insertUpdate(transaction, {.incidentId = id,
                                                                      .at = act->now(),
                                                                      .author = act->actor(),
                                                                      .text = text,
                                                                      .reach = reach,
                                                                      .nextUpdateAt = act->incident.nextUpdateAt});
        if (!update)
            return update;
        if (auto taken = act->takeCharge(); !taken)
            return fail(taken.error());
        const bool isPublic = reach == Reach::Public;
        const QString sentence = isPublic
                                     //: Log of a crisis. %1 is what was published.
                                     ? act->say(QT_TRANSLATE_NOOP("incident", "Public statement: %1")).arg(text)
                                     //: Log of a crisis. %1 is the text of a status update.
                                     : act->say(QT_TRANSLATE_NOOP("incident", "Status update: %1")).arg(text);
        if (auto logged = act->log(u"update"_s, sentence, isPublic ? Star::Yes : Star::No); !logged)
            return fail(logged.error());
        if (auto done = act->finish(u"incident.update"_s, {{u"update"_s, *update}, {u"public"_s, isPublic}}); !done)
            return fail(done.error());
        return update;
    };
    return m_database.submit(actor, work);
}

QFuture<Result<core::DecisionId>> LogService::decide(const QString &actor, const Decision &decision)
{
    return m_database.submit(
        actor, [clock = m_clock, decision](store::Transaction &transaction) -> Result<core::DecisionId> {
            auto act = Act::begin(transaction, clock, decision.incidentId, Need::AnyCrisis);
            if (!act)
                return fail(act.error());
            if (decision.what.trimmed().isEmpty() || decision.why.trimmed().isEmpty())
                return fail(ErrorKind::InvalidArgument, u"a decision needs what and why"_s);
            Decision taken = decision;
            taken.what = core::sanitized(decision.what).trimmed();
            taken.why = core::sanitized(decision.why).trimmed();
            taken.at = act->now();
            taken.actor = act->actor();
            const auto id = LogRepository::insertDecision(transaction, taken);
            if (!id)
                return id;
            if (auto charge = act->takeCharge(); !charge)
                return fail(charge.error());
            //: Log of a crisis. %1 is what was decided, %2 why.
            const QString sentence =
                act->say(QT_TRANSLATE_NOOP("incident", "Decision: %1. Reason: %2")).arg(taken.what, taken.why);
            if (auto logged = act->log(u"decision"_s, sentence, Star::Yes); !logged)
                return fail(logged.error());
            if (auto done = act->finish(u"incident.decision"_s, {{u"decision"_s, id->value}}); !done)
                return fail(done.error());
            return id;
        });
}

QFuture<Result<core::FactId>> LogService::addFact(const QString &actor, const Fact &fact)
{
    return m_database.submit(actor, [clock = m_clock, fact](store::Transaction &transaction) -> Result<core::FactId> {
        auto act = Act::begin(transaction, clock, fact.incidentId, Need::AnyCrisis);
        if (!act)
            return fail(act.error());
        if (auto given = needsText(fact.text); !given)
            return fail(given.error());
        Fact added = fact;
        added.text = core::sanitized(fact.text).trimmed();
        added.at = added.updatedAt = act->now();
        added.actor = act->actor();
        const auto id = LogRepository::insertFact(transaction, added);
        if (!id)
            return id;
        if (auto logged = act->log(u"fact"_s, factSentence(*act, added), starOf(added.state)); !logged)
            return fail(logged.error());
        if (auto done = act->finish(u"incident.fact"_s, {{u"fact"_s, id->value}, {u"state"_s, toKey(added.state)}});
            !done)
            return fail(done.error());
        return id;
    });
}

QFuture<Result<>> LogService::alterFact(const QString &actor, core::FactId id, FactState state, const QString &text)
{
    return m_database.submit(actor, [clock = m_clock, id, state, text](store::Transaction &transaction) -> Result<> {
        auto fact = LogRepository::requireFact(transaction, id);
        if (!fact)
            return fail(fact.error());
        auto act = Act::begin(transaction, clock, fact->incidentId, Need::AnyCrisis);
        if (!act)
            return fail(act.error());
        if (auto given = needsText(text); !given)
            return given;
        const QString before = toKey(fact->state);
        const QString altered = core::sanitized(text).trimmed();
        if (fact->state == state && fact->text == altered)
            return {};
        fact->state = state;
        fact->text = altered;
        fact->actor = act->actor();
        fact->updatedAt = act->now();
        if (auto stored = LogRepository::updateFact(transaction, *fact); !stored)
            return stored;
        if (auto logged = act->log(u"fact"_s, factSentence(*act, *fact), starOf(state)); !logged)
            return logged;
        return act->finish(u"incident.fact"_s,
                           {{u"fact"_s, id.value}, {u"from"_s, before}, {u"state"_s, toKey(state)}});
    });
}

QFuture<Result<core::LogEntryId>> LogService::addNote(const QString &actor, core::IncidentId id, const QString &text)
{
    return m_database.submit(
        actor, [clock = m_clock, id, text](store::Transaction &transaction) -> Result<core::LogEntryId> {
            auto act = Act::begin(transaction, clock, id, Need::AnyCrisis);
            if (!act)
                return fail(act.error());
            if (auto given = needsText(text); !given)
                return fail(given.error());
            const auto entry = LogRepository::append(transaction, {.incidentId = id,
                                                                   .at = act->now(),
                                                                   .kind = u"note"_s,
                                                                   .text = core::sanitized(text).trimmed(),
                                                                   .actor = act->actor()});
            if (!entry)
                return entry;
            if (auto done = act->finish(u"incident.note"_s, {{u"entry"_s, entry->value}}); !done)
                return fail(done.error());
            return entry;
        });
}

QFuture<Result<>> LogService::star(const QString &actor, core::LogEntryId id)
{
    return setStarred(m_database, m_clock, actor, id, true);
}

QFuture<Result<>> LogService::unstar(const QString &actor, core::LogEntryId id)
{
    return setStarred(m_database, m_clock, actor, id, false);
}

QFuture<Result<qint64>> LogService::addStakeholder(const QString &actor, const Stakeholder &stakeholder)
{
    return m_database.submit(actor, [clock = m_clock, stakeholder](store::Transaction &transaction) -> Result<qint64> {
        auto act = Act::begin(transaction, clock, stakeholder.incidentId, Need::OpenCrisis);
        if (!act)
            return fail(act.error());
        if (auto given = needsText(stakeholder.name); !given)
            return fail(given.error());
        const auto id = LogRepository::insertStakeholder(transaction, stakeholder);
        if (!id)
            return id;
        if (auto done = act->finish(u"incident.stakeholder"_s, {{u"stakeholder"_s, *id}}); !done)
            return fail(done.error());
        return id;
    });
}

QFuture<Result<>> LogService::tellStakeholder(const QString &actor, qint64 id, const QString &note)
{
    return m_database.submit(
        actor, [clock = m_clock, id, note = note.trimmed()](store::Transaction &transaction) -> Result<> {
            auto stakeholder = LogRepository::requireStakeholder(transaction, id);
            if (!stakeholder)
                return fail(stakeholder.error());
            if (stakeholder->toldAt)
                return fail(ErrorKind::Conflict, u"they were told before"_s);
            auto act = Act::begin(transaction, clock, stakeholder->incidentId, Need::AnyCrisis);
            if (!act)
                return fail(act.error());
            stakeholder->toldAt = act->now();
            stakeholder->toldBy = act->actor();
            if (auto stored = LogRepository::updateStakeholder(transaction, *stakeholder); !stored)
                return stored;
            const QString sentence =
                note.isEmpty()
                    //: Log of a crisis. %1 is somebody who had to be told, %2 the person who told them.
                    ? act->say(QT_TRANSLATE_NOOP("incident", "%1: told by %2")).arg(stakeholder->name, act->actor())
                    //: Log of a crisis. %1 is somebody who had to be told, %2 the person who told them, %3 a note.
                    : act->say(QT_TRANSLATE_NOOP("incident", "%1: told by %2 (%3)"))
                          .arg(stakeholder->name, act->actor(), note);
            if (auto logged = act->log(u"stakeholder"_s, sentence, Star::No); !logged)
                return logged;
            return act->finish(u"incident.told"_s, {{u"stakeholder"_s, id}});
        });
}

} // namespace vigie::incident
