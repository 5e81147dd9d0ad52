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
    if ((act == ReplyAct::Send || act == ReplyAct::SendByHand) && circumstances.isSuspended)
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
    const ReplyAct leave = reply.drillRunId.isValid()      ? ReplyAct::Play
                           : circumstances.isByHandOnly ? ReplyAct::SendByHand
                                                        : ReplyAct::Send;
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

bool concerns(ReplyAct act, const reply::Reply &half)
{
    switch (act) {
    case ReplyAct::RequestApproval:
        return half.state == ReplyState::Draft;
    case ReplyAct::Approve:
    case ReplyAct::Reject:
    case ReplyAct::TakeBack:
        return half.state == ReplyState::Pending;
    case ReplyAct::Cancel:
        return reply::isEditable(half.state) && half.id.isValid();
    case ReplyAct::Reopen:
        return half.state == ReplyState::Failed || half.state == ReplyState::Cancelled;
    case ReplyAct::Edit:
    case ReplyAct::Send:
    case ReplyAct::SendByHand:
    case ReplyAct::Recall:
    case ReplyAct::Play:
        break;
    }
    return true;
}

ReplyOffer offerForPair(const reply::Reply &publicHalf, const ReplyCircumstances &ofPublic,
                        const reply::Reply &privateHalf, const ReplyCircumstances &ofPrivate)
{
    if (!reply::isEditable(publicHalf.state) || !reply::isEditable(privateHalf.state)) {
        // One has left, or was refused. The private one follows nothing but a public one that is out.
        ReplyOffer offer = offerFor(publicHalf, ofPublic);
        offer.halves = Halves::Public;
        if (publicHalf.state == ReplyState::Sent) {
            offer = offerFor(privateHalf, ofPrivate);
            offer.halves = Halves::Private;
        }
        return offer;
    }
    const auto either = [&](ReplyState state) { return publicHalf.state == state || privateHalf.state == state; };
    const bool isOwnRequest = (publicHalf.state != ReplyState::Pending || publicHalf.editedBy == ofPublic.actor)
                              && (privateHalf.state != ReplyState::Pending || privateHalf.editedBy == ofPublic.actor);
    ReplyOffer offer;
    offer.others = {ReplyAct::Edit, ReplyAct::Cancel};
    if (reply::isOnItsWay(publicHalf) || reply::isOnItsWay(privateHalf))
        return {.primary = ReplyAct::Recall};
    if (either(ReplyState::Draft) && ofPublic.policy != reply::ApprovalPolicy::None) {
        offer.primary = ReplyAct::RequestApproval;
    } else if (either(ReplyState::Pending)) {
        offer.primary = ReplyAct::Approve;
        offer.others.insert(offer.others.begin() + 1, isOwnRequest ? ReplyAct::TakeBack : ReplyAct::Reject);
    } else {
        offer.primary = publicHalf.drillRunId.isValid() ? ReplyAct::Play : ReplyAct::Send;
        if (*offer.primary == ReplyAct::Send && ofPublic.isByHandOnly) {
            offer.primary = ReplyAct::SendByHand; // the public one in the browser, the private one after it
            offer.halves = Halves::Public;
        }
    }
    for (const auto &[half, circumstances] : {std::pair(&publicHalf, &ofPublic), std::pair(&privateHalf, &ofPrivate)}) {
        if (offer.obstacle == ReplyObstacle::None && concerns(*offer.primary, *half))
            offer.obstacle = obstacleTo(*offer.primary, *half, *circumstances);
    }
    return offer;
}

ReplyOffer offerForHalf(const reply::Reply &half, const ReplyCircumstances &circumstances, const reply::Reply &other,
                        const ReplyCircumstances &ofOther)
{
    ReplyOffer offer = offerFor(half, circumstances);
    const bool isLeaving = offer.primary == ReplyAct::Send || offer.primary == ReplyAct::SendByHand;
    if (!isLeaving || offer.obstacle != ReplyObstacle::None || other.state == ReplyState::Sent)
        return offer;
    if (reply::isEditable(other.state)) {
        const bool isReady = other.state == ReplyState::Approved || ofOther.policy == reply::ApprovalPolicy::None;
        const bool isWhole = !other.text.trimmed().isEmpty() && !ofOther.hasErrors;
        offer.obstacle = isReady && isWhole ? ReplyObstacle::None : ReplyObstacle::OtherHalf;
    } else if (half.visibility == reply::Visibility::Private) {
        offer.obstacle = ReplyObstacle::AfterPublic;
    }
    return offer;
}

} // namespace vigie::gui
