// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/outbox.h"

#include "networks/capabilities.h"
#include "reply/dispatchacts.h"
#include "reply/outboxacts.h"
#include "reply/outboxrepository.h"
#include "reply/replyrepository.h"
#include "reply/statereasons.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace vigie::reply::outboxacts;

namespace vigie::reply
{
namespace
{

/// Checks everything and writes the frozen payload and `sending`. Nobody sees the payload before this is committed.
Result<FrozenPayload> freeze(store::Transaction &transaction, core::ReplyId id, const ReplyCheck &check,
                             const QString &route)
{
    auto reply = load(transaction, id);
    if (!reply)
        return fail(reply.error());
    if (const auto may = mayLeave(transaction, check, *reply); !may)
        return fail(may.error());
    const auto url = pageToOpen(transaction, *reply);
    if (!url)
        return fail(url.error());
    const auto attempts = ReplyRepository::attempts(transaction, id);
    if (!attempts)
        return fail(attempts.error());

    const FrozenPayload payload = {
        .replyId = id,
        .attempt = attempts->empty() ? 1 : attempts->back().number + 1,
        .idempotencyKey = reply->idempotencyKey,
        .network = reply->network,
        .recipient = reply->recipient,
        .visibility = visibilityKey(reply->visibility),
        .text = reply->text,
        .url = *url,
    };
    reply->queuedAt.reset();
    reply->queuedBy.clear();
    const auto attempt = ReplyRepository::insertAttempt(
        transaction, {.replyId = id, .number = payload.attempt, .route = route, .payload = payload.toJson()});
    if (!attempt)
        return fail(attempt.error());
    const auto written = become(transaction, *reply, ReplyState::Sending, {}, u"reply.send"_s,
                                {{u"attempt"_s, payload.attempt}, {u"route"_s, route}});
    if (!written)
        return fail(written.error());
    return payload;
}

Result<QString> checkedUrl(const store::Connection &connection, const Reply &reply, const QString &pasted)
{
    const QString url = pasted.trimmed();
    if (url.isEmpty() && reply.visibility == Visibility::Private)
        return url;
    if (!networks::postUrlIsOpenable(url))
        return fail(ErrorKind::InvalidArgument, u"the link of the published reply is needed, http or https"_s);
    const auto isTaken = ReplyRepository::isUrlTaken(connection, url, reply.id);
    if (!isTaken)
        return fail(isTaken.error());
    if (*isTaken)
        return fail(ErrorKind::InvalidArgument, u"another reply has this link already"_s);
    return QUrl(url).toString(QUrl::FullyEncoded);
}

/// While the program itself is sending, it alone knows what happens.
Result<> refuseWhileInFlight(const store::Connection &connection, core::ReplyId id)
{
    const auto inFlight = OutboxRepository::inFlightByApi(connection);
    if (!inFlight)
        return fail(inFlight.error());
    if (std::find(inFlight->begin(), inFlight->end(), id) != inFlight->end())
        return fail(ErrorKind::Conflict, u"reply %1 is being sent at this moment"_s.arg(id.value));
    return {};
}

Result<> settleByPerson(store::Transaction &transaction, core::ReplyId id, ReplyState next, const QString &outcome,
                        const QString &reason, const QString &action)
{
    if (const auto may = refuseWhileInFlight(transaction, id); !may)
        return may;
    if (const auto settled = settle(transaction, id, next, outcome, reason, action); !settled)
        return settled;
    const auto reply = load(transaction, id);
    return reply ? noteHalfDone(transaction, *reply) : fail(reply.error());
}

} // namespace

Outbox::Outbox(store::Database &database, const ReplyCheck &check)
    : Outbox(database, check, std::make_unique<AssistedRoute>())
{
}

Outbox::Outbox(store::Database &database, const ReplyCheck &check, std::unique_ptr<Route> route)
    : m_database(database), m_check(check), m_clock(database.clock()), m_route(std::move(route))
{
}

Outbox::Outbox(store::Database &database, const ReplyCheck &check, const core::Clock &clock)
    : m_database(database), m_check(check), m_clock(clock), m_route(std::make_unique<AssistedRoute>())
{
}

Outbox::~Outbox() = default;

QFuture<Result<int>> Outbox::settleInterrupted()
{
    return m_database.submit(u"vigie"_s, [&clock = m_clock](store::Transaction &transaction) -> Result<int> {
        const auto byApi = dispatchacts::noteInterrupted(transaction, clock.now()); // these the dispatcher looks for itself
        if (!byApi)
            return byApi;
        const auto ids = ReplyRepository::inFlight(transaction);
        if (!ids)
            return fail(ids.error());
        const QString reason = kInterrupted.toString();
        for (const core::ReplyId id : *ids) {
            const auto settled =
                settle(transaction, id, ReplyState::Unknown, u"unknown"_s, reason, u"reply.interrupted"_s);
            if (!settled)
                return fail(settled.error());
        }
        return int(ids->size()) + *byApi;
    });
}

QFuture<Result<Handover>> Outbox::begin(const QString &actor, core::ReplyId id)
{
    const auto frozen = m_database.submit(actor, [id, &check = m_check, name = m_route->name()](
                                                     store::Transaction &transaction) {
        return freeze(transaction, id, check, name);
    });
    // The writer fulfils a future after the commit: what the route gets is on disk.
    return QFuture(frozen).then([route = m_route](const Result<FrozenPayload> &payload) -> Result<Handover> {
        if (!payload)
            return fail(payload.error());
        return route->start(*payload);
    });
}

QFuture<Result<>> Outbox::markSent(const QString &actor, core::ReplyId id, const QString &url)
{
    return m_database.submit(actor, [id, url](store::Transaction &transaction) -> Result<> {
        auto reply = load(transaction, id);
        if (!reply)
            return fail(reply.error());
        if (const auto may = refuseWhileInFlight(transaction, id); !may)
            return may;
        const auto link = checkedUrl(transaction, *reply, url);
        if (!link)
            return fail(link.error());
        reply->sentAt = transaction.now();
        reply->remoteUrl = *link;
        const auto written =
            become(transaction, *reply, ReplyState::Sent, {}, u"reply.sent"_s, {{u"url"_s, *link}});
        if (!written)
            return written;
        if (const auto ended = ReplyRepository::endAttempt(transaction, id, u"sent"_s, *link); !ended)
            return ended;
        return noteAnswered(transaction, *reply);
    });
}

QFuture<Result<>> Outbox::markNotSent(const QString &actor, core::ReplyId id, const QString &reason)
{
    return m_database.submit(actor, [id, reason](store::Transaction &transaction) {
        return settleByPerson(transaction, id, ReplyState::Approved, u"failed"_s, reason, u"reply.not-sent"_s);
    });
}

QFuture<Result<>> Outbox::markUnknown(const QString &actor, core::ReplyId id, const QString &reason)
{
    return m_database.submit(actor, [id, reason](store::Transaction &transaction) {
        return settleByPerson(transaction, id, ReplyState::Unknown, u"unknown"_s, reason, u"reply.unknown"_s);
    });
}

QFuture<Result<>> Outbox::markFailed(const QString &actor, core::ReplyId id, const QString &reason)
{
    return m_database.submit(actor, [id, reason](store::Transaction &transaction) {
        return settleByPerson(transaction, id, ReplyState::Failed, u"failed"_s, reason, u"reply.failed"_s);
    });
}

QFuture<Result<>> Outbox::markPlayed(const QString &actor, core::ReplyId id)
{
    return m_database.submit(actor, [id, &check = m_check](store::Transaction &transaction) -> Result<> {
        auto reply = load(transaction, id);
        if (!reply)
            return fail(reply.error());
        if (!reply->drillRunId.isValid())
            return fail(ErrorKind::Conflict, u"reply %1 belongs to the real world"_s.arg(id.value));
        if (const auto may = isReady(transaction, check, *reply); !may)
            return may;
        // The one way to `sent` that does not lead over `sending`: nothing is handed out, so there is nothing to settle.
        reply->state = ReplyState::Sent;
        reply->stateReason = kPlayedReason.toString();
        reply->sentAt = transaction.now();
        if (const auto written = ReplyRepository::update(transaction, *reply); !written)
            return written;
        transaction.announce({.entity = store::Entity::Reply,
                              .id = id.value,
                              .drillRunId = reply->drillRunId.value,
                              .parentId = reply->incidentId.value});
        if (const auto noted = noteAnswered(transaction, *reply); !noted)
            return noted;
        return transaction.audit(u"reply.played"_s, u"reply"_s, id.value, {{u"drill"_s, reply->drillRunId.value}});
    });
}

} // namespace vigie::reply
