// SPDX-License-Identifier: GPL-3.0-or-later
// How a reply gets on its way, and off it again before it has left.
#include "reply/outbox.h"
#include "reply/outboxacts.h"
#include "reply/outboxrepository.h"
#include "reply/replyrepository.h"

using namespace Qt::StringLiterals;
using namespace vigie::reply::outboxacts;

namespace vigie::reply
{
namespace
{

Result<> isNotQueued(const Reply &reply)
{
    if (isOnItsWay(reply))
        return fail(ErrorKind::Conflict, u"reply %1 is on its way already"_s.arg(reply.id.value));
    return {};
}

/// Of a reply that passed every check.
Result<> putOnItsWay(store::Transaction &transaction, core::Instant now, Reply &reply, core::Instant leaveAt)
{
    reply.queuedAt = now;
    reply.queuedBy = transaction.actor();
    reply.leaveAt = leaveAt;
    const QJsonObject details = {{u"leave_at"_s, core::toMillis(leaveAt)},
                                 {u"account"_s, reply.accountId.value},
                                 {u"partner"_s, reply.partnerId.value}};
    if (reply.state == ReplyState::Draft)
        return become(transaction, reply, ReplyState::Approved, {}, u"reply.queue"_s, details);
    reply.stateReason.clear();
    if (const auto written = ReplyRepository::update(transaction, reply); !written)
        return written;
    transaction.announce({.entity = store::Entity::Reply,
                          .id = reply.id.value,
                          .drillRunId = reply.drillRunId.value,
                          .parentId = reply.incidentId.value});
    return transaction.audit(u"reply.queue"_s, u"reply"_s, reply.id.value, details);
}

Result<Reply> loadQueueable(store::Transaction &transaction, const ReplyCheck &check, core::ReplyId id)
{
    auto reply = load(transaction, id);
    if (!reply)
        return reply;
    if (!reply->accountId.isValid()) {
        const auto account = OutboxRepository::accountFor(transaction, *reply);
        if (!account)
            return fail(account.error());
        reply->accountId = *account;
    }
    for (const auto &may : {isNotQueued(*reply), mayLeave(transaction, check, *reply), hasAccount(transaction, *reply)}) {
        if (!may)
            return fail(may.error());
    }
    return reply;
}

/// A private half alone may follow a public one that is out; before that the two leave together, or not at all.
Result<> publicHalfIsOut(const store::Connection &connection, const Reply &reply)
{
    if (!reply.partnerId.isValid() || reply.visibility != Visibility::Private)
        return {};
    const auto publicHalf = load(connection, reply.partnerId);
    if (!publicHalf)
        return fail(publicHalf.error());
    if (publicHalf->state != ReplyState::Sent)
        return fail(ErrorKind::Conflict, u"reply %1 leaves after its public half, reply %2"_s.arg(reply.id.value)
                                             .arg(publicHalf->id.value));
    return {};
}

} // namespace

QFuture<Result<core::Instant>> Outbox::queue(const QString &actor, core::ReplyId id)
{
    return m_database.submit(actor, [=, &clock = m_clock, &check = m_check](
                                        store::Transaction &transaction) -> Result<core::Instant> {
        auto reply = loadQueueable(transaction, check, id);
        if (!reply)
            return fail(reply.error());
        if (const auto may = publicHalfIsOut(transaction, *reply); !may)
            return fail(may.error());
        const auto held = hold(transaction);
        if (!held)
            return fail(held.error());
        const core::Instant now = clock.now();
        if (const auto queued = putOnItsWay(transaction, now, *reply, now + *held); !queued)
            return fail(queued.error());
        return now + *held;
    });
}

QFuture<Result<core::Instant>> Outbox::queuePair(const QString &actor, core::ReplyId publicId, core::ReplyId privateId)
{
    return m_database.submit(actor, [=, &clock = m_clock, &check = m_check](
                                        store::Transaction &transaction) -> Result<core::Instant> {
        auto publicHalf = loadQueueable(transaction, check, publicId);
        auto privateHalf = loadQueueable(transaction, check, privateId);
        if (!publicHalf || !privateHalf)
            return fail(!publicHalf ? publicHalf.error() : privateHalf.error());
        if (const auto may = canBePair(*publicHalf, *privateHalf); !may)
            return fail(may.error());
        const auto held = hold(transaction);
        if (!held)
            return fail(held.error());
        const core::Instant now = clock.now();
        publicHalf->partnerId = privateId;
        privateHalf->partnerId = publicId;
        for (Reply *half : {&*publicHalf, &*privateHalf}) {
            if (const auto queued = putOnItsWay(transaction, now, *half, now + *held); !queued)
                return fail(queued.error());
        }
        return now + *held;
    });
}

QFuture<Result<>> Outbox::recall(const QString &actor, core::ReplyId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        auto reply = load(transaction, id);
        if (!reply)
            return fail(reply.error());
        if (!isOnItsWay(*reply))
            return fail(ErrorKind::Conflict, u"reply %1 is not on its way"_s.arg(id.value));
        if (const auto held = holdBack(transaction, *reply, {}, u"reply.recall"_s); !held || !reply->partnerId.isValid())
            return held;
        auto partner = load(transaction, reply->partnerId);
        if (!partner)
            return fail(partner.error());
        return isOnItsWay(*partner) ? holdBack(transaction, *partner, {}, u"reply.recall"_s) : Result<>();
    });
}

} // namespace vigie::reply
