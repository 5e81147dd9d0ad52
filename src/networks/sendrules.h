// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/jsonsender.h"

namespace vigie::networks
{

// A file each: xsendrules.cpp, redditsendrules.cpp, youtubesendrules.cpp, metasendrules.cpp.

/// Replies to who has mentioned or quoted the account (looked at before), and posts of one's own.
[[nodiscard]] SendRules xSendRules();
/// Comments, by a form: the service knows no JSON there.
[[nodiscard]] SendRules redditSendRules();
/// Replies below a thread's first comment: there is one level.
[[nodiscard]] SendRules youTubeSendRules();
[[nodiscard]] SendRules facebookSendRules();
[[nodiscard]] SendRules instagramSendRules();

} // namespace vigie::networks
