// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QString>
#include <QStringView>

#include <array>
#include <vector>

namespace vigie::analysis
{

/**
 * Finds many terms in folded text in one pass (Aho-Corasick over UTF-16 units, all transitions precomputed).
 *
 * A term matches whole words: "panne" is not found in "empanner". A last '*' lifts the bound at the end: "rembours*" finds
 * "remboursement". A side of a term that is no word character (an emoji, '#', '@') has no bound, nor has a script written
 * without spaces. All occurrences of all terms are told, overlapping ones too.
 *
 * Add terms, build() once, then match() from any number of threads. A copy is a deep copy.
 */
class TermMatcher
{
public:
    /// Folds the term itself. False, and nothing is added, where nothing is left to look for ("", "*"). Ids need not differ.
    bool add(QStringView term, int id);
    void build();

    [[nodiscard]] bool isEmpty() const { return m_terms.empty(); }
    [[nodiscard]] std::size_t termCount() const { return m_terms.size(); }
    [[nodiscard]] std::size_t memoryUsed() const; ///< bytes, roughly

    /// Calls `callback(int id, qsizetype start, qsizetype end)` for each occurrence, ordered by where the term ends.
    /// Positions count in `folded`, which core::folded() made. For "word*" the end is the end of the whole word.
    template <typename Callback>
    void match(QStringView folded, Callback &&callback) const;

private:
    static constexpr char16_t kDirectUnits = 0x0530; ///< units below have a symbol of their own, others take two
    static constexpr quint32 kOutputBit = 0x8000'0000;

    struct Term {
        QString text;
        int id = 0;
        bool isPrefix = false;
        bool boundBefore = true;
        bool boundAfter = true;
    };
    struct Node; // while building

    [[nodiscard]] static std::vector<quint16> symbols(const QString &text);
    void numberSymbols();
    void emitAt(quint32 state, QStringView folded, qsizetype end, auto &&callback) const;

    std::vector<Term> m_terms;
    std::vector<quint16> m_symbol;    ///< kDirectUnits units, then 256 high and 256 low bytes: their column, 0 = none
    quint32 m_columns = 1;
    std::vector<quint32> m_next;      ///< row (already multiplied by m_columns) | kOutputBit
    std::vector<qint32> m_firstTerm;  ///< by state: index of a term that ends here, or -1
    std::vector<qint32> m_sameState;  ///< by term: the next term that ends in the same state, or -1
    std::vector<quint32> m_outputLink;///< by state: the longest proper suffix state where a term ends, or 0
};

} // namespace vigie::analysis

#include "analysis/termmatcher_impl.h"
