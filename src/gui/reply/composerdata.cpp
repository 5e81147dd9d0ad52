// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/composerdata.h"

#include "incident/incidentrepository.h"
#include "monitoring/accountrepository.h"
#include "monitoring/mentionrepository.h"
#include "networks/capabilities.h"
#include "playbook/deskvalues.h"
#include "playbook/messagerepository.h"
#include "playbook/playbookrepository.h"
#include "reply/outboxrepository.h"
#include "reply/replyrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using incident::IncidentRepository;
using reply::ReplyState;

namespace
{

Result<> readReply(const store::Connection &connection, const ComposerSubject &subject, ComposerData &data)
{
    if (subject.reply.isValid()) {
        auto found = reply::ReplyRepository::find(connection, subject.reply);
        if (!found)
            return fail(found.error());
        if (!*found)
            return fail(ErrorKind::NotFound, u"no reply %1"_s.arg(subject.reply.value));
        data.reply = std::move(*found);
        return {};
    }
    if (!data.mention)
        return {};
    constexpr int kFew = 50;
    const auto replies = reply::ReplyRepository::page(
        connection, {.scope = data.mention->scope, .mentionId = subject.mention}, {}, kFew);
    if (!replies)
        return fail(replies.error());
    for (const reply::Reply &reply : *replies) {
        const bool isOver = reply.state == ReplyState::Sent || reply.state == ReplyState::Failed
                            || reply.state == ReplyState::Cancelled;
        if (reply.state == ReplyState::Sent && !data.earlier)
            data.earlier = reply;
        const bool isFree = reply::isEditable(reply.state) && !reply::isOnItsWay(reply) && !reply.partnerId.isValid();
        if (!isOver && !data.reply && reply.visibility == subject.visibility && (isFree || !subject.isFree))
            data.reply = reply;
    }
    return {};
}

Result<> readIncident(const store::Connection &connection, ComposerData &data)
{
    if (data.reply && data.reply->incidentId.isValid()) {
        auto found = IncidentRepository::find(connection, data.reply->incidentId);
        if (!found)
            return fail(found.error());
        data.incident = std::move(*found);
    } else if (!data.reply && data.mention) {
        auto found = openCrisisOf(connection, *data.mention);
        if (!found)
            return fail(found.error());
        data.incident = std::move(*found);
    }
    return {};
}

/// Those of the crisis, else those of the playbook the text came from.
Result<> readVariables(const store::Connection &connection, ComposerData &data)
{
    if (data.incident) {
        auto snapshot = IncidentRepository::snapshot(connection, data.incident->id);
        if (!snapshot)
            return fail(snapshot.error());
        if (*snapshot)
            data.variables = std::move((*snapshot)->variables);
    } else if (data.reply && data.reply->messageVariantId.isValid()) {
        const auto variant = playbook::MessageRepository::findVariant(connection, data.reply->messageVariantId);
        if (!variant)
            return fail(variant.error());
        const auto message = *variant ? playbook::MessageRepository::find(connection, (*variant)->messageId)
                                      : Result<std::optional<playbook::Message>>(std::nullopt);
        if (!message)
            return fail(message.error());
        if (*message) {
            auto playbook = playbook::PlaybookRepository::read(connection, (*message)->playbookId);
            if (!playbook)
                return fail(playbook.error());
            data.variables = std::move(playbook->variables);
        }
    }
    auto values = playbook::DeskValueRepository::read(connection, data.incident ? data.incident->id : core::IncidentId{});
    if (!values)
        return fail(values.error());
    data.values = std::move(*values);
    return {};
}

/// Of the reply as it would be, where none is begun.
Result<> readOwnHandle(const store::Connection &connection, ComposerData &data)
{
    reply::Reply answer = data.reply.value_or(reply::Reply{});
    if (data.mention && !data.reply) {
        answer.network = data.mention->network;
        answer.mentionId = data.mention->id;
    }
    const auto id = answer.accountId.isValid() ? Result<core::AccountId>(answer.accountId)
                                               : reply::OutboxRepository::accountFor(connection, answer);
    const auto account = id ? monitoring::AccountRepository::byId(connection, *id) : fail(id.error());
    if (!account)
        return fail(account.error());
    if (*account)
        data.ownHandle = (*account)->handle;
    return {};
}

Result<> readRules(const store::Connection &connection, core::Instant now, ComposerData &data)
{
    const auto policy = reply::ReplyService::approvalPolicy(connection);
    if (!policy)
        return fail(policy.error());
    auto suspension = reply::Outbox::suspension(connection, now);
    if (!suspension)
        return fail(suspension.error());
    auto contacts = reply::Outbox::allowedContacts(connection);
    if (!contacts)
        return fail(contacts.error());
    data.policy = *policy;
    data.suspension = std::move(*suspension);
    data.allowedContacts = std::move(*contacts);
    return {};
}

} // namespace

