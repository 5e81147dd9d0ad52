// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/reply.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::reply
{

/// What a person gives to begin a reply.
struct NewReply {
    core::DrillRunId drillRunId = {};
    core::IncidentId incidentId = {};
    core::MentionId mentionId = {};
    core::AccountId accountId = {};
    core::MessageVariantId messageVariantId = {};
    QString network = {};
    QString recipient = {};
    Visibility visibility = Visibility::Public;
    core::Language language = core::Language::English;
    QString text = {};
};

/// What may be changed while a reply is editable.
struct ReplyEdit {
    QString text = {};
    QString network = {};
    QString recipient = {};
    Visibility visibility = Visibility::Public;
    core::Language language = core::Language::English;
    core::AccountId accountId = {};
    core::MessageVariantId messageVariantId = {};

    [[nodiscard]] static ReplyEdit of(const Reply &reply);
};

enum class ApprovalPolicy {
    FourEyes, ///< the default: somebody other than who wrote the text approves it
    None,     ///< a desk of one person: a draft may be sent
};

/**
 * Writes replies and has them approved. Nothing here sends; see Outbox.
 *
 * Every act that the state does not allow answers Conflict and changes nothing. Any thread.
 */
class ReplyService
{
public:
    explicit ReplyService(store::Database &database) : m_database(database) {}

    /// A mention that was new waits from now on.
    [[nodiscard]] QFuture<Result<core::ReplyId>> createDraft(const QString &actor, const NewReply &reply);
    /// Call it at each pause in typing: a draft is never lost. Saving an approved or waiting reply with another text makes
    /// it a draft again, and only that is worth a row of the audit log.
    [[nodiscard]] QFuture<Result<ReplyState>> saveDraft(const QString &actor, core::ReplyId id, const ReplyEdit &edit);
    [[nodiscard]] QFuture<Result<>> requestApproval(const QString &actor, core::ReplyId id);
    /// `textSeen` is what the approver read: Conflict when it has changed since. Unauthorized for who wrote the text, unless
    /// the policy is None.
    [[nodiscard]] QFuture<Result<>> approve(const QString &actor, core::ReplyId id, const QString &textSeen);
    /// Back to a draft, with a note for its writer (Reply::stateReason).
    [[nodiscard]] QFuture<Result<>> reject(const QString &actor, core::ReplyId id, const QString &note);
    [[nodiscard]] QFuture<Result<>> cancel(const QString &actor, core::ReplyId id, const QString &reason);
    /// A cancelled or failed reply becomes a draft again.
    [[nodiscard]] QFuture<Result<>> reopen(const QString &actor, core::ReplyId id);
    /// Makes two texts to one person the halves of one answer, before either is on its way; Outbox::queuePair sends them.
    /// Each keeps its own approval. A pair that is one already stays one. See canBePair().
    [[nodiscard]] QFuture<Result<>> pair(const QString &actor, core::ReplyId publicId, core::ReplyId privateId);
    /// Both halves go on alone, with their texts. Conflict once one of them is on its way, or has left.
    [[nodiscard]] QFuture<Result<>> unpair(const QString &actor, core::ReplyId id);

    [[nodiscard]] QFuture<Result<>> setApprovalPolicy(const QString &actor, ApprovalPolicy policy);
    [[nodiscard]] static Result<ApprovalPolicy> approvalPolicy(const store::Connection &connection);

private:
    store::Database &m_database;
};

} // namespace vigie::reply
