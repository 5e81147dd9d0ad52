// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/reply.h"
#include "reply/replycheck.h"
#include "store/connection.h"

namespace vigie::reply
{

/// To so many people within an hour, and the next one is warned of: networks take it for spam, and people for a machine.
inline constexpr int kSameTextRecipients = 3;

/// The rule "same-text": a warning where this text, but for accents, case, punctuation and the names it is addressed to, went
/// or is about to go to at least kSameTextRecipients other people within the hour before `now`. It keeps nothing back.
[[nodiscard]] Result<std::optional<ReplyFinding>> sameTextFinding(const store::Connection &connection, const Reply &reply,
                                                                  core::Instant now, const core::Phrasebook &phrases);

} // namespace vigie::reply