bool isByHandOnly(const reply::Reply &reply, const ComposerData &data)
{
    if (!data.mention || reply.visibility == reply::Visibility::Private)
        return false;
    return networks::replyObjection(networks::capabilitiesOf(reply.network), data.mention->text, data.ownHandle).has_value();
}

Result<std::optional<incident::Incident>> openCrisisOf(const store::Connection &connection,
                                                       const monitoring::Mention &mention)
{
    auto open = IncidentRepository::list(connection, mention.scope, incident::Which::Open);
    if (!open)
        return fail(open.error());
    for (incident::Incident &crisis : *open) {
        // Ids come newest first, so the first one below id + 1 is the mention itself, if the crisis has it.
        const auto attached = IncidentRepository::mentions(connection, crisis.id, IncidentRepository::Mentions::All, 1,
                                                           core::MentionId{mention.id.value + 1});
        if (!attached)
            return fail(attached.error());
        if (!attached->empty() && attached->front() == mention.id)
            return std::move(crisis);
    }
    return std::nullopt;
}

Result<ComposerData> readComposerData(const store::Connection &connection, const ComposerSubject &subject,
                                      core::Instant now)
{
    ComposerData data;
    ComposerSubject wanted = subject;
    if (wanted.reply.isValid()) {
        if (const auto read = readReply(connection, wanted, data); !read)
            return fail(read.error());
        wanted.mention = data.reply->mentionId;
    }
    if (wanted.mention.isValid()) {
        auto mention = monitoring::MentionRepository::byId(connection, wanted.mention);
        if (!mention)
            return fail(mention.error());
        data.mention = std::move(*mention);
        if (!data.mention && !wanted.reply.isValid())
            return fail(ErrorKind::NotFound, u"no mention %1"_s.arg(wanted.mention.value));
    }
    if (!wanted.reply.isValid()) {
        if (const auto read = readReply(connection, wanted, data); !read)
            return fail(read.error());
    }
    if (data.reply) {
        auto attempts = reply::ReplyRepository::attempts(connection, data.reply->id);
        if (!attempts)
            return fail(attempts.error());
        data.attempts = std::move(*attempts);
        if (data.reply->partnerId.isValid()) {
            auto partner = reply::ReplyRepository::find(connection, data.reply->partnerId);
            if (!partner)
                return fail(partner.error());
            data.partner = std::move(*partner);
        }
    }
    if (const auto read = readIncident(connection, data); !read)
        return fail(read.error());
    if (const auto read = readVariables(connection, data); !read)
        return fail(read.error());
    if (const auto read = readOwnHandle(connection, data); !read)
        return fail(read.error());
    if (const auto read = readRules(connection, now, data); !read)
        return fail(read.error());
    return data;
}

Result<std::vector<MessageShelf>> readMessageShelves(const store::Connection &connection, core::IncidentId incidentId)
{
    std::vector<MessageShelf> shelves;
    if (incidentId.isValid()) {
        const auto crisis = IncidentRepository::find(connection, incidentId);
        if (!crisis)
            return fail(crisis.error());
        auto snapshot = IncidentRepository::snapshot(connection, incidentId);
        if (!snapshot)
            return fail(snapshot.error());
        if (*crisis && *snapshot && (*crisis)->playbookId.isValid()) {
            auto messages = playbook::MessageRepository::ofPlaybook(connection, (*crisis)->playbookId);
            if (!messages)
                return fail(messages.error());
            shelves.push_back({(*snapshot)->title, std::move(*messages), std::move((*snapshot)->variables)});
            return shelves;
        }
    }
    const auto playbooks = playbook::PlaybookRepository::list(connection);
    if (!playbooks)
        return fail(playbooks.error());
    for (const playbook::PlaybookSummary &summary : *playbooks) {
        auto messages = playbook::MessageRepository::ofPlaybook(connection, summary.id);
        if (!messages)
            return fail(messages.error());
        auto plan = playbook::PlaybookRepository::read(connection, summary.id);
        if (!plan)
            return fail(plan.error());
        shelves.push_back({summary.title, std::move(*messages), std::move(plan->variables)});
    }
    return shelves;
}

} // namespace vigie::gui
