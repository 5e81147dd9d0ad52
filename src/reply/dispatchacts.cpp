// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/dispatchacts.h"

#include "networks/capabilities.h"
#include "reply/outboxacts.h"
#include "reply/outboxrepository.h"
#include "reply/replyrepository.h"
#include "reply/statereasons.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace vigie::reply::outboxacts;

namespace vigie::reply::dispatchacts
{
namespace
{

bool hasWaitedTooLong(const Reply &reply, core::Instant now)
{
    return !reply.queuedAt || now - *reply.queuedAt > kPatience;
}

enum class Turn { Now, Later, Never };

/// The private half follows the public one, and only that.
Result<Turn> turnOf(const store::Connection &connection, const Reply &reply)
{
    if (!reply.partnerId.isValid() || reply.visibility != Visibility::Private)
        return Turn::Now;
    const auto publicHalf = load(connection, reply.partnerId);
    if (!publicHalf)
        return fail(publicHalf.error());
    if (publicHalf->state == ReplyState::Sent)
        return Turn::Now;
    const bool mayStillBeSent = isOnItsWay(*publicHalf) || publicHalf->state == ReplyState::Sending
                                || publicHalf->state == ReplyState::Unknown;
    return mayStillBeSent ? Turn::Later : Turn::Never;
}

/// Why it must not leave now, though it is due; empty where it may.
Result<QString> objectionTo(const store::Transaction &transaction, core::Instant now, const ReplyCheck &check,
                            const Reply &reply, Turn turn)
{
    if (turn == Turn::Never)
        return kPublicHalfNotSent.toString();
    if (hasWaitedTooLong(reply, now))
        return kWaitedTooLong.toString();
    for (const auto &may : {mayLeave(transaction, check, reply), hasAccount(transaction, reply)}) {
        if (may)
            continue;
        if (may.error().kind == ErrorKind::Database)
            return fail(may.error());
        return may.error().kind == ErrorKind::Suspended ? kSuspendedMeanwhile.toString() : may.error().detail;
    }
    return QString();
}

/// The attempt that is under way, or whose outcome is not known; Conflict when it is another one by now.
Result<Reply> loadAttempted(const store::Connection &connection, core::ReplyId id, int attempt)
{
    auto reply = load(connection, id);
    const auto last = OutboxRepository::lastAttempt(connection, id);
    if (!reply || !last)
        return fail(!reply ? reply.error() : last.error());
    const bool isOpen = reply->state == ReplyState::Sending || reply->state == ReplyState::Unknown;
    if (!isOpen || !*last || (*last)->number != attempt)
        return fail(ErrorKind::Conflict, u"attempt %1 of reply %2 is over"_s.arg(attempt).arg(id.value));
    return reply;
}

/// The attempt before this one is of unknown outcome: that this one did not leave, or was refused, says nothing of that one.
/// A person who settles a reply ends its last attempt, and what follows is no repetition.
Result<bool> isSentAgain(const store::Connection &connection, core::ReplyId id)
{
    const auto attempts = ReplyRepository::attempts(connection, id);
    if (!attempts)
        return fail(attempts.error());
    return attempts->size() > 1 && attempts->at(attempts->size() - 2).outcome == u"unknown"_s;
}

Result<bool> belongsToAnother(const store::Connection &connection, const Reply &reply, const networks::SentPost &post)
{
    const auto isTaken = OutboxRepository::isRemoteIdTaken(connection, reply.network, post.remoteId, reply.id);
    if (!isTaken || *isTaken || !networks::postUrlIsOpenable(post.url))
        return isTaken;
    return ReplyRepository::isUrlTaken(connection, post.url, reply.id);
}

/// Two replies with one text below one post look the same to who searches for them: what is found is taken for ours only
/// where no other reply can have made it.
Result<bool> isOurs(const store::Connection &connection, const Reply &reply, const networks::SentPost &post)
{
    const auto isAnothers = belongsToAnother(connection, reply, post);
    const auto hasTwin = OutboxRepository::hasOpenTwin(connection, reply);
    if (!isAnothers || !hasTwin)
        return fail(!isAnothers ? isAnothers.error() : hasTwin.error());
    return !*isAnothers && !*hasTwin;
}

Result<> becomeSent(store::Transaction &transaction, core::Instant now, Reply &reply, const networks::SentPost &post,
                    const QString &action)
{
    reply.sentAt = now;
    reply.remoteId = post.remoteId;
    reply.remoteUrl = networks::postUrlIsOpenable(post.url) ? QUrl(post.url).toString(QUrl::FullyEncoded) : QString();
    const auto written = become(transaction, reply, ReplyState::Sent, post.warnings.join(u"; "_s), action,
                                {{u"url"_s, reply.remoteUrl}, {u"remote_id"_s, post.remoteId}});
    if (!written)
        return written;
    if (const auto ended = ReplyRepository::endAttempt(transaction, reply.id, u"sent"_s, reply.remoteUrl); !ended)
        return ended;
    if (const auto looked = OutboxRepository::setLook(transaction, reply.id, 0, std::nullopt); !looked)
        return looked;
    return noteAnswered(transaction, reply);
}

/// `lookAt`: nothing where only a person can say.
Result<> becomeUnknown(store::Transaction &transaction, Reply &reply, const QString &reason, const QString &detail,
                       std::optional<core::Instant> lookAt)
{
    if (const auto ended = ReplyRepository::endAttempt(transaction, reply.id, u"unknown"_s, detail); !ended)
        return ended;
    if (const auto looked = OutboxRepository::setLook(transaction, reply.id, 0, lookAt); !looked)
        return looked;
    if (reply.state != ReplyState::Unknown) {
        const auto written =
            become(transaction, reply, ReplyState::Unknown, reason, u"reply.unknown"_s, {{u"reason"_s, detail}});
        if (!written)
            return written;
    }
    return lookAt ? Result<>() : noteHalfDone(transaction, reply);
}

bool canBeLookedFor(const Reply &reply)
{
    return networks::capabilitiesOf(reply.network).idempotency != networks::Idempotency::Person;
}

Result<> becomeUnknown(store::Transaction &transaction, Reply &reply, const QString &detail, core::Instant firstLook)
{
    return canBeLookedFor(reply)
               ? becomeUnknown(transaction, reply, kLooking.toString(), detail, firstLook)
               : becomeUnknown(transaction, reply, kCannotLook.toString(), detail, std::nullopt);
}

Result<> becomeNotSent(store::Transaction &transaction, Reply &reply, const QString &detail, core::Instant leaveAt)
{
    if (const auto ended = ReplyRepository::endAttempt(transaction, reply.id, u"failed"_s, detail); !ended)
        return ended;
    reply.leaveAt = leaveAt;
    return become(transaction, reply, ReplyState::Approved, waitingReason(detail), u"reply.not-sent"_s,
                  {{u"reason"_s, detail}, {u"leave_at"_s, core::toMillis(*reply.leaveAt)}});
}

Result<> becomeRefused(store::Transaction &transaction, Reply &reply, const QString &detail)
{
    if (const auto ended = ReplyRepository::endAttempt(transaction, reply.id, u"failed"_s, detail); !ended)
        return ended;
    const auto written =
        become(transaction, reply, ReplyState::Failed, detail, u"reply.failed"_s, {{u"reason"_s, detail}});
    return written ? noteHalfDone(transaction, reply) : written;
}

Result<> leaveToPerson(store::Transaction &transaction, Reply &reply, int looks, QStringView reason)
{
    if (const auto looked = OutboxRepository::setLook(transaction, reply.id, looks, std::nullopt); !looked)
        return looked;
    reply.stateReason = reason.toString(); // it stays unknown: no transition
    if (const auto written = ReplyRepository::update(transaction, reply); !written)
        return written;
    transaction.announce({.entity = store::Entity::Reply,
                          .id = reply.id.value,
                          .drillRunId = reply.drillRunId.value,
                          .parentId = reply.incidentId.value});
    const auto audited = transaction.audit(u"reply.not-found"_s, u"reply"_s, reply.id.value, {{u"looks"_s, looks}});
    return audited ? noteHalfDone(transaction, reply) : audited;
}

/// The very same attempt once more, as a row of its own. Nothing when it must not leave now.
Result<std::optional<int>> freezeAgain(store::Transaction &transaction, core::Instant now, Reply &reply,
                                       const ReplyAttempt &last)
{
    // Networks know a key for a while: where the clock was set back, nobody can say how long ago that was.
    if (hasWaitedTooLong(reply, now) || now < *reply.queuedAt)
        return std::nullopt;
    if (const auto free = refuseWhileSuspended(transaction); !free) {
        if (free.error().kind == ErrorKind::Suspended)
            return std::nullopt;
        return fail(free.error());
    }
    if (const auto looked = OutboxRepository::setLook(transaction, reply.id, last.looks + 1, std::nullopt); !looked)
        return fail(looked.error());
    const int number = last.number + 1;
    const auto attempt = ReplyRepository::insertAttempt(
        transaction,
        {.replyId = reply.id, .number = number, .route = kApiRoute.toString(), .payload = last.payload});
    if (!attempt)
        return fail(attempt.error());
    const auto written =
        become(transaction, reply, ReplyState::Sending, {}, u"reply.send-again"_s, {{u"attempt"_s, number}});
    if (!written)
        return fail(written.error());
    return number;
}

} // namespace

bool mayPass(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::Network:
    case ErrorKind::Timeout:
    case ErrorKind::RateLimited:
    case ErrorKind::Unauthorized:
    case ErrorKind::Cancelled:
        return error.kind != ErrorKind::Network || error.httpStatus.value_or(500) >= 500;
    default:
        return error.httpStatus.value_or(0) >= 500;
    }
}

