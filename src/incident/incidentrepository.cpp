// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incidentrepository.h"

#include "playbook/playbookfile.h"
#include "store/query.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

using store::Row;
using store::Value;

QString selectIncidents()
{
    return u"SELECT id, drill_run_id, title, kind, severity, state, language, playbook_id, playbook_version, alert_id, "
           "watch_id, began_at, detected_at, opened_at, acknowledged_at, first_statement_at, first_reply_at, "
           "resolved_at, closed_at, cadence_s, next_update_at, legal_hold FROM incidents "_s;
}

Incident readIncident(const Row &row)
{
    return {.id = row.id<core::IncidentId>(0),
            .drillRunId = row.id<core::DrillRunId>(1),
            .title = row.text(2),
            .kind = row.text(3),
            .severity = row.smallInteger(4),
            .state = incidentStateFromKey(row.text(5)).value_or(IncidentState::Open),
            .language = core::languageFromTag(row.text(6)).value_or(core::Language::English),
            .playbookId = row.id<core::PlaybookId>(7),
            .playbookVersion = row.smallInteger(8),
            .alertId = row.id<core::AlertId>(9),
            .watchId = row.id<core::WatchId>(10),
            .beganAt = row.instant(11),
            .detectedAt = row.instant(12),
            .openedAt = row.instant(13),
            .acknowledgedAt = row.optionalInstant(14),
            .firstStatementAt = row.optionalInstant(15),
            .firstReplyAt = row.optionalInstant(16),
            .resolvedAt = row.optionalInstant(17),
            .closedAt = row.optionalInstant(18),
            .cadence = std::chrono::seconds(row.integer(19)),
            .nextUpdateAt = row.optionalInstant(20),
            .isUnderLegalHold = row.boolean(21)};
}

/// For state BETWEEN ? AND ?, so that one statement serves all three.
std::pair<QString, QString> stateRange(Which which)
{
    switch (which) {
    case Which::Open:
        return {u"open"_s, u"open"_s};
    case Which::Closed:
        return {u"closed"_s, u"closed"_s};
    case Which::All:
        break;
    }
    return {u"closed"_s, u"open"_s};
}

/// The first page has nothing before it.
template <typename SomeId>
qint64 below(SomeId before)
{
    return before.isValid() ? before.value : std::numeric_limits<qint64>::max();
}

