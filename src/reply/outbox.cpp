// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/outbox.h"

#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "monitoring/mentionrepository.h"
#include "networks/capabilities.h"
#include "reply/replyrepository.h"
#include "reply/replyservice.h"

#include <QUrl>

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

Result<> become(store::Transaction &transaction, Reply &reply, ReplyState next, const QString &reason,
                const QString &action, QJsonObject details = {})
{
    if (!canBecome(reply.state, next))
        return fail(ErrorKind::Conflict, u"reply %1 is %2 and cannot become %3"_s.arg(reply.id.value)
                                             .arg(replyStateKey(reply.state), replyStateKey(next)));
    details.insert(u"was"_s, replyStateKey(reply.state));
    reply.state = next;
    reply.stateReason = reason;
    if (const auto written = ReplyRepository::update(transaction, reply); !written)
        return written;
    transaction.announce({.entity = store::Entity::Reply,
                          .id = reply.id.value,
                          .drillRunId = reply.drillRunId.value,
                          .parentId = reply.incidentId.value});
    return transaction.audit(action, u"reply"_s, reply.id.value, details);
}

/// A reply may leave when it was approved, or when this desk asks for no approval.
Result<> mayLeave(const store::Connection &connection, const Reply &reply)
{
    if (reply.state == ReplyState::Approved)
        return {};
    if (reply.state == ReplyState::Draft) {
        const auto policy = ReplyService::approvalPolicy(connection);
        if (!policy)
            return fail(policy.error());
        if (*policy == ApprovalPolicy::None)
            return {};
    }
    return fail(ErrorKind::Conflict,
                u"reply %1 is %2, not approved"_s.arg(reply.id.value).arg(replyStateKey(reply.state)));
}

Result<> textMayLeave(const store::Connection &connection, const ReplyCheck &check, const Reply &reply)
{
    if (reply.text.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"an empty reply cannot leave"_s);
    const auto allowed = Outbox::allowedContacts(connection);
    if (!allowed)
        return fail(allowed.error());
    const ReplyReport report = check.check({.text = reply.text,
                                            .network = reply.network,
                                            .language = reply.language,
                                            .visibility = reply.visibility,
                                            .allowed = *allowed});
    QStringList rules;
    for (const ReplyFinding &finding : report.findings) {
        if (finding.severity == FindingSeverity::Error && !rules.contains(finding.rule))
            rules << finding.rule;
    }
    if (!rules.isEmpty())
        return fail(ErrorKind::InvalidArgument,
                    u"reply %1 cannot leave: %2"_s.arg(reply.id.value).arg(rules.join(u", "_s)));
    return {};
}

Result<> refuseWhileSuspended(const store::Transaction &transaction)
{
    const auto suspension = Outbox::suspension(transaction, transaction.now());
    if (!suspension)
        return fail(suspension.error());
    if (*suspension)
        return fail(ErrorKind::Suspended, u"publication is suspended by %1"_s.arg((*suspension)->by));
    return {};
}

/// The page on which a person will send: the post itself, its author for a private message, else one's own account.
Result<QString> pageToOpen(const store::Connection &connection, const Reply &reply)
{
    if (reply.mentionId.isValid()) {
        const auto target = ReplyRepository::mentionTarget(connection, reply.mentionId);
        if (!target)
            return fail(target.error());
        if (*target) {
            const bool isPrivate = reply.visibility == Visibility::Private;
            for (const QString &url : {isPrivate ? (*target)->authorUrl : (*target)->url, (*target)->url}) {
                if (networks::postUrlIsOpenable(url))
                    return url;
            }
        }
    }
    const auto url = ReplyRepository::accountUrl(connection, reply.accountId);
    if (url && !networks::postUrlIsOpenable(*url))
        return QString();
    return url;
}

