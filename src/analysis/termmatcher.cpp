// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termmatcher.h"

#include <map>

namespace vigie::analysis
{
namespace
{

/// Scripts that put no space between words, so that a bound could never be found.
bool isWrittenWithoutSpaces(QChar unit)
{
    switch (unit.script()) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool needsBound(QChar unit)
{
    return core::isWordCharacter(unit.unicode()) && !isWrittenWithoutSpaces(unit);
}

} // namespace

/// The terms as a tree of symbols: a child always comes after its parent. The first two nodes stand for "no term has begun":
/// at a place where a word could begin, and within a word.
struct TermMatcher::Trie {
    struct Node {
        std::map<quint16, quint32> children;
    };
    std::vector<Node> nodes{2};
    std::vector<qint32> firstTerm{-1, -1};

    quint32 child(quint32 node, quint16 symbol)
    {
        const auto [found, isNew] = nodes[node].children.try_emplace(symbol, quint32(nodes.size()));
        const quint32 result = found->second;
        if (isNew) {
            nodes.emplace_back();
            firstTerm.push_back(-1);
        }
        return result;
    }

    /// The same tree with its nodes by depth: the beginnings of words, where a text nearly always is, are then close together.
    [[nodiscard]] Trie breadthFirst() const
    {
        std::vector<quint32> order{0, 1};
        order.reserve(nodes.size());
        Trie result;
        result.nodes.resize(nodes.size());
        result.firstTerm.resize(nodes.size(), -1);
        for (std::size_t position = 0; position < nodes.size(); ++position) {
            const Node &node = nodes[order[position]];
            result.firstTerm[position] = firstTerm[order[position]];
            for (const auto &[symbol, child] : node.children) {
                result.nodes[position].children.emplace(symbol, quint32(order.size()));
                order.push_back(child);
            }
        }
        return result;
    }
};

bool TermMatcher::add(QStringView term, int id)
{
    Term added;
    added.text = core::folded(term.trimmed());
    if (added.text.endsWith(u'*')) {
        added.isPrefix = true;
        added.text.chop(1);
    }
    if (added.text.isEmpty())
        return false;
    added.id = id;
    added.boundBefore = needsBound(added.text.front());
    added.boundAfter = !added.isPrefix && needsBound(added.text.back());
    m_terms.push_back(std::move(added));
    return true;
}

void TermMatcher::numberSymbols()
{
    // Columns 0 and 1 are of all units that no term holds: those that end a word, and those that go on with it.
    m_symbol.assign(std::size_t(kDirectUnits) + 512, 0);
    m_isWordColumn.assign({0, 1});
    m_columns = 2;
    for (char16_t unit = 0; unit < kDirectUnits; ++unit) {
        m_symbol[unit] = core::isWordCharacter(unit) ? 1 : 0;
    }
    const auto number = [this](std::size_t position) {
        if (m_symbol[position] > 1)
            return;
        m_isWordColumn.push_back(position < kDirectUnits ? quint8(m_symbol[position]) : 0);
        m_symbol[position] = quint16(m_columns++);
    };
    // The commonest letters first: what is read of a row is then mostly one line of the cache.
    for (const QChar common : QStringView(u" esaintrluodcmp"))
        number(common.unicode());
    for (const Term &term : m_terms) {
        for (const QChar character : term.text) {
            const char16_t unit = character.unicode();
            if (unit < kDirectUnits) {
                number(unit);
            } else {
                number(std::size_t(kDirectUnits) + (unit >> 8));
                number(std::size_t(kDirectUnits) + 256 + (unit & 0xff));
            }
        }
    }
    m_symbol[u'\n'] = m_symbol[u'\t'] = m_symbol[u' '];
    constexpr quint32 kLine = 16; // columns in a line of the cache
    m_columns = (m_columns + kLine - 1) / kLine * kLine;
    m_isWordColumn.resize(m_columns, 0);
}

std::vector<quint16> TermMatcher::symbolsOf(const QString &text) const
{
    std::vector<quint16> result;
    result.reserve(std::size_t(text.size()));
    for (const QChar character : text) {
        const char16_t unit = character.unicode();
        if (unit < kDirectUnits) {
            result.push_back(m_symbol[unit]);
        } else {
            result.push_back(m_symbol[std::size_t(kDirectUnits) + (unit >> 8)]);
            result.push_back(m_symbol[std::size_t(kDirectUnits) + 256 + (unit & 0xff)]);
        }
    }
    return result;
}

TermMatcher::Trie TermMatcher::makeTrie()
{
    Trie trie;
    m_sameState.assign(m_terms.size(), -1);
    for (std::size_t i = 0; i < m_terms.size(); ++i) {
        quint32 node = 0;
        for (const quint16 symbol : symbolsOf(m_terms[i].text))
            node = trie.child(node, symbol);
        m_sameState[i] = trie.firstTerm[node];
        trie.firstTerm[node] = qint32(i);
    }
    return trie.breadthFirst();
}

void TermMatcher::build()
{
    m_next.clear();
    m_firstTerm.clear();
    m_outputLink.clear();
    if (m_terms.empty())
        return;
    numberSymbols();
    const Trie trie = makeTrie();
    m_firstTerm = trie.firstTerm;
    const std::size_t states = trie.nodes.size();
    Q_ASSERT(states * m_columns < kOutputBit);
    m_next.assign(states * m_columns, 0);
    m_outputLink.assign(states, 0);

    // Within a word no term begins, but one that needs no bound: all of its letters stay on one row, which stays in the cache.
    for (quint32 column = 0; column < m_columns; ++column) {
        m_next[column] = m_isWordColumn[column] * m_columns;
        m_next[m_columns + column] = m_isWordColumn[column] * m_columns;
    }

    // Breadth first, so that the state a failure leads to has its whole row before it is copied.
    std::vector<quint32> failure(states, 0);
    for (quint32 node = 0; node < states; ++node) {
        if (node == 1)
            continue;
        quint32 *const row = m_next.data() + std::size_t(node) * m_columns;
        const quint32 *const fallback = m_next.data() + std::size_t(failure[node]) * m_columns;
        if (node != 0)
            std::copy(fallback, fallback + m_columns, row);
        for (const auto &[symbol, child] : trie.nodes[node].children) {
            failure[child] = node == 0 ? m_isWordColumn[symbol] : (fallback[symbol] & ~kOutputBit) / m_columns;
            const quint32 suffix = failure[child];
            m_outputLink[child] = m_firstTerm[suffix] >= 0 ? suffix * m_columns : m_outputLink[suffix];
            const bool hasOutput = m_firstTerm[child] >= 0 || m_outputLink[child] != 0;
            row[symbol] = child * m_columns | (hasOutput ? kOutputBit : 0);
            if (node == 0 && m_isWordColumn[symbol] == 0)
                m_next[m_columns + symbol] = row[symbol];
        }
    }
}

std::size_t TermMatcher::memoryUsed() const
{
    return m_next.size() * sizeof(quint32) + m_firstTerm.size() * (sizeof(qint32) + sizeof(quint32)) +
           m_symbol.size() * sizeof(quint16) + m_terms.size() * (sizeof(Term) + 32);
}

qsizetype TermMatcher::boundedEnd(const Term &term, QStringView folded, qsizetype end, qsizetype &wordEnd)
{
    const qsizetype start = end - term.text.size();
    if (term.boundBefore && start > 0 && core::isWordCharacter(folded[start - 1].unicode()))
        return -1;
    if (term.boundAfter && end < folded.size() && core::isWordCharacter(folded[end].unicode()))
        return -1;
    if (!term.isPrefix)
        return end;
    // Ends come in order: within the word that was walked through last, there is no need to walk again.
    if (end > wordEnd) {
        wordEnd = end;
        while (wordEnd < folded.size() && core::isWordCharacter(folded[wordEnd].unicode()))
            ++wordEnd;
    }
    return wordEnd;
}

} // namespace vigie::analysis
