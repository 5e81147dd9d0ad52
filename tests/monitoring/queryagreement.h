// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace vigie::monitoring
{

/// How far the stream and the search over what is stored find the same posts.
struct QueryAgreement {
    int posts = 0;
    int queries = 0;
    int indexed = 0;      ///< queries that the full-text index narrows
    int unfaithful = 0;   ///< posts that the index does not read as we do
    qint64 matches = 0;   ///< by the stream, over all queries
    QStringList differences = {}; ///< a sentence for each query with another answer; at most 20
    double streamSeconds = 0;
    double searchSeconds = 0;
};

/**
 * Draws posts and queries, gives the posts to the intake's own judge with all the queries as one WatchSet, stores the same
 * posts, and asks the database each query, whole and page by page. The same seed draws the same.
 *
 * The posts are made to be difficult: words with accents, ligatures and letters that no index folds, emoji and signs right
 * beside words, marks and joiners inside them, underscores, hashtags, handles, links, scripts without blanks.
 */
[[nodiscard]] QueryAgreement queryAgreement(int posts, int queries, unsigned seed);

} // namespace vigie::monitoring
