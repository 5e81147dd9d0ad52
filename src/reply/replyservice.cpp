// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/replyservice.h"

#include "monitoring/mentionrepository.h"
#include "reply/replyrepository.h"
#include "reply/replysettingsrepository.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

Result<Reply> load(const store::Connection &connection, core::ReplyId id)
{
    auto reply = ReplyRepository::find(connection, id);
    if (!reply)
        return fail(reply.error());
    if (!*reply)
        return fail(ErrorKind::NotFound, u"no reply %1"_s.arg(id.value));
    return **reply;
}

Result<Reply> loadFor(const store::Connection &connection, core::ReplyId id, ReplyState next)
{
    auto reply = load(connection, id);
    if (reply && !canBecome(reply->state, next))
        return fail(ErrorKind::Conflict, u"reply %1 is %2 and cannot become %3"_s.arg(id.value).arg(
                                             replyStateKey(reply->state), replyStateKey(next)));
    return reply;
}

/// One row changed by one act: written, audited, announced.
Result<> record(store::Transaction &transaction, const Reply &reply, const QString &action, const QJsonObject &details = {})
{
    if (const auto written = ReplyRepository::update(transaction, reply); !written)
        return written;
    transaction.announce({.entity = store::Entity::Reply,
                          .id = reply.id.value,
                          .drillRunId = reply.drillRunId.value,
                          .parentId = reply.incidentId.value});
    return transaction.audit(action, u"reply"_s, reply.id.value, details);
}

/// Neither on its way nor out: as far as a person may still change it.
Result<> isStillHere(const Reply &reply)
{
    const bool mayChange = isEditable(reply.state) || reply.state == ReplyState::Cancelled;
    if (!mayChange || isOnItsWay(reply))
        return fail(ErrorKind::Conflict, u"reply %1 is %2 and stays as it is"_s.arg(reply.id.value).arg(
                                             isOnItsWay(reply) ? u"on its way"_s : replyStateKey(reply.state)));
    return {};
}

/// What is not approved is not on its way either.
void clearApproval(Reply &reply)
{
    reply.approvedBy.clear();
    reply.approvedAt.reset();
    reply.leaveAt.reset();
}

bool apply(Reply &reply, const ReplyEdit &edit)
{
    const Reply before = reply;
    reply.text = edit.text;
    reply.network = edit.network;
    reply.recipient = edit.recipient;
    reply.visibility = edit.visibility;
    reply.language = edit.language;
    reply.accountId = edit.accountId;
    reply.messageVariantId = edit.messageVariantId;
    return before.text != reply.text || before.network != reply.network || before.recipient != reply.recipient
           || before.visibility != reply.visibility || before.language != reply.language
           || before.accountId != reply.accountId || before.messageVariantId != reply.messageVariantId;
}

Result<core::ReplyId> insertDraft(store::Transaction &transaction, const NewReply &wanted)
{
    Reply reply;
    reply.drillRunId = wanted.drillRunId;
    reply.incidentId = wanted.incidentId;
    reply.mentionId = wanted.mentionId;
    reply.accountId = wanted.accountId;
    reply.messageVariantId = wanted.messageVariantId;
    reply.network = wanted.network;
    reply.recipient = wanted.recipient;
    reply.visibility = wanted.visibility;
    reply.language = wanted.language;
    reply.text = wanted.text;
    reply.idempotencyKey = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const auto id = ReplyRepository::insert(transaction, reply);
    if (!id)
        return id;
    if (reply.mentionId.isValid()) {
        const auto target = ReplyRepository::mentionTarget(transaction, reply.mentionId);
        if (!target)
            return fail(target.error());
        if (*target && (*target)->status == int(monitoring::Status::New)) {
            const auto set =
                monitoring::MentionRepository::setStatus(transaction, reply.mentionId, monitoring::Status::Waiting);
            if (!set)
                return fail(set.error());
        }
    }
    transaction.announce({.entity = store::Entity::Reply,
                          .kind = store::ChangeKind::Inserted,
                          .id = id->value,
                          .drillRunId = reply.drillRunId.value,
                          .parentId = reply.incidentId.value});
    const auto audited = transaction.audit(u"reply.draft"_s, u"reply"_s, id->value,
                                           {{u"mention"_s, reply.mentionId.value},
                                            {u"incident"_s, reply.incidentId.value},
                                            {u"visibility"_s, visibilityKey(reply.visibility)}});
    if (!audited)
        return fail(audited.error());
    return id;
}

