// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"

namespace vigie::analysis
{

/**
 * The language of a post as a BCP 47 primary tag ("fr", "en", "de"), or "und".
 *
 * French and English function words decide first, because they cost nothing; only where they do not is CLD2 asked.
 * `hint` (what the network claims, may be empty) is believed only where the text itself decides nothing: networks often
 * claim the language of the account, not of the post. Links, handles and hashtags do not count. May be called from any
 * thread.
 */
[[nodiscard]] QString detectLanguage(QStringView text, QStringView hint = {});
/// The same, where the caller has already folded the text.
[[nodiscard]] QString detectLanguage(const PostText &text, QStringView hint = {});

} // namespace vigie::analysis
