// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/language.h"
#include "core/result.h"

#include <QJsonObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace vigie::monitoring
{

/// Why a query cannot be understood: where, how far, and what was expected there.
struct QueryProblem {
    qsizetype start = 0;            ///< in UTF-16 units of the query; its size where something is missing at the end
    qsizetype length = 1;           ///< what to underline, at least 1, also at the end
    const char *expectation = "";   ///< English, in the context "WatchQuery"; may hold a %1
    QString argument = {};          ///< for the %1

    [[nodiscard]] QString message(const core::Phrasebook &phrases) const;
};

/**
 * What a watch looks for, as a person writes it:
 *
 *     airline (delay OR "lost luggage" OR rembours*) -weather lang:fr followers>=10k
 *
 * The grammar, from what binds least:
 *
 *     query    = both { "OR" both }
 *     both     = near { ["AND"] near }                 side by side is AND
 *     near     = operand [ "NEAR" ["/" number] operand ]
 *     operand  = ("NOT" | "-") operand | "(" query ")" | word | phrase | field | "*"
 *
 * AND, OR, NOT and NEAR are written in capitals; "and" is a word to look for. What the words and fields mean is told to
 * people by queryHelp(); what they match exactly is told by WatchSet. Immutable; may be used from any thread.
 */
class WatchQuery
{
public:
    enum class Kind {
        Term, Near, Language, Network, Author, Followers, Negativity, Tonality, Risk, Has, Is, Since, Until, Everything,
        And, Or, Not
    };
    enum class Comparison { Less, AtMost, Equal, AtLeast, More };
    struct Node {
        Kind kind = Kind::Everything;
        QString value = {}; ///< of a term as TermMatcher takes it, of a field folded; a key for Tonality, Risk, Has, Is
        std::vector<Node> children = {}; ///< And, Or: two or more; Not: one; Near: two, each a term or an Or of terms
        Comparison comparison = Comparison::Equal; ///< Followers, Negativity
        /// Followers, Negativity: the limit. Near: the distance. Since, Until: milliseconds, since 1970 or before now.
        double number = 0;
        bool isRelative = false; ///< Since, Until: counted back from now
    };

    static constexpr int kMaxLength = 4000;
    static constexpr int kMaxDepth = 40;
    static constexpr int kMaxTerms = 500;
    static constexpr int kMaxDistance = 100;
    static constexpr int kUsualDistance = 10; ///< of a NEAR without a number

    /// The error's place has the column (from 1, in UTF-16 units), its detail what was expected there, in English.
    [[nodiscard]] static Result<WatchQuery> parse(QStringView query);
    /// What is wrong with a query, for underlining it; nothing where it can be understood.
    [[nodiscard]] static std::optional<QueryProblem> problemIn(QStringView query);
    /// For a search field, which must make something of every half-typed text: where the text is no query, its words, all
    /// of them wanted. Nothing where there is no word either.
    [[nodiscard]] static std::optional<WatchQuery> typed(QStringView text);

    [[nodiscard]] const QString &source() const { return m_source; }
    [[nodiscard]] const Node &root() const { return *m_root; }
    /// The query with every operator and parenthesis written out: parses to the same query.
    [[nodiscard]] QString canonical() const;
    /// The tree for machines: {"kind":"and","children":[{"kind":"term","value":"panne"},…]}.
    [[nodiscard]] QJsonObject toJson() const;

private:
    WatchQuery(QString source, Node root);

    QString m_source;
    std::shared_ptr<const Node> m_root; ///< shared, because it never changes and queries are copied
};

} // namespace vigie::monitoring
