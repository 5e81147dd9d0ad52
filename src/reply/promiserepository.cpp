// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/promiserepository.h"

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

const QString kPromise = u"SELECT p.id, p.incident_id, p.reply_id, p.mention_id, p.text, p.promised_by, p.promised_to, "
                         "p.due_at, p.state, p.settled_at FROM promises p "_s;
const QString kRemedy = u"SELECT id, incident_id, mention_id, kind, detail, amount, currency, offered_by, approved_by, "
                        "state, at FROM remedies "_s;
const QString kSoonestFirst = u" ORDER BY p.due_at IS NULL, p.due_at, p.id"_s;

Promise readPromise(const store::Row &row)
{
    return {.id = row.id<core::PromiseId>(0),
            .incidentId = row.id<core::IncidentId>(1),
            .replyId = row.id<core::ReplyId>(2),
            .mentionId = row.id<core::MentionId>(3),
            .text = row.text(4),
            .promisedBy = row.text(5),
            .promisedTo = row.text(6),
            .dueAt = row.optionalInstant(7),
            .state = promiseStateFromKey(row.text(8)),
            .settledAt = row.optionalInstant(9)};
}

Remedy readRemedy(const store::Row &row)
{
    return {.id = row.id<core::RemedyId>(0),
            .incidentId = row.id<core::IncidentId>(1),
            .mentionId = row.id<core::MentionId>(2),
            .kind = row.text(3),
            .detail = row.text(4),
            .amount = row.isNull(5) ? std::nullopt : std::optional(row.integer(5)),
            .currency = row.text(6),
            .offeredBy = row.text(7),
            .approvedBy = row.text(8),
            .state = remedyStateFromKey(row.text(9)),
            .at = row.instant(10)};
}

Result<> done(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace

Result<std::optional<Promise>> PromiseRepository::find(const store::Connection &connection, core::PromiseId id)
{
    return store::readFirst(connection, kPromise + u"WHERE p.id = ?"_s, {id}, readPromise);
}

Result<std::vector<Promise>> PromiseRepository::open(const store::Connection &connection, core::DrillRunId scope, int limit)
{
    // A promise has no scope of its own: it has that of its crisis, or of the reply that made it.
    return store::readAll(connection,
                          kPromise
                              + u"LEFT JOIN incidents i ON i.id = p.incident_id LEFT JOIN replies r ON r.id = p.reply_id "
                                "WHERE p.state = 'open' AND coalesce(i.drill_run_id, r.drill_run_id, 0) = ?"_s
                              + kSoonestFirst + u" LIMIT ?"_s,
                          {scope, limit}, readPromise);
}

Result<std::vector<Promise>> PromiseRepository::ofIncident(const store::Connection &connection, core::IncidentId id)
{
    return store::readAll(connection, kPromise + u"WHERE p.incident_id = ?"_s + kSoonestFirst, {id}, readPromise);
}

Result<std::vector<Remedy>> PromiseRepository::remediesOfIncident(const store::Connection &connection,
                                                                  core::IncidentId id)
{
    return store::readAll(connection, kRemedy + u"WHERE incident_id = ? ORDER BY at, id"_s, {id}, readRemedy);
}

Result<std::optional<Remedy>> PromiseRepository::findRemedy(const store::Connection &connection, core::RemedyId id)
{
    return store::readFirst(connection, kRemedy + u"WHERE id = ?"_s, {id}, readRemedy);
}

Result<core::PromiseId> PromiseRepository::insert(store::Transaction &transaction, const Promise &promise)
{
    const auto id = store::insert(
        transaction,
        u"INSERT INTO promises (incident_id, reply_id, mention_id, text, promised_by, promised_to, due_at, state) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'open')"_s,
        {store::Value::orNull(promise.incidentId), store::Value::orNull(promise.replyId),
         store::Value::orNull(promise.mentionId), promise.text, promise.promisedBy, promise.promisedTo, promise.dueAt});
    if (!id)
        return fail(id.error());
    return core::PromiseId{*id};
}

Result<> PromiseRepository::settle(store::Transaction &transaction, core::PromiseId id, PromiseState state)
{
    const auto at = state == PromiseState::Open ? std::nullopt : std::optional(transaction.now());
    return done(store::execute(transaction, u"UPDATE promises SET state = ?, settled_at = ? WHERE id = ?"_s,
                               {promiseStateKey(state), at, id}));
}

Result<core::RemedyId> PromiseRepository::insertRemedy(store::Transaction &transaction, const Remedy &remedy)
{
    const auto id = store::insert(
        transaction,
        u"INSERT INTO remedies (incident_id, mention_id, kind, detail, amount, currency, offered_by, state, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'offered', ?)"_s,
        {store::Value::orNull(remedy.incidentId), store::Value::orNull(remedy.mentionId), remedy.kind, remedy.detail,
         remedy.amount, remedy.currency, transaction.actor(), transaction.now()});
    if (!id)
        return fail(id.error());
    return core::RemedyId{*id};
}

Result<> PromiseRepository::setRemedyState(store::Transaction &transaction, core::RemedyId id, RemedyState state,
                                           const QString &approvedBy)
{
    return done(store::execute(transaction, u"UPDATE remedies SET state = ?, approved_by = ? WHERE id = ?"_s,
                               {remedyStateKey(state), approvedBy, id}));
}

} // namespace vigie::reply
