// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/outboxrepository.h"

#include "reply/replyrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

core::ReplyId readId(const store::Row &row)
{
    return row.id<core::ReplyId>(0);
}

Result<std::vector<core::ReplyId>> idsOf(const store::Connection &connection, const QString &sql,
                                         const std::vector<store::Value> &values)
{
    return store::readAll(connection, sql, values, readId);
}

} // namespace

Result<std::vector<core::ReplyId>> OutboxRepository::due(const store::Connection &connection, core::Instant now, int limit)
{
    return idsOf(connection,
                 u"SELECT r.id FROM replies r LEFT JOIN replies p ON p.id = r.partner_id AND r.visibility = 'private' "
                 "WHERE r.state = 'approved' AND r.leave_at <= ? AND (p.id IS NULL OR NOT (p.state IN ('sending', 'unknown') "
                 "OR (p.state = 'approved' AND p.leave_at IS NOT NULL))) ORDER BY r.leave_at, r.id LIMIT ?"_s,
                 {now, limit});
}

Result<std::vector<core::ReplyId>> OutboxRepository::queuedBefore(const store::Connection &connection,
                                                                  core::Instant queuedBefore)
{
    return idsOf(connection,
                 u"SELECT id FROM replies WHERE state = 'approved' AND leave_at IS NOT NULL AND queued_at < ? "
                 "ORDER BY id LIMIT 1000"_s,
                 {queuedBefore});
}

Result<std::vector<core::ReplyId>> OutboxRepository::dueOfAccount(const store::Connection &connection, core::Instant now,
                                                                  core::AccountId account)
{
    return idsOf(connection,
                 u"SELECT id FROM replies WHERE state = 'approved' AND leave_at <= ? AND account_id = ? ORDER BY id LIMIT 1000"_s,
                 {now, account});
}

Result<std::vector<LookedFor>> OutboxRepository::toLookFor(const store::Connection &connection, core::Instant now, int limit)
{
    const auto ids = idsOf(connection,
                           u"SELECT r.id FROM reply_attempts a JOIN replies r ON r.id = a.reply_id "
                           "WHERE a.look_at <= ? AND r.state = 'unknown' AND a.number = "
                           "(SELECT max(number) FROM reply_attempts WHERE reply_id = r.id) ORDER BY a.look_at, a.id LIMIT ?"_s,
                           {now, limit});
    if (!ids)
        return fail(ids.error());
    std::vector<LookedFor> found;
    for (const core::ReplyId id : *ids) {
        const auto reply = ReplyRepository::find(connection, id);
        const auto attempt = lastAttempt(connection, id);
        if (!reply || !attempt)
            return fail(!reply ? reply.error() : attempt.error());
        if (*reply && *attempt)
            found.push_back({.reply = **reply, .attempt = **attempt});
    }
    return found;
}

Result<std::optional<core::Instant>> OutboxRepository::nextDue(const store::Connection &connection, core::Instant now,
                                                               std::chrono::milliseconds patience)
{
    const auto at = store::readFirst(
        connection,
        u"SELECT min(at) FROM (SELECT min(leave_at) AS at FROM replies WHERE state = 'approved' AND leave_at > ? "
        "UNION ALL SELECT min(queued_at) + ? + 1 FROM replies WHERE state = 'approved' AND leave_at IS NOT NULL "
        "UNION ALL SELECT min(a.look_at) FROM reply_attempts a JOIN replies r ON r.id = a.reply_id "
        "WHERE a.look_at > ? AND r.state = 'unknown')"_s,
        {now, qint64(patience.count()), now}, [](const store::Row &row) { return row.optionalInstant(0); });
    if (!at)
        return fail(at.error());
    return at->value_or(std::nullopt);
}

