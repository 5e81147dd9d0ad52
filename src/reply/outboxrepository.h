// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/reply.h"
#include "store/query.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::reply
{

/// An attempt of unknown outcome that the network is to be searched for.
struct LookedFor {
    Reply reply = {};
    ReplyAttempt attempt = {}; ///< the newest one
};

/// A text that went to somebody, as far as the warning about many equal ones needs it.
struct RecentText {
    QString text = {};
    QString recipient = {};
};

/// SQL of what leaves by itself, nothing else.
class OutboxRepository
{
public:
    /// What may leave at `now`, longest due first. A private half waits until its public one is settled.
    [[nodiscard]] static Result<std::vector<core::ReplyId>> due(const store::Connection &connection, core::Instant now,
                                                                int limit);
    /// On their way since before `queuedBefore`; of all scopes.
    [[nodiscard]] static Result<std::vector<core::ReplyId>> queuedBefore(const store::Connection &connection,
                                                                         core::Instant queuedBefore);
    [[nodiscard]] static Result<std::vector<core::ReplyId>> dueOfAccount(const store::Connection &connection,
                                                                         core::Instant now, core::AccountId account);
    [[nodiscard]] static Result<std::vector<LookedFor>> toLookFor(const store::Connection &connection, core::Instant now,
                                                                  int limit);
    /// The next instant after `now` at which any of these has something to do; `patience` is how long a reply may wait.
    [[nodiscard]] static Result<std::optional<core::Instant>> nextDue(const store::Connection &connection, core::Instant now,
                                                                      std::chrono::milliseconds patience);
    /// Being sent by the program, as far as the database knows.
    [[nodiscard]] static Result<std::vector<core::ReplyId>> inFlightByApi(const store::Connection &connection);
    [[nodiscard]] static Result<std::optional<ReplyAttempt>> lastAttempt(const store::Connection &connection,
                                                                         core::ReplyId id);

    /// The signed-in account that answers where a reply names none: the one that read the mention, else the first of the
    /// network. No valid id where there is none.
    [[nodiscard]] static Result<core::AccountId> accountFor(const store::Connection &connection, const Reply &reply);
    /// The network of an account that is in use; nothing where there is no such account.
    [[nodiscard]] static Result<std::optional<QString>> accountNetwork(const store::Connection &connection,
                                                                       core::AccountId id);
    [[nodiscard]] static Result<bool> isRemoteIdTaken(const store::Connection &connection, const QString &network,
                                                      const QString &remoteId, core::ReplyId except);
    /// Another reply with the same words, from the same account, to the same post, that may have arrived too.
    [[nodiscard]] static Result<bool> hasOpenTwin(const store::Connection &connection, const Reply &reply);
    /// What was sent, or is about to be, since `since`; at most `limit`, newest first.
    [[nodiscard]] static Result<std::vector<RecentText>> recentTexts(const store::Connection &connection,
                                                                     core::DrillRunId scope, core::Instant since,
                                                                     core::ReplyId except, int limit);

    /// When the network is next searched for the newest attempt, and how often it was.
    [[nodiscard]] static Result<> setLook(store::Transaction &transaction, core::ReplyId id, int looks,
                                          std::optional<core::Instant> lookAt);
};

} // namespace vigie::reply
