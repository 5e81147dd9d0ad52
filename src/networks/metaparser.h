// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/httpclient.h"
#include "networks/postlisting.h"

#include <QByteArray>

namespace vigie::networks
{

/**
 * An answer of Meta's Graph API that holds posts or comments of a Facebook page or of an Instagram account, with the comments
 * and replies that stand within them. Pure; any bytes are accepted. An error is one whatever the status was. Of the paging
 * only the cursor is taken: the addresses beside it hold the access token.
 */
[[nodiscard]] Result<PostListing> parseFacebook(const QByteArray &body);
[[nodiscard]] Result<PostListing> parseInstagram(const QByteArray &body);

/// What the error in an answer means, with the wait that the usage headers ask for. Nothing when there is none.
[[nodiscard]] std::optional<Error> metaError(const QByteArray &body, const HttpHeaders &headers, int status);

/// X-Business-Use-Case-Usage and X-App-Usage: the longest wait that they name, or an hour where a share has reached 100 %.
[[nodiscard]] std::optional<std::chrono::seconds> metaWait(const HttpHeaders &headers);

} // namespace vigie::networks
