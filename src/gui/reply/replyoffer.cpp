// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replyoffer.h"

namespace vigie::gui
{

using reply::ReplyState;

namespace
{

ReplyObstacle obstacleTo(ReplyAct act, const reply::Reply &reply, const ReplyCircumstances &circumstances)
{
    // First what a person can do something about.
    if (reply.text.trimmed().isEmpty())
        return ReplyObstacle::Empty;
    if (circumstances.hasErrors)
        return ReplyObstacle::Errors;
    if (act == ReplyAct::Approve && circumstances.policy == reply::ApprovalPolicy::FourEyes
        && reply.editedBy == circumstances.actor)
        return ReplyObstacle::OwnText;
    if (act == ReplyAct::Send && circumstances.isSuspended)
        return ReplyObstacle::Suspended;
    return ReplyObstacle::None;
}

} // namespace

bool isForAPerson(ReplyState state, const std::vector<reply::ReplyAttempt> &attempts)
{
    if (attempts.empty())
        return false;
    return state == ReplyState::Unknown || (state == ReplyState::Sending && attempts.back().route == reply::kAssistedRoute);
}

ReplyOffer offerFor(const reply::Reply &reply, const ReplyCircumstances &circumstances)
{
    const ReplyAct leave = reply.drillRunId.isValid() ? ReplyAct::Play : ReplyAct::Send;
    ReplyOffer offer;
    switch (reply.state) {
    case ReplyState::Draft:
        offer.primary = circumstances.policy == reply::ApprovalPolicy::None ? leave : ReplyAct::RequestApproval;
        offer.others = {ReplyAct::Edit, ReplyAct::Cancel};
        break;
    case ReplyState::Pending:
        offer.primary = ReplyAct::Approve;
        offer.others = {ReplyAct::Edit, reply.editedBy == circumstances.actor ? ReplyAct::TakeBack : ReplyAct::Reject,
                        ReplyAct::Cancel};
        break;
    case ReplyState::Approved:
        if (reply::isOnItsWay(reply)) {
            offer.primary = ReplyAct::Recall;
            return offer;
        }
        offer.primary = leave;
        offer.others = {ReplyAct::Edit, ReplyAct::Cancel};
        break;
    case ReplyState::Failed:
    case ReplyState::Cancelled:
        offer.others = {ReplyAct::Reopen};
        break;
    case ReplyState::Sending:
    case ReplyState::Unknown:
    case ReplyState::Sent:
        break;
    }
    if (offer.primary)
        offer.obstacle = obstacleTo(*offer.primary, reply, circumstances);
    return offer;
}

} // namespace vigie::gui