Result<ReplyState> saveEdit(store::Transaction &transaction, core::ReplyId id, const ReplyEdit &edit)
{
    auto reply = load(transaction, id);
    if (!reply)
        return fail(reply.error());
    if (!isEditable(reply->state))
        return fail(ErrorKind::Conflict,
                    u"reply %1 is %2: its text is fixed"_s.arg(id.value).arg(replyStateKey(reply->state)));
    if (reply->text != edit.text)
        reply->editedBy = transaction.actor();
    if (!apply(*reply, edit))
        return reply->state;
    const ReplyState was = std::exchange(reply->state, ReplyState::Draft);
    if (was != ReplyState::Draft) {
        clearApproval(*reply);
        if (const auto done = record(transaction, *reply, u"reply.edit"_s, {{u"was"_s, replyStateKey(was)}}); !done)
            return fail(done.error());
        return reply->state;
    }
    if (const auto written = ReplyRepository::update(transaction, *reply); !written)
        return fail(written.error());
    transaction.announce({.entity = store::Entity::Reply,
                          .id = id.value,
                          .drillRunId = reply->drillRunId.value,
                          .parentId = reply->incidentId.value});
    return reply->state;
}

} // namespace

ReplyEdit ReplyEdit::of(const Reply &reply)
{
    return {.text = reply.text,
            .network = reply.network,
            .recipient = reply.recipient,
            .visibility = reply.visibility,
            .language = reply.language,
            .accountId = reply.accountId,
            .messageVariantId = reply.messageVariantId};
}

QFuture<Result<core::ReplyId>> ReplyService::createDraft(const QString &actor, const NewReply &reply)
{
    return m_database.submit(actor, [reply](store::Transaction &transaction) { return insertDraft(transaction, reply); });
}

QFuture<Result<ReplyState>> ReplyService::saveDraft(const QString &actor, core::ReplyId id, const ReplyEdit &edit)
{
    return m_database.submit(actor,
                             [id, edit](store::Transaction &transaction) { return saveEdit(transaction, id, edit); });
}

QFuture<Result<>> ReplyService::requestApproval(const QString &actor, core::ReplyId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        auto reply = loadFor(transaction, id, ReplyState::Pending);
        if (!reply)
            return fail(reply.error());
        if (reply->text.trimmed().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"an empty reply cannot be approved"_s);
        reply->state = ReplyState::Pending;
        reply->stateReason.clear();
        return record(transaction, *reply, u"reply.request-approval"_s);
    });
}

QFuture<Result<>> ReplyService::approve(const QString &actor, core::ReplyId id, const QString &textSeen)
{
    return m_database.submit(actor, [id, textSeen](store::Transaction &transaction) -> Result<> {
        auto reply = loadFor(transaction, id, ReplyState::Approved);
        if (!reply)
            return fail(reply.error());
        // What came back from `sending` or `unknown` is settled in the outbox, not approved here.
        if (reply->state != ReplyState::Pending)
            return fail(ErrorKind::Conflict, u"reply %1 does not wait for approval"_s.arg(id.value));
        if (reply->text != textSeen)
            return fail(ErrorKind::Conflict, u"reply %1 was changed since it was read"_s.arg(id.value));
        const auto policy = approvalPolicy(transaction);
        if (!policy)
            return fail(policy.error());
        if (*policy == ApprovalPolicy::FourEyes && reply->editedBy == transaction.actor())
            return fail(ErrorKind::Unauthorized, u"nobody approves a text of their own"_s);
        reply->state = ReplyState::Approved;
        reply->approvedBy = transaction.actor();
        reply->approvedAt = transaction.now();
        reply->stateReason.clear();
        return record(transaction, *reply, u"reply.approve"_s);
    });
}

