// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/reply.h"
#include "reply/replyservice.h"

#include <optional>
#include <vector>

namespace vigie::gui
{

enum class ReplyAct {
    Edit,
    RequestApproval,
    TakeBack, ///< a request of one's own
    Approve,
    Reject,
    Send, ///< by an account of the desk, else by hand
    SendByHand, ///< in the browser, where the network takes no such answer from a program
    Recall, ///< before it has left
    Play, ///< in a drill: answered, and nothing leaves
    Cancel,
    Reopen,
};

/// Why the primary act is shown, but cannot be done now.
enum class ReplyObstacle {
    None,
    Empty,
    Errors,    ///< the check found what must be corrected
    OwnText,   ///< somebody else approves it
    Suspended, ///< nothing goes out for now
    OtherHalf, ///< both halves of an answer leave together, and the other one is not ready
    AfterPublic, ///< a private half follows the public one, which is not out
};

/// A person is at it outside Vigie, or has to say what came of it; what an account sends settles itself.
[[nodiscard]] bool isForAPerson(reply::ReplyState state, const std::vector<reply::ReplyAttempt> &attempts);

/// Which of the two texts of one answer an offer is about. One alone is never but itself.
enum class Halves { Both, Public, Private };

/// What a person may do next with a reply.
struct ReplyOffer {
    std::optional<ReplyAct> primary = std::nullopt;
    ReplyObstacle obstacle = ReplyObstacle::None;
    std::vector<ReplyAct> others = {};
    Halves halves = Halves::Both;
};

struct ReplyCircumstances {
    QString actor = {};
    reply::ApprovalPolicy policy = reply::ApprovalPolicy::FourEyes;
    bool isSuspended = false;
    bool hasErrors = false;
    bool isByHandOnly = false; ///< the network takes this answer from a person alone
};

/// Mirrors what ReplyService and Outbox would answer, so that nothing is offered which they refuse.
[[nodiscard]] ReplyOffer offerFor(const reply::Reply &reply, const ReplyCircumstances &circumstances);

/// Of a public and a private text that leave as one act: each step is for both, until one of them has left.
[[nodiscard]] ReplyOffer offerForPair(const reply::Reply &publicHalf, const ReplyCircumstances &ofPublic,
                                      const reply::Reply &privateHalf, const ReplyCircumstances &ofPrivate);
/// Of one half that is looked at alone, for instance to approve it: only Send is for both.
[[nodiscard]] ReplyOffer offerForHalf(const reply::Reply &half, const ReplyCircumstances &circumstances,
                                      const reply::Reply &other, const ReplyCircumstances &ofOther);
/// Whether an act of such an offer is one for this half: approval is asked for what is a draft, and so on.
[[nodiscard]] bool concerns(ReplyAct act, const reply::Reply &half);

} // namespace vigie::gui
