// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/replycheck.h"
#include "reply/route.h"
#include "store/transaction.h"

// What the outbox and its dispatcher have in common: each is a part of one transaction. For files of this room alone.

namespace vigie::reply::outboxacts
{

/// NotFound when there is none.
[[nodiscard]] Result<Reply> load(const store::Connection &connection, core::ReplyId id);

/// Writes the reply with its new state, announces and audits it. Conflict where canBecome() says no.
[[nodiscard]] Result<> become(store::Transaction &transaction, Reply &reply, ReplyState next, const QString &reason,
                              const QString &action, QJsonObject details = {});

/// Everything that must hold before a reply leaves, by whatever way: no drill, no suspension, approved, a text without errors.
[[nodiscard]] Result<> mayLeave(const store::Transaction &transaction, const ReplyCheck &check, const Reply &reply);
/// The last two of these, for a drill too.
[[nodiscard]] Result<> isReady(const store::Connection &connection, const ReplyCheck &check, const Reply &reply);
[[nodiscard]] Result<> refuseWhileSuspended(const store::Transaction &transaction);

/// The page on which a person sends or looks: the post itself, its author for a private message, else one's own account.
/// Empty where none is known.
[[nodiscard]] Result<QString> pageToOpen(const store::Connection &connection, const Reply &reply);

/// Ends the newest attempt of what may have left, with its outcome.
[[nodiscard]] Result<> settle(store::Transaction &transaction, core::ReplyId id, ReplyState next, const QString &outcome,
                              const QString &reason, const QString &action);

/// Of a reply that is sent now: what the world around it must know. The mention, the crisis's first reply, the running log.
[[nodiscard]] Result<> noteAnswered(store::Transaction &transaction, const Reply &reply);

/// Which account of its network it is sent from: InvalidArgument where there is none.
[[nodiscard]] Result<> hasAccount(const store::Connection &connection, const Reply &reply);

/// Stays approved and does not leave by itself any more. `action` is for the audit log.
[[nodiscard]] Result<> holdBack(store::Transaction &transaction, Reply &reply, const QString &reason, const QString &action);

/// Of a private half that does not follow by itself any more: where its public one is out, the log says so. Nothing else is
/// anything to it.
[[nodiscard]] Result<> noteHalfDone(store::Transaction &transaction, const Reply &reply);

} // namespace vigie::reply::outboxacts
