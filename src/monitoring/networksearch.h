// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "monitoring/watchquery.h"

#include <QStringList>

#include <optional>

namespace vigie::monitoring
{

/// The searches of networks that are known here.
enum class SearchService { Mastodon, Bluesky, X, HackerNews };
[[nodiscard]] std::optional<SearchService> searchServiceFromKey(QStringView network); ///< "mastodon", "bluesky", "x", "hackernews"

/// Something of a query that the network's search cannot be asked; the posts it brings are judged for it here.
enum class Unsaid { Beginning, Nearness, Field, Negation, Length, Everything };

/**
 * What a network is asked so that its answer holds every post that the query matches, as far as the network's search finds
 * what it says: a superset. All that it brings is judged by the query itself, so what could not be said costs requests,
 * never a wrong post. Where nothing can be asked without losing posts, `queries` is empty.
 */
struct NetworkSearch {
    QStringList queries = {}; ///< to be asked each; more than one where the network knows no OR
    std::vector<Unsaid> unsaid = {};
};
[[nodiscard]] NetworkSearch networkSearch(const WatchQuery &query, SearchService service);

/// "The beginning of a word cannot be searched on this network: its posts are sorted out here.", for a person.
[[nodiscard]] QString unsaidText(Unsaid what, const core::Phrasebook &phrases);

} // namespace vigie::monitoring