Result<FrozenPayload> payloadOf(const store::Connection &connection, const Reply &reply, core::Instant now)
{
    const auto url = pageToOpen(connection, reply);
    const auto target = ReplyRepository::mentionTarget(connection, reply.mentionId);
    const auto last = OutboxRepository::lastAttempt(connection, reply.id);
    if (!url || !target || !last)
        return fail(!url ? url.error() : !target ? target.error() : last.error());
    FrozenPayload payload = {
        .replyId = reply.id,
        .attempt = *last ? (*last)->number + 1 : 1,
        .idempotencyKey = reply.idempotencyKey,
        .network = reply.network,
        .recipient = reply.recipient,
        .visibility = visibilityKey(reply.visibility),
        .text = reply.text,
        .url = *url,
        .account = reply.accountId,
        .language = core::languageTag(reply.language),
        .parentId = *target ? (*target)->remoteId : QString(),
        .rootId = *target ? (*target)->rootId : QString(),
        .at = now,
    };
    if (*last && (*last)->route == kApiRoute) {
        auto frozen = FrozenPayload::fromJson((*last)->payload);
        if (frozen && frozen->saysTheSameAs(payload) && now - frozen->at <= kPatience)
            return frozen;
    }
    return payload;
}

Result<Frozen> freeze(store::Transaction &transaction, core::Instant now, const FrozenPayload &payload,
                      const ReplyCheck &check)
{
    auto reply = load(transaction, payload.replyId);
    if (!reply)
        return fail(reply.error());
    if (!isOnItsWay(*reply) || *reply->leaveAt > now)
        return Frozen{};
    const auto current = payloadOf(transaction, *reply, now);
    const auto turn = turnOf(transaction, *reply);
    if (!current || !turn)
        return fail(!current ? current.error() : turn.error());
    if (!current->saysTheSameAs(payload) || *turn == Turn::Later)
        return Frozen{};
    const auto objection = objectionTo(transaction, now, check, *reply, *turn);
    if (!objection)
        return fail(objection.error());
    if (!objection->isEmpty()) {
        const auto held = holdBack(transaction, *reply, *objection, u"reply.held-back"_s);
        return held ? Result<Frozen>(Frozen{.kind = Frozen::Kind::HeldBack}) : fail(held.error());
    }
    const auto last = OutboxRepository::lastAttempt(transaction, reply->id);
    if (!last)
        return fail(last.error());
    const int number = *last ? (*last)->number + 1 : 1;
    const auto attempt = ReplyRepository::insertAttempt(
        transaction,
        {.replyId = reply->id, .number = number, .route = kApiRoute.toString(), .payload = payload.toJson()});
    if (!attempt)
        return fail(attempt.error());
    const auto written = become(transaction, *reply, ReplyState::Sending, {}, u"reply.send"_s,
                                {{u"attempt"_s, number}, {u"route"_s, kApiRoute.toString()}});
    if (!written)
        return fail(written.error());
    return Frozen{.kind = Frozen::Kind::Sending, .attempt = number};
}

