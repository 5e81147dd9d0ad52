// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/neardup.h"

#include "analysis/words.h"

#include <QVarLengthArray>

#include <algorithm>
#include <bit>
#include <limits>

namespace vigie::analysis
{
namespace
{

constexpr quint64 kShortMark = 1; // the lowest bit tells a plain hash from a simhash
constexpr int kShortWords = 4;
constexpr int kNearBits = 3;
constexpr int kLongestChain = 512; // a bucket that everybody falls in must not make the intake slow

quint64 mixed(quint64 value)
{
    value ^= value >> 30;
    value *= 0xbf58'476d'1ce4'e5b9ULL;
    value ^= value >> 27;
    value *= 0x94d0'49bb'1331'11ebULL;
    return value ^ (value >> 31);
}

quint64 wordHash(QStringView word)
{
    quint64 hash = 0xcbf2'9ce4'8422'2325ULL;
    for (const QChar unit : word) {
        hash ^= unit.unicode();
        hash *= 0x0000'0100'0000'01b3ULL;
    }
    return mixed(hash);
}

void vote(std::array<qint32, 64> &counts, quint64 hash, qint32 weight)
{
    for (std::size_t bit = 0; bit < 64; ++bit)
        counts[bit] += (qint32((hash >> bit) & 1) * 2 - 1) * weight;
}

quint16 band(quint64 fingerprint, std::size_t index)
{
    return quint16(fingerprint >> (index * 16));
}

} // namespace

quint64 fingerprint(const PostText &text)
{
    QVarLengthArray<quint64, 128> words;
    forEachWord(text.folded, [&](const Word &word) {
        const QStringView letters = word.in(text.folded);
        if (words.isEmpty() && letters == u"rt")
            return;
        words.append(wordHash(letters));
    });
    if (words.isEmpty())
        return 0;
    if (words.size() < kShortWords) {
        quint64 hash = 0;
        for (const quint64 word : words)
            hash = mixed(hash + word + 0x9e37'79b9'7f4a'7c15ULL);
        return hash | kShortMark;
    }
    std::array<qint32, 64> counts{};
    for (qsizetype i = 0; i < words.size(); ++i) {
        vote(counts, words[i], 2);
        if (i > 0)
            vote(counts, mixed(words[i - 1] * 3 + words[i]), 1);
    }
    quint64 result = 0;
    for (std::size_t bit = 0; bit < 64; ++bit)
        result |= quint64(counts[bit] > 0) << bit;
    result &= ~kShortMark;
    return result == 0 ? 2 : result;
}

quint64 fingerprint(QStringView text)
{
    const QString folded = core::folded(text);
    return fingerprint(PostText{text, folded});
}

bool isNearDuplicate(quint64 left, quint64 right)
{
    if (left == 0 || right == 0)
        return false;
    if (((left | right) & kShortMark) != 0)
        return left == right;
    return std::popcount(left ^ right) <= kNearBits;
}

NearDuplicateIndex::NearDuplicateIndex(std::size_t capacity)
    : m_ring(std::max<std::size_t>(capacity, 1))
{
    for (std::vector<quint32> &bucket : m_newest)
        bucket.assign(65536, 0);
}

std::size_t NearDuplicateIndex::size() const
{
    return std::min<std::size_t>(m_sequence, m_ring.size());
}

bool NearDuplicateIndex::isAlive(quint32 sequence) const
{
    return sequence != 0 && m_sequence - sequence < m_ring.size();
}

quint32 NearDuplicateIndex::find(quint64 fingerprint) const
{
    for (std::size_t b = 0; b < kBands; ++b) {
        int steps = 0;
        for (quint32 sequence = m_newest[b][band(fingerprint, b)]; isAlive(sequence) && steps < kLongestChain;
             ++steps) {
            const Entry &candidate = entry(sequence);
            if (isNearDuplicate(candidate.fingerprint, fingerprint))
                return sequence;
            sequence = candidate.older[b];
        }
    }
    return 0;
}

void NearDuplicateIndex::add(quint64 fingerprint, qint64 group)
{
    if (m_sequence == std::numeric_limits<quint32>::max())
        renumber();
    ++m_sequence;
    Entry &added = m_ring[m_sequence % m_ring.size()];
    added = {fingerprint, group, {}};
    for (std::size_t b = 0; b < kBands; ++b) {
        quint32 &newest = m_newest[b][band(fingerprint, b)];
        added.older[b] = newest;
        newest = m_sequence;
    }
}

/// After four thousand million posts the numbers start again: the living entries are added anew in their order.
void NearDuplicateIndex::renumber()
{
    std::vector<Entry> living;
    const auto count = quint32(size());
    living.reserve(count);
    for (quint32 sequence = m_sequence - count + 1; count > 0; ++sequence) {
        living.push_back(entry(sequence));
        if (sequence == m_sequence)
            break;
    }
    m_sequence = 0;
    for (std::vector<quint32> &bucket : m_newest)
        std::fill(bucket.begin(), bucket.end(), 0);
    for (const Entry &old : living)
        add(old.fingerprint, old.group);
}

std::optional<qint64> NearDuplicateIndex::findAndAdd(quint64 fingerprint, qint64 id)
{
    if (fingerprint == 0)
        return std::nullopt;
    const quint32 found = find(fingerprint);
    if (found == 0) {
        add(fingerprint, id);
        return std::nullopt;
    }
    // Copies of one text fill one entry, not the whole ring; it is renewed before it would be forgotten.
    const Entry known = entry(found);
    if (known.fingerprint != fingerprint || m_sequence - found > m_ring.size() / 2)
        add(fingerprint, known.group);
    return known.group;
}

void NearDuplicateIndex::restore(quint64 fingerprint, qint64 group)
{
    if (fingerprint == 0)
        return;
    const quint32 found = find(fingerprint);
    if (found == 0 || entry(found).fingerprint != fingerprint || entry(found).group != group ||
        m_sequence - found > m_ring.size() / 2)
        add(fingerprint, group);
}

} // namespace vigie::analysis
