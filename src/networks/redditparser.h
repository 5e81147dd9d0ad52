// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/postlisting.h"

#include <QByteArray>

namespace vigie::networks
{

/**
 * An answer of Reddit that holds comments or submissions: a listing, the two listings of a thread, the things that writing
 * gives back. Asked for with raw_json=1. Pure; any bytes are accepted. Private messages are left out; what reads "[deleted]"
 * or "[removed]" is among `deleted`. Errors within a 200 are an error.
 */
[[nodiscard]] Result<PostListing> parseReddit(const QByteArray &body);

/// "RATELIMIT: you are doing that too much…" out of any answer; empty when it complains of nothing.
[[nodiscard]] QString redditComplaint(const QByteArray &body);
/// "try again in 9 minutes" of such a complaint.
[[nodiscard]] std::optional<std::chrono::seconds> waitInComplaint(const QString &complaint);

} // namespace vigie::networks