Result<ReplyState> settleAttempt(store::Transaction &transaction, core::Instant now, core::ReplyId id, int attempt,
                                 const networks::SendOutcome &outcome, std::chrono::milliseconds wait)
{
    using Kind = networks::SendOutcome::Kind;
    auto reply = loadAttempted(transaction, id, attempt);
    const auto isAgain = isSentAgain(transaction, id);
    if (!reply || !isAgain)
        return fail(!reply ? reply.error() : isAgain.error());
    Result<> written;
    const auto kind = *isAgain && outcome.kind != Kind::Sent ? Kind::Unknown : outcome.kind;
    switch (kind) {
    case Kind::Sent: {
        const auto isAnothers = belongsToAnother(transaction, *reply, outcome.post);
        if (!isAnothers)
            return fail(isAnothers.error());
        written = *isAnothers ? becomeUnknown(transaction, *reply, kAnotherReplysPost.toString(),
                                              kAnotherReplysPost.toString(), std::nullopt)
                              : becomeSent(transaction, now, *reply, outcome.post, u"reply.sent"_s);
        break;
    }
    case Kind::NotSent:
        written = becomeNotSent(transaction, *reply, outcome.error.detail, now + wait);
        break;
    case Kind::Refused:
        written = becomeRefused(transaction, *reply, outcome.error.detail);
        break;
    case Kind::Unknown:
        written = becomeUnknown(transaction, *reply, outcome.error.detail,
                                now + std::max<std::chrono::milliseconds>(wait, kLookAfter.front()));
        break;
    }
    if (!written)
        return fail(written.error());
    return reply->state;
}

