// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/outbox.h"
#include "reply/promise.h"
#include "reply/replyrepository.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// What a reply waits for: the tabs of the Replies page, in order.
enum class ReplyGroup { Drafts, ToApprove, ToSend, InHand, ToSettle, Sent, Cancelled, Promises };
inline constexpr int kReplyGroupCount = 8;
[[nodiscard]] ReplyGroup groupOf(reply::ReplyState state);
[[nodiscard]] std::vector<reply::ReplyState> statesOf(ReplyGroup group);

/// The words for the groups, in the language of the interface.
class ReplyGroups
{
    Q_DECLARE_TR_FUNCTIONS(vigie::gui::RepliesPage)

public:
    struct Emptiness {
        QString iconName = {};
        QString title = {};
        QString text = {};
    };
    [[nodiscard]] static QString name(ReplyGroup group);
    [[nodiscard]] static Emptiness emptiness(ReplyGroup group); ///< what a group without a reply says
};

/// One group of replies, and how much waits in the others.
struct ReplyQueue {
    std::vector<reply::Reply> replies = {}; ///< of the group, newest change first
    reply::ReplyCounts counts = {};
    std::vector<reply::Promise> promises = {}; ///< the open ones
    std::optional<reply::Suspension> suspension = std::nullopt;

    /// 0 for what is only kept: nobody waits for a cancelled reply.
    [[nodiscard]] int countOf(ReplyGroup group) const;
};
[[nodiscard]] Result<ReplyQueue> readReplyQueue(const store::Connection &connection, core::DrillRunId scope, ReplyGroup group,
                                                core::Instant now);

} // namespace vigie::gui
