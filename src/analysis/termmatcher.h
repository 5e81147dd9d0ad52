// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace vigie::analysis
{

/**
 * Finds many terms in folded text in one pass (Aho-Corasick over UTF-16 units, all transitions precomputed).
 *
 * A term matches whole words: "panne" is not found in "empanner". A last '*' lifts the bound at the end: "rembours*"
 * finds "remboursement". A side of a term that is no word character (an emoji, '#', '@') has no bound, nor has a script
 * written without spaces. A blank in a term is also found as a line break or a tab. All occurrences of all terms are told, overlapping ones too.
 *
 * Add terms, build() once, then match() from any number of threads. A copy is a deep copy.
 */
class TermMatcher
{
public:
    /// Folds the term itself. False, and nothing is added, where nothing is left to look for ("", "*"). Ids need not
    /// differ.
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
    struct Trie; // while building

    void numberSymbols();
    [[nodiscard]] std::vector<quint16> symbolsOf(const QString &text) const;
    [[nodiscard]] Trie makeTrie();
    /// Where the occurrence of a term ends, or -1 where its bounds forbid it. `wordEnd` is the walk's own, 0 at first.
    [[nodiscard]] static qsizetype boundedEnd(const Term &term, QStringView folded, qsizetype end,
                                              qsizetype &wordEnd);

    std::vector<Term> m_terms;
    std::vector<quint16> m_symbol; ///< kDirectUnits units, then 256 high and 256 low bytes: their column
    std::vector<quint8> m_isWordColumn; ///< by column: 1 for a unit of which words are made; 0 for half units
    quint32 m_columns = 2;
    std::vector<quint32> m_next;       ///< row (already multiplied by m_columns) | kOutputBit
    std::vector<qint32> m_firstTerm;   ///< by state: index of a term that ends here, or -1
    std::vector<qint32> m_sameState;   ///< by term: the next term that ends in the same state, or -1
    std::vector<quint32> m_outputLink; ///< by state: the row of the longest proper suffix where a term ends, or 0
};

template <typename Callback>
void TermMatcher::match(QStringView folded, Callback &&callback) const
{
    if (m_next.empty())
        return;
    const quint32 *const next = m_next.data();
    const quint16 *const symbol = m_symbol.data();
    const quint16 *const high = symbol + kDirectUnits;
    const quint16 *const low = high + 256;
    const char16_t *const units = folded.utf16();
    quint32 state = 0; // the row, without the output bit
    qsizetype wordEnd = 0;
    const quint32 withinWord = m_columns;
    const qsizetype size = folded.size();
    for (qsizetype i = 0; i < size; ++i) {
        const char16_t unit = units[i];
        quint32 target = 0;
        if (unit < kDirectUnits) [[likely]] {
            target = next[state + symbol[unit]];
            state = target & ~kOutputBit;
        } else {
            target = next[(next[state + high[unit >> 8]] & ~kOutputBit) + low[unit & 0xff]];
            state = target & ~kOutputBit;
            if (state <= withinWord) {
                state = core::isWordCharacter(unit) ? withinWord : 0;
                continue;
            }
        }
        if ((target & kOutputBit) == 0) [[likely]]
            continue;
        for (quint32 row = state; row != 0; row = m_outputLink[row / m_columns]) {
            for (qint32 index = m_firstTerm[row / m_columns]; index >= 0; index = m_sameState[std::size_t(index)]) {
                const Term &term = m_terms[std::size_t(index)];
                const qsizetype end = boundedEnd(term, folded, i + 1, wordEnd);
                if (end >= 0)
                    callback(term.id, i + 1 - term.text.size(), end);
            }
        }
    }
}

} // namespace vigie::analysis
