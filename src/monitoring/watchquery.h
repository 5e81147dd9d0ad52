// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"
#include "analysis/termmatcher.h"
#include "core/ids.h"
#include "core/result.h"

#include <QString>

#include <memory>
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
};

/**
 * What a watch looks for, as a person writes it:
 *
 *     airline (delay OR "lost luggage" OR rembours*) -weather lang:fr
 *
 * - words and "phrases" are whole words without regard to case and accents; begin* finds every ending
 * - #tag and @handle as they stand in the text
 * - side by side, or AND: both; OR: one of them (binds less than AND); NOT or -: not this; parentheses
 * - lang:fr  network:mastodon  author:@name
 * - * alone: every post
 *
 * AND, OR and NOT are written in capitals; "and" is a word to look for. Immutable; may be used from any thread.
 */
class WatchQuery
{
public:
    enum class Kind { Term, Language, Network, Author, Everything, And, Or, Not };
    struct Node {
        Kind kind = Kind::Everything;
        QString value = {};            ///< of a term as TermMatcher takes it, of a field folded
        std::vector<Node> children = {}; ///< And, Or: two or more; Not: one
    };

    static constexpr int kMaxLength = 4000;
    static constexpr int kMaxDepth = 40;
    static constexpr int kMaxTerms = 500;

    /// The error's place has the column (from 1, in UTF-16 units), its detail what was expected there.
    [[nodiscard]] static Result<WatchQuery> parse(QStringView query);

    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const Node &root() const { return *m_root; }
    /// The query with every operator and parenthesis written out: parses to the same query.
    [[nodiscard]] QString canonical() const;

private:
    WatchQuery(QString source, Node root);

    QString m_source;
    std::shared_ptr<const Node> m_root; ///< shared, because it never changes and queries are copied
};

/// Many queries as one: a single pass over the text finds the terms of all of them. Immutable; may be used from any thread.
class WatchSet
{
public:
    WatchSet() = default;
    explicit WatchSet(std::vector<std::pair<core::WatchId, WatchQuery>> watches);

    [[nodiscard]] bool isEmpty() const { return m_watches.empty(); }
    /// The watches that match, in the order in which they were given.
    [[nodiscard]] std::vector<core::WatchId> match(const QueryInput &input) const;

private:
    /// A query's tree laid out flat; a node's children follow it.
    struct Node {
        WatchQuery::Kind kind = WatchQuery::Kind::Everything;
        int term = -1;   ///< index of the term in m_matcher
        QString value = {};
        int end = 0;     ///< index after its last descendant
    };
    struct Entry {
        core::WatchId id = {};
        std::vector<Node> nodes = {};
        bool needsTerm = false; ///< cannot match a post that has none of its terms
    };
    void add(core::WatchId id, const WatchQuery::Node &root);
    void flatten(Entry &entry, const WatchQuery::Node &node);
    [[nodiscard]] bool holds(const Entry &entry, int node, const QueryInput &input, const std::vector<int> &found) const;

    std::vector<Entry> m_watches;
    std::vector<int> m_watchOfTerm;
    analysis::TermMatcher m_matcher;
};

} // namespace vigie::monitoring
