// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/alertrepository.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;
using store::Value;

QString selectAlerts()
{
    return u"SELECT id, drill_run_id, watch_id, kind, raised_at, captured_at, window_from, window_to, observed, usual,"
           " threshold, reasons, state, acknowledged_at, acknowledged_by, incident_id FROM alerts "_s;
}

Alert alertFrom(const Row &row)
{
    // An alert whose reasons cannot be read is still an alert: it is shown without them.
    return Alert{.id = row.id<core::AlertId>(0),
                 .scope = row.id<core::DrillRunId>(1),
                 .watch = row.id<core::WatchId>(2),
                 .kind = alertKindFromKey(row.text(3)).value_or(AlertKind::Volume),
                 .raisedAt = row.instant(4),
                 .capturedAt = row.instant(5),
                 .windowFrom = row.instant(6),
                 .windowTo = row.instant(7),
                 .observed = row.real(8),
                 .usual = row.real(9),
                 .threshold = row.real(10),
                 .reasons = alertReasonsFromJson(row.text(11).toUtf8()).value_or(AlertReasons()),
                 .state = alertStateFromKey(row.text(12)).value_or(AlertState::New),
                 .acknowledgedAt = row.optionalInstant(13),
                 .acknowledgedBy = row.text(14),
                 .incident = row.id<core::IncidentId>(15)};
}

Result<Alert> existing(store::Transaction &transaction, core::AlertId id)
{
    auto alert = AlertRepository::byId(transaction, id);
    if (!alert)
        return fail(alert.error());
    if (!*alert)
        return fail(ErrorKind::NotFound, u"there is no alert %1"_s.arg(id.value));
    transaction.announce({.entity = store::Entity::Alert,
                          .kind = store::ChangeKind::Updated,
                          .id = id.value,
                          .drillRunId = (*alert)->scope.value});
    return std::move(**alert);
}

} // namespace

Result<std::vector<Alert>> AlertRepository::list(const store::Connection &connection, core::DrillRunId scope,
                                                 std::optional<core::Instant> since, int limit)
{
    return store::readAll(
        connection,
        selectAlerts() + u"WHERE drill_run_id = ? AND raised_at >= ? ORDER BY raised_at DESC, id DESC LIMIT ?"_s,
        {scope, since.value_or(core::instantFromMillis(0)), limit}, alertFrom);
}

Result<std::vector<Alert>> AlertRepository::waiting(const store::Connection &connection, core::DrillRunId scope, int limit)
{
    return store::readAll(
        connection,
        selectAlerts() + u"WHERE drill_run_id = ? AND state = 'new' ORDER BY raised_at DESC, id DESC LIMIT ?"_s,
        {scope, limit}, alertFrom);
}

Result<std::optional<Alert>> AlertRepository::nextAfter(const store::Connection &connection, core::DrillRunId scope, core::AlertId id)
{
    return store::readFirst(connection, selectAlerts() + u"WHERE drill_run_id = ? AND id > ? ORDER BY id LIMIT 1"_s, {scope, id}, alertFrom);
}

Result<core::AlertId> AlertRepository::newestId(const store::Connection &connection)
{
    const auto newest = store::readNumber(connection, u"SELECT COALESCE(MAX(id), 0) FROM alerts"_s);
    if (!newest)
        return fail(newest.error());
    return core::AlertId{*newest};
}

Result<std::optional<Alert>> AlertRepository::byId(const store::Connection &connection, core::AlertId id)
{
    return store::readFirst(connection, selectAlerts() + u"WHERE id = ?"_s, {id}, alertFrom);
}

Result<std::optional<Alert>> AlertRepository::last(const store::Connection &connection, core::WatchId watch)
{
    return store::readFirst(connection,
                            selectAlerts() + u"WHERE watch_id = ? ORDER BY raised_at DESC, id DESC LIMIT 1"_s, {watch},
                            alertFrom);
}

Result<core::AlertId> AlertRepository::add(store::Transaction &transaction, const Alert &alert)
{
    const auto id = store::insert(
        transaction,
        u"INSERT INTO alerts (drill_run_id, watch_id, kind, raised_at, captured_at, window_from, window_to, observed, usual,"
        " threshold, reasons, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {alert.scope, alert.watch, alertKindKey(alert.kind), alert.raisedAt, alert.capturedAt, alert.windowFrom,
         alert.windowTo, alert.observed, alert.usual, alert.threshold, QString::fromUtf8(toJson(alert.reasons)),
         alertStateKey(alert.state)});
    if (!id)
        return fail(id.error());
    transaction.announce({.entity = store::Entity::Alert,
                          .kind = store::ChangeKind::Inserted,
                          .id = *id,
                          .drillRunId = alert.scope.value});
    return core::AlertId{*id};
}

Result<> AlertRepository::escalate(store::Transaction &transaction, const Alert &alert)
{
    const auto known = existing(transaction, alert.id);
    if (!known)
        return fail(known.error());
    const bool isNewAgain = known->state == AlertState::Dismissed && alert.kind == known->kind
                            && alert.observed >= 2 * known->observed;
    auto done = store::execute(
        transaction,
        u"UPDATE alerts SET kind = ?, window_from = ?, window_to = ?, observed = ?, usual = ?, threshold = ?, reasons = ?,"
        " state = ? WHERE id = ?"_s,
        {alertKindKey(alert.kind), alert.windowFrom, alert.windowTo, alert.observed, alert.usual, alert.threshold,
         QString::fromUtf8(toJson(alert.reasons)), alertStateKey(isNewAgain ? AlertState::New : known->state), alert.id});
    return done ? Result<>() : fail(done.error());
}

Result<> AlertRepository::setState(store::Transaction &transaction, core::AlertId id, AlertState state)
{
    if (auto alert = existing(transaction, id); !alert)
        return fail(alert.error());
    auto done = store::execute(transaction,
                               u"UPDATE alerts SET state = ?, acknowledged_at = ?, acknowledged_by = ? WHERE id = ?"_s,
                               {alertStateKey(state), transaction.now(), transaction.actor(), id});
    return done ? Result<>() : fail(done.error());
}

Result<> AlertRepository::linkIncident(store::Transaction &transaction, core::AlertId id, core::IncidentId incident)
{
    const auto alert = existing(transaction, id);
    if (!alert)
        return fail(alert.error());
    auto done = store::execute(transaction, u"UPDATE alerts SET incident_id = ? WHERE id = ?"_s, {incident, id});
    if (!done)
        return fail(done.error());
    return alert->state == AlertState::New ? setState(transaction, id, AlertState::Acknowledged) : Result<>();
}

} // namespace vigie::monitoring
