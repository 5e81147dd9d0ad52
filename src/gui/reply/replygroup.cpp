// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replygroup.h"

#include "reply/promiserepository.h"

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using reply::ReplyState;

namespace
{

constexpr int kListLimit = 200;

} // namespace

ReplyGroup groupOf(ReplyState state)
{
    switch (state) {
    case ReplyState::Draft:
        return ReplyGroup::Drafts;
    case ReplyState::Pending:
        return ReplyGroup::ToApprove;
    case ReplyState::Approved:
        return ReplyGroup::ToSend;
    case ReplyState::Sending:
        return ReplyGroup::InHand;
    case ReplyState::Unknown:
    case ReplyState::Failed:
        return ReplyGroup::ToSettle;
    case ReplyState::Sent:
        return ReplyGroup::Sent;
    case ReplyState::Cancelled:
        break;
    }
    return ReplyGroup::Cancelled;
}

std::vector<ReplyState> statesOf(ReplyGroup group)
{
    std::vector<ReplyState> states;
    for (const ReplyState state : {ReplyState::Draft, ReplyState::Pending, ReplyState::Approved, ReplyState::Sending,
                                   ReplyState::Unknown, ReplyState::Failed, ReplyState::Sent, ReplyState::Cancelled}) {
        if (groupOf(state) == group)
            states.push_back(state);
    }
    return states;
}

QString ReplyGroups::name(ReplyGroup group)
{
    switch (group) {
    case ReplyGroup::Drafts:
        return tr("Drafts");
    case ReplyGroup::ToApprove:
        return tr("To approve");
    case ReplyGroup::ToSend:
        return tr("To send");
    case ReplyGroup::InHand:
        //: Tab: replies that a person is sending right now.
        return tr("Being sent");
    case ReplyGroup::ToSettle:
        //: Tab: replies of which nobody knows whether they left.
        return tr("To settle");
    case ReplyGroup::Sent:
        return tr("Sent");
    case ReplyGroup::Cancelled:
        return tr("Cancelled");
    case ReplyGroup::Promises:
        return tr("Promises");
    }
    return {};
}

ReplyGroups::Emptiness ReplyGroups::emptiness(ReplyGroup group)
{
    switch (group) {
    case ReplyGroup::Drafts:
        return {u"pencil"_s, tr("No drafts"),
                tr("Select a mention on the Watch page and press R, or P for a private message. What you type is saved at once.")};
    case ReplyGroup::ToApprove:
        return {u"check2-circle"_s, tr("Nothing to approve"),
                tr("A reply comes here when its writer asks for approval. Somebody else reads it before it may leave.")};
    case ReplyGroup::ToSend:
        return {u"send"_s, tr("Nothing to send"), tr("Approved replies wait here until somebody sends them by hand.")};
    case ReplyGroup::InHand:
        return {u"clipboard-check"_s, tr("Nothing is being sent"),
                tr("While a person copies, posts and pastes the link of a reply, it stands here.")};
    case ReplyGroup::ToSettle:
        return {u"check2-all"_s, tr("Nothing to settle"),
                tr("When nobody knows whether a reply left, it comes here. Vigie never sends it a second time by itself.")};
    case ReplyGroup::Sent:
        return {u"send-check"_s, tr("Nothing sent yet"), tr("Replies that left, with their link, stay here.")};
    case ReplyGroup::Cancelled:
        return {u"x-circle"_s, tr("Nothing cancelled"), tr("A cancelled reply keeps its text, and can be opened again.")};
    case ReplyGroup::Promises:
        return {u"hand-thumbs-up"_s, tr("No open promises"),
                tr("When a reply promises something, add it there. It stays here until it is kept or broken.")};
    }
    return {};
}

int ReplyQueue::countOf(ReplyGroup group) const
{
    switch (group) {
    case ReplyGroup::Drafts:
        return counts.drafts;
    case ReplyGroup::ToApprove:
        return counts.pending;
    case ReplyGroup::ToSend:
        return counts.approved;
    case ReplyGroup::InHand:
        return counts.sending;
    case ReplyGroup::ToSettle:
        return counts.unknown + counts.failed;
    case ReplyGroup::Sent:
        return counts.sent;
    case ReplyGroup::Promises:
        return int(promises.size());
    case ReplyGroup::Cancelled:
        break;
    }
    return 0;
}

Result<ReplyQueue> readReplyQueue(const store::Connection &connection, core::DrillRunId scope, ReplyGroup group, core::Instant now)
{
    const auto counts = reply::ReplyRepository::counts(connection, scope);
    if (!counts)
        return fail(counts.error());
    auto promises = reply::PromiseRepository::open(connection, scope);
    if (!promises)
        return fail(promises.error());
    auto suspension = reply::Outbox::suspension(connection, now);
    if (!suspension)
        return fail(suspension.error());
    ReplyQueue queue{.counts = *counts, .promises = std::move(*promises), .suspension = std::move(*suspension)};
    if (group == ReplyGroup::Promises)
        return queue;
    auto replies = reply::ReplyRepository::page(connection, {.scope = scope, .states = statesOf(group)}, {}, kListLimit);
    if (!replies)
        return fail(replies.error());
    queue.replies = std::move(*replies);
    return queue;
}

} // namespace vigie::gui
