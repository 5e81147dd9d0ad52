// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/logrepository.h"

#include "incident/incidentrepository.h"
#include "store/query.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

using store::Row;

QString selectEntries()
{
    return u"SELECT id, incident_id, at, kind, text, actor, is_starred FROM log_entries "_s;
}

LogEntry readEntry(const Row &row)
{
    return {.id = row.id<core::LogEntryId>(0),
            .incidentId = row.id<core::IncidentId>(1),
            .at = row.instant(2),
            .kind = row.text(3),
            .text = row.text(4),
            .actor = row.text(5),
            .isStarred = row.boolean(6)};
}

QString selectFacts()
{
    return u"SELECT id, incident_id, text, state, origin, at, actor, updated_at FROM facts "_s;
}

Fact readFact(const Row &row)
{
    return {.id = row.id<core::FactId>(0),
            .incidentId = row.id<core::IncidentId>(1),
            .text = row.text(2),
            .state = factStateFromKey(row.text(3)).value_or(FactState::Checking),
            .origin = row.text(4),
            .at = row.instant(5),
            .actor = row.text(6),
            .updatedAt = row.instant(7)};
}

QString selectStakeholders()
{
    return u"SELECT id, incident_id, name, role_key, due_at, told_at, told_by FROM stakeholders "_s;
}

Stakeholder readStakeholder(const Row &row)
{
    return {.id = row.integer(0),
            .incidentId = row.id<core::IncidentId>(1),
            .name = row.text(2),
            .roleKey = row.text(3),
            .dueAt = row.optionalInstant(4),
            .toldAt = row.optionalInstant(5),
            .toldBy = row.text(6)};
}

template <typename T>
Result<T> required(Result<std::optional<T>> found, const QString &what)
{
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorKind::NotFound, what);
    return **std::move(found);
}

template <typename SomeId>
Result<SomeId> asId(const Result<qint64> &inserted)
{
    if (!inserted)
        return fail(inserted.error());
    return SomeId{*inserted};
}

