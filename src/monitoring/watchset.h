// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"
#include "analysis/risk.h"
#include "analysis/termmatcher.h"
#include "analysis/tonality.h"
#include "core/clock.h"
#include "core/ids.h"
#include "monitoring/watchquery.h"

#include <QHash>

#include <utility>
#include <vector>

namespace vigie::monitoring
{

/// What a query looks at. Views: the caller keeps the strings alive.
struct QueryInput {
    analysis::PostText text = {};
    QStringView language = {}; ///< "fr"
    QStringView network = {};  ///< "mastodon"
    QStringView author = {};   ///< the handle, with or without '@'
    qint64 followers = -1;     ///< of the author; -1: not known
    double negativity = 0.5;
    analysis::Tonality tonality = analysis::Tonality::Undetermined;
    analysis::Risks risks = {};
    bool isReply = false;
    bool isRepost = false;
    core::Instant postedAt = {};
    core::Instant now = {};    ///< what since:7d counts back from
};

/**
 * Many queries as one, matched with the stream: a single pass over the text finds the terms of all of them, and only the
 * trees of which a needed term was found are judged.
 *
 * - A term is found as TermMatcher finds it: whole words of the folded text; a line break counts as a blank.
 * - a NEAR/n b: an occurrence of each that do not overlap, with at most n-1 words in what lies between them, in either
 *   order. So NEAR/1 are neighbours. A word is a run of letters, digits, marks and underscores.
 * - lang:fr is also fr-CA. author:ada is also @ada and @ada@any.server. A follower count that is not known is neither
 *   above nor below anything.
 *
 * Immutable; may be used from any thread.
 */
class WatchSet
{
public:
    WatchSet() = default;
    explicit WatchSet(std::vector<std::pair<core::WatchId, WatchQuery>> watches);

    [[nodiscard]] bool isEmpty() const { return m_watches.empty(); }
    [[nodiscard]] std::size_t termCount() const { return m_matcher.termCount(); }
    [[nodiscard]] std::size_t memoryUsed() const; ///< bytes, roughly
    /// The watches that match, in the order in which they were given.
    [[nodiscard]] std::vector<core::WatchId> match(const QueryInput &input) const;

private:
    friend class WatchJudging;

    /// The trees laid out flat, one behind the other; a node's children follow it.
    struct Node {
        WatchQuery::Kind kind = WatchQuery::Kind::Everything;
        WatchQuery::Comparison comparison = WatchQuery::Comparison::Equal;
        bool isRelative = false;
        int term = -1;      ///< of Term: its number in m_matcher
        int end = 0;        ///< index after its last descendant
        double number = 0;
        quint32 mask = 0;   ///< of Risk, Tonality, Has, Is: what the value stands for
        QString value = {};
    };
    struct Entry {
        core::WatchId id = {};
        int root = 0;
    };

    void flatten(const WatchQuery::Node &node, bool isPlaced);
    [[nodiscard]] int termNumber(const QString &value);
    [[nodiscard]] std::vector<int> neededTerms(const WatchQuery::Node &node);

    std::vector<Entry> m_watches;
    std::vector<Node> m_nodes;
    std::vector<std::vector<int>> m_watchesOfTerm; ///< the watches that cannot match without one of these terms
    std::vector<int> m_alwaysJudged;               ///< the watches that can match a post with none of their terms
    std::vector<bool> m_isPlaced;                  ///< by term: a NEAR asks where it stands
    QHash<QString, int> m_numbers;                 ///< of terms, folded
    analysis::TermMatcher m_matcher;
};

} // namespace vigie::monitoring