Result<std::vector<core::ReplyId>> postpone(store::Transaction &transaction, core::Instant now,
                                            core::AccountId account, const QString &reason,
                                            std::chrono::milliseconds wait)
{
    auto due = OutboxRepository::dueOfAccount(transaction, now, account);
    if (!due)
        return fail(due.error());
    for (const core::ReplyId id : *due) {
        auto reply = load(transaction, id);
        if (!reply)
            return fail(reply.error());
        reply->leaveAt = now + wait;
        const bool isNews = std::exchange(reply->stateReason, reason) != reason;
        if (const auto written = ReplyRepository::update(transaction, *reply); !written)
            return fail(written.error());
        transaction.announce({.entity = store::Entity::Reply,
                              .id = id.value,
                              .drillRunId = reply->drillRunId.value,
                              .parentId = reply->incidentId.value});
        if (!isNews)
            continue;
        if (const auto done = transaction.audit(u"reply.wait"_s, u"reply"_s, id.value, {{u"reason"_s, reason}}); !done)
            return fail(done.error());
    }
    return due;
}

Result<> giveBack(store::Transaction &transaction, core::ReplyId id, const QString &reason)
{
    auto reply = load(transaction, id);
    if (!reply)
        return fail(reply.error());
    return isOnItsWay(*reply) ? holdBack(transaction, *reply, reason, u"reply.held-back"_s) : Result<>();
}

Result<std::vector<core::ReplyId>> giveBackTheLate(store::Transaction &transaction, core::Instant now)
{
    auto late = OutboxRepository::queuedBefore(transaction, now - kPatience);
    if (!late)
        return fail(late.error());
    for (const core::ReplyId id : *late) {
        if (const auto given = giveBack(transaction, id, kWaitedTooLong.toString()); !given)
            return fail(given.error());
    }
    return late;
}

Result<Looked> noteLook(store::Transaction &transaction, core::Instant now, core::ReplyId id, int attempt,
                        const Result<std::optional<networks::SentPost>> &found, bool maySendAgain,
                        std::chrono::milliseconds wait)
{
    auto reply = loadAttempted(transaction, id, attempt);
    const auto last = OutboxRepository::lastAttempt(transaction, id);
    if (!reply || !last)
        return fail(!reply ? reply.error() : last.error());
    if (!found) {
        // Not seen is not the same as not there: it is no look. But nobody waits for ever.
        const bool isHopeless = now - (*last)->endedAt.value_or(now) > kPatience;
        const auto written = isHopeless
                                 ? leaveToPerson(transaction, *reply, (*last)->looks, kCannotLook)
                                 : OutboxRepository::setLook(transaction, id, (*last)->looks, now + wait);
        return written ? Result<Looked>(Looked{.kind = isHopeless ? Looked::Kind::LeftToPerson : Looked::Kind::LookAgain})
                       : fail(written.error());
    }
    if (*found) {
        const auto ours = isOurs(transaction, *reply, **found);
        if (!ours)
            return fail(ours.error());
        if (*ours) {
            const auto written = becomeSent(transaction, now, *reply, **found, u"reply.found"_s);
            return written ? Result<Looked>(Looked{.kind = Looked::Kind::Sent}) : fail(written.error());
        }
    }
    const int looks = (*last)->looks + 1;
    if (looks < int(kLookAfter.size())) {
        const auto next = now + kLookAfter.at(std::size_t(looks));
        const auto written = OutboxRepository::setLook(transaction, id, looks, next);
        return written ? Result<Looked>(Looked{.kind = Looked::Kind::LookAgain}) : fail(written.error());
    }
    if (maySendAgain) {
        const auto again = freezeAgain(transaction, now, *reply, **last);
        if (!again)
            return fail(again.error());
        if (*again)
            return Looked{.kind = Looked::Kind::SendAgain, .attempt = **again};
    }
    const auto written = leaveToPerson(transaction, *reply, looks, kNotFound);
    return written ? Result<Looked>(Looked{.kind = Looked::Kind::LeftToPerson}) : fail(written.error());
}

Result<int> noteInterrupted(store::Transaction &transaction, core::Instant now)
{
    const auto ids = OutboxRepository::inFlightByApi(transaction);
    if (!ids)
        return fail(ids.error());
    for (const core::ReplyId id : *ids) {
        auto reply = load(transaction, id);
        const auto written =
            reply ? becomeUnknown(transaction, *reply, kInterrupted.toString(), now) : fail(reply.error());
        if (!written)
            return fail(written.error());
    }
    return int(ids->size());
}

} // namespace vigie::reply::dispatchacts
