// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/replyrepository.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

const QString kColumns = u"id, drill_run_id, incident_id, mention_id, account_id, message_variant_id, network, recipient, "
                         "visibility, language, text, state, idempotency_key, created_by, edited_by, approved_by, "
                         "approved_at, created_at, updated_at, sent_at, remote_url, state_reason, queued_at, queued_by, leave_at, "
                         "partner_id, remote_id"_s;
const QString kAttemptColumns = u"id, reply_id, number, route, payload, started_at, ended_at, outcome, detail, looks, look_at"_s;

Reply readReply(const store::Row &row)
{
    Reply reply;
    reply.id = row.id<core::ReplyId>(0);
    reply.drillRunId = row.id<core::DrillRunId>(1);
    reply.incidentId = row.id<core::IncidentId>(2);
    reply.mentionId = row.id<core::MentionId>(3);
    reply.accountId = row.id<core::AccountId>(4);
    reply.messageVariantId = row.id<core::MessageVariantId>(5);
    reply.network = row.text(6);
    reply.recipient = row.text(7);
    reply.visibility = visibilityFromKey(row.text(8));
    reply.language = core::languageFromTag(row.text(9)).value_or(core::Language::English);
    reply.text = row.text(10);
    // A state that this version does not know is one it must not touch: nothing follows from Sent.
    reply.state = replyStateFromKey(row.text(11)).value_or(ReplyState::Sent);
    reply.idempotencyKey = row.text(12);
    reply.createdBy = row.text(13);
    reply.editedBy = row.text(14);
    reply.approvedBy = row.text(15);
    reply.approvedAt = row.optionalInstant(16);
    reply.createdAt = row.instant(17);
    reply.updatedAt = row.instant(18);
    reply.sentAt = row.optionalInstant(19);
    reply.remoteUrl = row.text(20);
    reply.stateReason = row.text(21);
    reply.queuedAt = row.optionalInstant(22);
    reply.queuedBy = row.text(23);
    reply.leaveAt = row.optionalInstant(24);
    reply.partnerId = row.id<core::ReplyId>(25);
    reply.remoteId = row.text(26);
    return reply;
}

ReplyAttempt readAttempt(const store::Row &row)
{
    ReplyAttempt attempt;
    attempt.id = row.integer(0);
    attempt.replyId = row.id<core::ReplyId>(1);
    attempt.number = row.smallInteger(2);
    attempt.route = row.text(3);
    attempt.payload = row.text(4);
    attempt.startedAt = row.instant(5);
    attempt.endedAt = row.optionalInstant(6);
    attempt.outcome = row.text(7);
    attempt.detail = row.text(8);
    attempt.looks = row.smallInteger(9);
    attempt.lookAt = row.optionalInstant(10);
    return attempt;
}

Result<> done(const Result<int> &changed)
{
    if (!changed)
        return fail(changed.error());
    return {};
}

/// The same page under its other spellings: with and without the last slash, by http and by https.
QStringList spellings(const QString &url)
{
    QStringList all;
    for (const QString &scheme : {u"https"_s, u"http"_s}) {
        QUrl other(url);
        other.setScheme(scheme);
        QString text = other.toString(QUrl::FullyEncoded);
        while (text.endsWith(u'/'))
            text.chop(1);
        all << text << text + u'/';
    }
    return all;
}

} // namespace

Result<std::optional<Reply>> ReplyRepository::find(const store::Connection &connection, core::ReplyId id)
{
    return store::readFirst(connection, u"SELECT "_s + kColumns + u" FROM replies WHERE id = ?"_s, {id}, readReply);
}

Result<std::vector<Reply>> ReplyRepository::page(const store::Connection &connection, const ReplyFilter &filter,
                                                 const ReplyPageKey &before, int limit)
{
    QString sql = u"SELECT "_s + kColumns + u" FROM replies WHERE drill_run_id = ? AND (updated_at, id) < (?, ?)"_s;
    std::vector<store::Value> values = {filter.scope, before.updatedAt, before.id};
    if (!filter.states.empty()) {
        QStringList marks;
        for (const ReplyState state : filter.states) {
            marks << u"?"_s;
            values.emplace_back(replyStateKey(state));
        }
        sql += u" AND state IN ("_s + marks.join(u',') + u')';
    }
    if (filter.incidentId.isValid()) {
        sql += u" AND incident_id = ?"_s;
        values.emplace_back(filter.incidentId);
    }
    if (filter.mentionId.isValid()) {
        sql += u" AND mention_id = ?"_s;
        values.emplace_back(filter.mentionId);
    }
    sql += u" ORDER BY updated_at DESC, id DESC LIMIT ?"_s;
    values.emplace_back(limit);
    return store::readAll(connection, sql, values, readReply);
}

Result<ReplyCounts> ReplyRepository::counts(const store::Connection &connection, core::DrillRunId scope)
{
    const auto rows = store::readAll(
        connection, u"SELECT state, count(*) FROM replies WHERE drill_run_id = ? GROUP BY state"_s, {scope},
        [](const store::Row &row) { return std::pair(replyStateFromKey(row.text(0)), row.smallInteger(1)); });
    if (!rows)
        return fail(rows.error());
    ReplyCounts counts;
    for (const auto &[state, count] : *rows) {
        if (!state)
            continue;
        switch (*state) {
        case ReplyState::Draft: counts.drafts = count; break;
        case ReplyState::Pending: counts.pending = count; break;
        case ReplyState::Approved: counts.approved = count; break;
        case ReplyState::Sending: counts.sending = count; break;
        case ReplyState::Unknown: counts.unknown = count; break;
        case ReplyState::Failed: counts.failed = count; break;
        case ReplyState::Sent: counts.sent = count; break;
        case ReplyState::Cancelled: break;
        }
    }
    return counts;
}

