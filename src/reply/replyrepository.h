// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/reply.h"
#include "store/query.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::reply
{

/// Which replies a list shows. Empty states: all. Newest change first; a page ends where `before` of the next begins.
struct ReplyFilter {
    core::DrillRunId scope = {};
    std::vector<ReplyState> states = {};
    core::IncidentId incidentId = {}; ///< none: of any crisis or none
    core::MentionId mentionId = {};   ///< none: to any mention or none
};
struct ReplyPageKey {
    core::Instant updatedAt = core::Instant::max();
    core::ReplyId id = {};
};

/// How many replies stand where, for badges.
struct ReplyCounts {
    int drafts = 0;
    int pending = 0;
    int approved = 0;
    int sending = 0;
    int unknown = 0;
    int failed = 0;
    int sent = 0;
};

/// What is asked of the mention a reply answers.
struct MentionTarget {
    QString url = {};
    QString authorUrl = {};
    int status = 0;
    QString remoteId = {};
    QString rootId = {}; ///< empty where the network did not say
};

/// SQL of replies and their attempts, nothing else.
class ReplyRepository
{
public:
    [[nodiscard]] static Result<std::optional<Reply>> find(const store::Connection &connection, core::ReplyId id);
    [[nodiscard]] static Result<std::vector<Reply>> page(const store::Connection &connection, const ReplyFilter &filter,
                                                         const ReplyPageKey &before, int limit);
    [[nodiscard]] static Result<ReplyCounts> counts(const store::Connection &connection, core::DrillRunId scope);
    [[nodiscard]] static Result<std::vector<ReplyAttempt>> attempts(const store::Connection &connection, core::ReplyId id);
    [[nodiscard]] static Result<bool> isUrlTaken(const store::Connection &connection, const QString &url,
                                                 core::ReplyId except);
    [[nodiscard]] static Result<std::optional<MentionTarget>> mentionTarget(const store::Connection &connection,
                                                                            core::MentionId id);
    [[nodiscard]] static Result<QString> accountUrl(const store::Connection &connection, core::AccountId id);
    [[nodiscard]] static Result<std::vector<core::ReplyId>> inFlight(const store::Connection &connection);

    [[nodiscard]] static Result<core::ReplyId> insert(store::Transaction &transaction, const Reply &reply);
    /// Writes every column but the idempotency key and who created it when; updatedAt becomes now.
    [[nodiscard]] static Result<> update(store::Transaction &transaction, const Reply &reply);
    [[nodiscard]] static Result<qint64> insertAttempt(store::Transaction &transaction, const ReplyAttempt &attempt);
    [[nodiscard]] static Result<> endAttempt(store::Transaction &transaction, core::ReplyId reply, const QString &outcome,
                                             const QString &detail);
};

} // namespace vigie::reply
