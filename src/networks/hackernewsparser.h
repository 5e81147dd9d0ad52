// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/post.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace vigie::networks
{

struct HackerNewsAnswer {
    std::vector<Post> posts = {};
    qsizetype hits = 0;  ///< in this answer, those without an id included
    qint64 allHits = 0;  ///< that the query has, as the service claims
    std::optional<qint64> oldest = std::nullopt; ///< created_at_i of the oldest hit
};

/**
 * Algolia's search of Hacker News: an answer of /search_by_date, or the tree of /items/:id. Pure; any bytes are accepted.
 * What carries no time is given `receivedAt`; what carries no id is left out.
 */
[[nodiscard]] Result<HackerNewsAnswer> parseHackerNews(const QByteArray &body, core::Instant receivedAt);

} // namespace vigie::networks