Result<std::vector<ReplyAttempt>> ReplyRepository::attempts(const store::Connection &connection, core::ReplyId id)
{
    return store::readAll(connection,
                          u"SELECT "_s + kAttemptColumns + u" FROM reply_attempts WHERE reply_id = ? ORDER BY number"_s,
                          {id}, readAttempt);
}

Result<bool> ReplyRepository::isUrlTaken(const store::Connection &connection, const QString &url, core::ReplyId except)
{
    std::vector<store::Value> values = {except};
    for (const QString &spelling : spellings(url))
        values.emplace_back(spelling);
    const auto count = store::readNumber(
        connection, u"SELECT count(*) FROM replies WHERE id <> ? AND remote_url IN (?, ?, ?, ?)"_s, values);
    if (!count)
        return fail(count.error());
    return *count > 0;
}

Result<std::optional<MentionTarget>> ReplyRepository::mentionTarget(const store::Connection &connection,
                                                                    core::MentionId id)
{
    return store::readFirst(connection,
                            u"SELECT m.url, a.url, m.status, m.remote_id, m.root FROM mentions m "
                            "JOIN authors a ON a.id = m.author_id WHERE m.id = ?"_s,
                            {id}, [](const store::Row &row) {
                                return MentionTarget{.url = row.text(0),
                                                     .authorUrl = row.text(1),
                                                     .status = row.smallInteger(2),
                                                     .remoteId = row.text(3),
                                                     .rootId = row.text(4)};
                            });
}

Result<QString> ReplyRepository::accountUrl(const store::Connection &connection, core::AccountId id)
{
    const auto url = store::readFirst(connection, u"SELECT base_url FROM accounts WHERE id = ?"_s, {id},
                                      [](const store::Row &row) { return row.text(0); });
    if (!url)
        return fail(url.error());
    return url->value_or(QString());
}

Result<std::vector<core::ReplyId>> ReplyRepository::inFlight(const store::Connection &connection)
{
    return store::readAll(connection, u"SELECT id FROM replies WHERE state = 'sending' ORDER BY id"_s, {},
                          [](const store::Row &row) { return row.id<core::ReplyId>(0); });
}

Result<core::ReplyId> ReplyRepository::insert(store::Transaction &transaction, const Reply &reply)
{
    const auto id = store::insert(
        transaction,
        u"INSERT INTO replies (drill_run_id, incident_id, mention_id, account_id, message_variant_id, network, recipient, "
        "visibility, language, text, state, idempotency_key, created_by, edited_by, created_at, updated_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {reply.drillRunId, store::Value::orNull(reply.incidentId), store::Value::orNull(reply.mentionId),
         store::Value::orNull(reply.accountId), store::Value::orNull(reply.messageVariantId), reply.network,
         reply.recipient, visibilityKey(reply.visibility), core::languageTag(reply.language), reply.text,
         replyStateKey(reply.state), reply.idempotencyKey, transaction.actor(), transaction.actor(), transaction.now(),
         transaction.now()});
    if (!id)
        return fail(id.error());
    return core::ReplyId{*id};
}

Result<> ReplyRepository::update(store::Transaction &transaction, const Reply &reply)
{
    return done(store::execute(
        transaction,
        u"UPDATE replies SET account_id = ?, message_variant_id = ?, network = ?, recipient = ?, visibility = ?, "
        "language = ?, text = ?, state = ?, edited_by = ?, approved_by = ?, approved_at = ?, updated_at = ?, sent_at = ?, "
        "remote_url = ?, state_reason = ?, queued_at = ?, queued_by = ?, leave_at = ?, partner_id = ?, remote_id = ? "
        "WHERE id = ?"_s,
        {store::Value::orNull(reply.accountId), store::Value::orNull(reply.messageVariantId), reply.network,
         reply.recipient, visibilityKey(reply.visibility), core::languageTag(reply.language), reply.text,
         replyStateKey(reply.state), reply.editedBy, reply.approvedBy, reply.approvedAt, transaction.now(), reply.sentAt,
         reply.remoteUrl, reply.stateReason, reply.queuedAt, reply.queuedBy, reply.leaveAt,
         store::Value::orNull(reply.partnerId), reply.remoteId, reply.id}));
}

Result<qint64> ReplyRepository::insertAttempt(store::Transaction &transaction, const ReplyAttempt &attempt)
{
    return store::insert(transaction,
                         u"INSERT INTO reply_attempts (reply_id, number, route, payload, started_at) "
                         "VALUES (?, ?, ?, ?, ?)"_s,
                         {attempt.replyId, attempt.number, attempt.route, attempt.payload, transaction.now()});
}

Result<> ReplyRepository::endAttempt(store::Transaction &transaction, core::ReplyId reply, const QString &outcome,
                                     const QString &detail)
{
    // The newest attempt, whether in flight or of unknown outcome: a person's word replaces "unknown".
    return done(store::execute(transaction,
                               u"UPDATE reply_attempts SET outcome = ?, detail = ?, ended_at = ? WHERE reply_id = ? AND "
                               "number = (SELECT max(number) FROM reply_attempts WHERE reply_id = ?)"_s,
                               {outcome, detail, transaction.now(), reply, reply}));
}

} // namespace vigie::reply