Result<std::vector<core::ReplyId>> OutboxRepository::inFlightByApi(const store::Connection &connection)
{
    return idsOf(connection,
                 u"SELECT r.id FROM replies r JOIN reply_attempts a ON a.reply_id = r.id WHERE r.state = 'sending' "
                 "AND a.route = ? AND a.number = (SELECT max(number) FROM reply_attempts WHERE reply_id = r.id) ORDER BY r.id"_s,
                 {kApiRoute});
}

Result<std::optional<ReplyAttempt>> OutboxRepository::lastAttempt(const store::Connection &connection, core::ReplyId id)
{
    auto attempts = ReplyRepository::attempts(connection, id);
    if (!attempts)
        return fail(attempts.error());
    if (attempts->empty())
        return std::nullopt;
    return std::move(attempts->back());
}

Result<core::AccountId> OutboxRepository::accountFor(const store::Connection &connection, const Reply &reply)
{
    const auto found = store::readFirst(
        connection,
        u"SELECT a.id FROM accounts a WHERE a.network = ? AND a.is_active = 1 AND a.state = 'signed-in'"
        " ORDER BY a.id IS NOT (SELECT s.account_id FROM mentions m JOIN sources s ON s.id = m.source_id WHERE m.id = ?), a.id"
        " LIMIT 1"_s,
        {reply.network, reply.mentionId}, [](const store::Row &row) { return row.id<core::AccountId>(0); });
    if (!found)
        return fail(found.error());
    return found->value_or(core::AccountId());
}

Result<std::optional<QString>> OutboxRepository::accountNetwork(const store::Connection &connection, core::AccountId id)
{
    return store::readFirst(connection, u"SELECT network FROM accounts WHERE id = ? AND is_active = 1 AND state <> 'manual'"_s, {id},
                            [](const store::Row &row) { return row.text(0); });
}

Result<bool> OutboxRepository::isRemoteIdTaken(const store::Connection &connection, const QString &network,
                                               const QString &remoteId, core::ReplyId except)
{
    const auto count = store::readNumber(
        connection, u"SELECT count(*) FROM replies WHERE network = ? AND remote_id = ? AND remote_id <> '' AND id <> ?"_s,
        {network, remoteId, except});
    if (!count)
        return fail(count.error());
    return *count > 0;
}

Result<bool> OutboxRepository::hasOpenTwin(const store::Connection &connection, const Reply &reply)
{
    const auto count = store::readNumber(
        connection,
        u"SELECT count(*) FROM replies WHERE id <> ? AND account_id = ? AND mention_id IS ? AND visibility = ? AND text = ? "
        "AND state IN ('sending', 'unknown')"_s,
        {reply.id, reply.accountId, store::Value::orNull(reply.mentionId), visibilityKey(reply.visibility), reply.text});
    if (!count)
        return fail(count.error());
    return *count > 0;
}

Result<std::vector<RecentText>> OutboxRepository::recentTexts(const store::Connection &connection, core::DrillRunId scope,
                                                              core::Instant since, core::ReplyId except, int limit)
{
    return store::readAll(connection,
                          u"SELECT text, recipient FROM replies WHERE drill_run_id = ? AND id <> ? AND "
                          "((state = 'sent' AND sent_at >= ?) OR (state IN ('sending', 'unknown') AND updated_at >= ?) "
                          "OR (state = 'approved' AND leave_at IS NOT NULL)) ORDER BY updated_at DESC LIMIT ?"_s,
                          {scope, except, since, since, limit}, [](const store::Row &row) {
                              return RecentText{.text = row.text(0), .recipient = row.text(1)};
                          });
}

Result<> OutboxRepository::setLook(store::Transaction &transaction, core::ReplyId id, int looks,
                                   std::optional<core::Instant> lookAt)
{
    const auto changed = store::execute(transaction,
                                        u"UPDATE reply_attempts SET looks = ?, look_at = ? WHERE reply_id = ? AND number = "
                                        "(SELECT max(number) FROM reply_attempts WHERE reply_id = ?)"_s,
                                        {looks, lookAt, id, id});
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace vigie::reply
