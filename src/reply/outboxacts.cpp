// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/outboxacts.h"

#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "monitoring/mentionrepository.h"
#include "networks/capabilities.h"
#include "reply/outbox.h"
#include "reply/outboxrepository.h"
#include "reply/replyrepository.h"
#include "reply/replyservice.h"
#include "reply/statereasons.h"

using namespace Qt::StringLiterals;

namespace vigie::reply::outboxacts
{
namespace
{

/// A reply may leave when it was approved, or when this desk asks for no approval.
Result<> isApproved(const store::Connection &connection, const Reply &reply)
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

/// What is sent by itself stands in the log under the name of who put it on its way.
Result<> appendToLog(store::Transaction &transaction, const Reply &reply, const incident::Incident &incident,
                     const QString &text)
{
    const auto logged = incident::LogRepository::append(
        transaction, {.incidentId = incident.id,
                      .at = transaction.now(),
                      .kind = u"reply"_s,
                      .text = text,
                      .actor = reply.queuedBy.isEmpty() ? transaction.actor() : reply.queuedBy});
    if (!logged)
        return fail(logged.error());
    return {};
}

void announce(store::Transaction &transaction, const Reply &reply)
{
    transaction.announce({.entity = store::Entity::Reply,
                          .id = reply.id.value,
                          .drillRunId = reply.drillRunId.value,
                          .parentId = reply.incidentId.value});
}

} // namespace

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
                const QString &action, QJsonObject details)
{
    if (!canBecome(reply.state, next))
        return fail(ErrorKind::Conflict, u"reply %1 is %2 and cannot become %3"_s.arg(reply.id.value)
                                             .arg(replyStateKey(reply.state), replyStateKey(next)));
    details.insert(u"was"_s, replyStateKey(reply.state));
    reply.state = next;
    reply.stateReason = reason;
    if (next != ReplyState::Approved)
        reply.leaveAt.reset();
    if (const auto written = ReplyRepository::update(transaction, reply); !written)
        return written;
    announce(transaction, reply);
    return transaction.audit(action, u"reply"_s, reply.id.value, details);
}

Result<> mayLeave(const store::Transaction &transaction, const ReplyCheck &check, const Reply &reply)
{
    if (reply.drillRunId.isValid())
        return fail(ErrorKind::Suspended, u"reply %1 belongs to a drill, and a drill never sends"_s.arg(reply.id.value));
    if (const auto free = refuseWhileSuspended(transaction); !free)
        return free;
    return isReady(transaction, check, reply);
}

Result<> isReady(const store::Connection &connection, const ReplyCheck &check, const Reply &reply)
{
    if (const auto may = isApproved(connection, reply); !may)
        return may;
    return textMayLeave(connection, check, reply);
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

Result<> hasAccount(const store::Connection &connection, const Reply &reply)
{
    const auto network = OutboxRepository::accountNetwork(connection, reply.accountId);
    if (!network)
        return fail(network.error());
    if (!*network || **network != reply.network)
        return fail(ErrorKind::InvalidArgument,
                    u"reply %1 has no account on %2 to be sent from"_s.arg(reply.id.value).arg(reply.network));
    return {};
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

Result<> noteAnswered(store::Transaction &transaction, const Reply &reply)
{
    if (reply.partnerId.isValid() && reply.visibility == Visibility::Public) {
        const auto privateHalf = load(transaction, reply.partnerId);
        const auto noted = privateHalf ? noteHalfDone(transaction, *privateHalf) : fail(privateHalf.error());
        if (!noted)
            return noted;
    }
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
    return appendToLog(transaction, reply, *incident, logLine(reply, incident->language));
}

Result<> holdBack(store::Transaction &transaction, Reply &reply, const QString &reason, const QString &action)
{
    reply.leaveAt.reset();
    reply.queuedAt.reset();
    reply.queuedBy.clear();
    reply.stateReason = reason;
    if (const auto written = ReplyRepository::update(transaction, reply); !written)
        return written;
    announce(transaction, reply);
    if (const auto audited = transaction.audit(action, u"reply"_s, reply.id.value, {{u"reason"_s, reason}}); !audited)
        return audited;
    return noteHalfDone(transaction, reply);
}

Result<> noteHalfDone(store::Transaction &transaction, const Reply &reply)
{
    if (!reply.partnerId.isValid() || reply.visibility != Visibility::Private)
        return {};
    const auto publicHalf = load(transaction, reply.partnerId);
    if (!publicHalf)
        return fail(publicHalf.error());
    if (pairState(*publicHalf, reply) != PairState::HalfDone)
        return {};
    const auto audited = transaction.audit(u"reply.half-done"_s, u"reply"_s, reply.id.value,
                                           {{u"public"_s, publicHalf->id.value}, {u"reason"_s, reply.stateReason}});
    if (!audited || !reply.incidentId.isValid())
        return audited;
    const auto incident = incident::IncidentRepository::require(transaction, reply.incidentId);
    if (!incident)
        return fail(incident.error());
    const core::Phrasebook phrases(incident->language);
    const QString reason =
        reply.stateReason.isEmpty()
            //: Running log, why a private message is not out: nobody has sent it, as far as one knows.
            ? phrases.text("Reply", QT_TRANSLATE_NOOP("Reply", "nobody has sent it yet"))
            : stateReasonText(reply.stateReason, phrases);
    return appendToLog(transaction, reply, *incident,
                       //: Running log. %1 is who was answered, %2 a network, %3 why, beginning in lower case.
                       phrases.text("Reply", QT_TRANSLATE_NOOP("Reply", "Half done: the public reply to %1 on %2 is out, the "
                                                                        "private message is not (%3)"))
                           .arg(reply.recipient, networks::networkName(reply.network), reason));
}

} // namespace vigie::reply::outboxacts