QFuture<Result<>> ReplyService::reject(const QString &actor, core::ReplyId id, const QString &note)
{
    return m_database.submit(actor, [id, note](store::Transaction &transaction) -> Result<> {
        auto reply = load(transaction, id);
        if (!reply)
            return fail(reply.error());
        if (reply->state != ReplyState::Pending && reply->state != ReplyState::Approved)
            return fail(ErrorKind::Conflict, u"reply %1 does not wait for approval"_s.arg(id.value));
        reply->state = ReplyState::Draft;
        reply->stateReason = note;
        clearApproval(*reply);
        return record(transaction, *reply, u"reply.reject"_s, {{u"note"_s, note}});
    });
}

QFuture<Result<>> ReplyService::cancel(const QString &actor, core::ReplyId id, const QString &reason)
{
    return m_database.submit(actor, [id, reason](store::Transaction &transaction) -> Result<> {
        auto reply = loadFor(transaction, id, ReplyState::Cancelled);
        if (!reply)
            return fail(reply.error());
        reply->state = ReplyState::Cancelled;
        reply->stateReason = reason;
        clearApproval(*reply);
        return record(transaction, *reply, u"reply.cancel"_s, {{u"reason"_s, reason}});
    });
}

QFuture<Result<>> ReplyService::reopen(const QString &actor, core::ReplyId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        auto reply = load(transaction, id);
        if (!reply)
            return fail(reply.error());
        if (reply->state != ReplyState::Cancelled && reply->state != ReplyState::Failed)
            return fail(ErrorKind::Conflict, u"reply %1 is %2 and cannot be opened again"_s.arg(id.value).arg(
                                                 replyStateKey(reply->state)));
        reply->state = ReplyState::Draft;
        reply->stateReason.clear();
        clearApproval(*reply);
        return record(transaction, *reply, u"reply.reopen"_s);
    });
}

QFuture<Result<>> ReplyService::pair(const QString &actor, core::ReplyId publicId, core::ReplyId privateId)
{
    return m_database.submit(actor, [publicId, privateId](store::Transaction &transaction) -> Result<> {
        auto publicHalf = load(transaction, publicId);
        auto privateHalf = load(transaction, privateId);
        if (!publicHalf || !privateHalf)
            return fail(!publicHalf ? publicHalf.error() : privateHalf.error());
        if (publicHalf->partnerId == privateId && privateHalf->partnerId == publicId)
            return {};
        if (const auto may = canBePair(*publicHalf, *privateHalf); !may)
            return may;
        for (const auto &[half, partner] : {std::pair(&*publicHalf, privateId), std::pair(&*privateHalf, publicId)}) {
            if (const auto still = isStillHere(*half); !still)
                return still;
            half->partnerId = partner;
            if (const auto done = record(transaction, *half, u"reply.pair"_s, {{u"partner"_s, partner.value}}); !done)
                return done;
        }
        return {};
    });
}

QFuture<Result<>> ReplyService::unpair(const QString &actor, core::ReplyId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        const auto one = load(transaction, id);
        if (!one)
            return fail(one.error());
        if (!one->partnerId.isValid())
            return {};
        const auto other = load(transaction, one->partnerId);
        if (!other)
            return fail(other.error());
        for (Reply half : {*one, *other}) {
            if (const auto still = isStillHere(half); !still)
                return still;
            const core::ReplyId was = std::exchange(half.partnerId, {});
            if (const auto done = record(transaction, half, u"reply.unpair"_s, {{u"partner"_s, was.value}}); !done)
                return done;
        }
        return {};
    });
}

QFuture<Result<>> ReplyService::setApprovalPolicy(const QString &actor, ApprovalPolicy policy)
{
    return m_database.submit(actor, [policy](store::Transaction &transaction) -> Result<> {
        const QString value = policy == ApprovalPolicy::None ? u"none"_s : u"four-eyes"_s;
        if (const auto set = ReplySettingsRepository::setValue(transaction, kApprovalSetting, value); !set)
            return set;
        return transaction.audit(u"reply.set-approval"_s, u"settings"_s, 0, {{u"policy"_s, value}});
    });
}

Result<ApprovalPolicy> ReplyService::approvalPolicy(const store::Connection &connection)
{
    const auto value = ReplySettingsRepository::value(connection, kApprovalSetting);
    if (!value)
        return fail(value.error());
    return *value == u"none"_s ? ApprovalPolicy::None : ApprovalPolicy::FourEyes;
}

} // namespace vigie::reply