Result<> done(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace

Result<std::vector<LogEntry>> LogRepository::entries(const store::Connection &connection, core::IncidentId id,
                                                     Entries which, const QString &kind, int limit,
                                                     core::LogEntryId before)
{
    const qint64 below = before.isValid() ? before.value : std::numeric_limits<qint64>::max();
    return store::readAll(connection,
                          selectEntries() +
                              u"WHERE incident_id = ? AND is_starred >= ? AND (? = '' OR kind = ?) AND id < ? "
                              "ORDER BY id DESC LIMIT ?"_s,
                          {id, which == Entries::Starred ? 1 : 0, kind, kind, below, limit}, readEntry);
}

Result<LogEntry> LogRepository::requireEntry(const store::Connection &connection, core::LogEntryId id)
{
    return required(store::readFirst(connection, selectEntries() + u"WHERE id = ?"_s, {id}, readEntry),
                    u"there is no log entry %1"_s.arg(id.value));
}

Result<std::vector<StatusUpdate>> LogRepository::updates(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(connection,
                          u"SELECT id, incident_id, at, author, text, is_public, next_update_at FROM status_updates "
                          "WHERE incident_id = ? ORDER BY id DESC LIMIT 1000"_s,
                          {id}, [](const Row &row) {
                              return StatusUpdate{.id = row.integer(0),
                                                  .incidentId = row.id<core::IncidentId>(1),
                                                  .at = row.instant(2),
                                                  .author = row.text(3),
                                                  .text = row.text(4),
                                                  .reach = row.boolean(5) ? Reach::Public : Reach::Internal,
                                                  .nextUpdateAt = row.optionalInstant(6)};
                          });
}

Result<std::vector<Decision>> LogRepository::decisions(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(connection,
                          u"SELECT id, incident_id, at, what, why, options, actor, recheck_at FROM decisions "
                          "WHERE incident_id = ? ORDER BY id DESC LIMIT 1000"_s,
                          {id}, [](const Row &row) {
                              return Decision{.id = row.id<core::DecisionId>(0),
                                              .incidentId = row.id<core::IncidentId>(1),
                                              .at = row.instant(2),
                                              .what = row.text(3),
                                              .why = row.text(4),
                                              .options = row.text(5),
                                              .actor = row.text(6),
                                              .recheckAt = row.optionalInstant(7)};
                          });
}

Result<std::vector<Fact>> LogRepository::facts(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(connection, selectFacts() + u"WHERE incident_id = ? ORDER BY id LIMIT 1000"_s, {id},
                          readFact);
}

Result<Fact> LogRepository::requireFact(const store::Connection &connection, core::FactId id)
{
    return required(store::readFirst(connection, selectFacts() + u"WHERE id = ?"_s, {id}, readFact),
                    u"there is no fact %1"_s.arg(id.value));
}

Result<std::vector<Stakeholder>> LogRepository::stakeholders(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(
        connection, selectStakeholders() + u"WHERE incident_id = ? ORDER BY due_at IS NULL, due_at, id LIMIT 1000"_s,
        {id}, readStakeholder);
}

Result<Stakeholder> LogRepository::requireStakeholder(const store::Connection &connection, qint64 id)
{
    return required(store::readFirst(connection, selectStakeholders() + u"WHERE id = ?"_s, {id}, readStakeholder),
                    u"there is no stakeholder %1"_s.arg(id));
}

Result<core::LogEntryId> LogRepository::append(store::Transaction &transaction, const LogEntry &entry)
{
    const auto incident = IncidentRepository::require(transaction, entry.incidentId);
    if (!incident)
        return fail(incident.error());
    transaction.announce({.entity = store::Entity::Incident,
                          .kind = store::ChangeKind::Updated,
                          .id = entry.incidentId.value,
                          .drillRunId = incident->drillRunId.value,
                          .parentId = entry.incidentId.value});
    return asId<core::LogEntryId>(store::insert(
        transaction, u"INSERT INTO log_entries (incident_id, at, kind, text, actor, is_starred) VALUES (?,?,?,?,?,?)"_s,
        {entry.incidentId, entry.at, entry.kind, entry.text, entry.actor, entry.isStarred}));
}

Result<> LogRepository::setStarred(store::Transaction &transaction, core::LogEntryId id, bool isStarred)
{
    return done(store::execute(transaction, u"UPDATE log_entries SET is_starred = ? WHERE id = ?"_s, {isStarred, id}));
}

Result<qint64> LogRepository::insertUpdate(store::Transaction &transaction, const StatusUpdate &update)
{
    return store::insert(
        transaction,
        u"INSERT INTO status_updates (incident_id, at, author, text, is_public, next_update_at) "
        "VALUES (?,?,?,?,?,?)"_s,
        {update.incidentId, update.at, update.author, update.text, update.reach == Reach::Public, update.nextUpdateAt});
}

Result<core::DecisionId> LogRepository::insertDecision(store::Transaction &transaction, const Decision &decision)
{
    return asId<core::DecisionId>(store::insert(
        transaction,
        u"INSERT INTO decisions (incident_id, at, what, why, options, actor, recheck_at) VALUES (?,?,?,?,?,?,?)"_s,
        {decision.incidentId, decision.at, decision.what, decision.why, decision.options, decision.actor,
         decision.recheckAt}));
}

Result<core::FactId> LogRepository::insertFact(store::Transaction &transaction, const Fact &fact)
{
    return asId<core::FactId>(store::insert(
        transaction,
        u"INSERT INTO facts (incident_id, text, state, origin, at, actor, updated_at) VALUES (?,?,?,?,?,?,?)"_s,
        {fact.incidentId, fact.text, toKey(fact.state), fact.origin, fact.at, fact.actor, fact.updatedAt}));
}

Result<> LogRepository::updateFact(store::Transaction &transaction, const Fact &fact)
{
    return done(store::execute(transaction,
                               u"UPDATE facts SET text = ?, state = ?, actor = ?, updated_at = ? WHERE id = ?"_s,
                               {fact.text, toKey(fact.state), fact.actor, fact.updatedAt, fact.id}));
}

Result<qint64> LogRepository::insertStakeholder(store::Transaction &transaction, const Stakeholder &stakeholder)
{
    return store::insert(transaction,
                         u"INSERT INTO stakeholders (incident_id, name, role_key, due_at) VALUES (?,?,?,?)"_s,
                         {stakeholder.incidentId, stakeholder.name, stakeholder.roleKey, stakeholder.dueAt});
}

Result<> LogRepository::updateStakeholder(store::Transaction &transaction, const Stakeholder &stakeholder)
{
    return done(store::execute(transaction,
                               u"UPDATE stakeholders SET due_at = ?, told_at = ?, told_by = ? WHERE id = ?"_s,
                               {stakeholder.dueAt, stakeholder.toldAt, stakeholder.toldBy, stakeholder.id}));
}

} // namespace vigie::incident