/// Checks everything and writes the frozen payload and `sending`. Nobody sees the payload before this is committed.
Result<FrozenPayload> freeze(store::Transaction &transaction, core::ReplyId id, const ReplyCheck &check,
                             const QString &route)
{
    auto reply = load(transaction, id);
    if (!reply)
        return fail(reply.error());
    if (reply->drillRunId.isValid())
        return fail(ErrorKind::Suspended, u"reply %1 belongs to a drill, and a drill never sends"_s.arg(id.value));
    if (const auto free = refuseWhileSuspended(transaction); !free)
        return fail(free.error());
    if (const auto may = mayLeave(transaction, *reply); !may)
        return fail(may.error());
    if (const auto may = textMayLeave(transaction, check, *reply); !may)
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

/// The line in the running log, in the crisis's own language.
QString logLine(const Reply &reply, core::Language language)
{
    const core::Phrasebook phrases(language);
    const QString network = networks::networkName(reply.network);
    if (reply.recipient.isEmpty())
        //: Running log. %1 is a network.
        return phrases.text("Reply", QT_TRANSLATE_NOOP("Reply", "Published on %1")).arg(network);
    const char *sentence =
        reply.drillRunId.isValid()
            //: Running log. %1 is who was answered, %2 a network.
            ? QT_TRANSLATE_NOOP("Reply", "Answered in the exercise, nothing was sent: %1, %2")
        : reply.visibility == Visibility::Private
            //: Running log. %1 is who was answered, %2 a network.
            ? QT_TRANSLATE_NOOP("Reply", "Private message sent to %1 on %2")
            //: Running log. %1 is who was answered, %2 a network.
            : QT_TRANSLATE_NOOP("Reply", "Public reply sent to %1 on %2");
    return phrases.text("Reply", sentence).arg(reply.recipient, network);
}

/// What the world around a reply must know once it was given.
Result<> noteAnswered(store::Transaction &transaction, const Reply &reply)
{
    if (reply.mentionId.isValid()) {
        const auto set = monitoring::MentionRepository::setStatus(transaction, reply.mentionId, monitoring::Status::Done);
        if (!set)
            return set;
    }
    if (!reply.incidentId.isValid())
        return {};
    const auto incident = incident::IncidentRepository::require(transaction, reply.incidentId);
    if (!incident)
        return fail(incident.error());
    const auto noted =
        incident::IncidentRepository::noteFirstReply(transaction, reply.incidentId, transaction.now());
    if (!noted)
        return noted;
    const auto logged = incident::LogRepository::append(transaction, {.incidentId = reply.incidentId,
                                                                      .at = transaction.now(),
                                                                      .kind = u"reply"_s,
                                                                      .text = logLine(reply, incident->language),
                                                                      .actor = transaction.actor()});
    if (!logged)
        return fail(logged.error());
    return {};
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

Result<> settle(store::Transaction &transaction, core::ReplyId id, ReplyState next, const QString &outcome,
                const QString &reason, const QString &action)
{
    auto reply = load(transaction, id);
    if (!reply)
        return fail(reply.error());
    // Approved may follow from elsewhere too; a settlement is only for what may have left.
    if (reply->state != ReplyState::Sending && reply->state != ReplyState::Unknown)
        return fail(ErrorKind::Conflict, u"reply %1 is %2: there is nothing to settle"_s.arg(id.value).arg(
                                             replyStateKey(reply->state)));
    if (const auto ended = ReplyRepository::endAttempt(transaction, id, outcome, reason); !ended)
        return ended;
    return become(transaction, *reply, next, reason, action, {{u"reason"_s, reason}});
}

} // namespace

Outbox::Outbox(store::Database &database, const ReplyCheck &check)
    : Outbox(database, check, std::make_unique<AssistedRoute>())
{
}

Outbox::Outbox(store::Database &database, const ReplyCheck &check, std::unique_ptr<Route> route)
    : m_database(database), m_check(check), m_route(std::move(route))
{
}

Outbox::~Outbox() = default;

QFuture<Result<int>> Outbox::settleInterrupted()
{
    return m_database.submit(u"vigie"_s, [](store::Transaction &transaction) -> Result<int> {
        const auto ids = ReplyRepository::inFlight(transaction);
        if (!ids)
            return fail(ids.error());
        const QString reason = u"interrupted"_s;
        for (const core::ReplyId id : *ids) {
            const auto settled =
                settle(transaction, id, ReplyState::Unknown, u"unknown"_s, reason, u"reply.interrupted"_s);
            if (!settled)
                return fail(settled.error());
        }
        return int(ids->size());
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
        return settle(transaction, id, ReplyState::Approved, u"failed"_s, reason, u"reply.not-sent"_s);
    });
}

QFuture<Result<>> Outbox::markUnknown(const QString &actor, core::ReplyId id, const QString &reason)
{
    return m_database.submit(actor, [id, reason](store::Transaction &transaction) {
        return settle(transaction, id, ReplyState::Unknown, u"unknown"_s, reason, u"reply.unknown"_s);
    });
}

QFuture<Result<>> Outbox::markFailed(const QString &actor, core::ReplyId id, const QString &reason)
{
    return m_database.submit(actor, [id, reason](store::Transaction &transaction) {
        return settle(transaction, id, ReplyState::Failed, u"failed"_s, reason, u"reply.failed"_s);
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
        if (const auto may = mayLeave(transaction, *reply); !may)
            return may;
        if (const auto may = textMayLeave(transaction, check, *reply); !may)
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
