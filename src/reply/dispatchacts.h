// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/sender.h"
#include "reply/replycheck.h"
#include "reply/route.h"
#include "store/transaction.h"

#include <array>
#include <chrono>

// What the dispatcher writes down: each is one transaction. For it alone. `now` is real time, which the transaction's own is
// not while a drill runs.

namespace vigie::reply::dispatchacts
{

/// What waits longer than that does not leave by itself any more, nor is it tried again.
inline constexpr std::chrono::hours kPatience(1);
/// After an attempt of unknown outcome the network is searched that long after it, and after the search before: two minutes
/// in all, because what was posted shows late on some networks.
inline constexpr std::array kLookAfter = {std::chrono::seconds(10), std::chrono::seconds(30), std::chrono::seconds(80)};

/// Not the reply is at fault: the same may succeed later.
[[nodiscard]] bool mayPass(const Error &error);

/// What a reply would leave with. What was frozen within the hour and says the same is taken as it is: should the network
/// have kept the first one against its own word, it meets the very same again.
[[nodiscard]] Result<FrozenPayload> payloadOf(const store::Connection &connection, const Reply &reply, core::Instant now);

struct Frozen {
    enum class Kind {
        Sending,  ///< on disk: it may leave
        HeldBack, ///< it must not leave, and says why
        Gone,     ///< recalled or changed meanwhile: nothing was written
    };
    Kind kind = Kind::Gone;
    int attempt = 0;
};
[[nodiscard]] Result<Frozen> freeze(store::Transaction &transaction, core::Instant now, const FrozenPayload &payload,
                                    const ReplyCheck &check);

/// How attempt number `attempt` ended; `wait` is for what is to be tried again. Gives where the reply stands now.
/// Where an attempt before is of unknown outcome, only `Sent` ends that. Conflict when that attempt is over already.
[[nodiscard]] Result<ReplyState> settleAttempt(store::Transaction &transaction, core::Instant now, core::ReplyId id,
                                               int attempt, const networks::SendOutcome &outcome,
                                               std::chrono::milliseconds wait);

/// Nothing has left yet: the account rests for `wait`, and all that is due there says why. Gives which that are.
[[nodiscard]] Result<std::vector<core::ReplyId>> postpone(store::Transaction &transaction, core::Instant now,
                                                          core::AccountId account, const QString &reason,
                                                          std::chrono::milliseconds wait);
/// Nothing has left, and it would not the next time either: a person must change something.
[[nodiscard]] Result<> giveBack(store::Transaction &transaction, core::ReplyId id, const QString &reason);
/// All that has waited too long. Gives which that were.
[[nodiscard]] Result<std::vector<core::ReplyId>> giveBackTheLate(store::Transaction &transaction, core::Instant now);

struct Looked {
    enum class Kind { LookAgain, Sent, LeftToPerson, SendAgain };
    Kind kind = Kind::LookAgain;
    int attempt = 0; ///< for SendAgain: on disk, with the payload of the attempt before
};
/// What a search of the network brought; an error is "could not be seen". `maySendAgain` as of networks::Sender.
[[nodiscard]] Result<Looked> noteLook(store::Transaction &transaction, core::Instant now, core::ReplyId id, int attempt,
                                      const Result<std::optional<networks::SentPost>> &found, bool maySendAgain,
                                      std::chrono::milliseconds wait);

/// At the start: what was being sent is unknown, and looked for at once.
[[nodiscard]] Result<int> noteInterrupted(store::Transaction &transaction, core::Instant now);

} // namespace vigie::reply::dispatchacts