Result<> done(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace

Result<std::vector<Incident>> IncidentRepository::list(const store::Connection &connection, core::DrillRunId scope,
                                                       Which which, int limit, core::IncidentId before)
{
    const auto [first, last] = stateRange(which);
    return store::readAll(connection,
                          selectIncidents() +
                              u"WHERE drill_run_id = ? AND state BETWEEN ? AND ? AND id < ? ORDER BY id DESC LIMIT ?"_s,
                          {scope, first, last, below(before), limit}, readIncident);
}

Result<int> IncidentRepository::count(const store::Connection &connection, core::DrillRunId scope, Which which)
{
    const auto [first, last] = stateRange(which);
    const auto number = store::readNumber(
        connection, u"SELECT count(*) FROM incidents WHERE drill_run_id = ? AND state BETWEEN ? AND ?"_s,
        {scope, first, last});
    if (!number)
        return fail(number.error());
    return int(*number);
}

Result<std::optional<Incident>> IncidentRepository::find(const store::Connection &connection, core::IncidentId id)
{
    return store::readFirst(connection, selectIncidents() + u"WHERE id = ?"_s, {id}, readIncident);
}

Result<Incident> IncidentRepository::require(const store::Connection &connection, core::IncidentId id)
{
    const auto incident = find(connection, id);
    if (!incident)
        return fail(incident.error());
    if (!*incident)
        return fail(ErrorKind::NotFound, u"there is no crisis %1"_s.arg(id.value));
    return **incident;
}

Result<std::optional<playbook::Playbook>> IncidentRepository::snapshot(const store::Connection &connection,
                                                                       core::IncidentId id)
{
    const auto json = store::readFirst(connection, u"SELECT snapshot FROM incidents WHERE id = ?"_s, {id},
                                       [](const Row &row) { return row.text(0); });
    if (!json)
        return fail(json.error());
    if (!*json)
        return fail(ErrorKind::NotFound, u"there is no crisis %1"_s.arg(id.value));
    if ((*json)->isEmpty())
        return std::optional<playbook::Playbook>();
    auto plan = playbook::parseStoredPlaybook((*json)->toUtf8());
    if (!plan)
        return fail(plan.error());
    return std::optional(*std::move(plan));
}

Result<std::vector<RoleHolder>> IncidentRepository::roles(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(
        connection, u"SELECT role_key, person, since FROM incident_roles WHERE incident_id = ? ORDER BY role_key"_s,
        {id}, [](const Row &row) {
            return RoleHolder{.roleKey = row.text(0), .person = row.text(1), .since = row.instant(2)};
        });
}

Result<std::vector<core::MentionId>> IncidentRepository::mentions(const store::Connection &connection,
                                                                  core::IncidentId id, Mentions which, int limit,
                                                                  core::MentionId before)
{
    return store::readAll(connection,
                          u"SELECT mention_id FROM incident_mentions WHERE incident_id = ? AND is_key >= ? "
                          "AND mention_id < ? ORDER BY mention_id DESC LIMIT ?"_s,
                          {id, which == Mentions::Key ? 1 : 0, below(before), limit},
                          [](const Row &row) { return row.id<core::MentionId>(0); });
}

Result<int> IncidentRepository::mentionCount(const store::Connection &connection, core::IncidentId id)
{
    const auto number =
        store::readNumber(connection, u"SELECT count(*) FROM incident_mentions WHERE incident_id = ?"_s, {id});
    if (!number)
        return fail(number.error());
    return int(*number);
}

Result<QStringList> IncidentRepository::networks(const store::Connection &connection, core::IncidentId id)
{
    const auto names = store::readAll(connection,
                                      u"SELECT DISTINCT m.network FROM incident_mentions i "
                                      "JOIN mentions m ON m.id = i.mention_id WHERE i.incident_id = ? ORDER BY 1"_s,
                                      {id}, [](const Row &row) { return row.text(0); });
    if (!names)
        return fail(names.error());
    return QStringList(names->begin(), names->end());
}

Result<core::IncidentId> IncidentRepository::insert(store::Transaction &transaction, const Incident &incident,
                                                    const QString &snapshot)
{
    const auto id = store::insert(
        transaction,
        u"INSERT INTO incidents (drill_run_id, title, kind, severity, state, language, playbook_id, playbook_version, "
        "snapshot, alert_id, watch_id, began_at, detected_at, opened_at, acknowledged_at, cadence_s, next_update_at) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"_s,
        {incident.drillRunId, incident.title, incident.kind, incident.severity, toKey(incident.state),
         core::languageTag(incident.language), Value::orNull(incident.playbookId), incident.playbookVersion, snapshot,
         Value::orNull(incident.alertId), Value::orNull(incident.watchId), incident.beganAt, incident.detectedAt,
         incident.openedAt, incident.acknowledgedAt, qint64(incident.cadence.count()), incident.nextUpdateAt});
    if (!id)
        return fail(id.error());
    return core::IncidentId{*id};
}

Result<> IncidentRepository::update(store::Transaction &transaction, const Incident &incident)
{
    return done(store::execute(
        transaction,
        u"UPDATE incidents SET title = ?, kind = ?, severity = ?, state = ?, acknowledged_at = ?, "
        "first_statement_at = ?, first_reply_at = ?, resolved_at = ?, closed_at = ?, cadence_s = ?, next_update_at = "
        "?, "
        "legal_hold = ? WHERE id = ?"_s,
        {incident.title, incident.kind, incident.severity, toKey(incident.state), incident.acknowledgedAt,
         incident.firstStatementAt, incident.firstReplyAt, incident.resolvedAt, incident.closedAt,
         qint64(incident.cadence.count()), incident.nextUpdateAt, incident.isUnderLegalHold, incident.id}));
}

Result<> IncidentRepository::setRole(store::Transaction &transaction, core::IncidentId id, const RoleHolder &holder)
{
    return done(store::execute(transaction,
                               u"INSERT INTO incident_roles (incident_id, role_key, person, since) VALUES (?,?,?,?) "
                               "ON CONFLICT (incident_id, role_key) DO UPDATE SET person = excluded.person, "
                               "since = excluded.since"_s,
                               {id, holder.roleKey, holder.person, holder.since}));
}

Result<int> IncidentRepository::attachMentionsOf(store::Transaction &transaction, core::IncidentId id,
                                                 core::WatchId watch, core::Instant from, core::Instant to)
{
    // A mention's id begins with the time of its post, so that a stretch of time is a range of the index.
    return store::execute(transaction,
                          u"INSERT INTO incident_mentions (incident_id, mention_id) "
                          "SELECT ?, mention_id FROM mention_watches WHERE watch_id = ? AND mention_id >= ? "
                          "AND mention_id < ? ON CONFLICT DO NOTHING"_s,
                          {id, watch, core::toMillis(from) << 20, (core::toMillis(to) + 1) << 20});
}

Result<> IncidentRepository::attachMention(store::Transaction &transaction, core::IncidentId id,
                                           core::MentionId mention)
{
    return done(store::execute(transaction,
                               u"INSERT INTO incident_mentions (incident_id, mention_id) VALUES (?, ?) "
                               "ON CONFLICT DO NOTHING"_s,
                               {id, mention}));
}

Result<> IncidentRepository::setKeyMention(store::Transaction &transaction, core::IncidentId id,
                                           core::MentionId mention, bool isKey)
{
    return done(store::execute(transaction,
                               u"INSERT INTO incident_mentions (incident_id, mention_id, is_key) VALUES (?, ?, ?) "
                               "ON CONFLICT (incident_id, mention_id) DO UPDATE SET is_key = excluded.is_key"_s,
                               {id, mention, isKey}));
}

Result<> IncidentRepository::noteFirstReply(store::Transaction &transaction, core::IncidentId id, core::Instant at)
{
    return done(store::execute(
        transaction, u"UPDATE incidents SET first_reply_at = ? WHERE id = ? AND first_reply_at IS NULL"_s, {at, id}));
}

} // namespace vigie::incident
