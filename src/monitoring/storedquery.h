// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "monitoring/watchset.h"
#include "store/connection.h"
#include "store/query.h"

#include <limits>
#include <vector>

namespace vigie::monitoring
{

/// Ids of mentions from `first` up to, but not including, `end`. The order of ids is the order of time.
struct IdRange {
    qint64 first = 0;
    qint64 end = std::numeric_limits<qint64>::max();
};

/// False where the full-text index may divide the text into other words than the query language does, so that a search by
/// the index could miss it. The intake keeps this with the mention. tst_storedquery proves it for every character.
[[nodiscard]] bool isIndexedFaithfully(QStringView text);

/**
 * A query over what is stored: exactly the mentions that WatchSet would match.
 *
 * The index only names candidates: every mention whose words the index divides as we do and that matches satisfies
 * indexExpression(). They are read newest first, together with the few that are not indexed faithfully, and judged by
 * the same WatchSet; so a page costs about as much as its rows. A query that no word narrows is judged along all mentions.
 *
 * What is judged is what is stored: followers as they are known now, tonality as a person corrected it.
 */
class StoredQuery
{
public:
    StoredQuery(const WatchQuery &query, core::Instant now);

    /// In FTS5's own language; empty where no word of the query narrows the candidates.
    [[nodiscard]] const QString &indexExpression() const { return m_expression; }

    /// Newest first, at most `limit` (-1: all). `conditions` are added to the WHERE, about the mention `m`: " AND m.lang = ?".
    /// Stops after `candidates` that were read (-1: never), whatever was found until then.
    [[nodiscard]] Result<std::vector<qint64>> ids(const store::Connection &connection, core::DrillRunId scope,
                                                  IdRange range, const QString &conditions,
                                                  const std::vector<store::Value> &values, int limit,
                                                  int candidates = -1) const;

private:
    WatchSet m_set;
    QString m_expression;
    IdRange m_range; ///< of since: and until:
    core::Instant m_now;
    bool m_readsAuthor = false;
    bool m_isWord = false; ///< see isIndexedWord()
};

} // namespace vigie::monitoring
