// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reviewrepository.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{
namespace
{

const QString kReview = u"SELECT id, incident_id, state, summary, causes, impact, created_at, updated_at FROM reviews "_s;
const QString kFinding = u"SELECT id, review_id, kind, text, position FROM findings "_s;
const QString kAction = u"SELECT a.id, a.review_id, a.finding_id, a.text, a.owner, a.due_at, a.state, a.done_at "
                        "FROM actions a "_s;
const QString kOpenFirst = u" ORDER BY a.state <> 'open', a.due_at IS NULL, a.due_at, a.id"_s;

Review readReview(const store::Row &row)
{
    Review review;
    review.id = row.id<core::ReviewId>(0);
    review.incidentId = row.id<core::IncidentId>(1);
    review.state = row.text(2) == u"final"_s ? ReviewState::Final : ReviewState::Draft;
    review.summary = row.text(3);
    review.causes = row.text(4);
    review.impact = row.text(5);
    review.createdAt = row.instant(6);
    review.updatedAt = row.instant(7);
    return review;
}

Finding readFinding(const store::Row &row)
{
    return {.id = row.id<core::FindingId>(0),
            .reviewId = row.id<core::ReviewId>(1),
            .kind = findingKindFromKey(row.text(2)),
            .text = row.text(3),
            .position = row.smallInteger(4)};
}

Action readAction(const store::Row &row)
{
    return {.id = row.id<core::ActionId>(0),
            .reviewId = row.id<core::ReviewId>(1),
            .findingId = row.id<core::FindingId>(2),
            .text = row.text(3),
            .owner = row.text(4),
            .dueAt = row.optionalInstant(5),
            .state = actionStateFromKey(row.text(6)),
            .doneAt = row.optionalInstant(7)};
}

Result<> done(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

Result<std::optional<Review>> withRows(const store::Connection &connection, Result<std::optional<Review>> review)
{
    if (!review || !*review)
        return review;
    auto findings =
        store::readAll(connection, kFinding + u"WHERE review_id = ? ORDER BY position, id"_s, {(*review)->id}, readFinding);
    if (!findings)
        return fail(findings.error());
    std::stable_sort(findings->begin(), findings->end(),
                     [](const Finding &a, const Finding &b) { return a.kind < b.kind; });
    auto actions =
        store::readAll(connection, kAction + u"WHERE a.review_id = ?"_s + kOpenFirst, {(*review)->id}, readAction);
    if (!actions)
        return fail(actions.error());
    (*review)->findings = std::move(*findings);
    (*review)->actions = std::move(*actions);
    return review;
}

} // namespace

Result<std::optional<Review>> ReviewRepository::ofIncident(const store::Connection &connection, core::IncidentId id)
{
    return withRows(connection, store::readFirst(connection, kReview + u"WHERE incident_id = ?"_s, {id}, readReview));
}

Result<std::optional<Review>> ReviewRepository::find(const store::Connection &connection, core::ReviewId id)
{
    return withRows(connection, store::readFirst(connection, kReview + u"WHERE id = ?"_s, {id}, readReview));
}

Result<std::vector<ReviewListEntry>> ReviewRepository::list(const store::Connection &connection, Scope scope,
                                                            core::IncidentId beforeId, int limit)
{
    const QString where = scope == Scope::Real ? u"i.drill_run_id = 0"_s : u"i.drill_run_id <> 0"_s;
    const qint64 before = beforeId.isValid() ? beforeId.value : std::numeric_limits<qint64>::max();
    return store::readAll(
        connection,
        u"SELECT i.id, i.drill_run_id, i.title, i.severity, i.state, i.began_at, i.closed_at, r.id, r.state, "
        "(SELECT count(*) FROM actions a WHERE a.review_id = r.id AND a.state = 'open') "
        "FROM incidents i LEFT JOIN reviews r ON r.incident_id = i.id WHERE i.id < ? AND "_s
            + where + u" ORDER BY i.id DESC LIMIT ?"_s,
        {before, limit}, [](const store::Row &row) {
            ReviewListEntry entry;
            entry.incidentId = row.id<core::IncidentId>(0);
            entry.drillRunId = row.id<core::DrillRunId>(1);
            entry.title = row.text(2);
            entry.severity = row.smallInteger(3);
            entry.isClosed = row.text(4) == u"closed"_s;
            entry.beganAt = row.instant(5);
            entry.closedAt = row.optionalInstant(6);
            entry.reviewId = row.id<core::ReviewId>(7);
            entry.state = row.text(8) == u"final"_s ? ReviewState::Final : ReviewState::Draft;
            entry.openActions = row.smallInteger(9);
            return entry;
        });
}

Result<std::vector<Action>> ReviewRepository::openActions(const store::Connection &connection, int limit)
{
    return store::readAll(connection,
                          kAction
                              + u"JOIN reviews r ON r.id = a.review_id JOIN incidents i ON i.id = r.incident_id "
                                "WHERE a.state = 'open' AND i.drill_run_id = 0"_s
                              + kOpenFirst + u" LIMIT ?"_s,
                          {limit}, readAction);
}

Result<std::optional<Finding>> ReviewRepository::findFinding(const store::Connection &connection, core::FindingId id)
{
    return store::readFirst(connection, kFinding + u"WHERE id = ?"_s, {id}, readFinding);
}

Result<std::optional<Action>> ReviewRepository::findAction(const store::Connection &connection, core::ActionId id)
{
    return store::readFirst(connection, kAction + u"WHERE a.id = ?"_s, {id}, readAction);
}

Result<core::ReviewId> ReviewRepository::insert(store::Transaction &transaction, core::IncidentId incident)
{
    const auto id = store::insert(transaction, u"INSERT INTO reviews (incident_id, created_at, updated_at) VALUES (?, ?, ?)"_s,
                                  {incident, transaction.now(), transaction.now()});
    if (!id)
        return fail(id.error());
    return core::ReviewId{*id};
}

Result<> ReviewRepository::updateTexts(store::Transaction &transaction, const Review &review)
{
    return done(store::execute(transaction,
                               u"UPDATE reviews SET summary = ?, causes = ?, impact = ?, updated_at = ? WHERE id = ?"_s,
                               {review.summary, review.causes, review.impact, transaction.now(), review.id}));
}

Result<> ReviewRepository::setState(store::Transaction &transaction, core::ReviewId id, ReviewState state)
{
    return done(store::execute(transaction, u"UPDATE reviews SET state = ?, updated_at = ? WHERE id = ?"_s,
                               {state == ReviewState::Final ? u"final"_s : u"draft"_s, transaction.now(), id}));
}

Result<core::FindingId> ReviewRepository::insertFinding(store::Transaction &transaction, const Finding &finding)
{
    const auto id =
        store::insert(transaction, u"INSERT INTO findings (review_id, kind, text, position) VALUES (?, ?, ?, ?)"_s,
                      {finding.reviewId, findingKindKey(finding.kind), finding.text, finding.position});
    if (!id)
        return fail(id.error());
    return core::FindingId{*id};
}

Result<> ReviewRepository::updateFinding(store::Transaction &transaction, const Finding &finding)
{
    return done(store::execute(transaction, u"UPDATE findings SET kind = ?, text = ?, position = ? WHERE id = ?"_s,
                               {findingKindKey(finding.kind), finding.text, finding.position, finding.id}));
}

Result<> ReviewRepository::removeFinding(store::Transaction &transaction, core::FindingId id)
{
    const auto freed = store::execute(transaction, u"UPDATE actions SET finding_id = NULL WHERE finding_id = ?"_s, {id});
    if (!freed)
        return fail(freed.error());
    return done(store::execute(transaction, u"DELETE FROM findings WHERE id = ?"_s, {id}));
}

Result<core::ActionId> ReviewRepository::insertAction(store::Transaction &transaction, const Action &action)
{
    const auto id = store::insert(
        transaction,
        u"INSERT INTO actions (review_id, finding_id, text, owner, due_at, state, done_at) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {action.reviewId, store::Value::orNull(action.findingId), action.text, action.owner, action.dueAt,
         actionStateKey(action.state), action.doneAt});
    if (!id)
        return fail(id.error());
    return core::ActionId{*id};
}

Result<> ReviewRepository::updateAction(store::Transaction &transaction, const Action &action)
{
    return done(store::execute(transaction,
                               u"UPDATE actions SET finding_id = ?, text = ?, owner = ?, due_at = ?, state = ?, done_at = ? "
                               "WHERE id = ?"_s,
                               {store::Value::orNull(action.findingId), action.text, action.owner, action.dueAt,
                                actionStateKey(action.state), action.doneAt, action.id}));
}

Result<> ReviewRepository::removeAction(store::Transaction &transaction, core::ActionId id)
{
    return done(store::execute(transaction, u"DELETE FROM actions WHERE id = ?"_s, {id}));
}

} // namespace vigie::postmortem
