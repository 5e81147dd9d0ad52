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

constexpr quint64 kShortMark = 1; // the lowest bit tells a plain hash from the sixteen digits of a longer text
constexpr qsizetype kShortWords = 4;
constexpr int kDigits = 16;
constexpr int kEqualDigits = 11;
constexpr int kLongestChain = 512; // a bucket that everybody falls in must not make the intake slow

struct Shuffle {
    quint64 factor = 1;
    quint64 summand = 0;
};

/// Each is the one before it, once more: worked out beforehand, so that no shuffle of a feature waits for the one before.
constexpr std::array<Shuffle, kDigits> kShuffles = [] {
    std::array<Shuffle, kDigits> shuffles{};
    Shuffle last;
    for (Shuffle &shuffle : shuffles) {
        last = {last.factor * 0x5851'f42d'4c95'7f2dULL, last.summand * 0x5851'f42d'4c95'7f2dULL + 0x1405'7b7e'f767'814fULL};
        shuffle = last;
    }
    return shuffles;
}();

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

quint64 shortHash(const QVarLengthArray<quint64, 128> &words)
{
    quint64 hash = 0;
    for (const quint64 word : words)
        hash = mixed(hash + word + 0x9e37'79b9'7f4a'7c15ULL);
    return hash | kShortMark;
}

/// Words that stand in every text say nothing of which text it is.
bool isCommon(QStringView word)
{
    static constexpr std::array<QStringView, 40> kCommon{
        u"les",  u"des",  u"une",  u"est",  u"pas",  u"que",  u"qui",  u"pour", u"dans", u"sur",  u"avec", u"par",  u"plus", u"vous",
        u"nous", u"mais", u"son",  u"ses",  u"aux",  u"ont",  u"the",  u"and",  u"for",  u"you",  u"that", u"this", u"with", u"are",
        u"was",  u"have", u"not",  u"but",  u"all",  u"from", u"they", u"your", u"has",  u"its",  u"our",  u"just"};
    return word.size() < 3 || (word.size() < 5 && std::find(kCommon.begin(), kCommon.end(), word) != kCommon.end());
}

/// "rt @name", "via @name": how a copy says whose it is.
bool namesSource(QStringView folded, const Word &word)
{
    const QStringView letters = word.in(folded);
    if (letters != u"rt" && letters != u"via" && letters != u"mt")
        return false;
    qsizetype next = word.end;
    while (next < folded.size() && (folded[next] == u' ' || folded[next] == u':'))
        ++next;
    return (next < folded.size() && folded[next] == u'@') || (word.start == 0 && letters == u"rt");
}

bool isTracking(QStringView parameter)
{
    const QStringView name = parameter.left(parameter.indexOf(u'='));
    return name.startsWith(u"utm_") || name.startsWith(u"at_") || name == u"fbclid" || name == u"gclid" || name == u"igshid"
           || name == u"ref" || name == u"ref_src" || name == u"s" || name == u"t" || name == u"xtor" || name == u"mc_cid";
}

/// The first link without what differs between two people who share it; empty where it leads to no page of its own.
QString canonicalLink(QStringView text)
{
    qsizetype start = text.indexOf(u"://");
    if (start < 0)
        return {};
    start += 3;
    qsizetype end = start;
    while (end < text.size() && !text[end].isSpace() && text[end] != u'"' && text[end] != u'<' && text[end] != u'#')
        ++end;
    QStringView link = text.sliced(start, end - start);
    while (!link.isEmpty() && (link.back().isPunct() && link.back() != u'-' && link.back() != u'_'))
        link.chop(1);
    const qsizetype question = link.indexOf(u'?');
    const QStringView place = question < 0 ? link : link.first(question);
    const qsizetype slash = place.indexOf(u'/');
    QString host = place.left(slash < 0 ? place.size() : slash).toString().toLower();
    if (host.startsWith(u"www."))
        host.remove(0, 4);
    QString path = slash < 0 ? QString() : place.sliced(slash).toString();
    while (path.endsWith(u'/'))
        path.chop(1);
    QString parameters;
    if (question >= 0) {
        for (const QStringView parameter : link.sliced(question + 1).tokenize(u'&')) {
            if (!isTracking(parameter))
                parameters += u'&' + parameter.toString();
        }
    }
    return path.isEmpty() && parameters.isEmpty() ? QString() : host + path + parameters;
}

quint16 band(quint64 fingerprint, std::size_t index)
{
    return quint16(fingerprint >> (index * 16));
}

} // namespace

quint64 fingerprint(const PostText &text)
{
    QVarLengthArray<quint64, 128> words;
    QVarLengthArray<quint64, 256> features;
    qsizetype telling = 0;
    forEachWord(text.folded, [&](const Word &word) {
        if (namesSource(text.folded, word))
            return;
        const QStringView letters = word.in(text.folded);
        const quint64 hash = wordHash(letters);
        if (!isCommon(letters)) {
            features.append(hash);
            ++telling;
        }
        if (!words.isEmpty())
            features.append(mixed(words.back() * 3 + hash));
        words.append(hash);
    });
    if (telling < kShortWords) {
        const QString link = canonicalLink(text.original);
        if (!link.isEmpty())
            return wordHash(link) | kShortMark;
        return words.isEmpty() ? 0 : shortHash(words);
    }
    // Of each of sixteen shuffles of all words and pairs, one digit of what comes first: two texts agree in a digit as often as
    // a word or a pair of either is one of both.
    std::array<quint64, kDigits> least;
    least.fill(std::numeric_limits<quint64>::max());
    for (const quint64 feature : features) {
        for (std::size_t i = 0; i < least.size(); ++i) {
            const quint64 shuffled = feature * kShuffles[i].factor + kShuffles[i].summand;
            least[i] = std::min(least[i], shuffled ^ (shuffled >> 32));
        }
    }
    quint64 result = 0;
    for (std::size_t i = 0; i < least.size(); ++i)
        result |= (mixed(least[i]) & 0xf) << (i * 4);
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
    quint64 different = left ^ right;
    different |= different >> 1;
    different |= different >> 2;
    return kDigits - std::popcount(different & 0x1111'1111'1111'1111ULL) >= kEqualDigits;
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
    // The copies of a text fill one entry, not the whole ring; it is renewed before it would be forgotten. A variant gets none
    // of its own: a group of variants of variants would end far from where it began.
    const Entry known = entry(found);
    if (m_sequence - found > m_ring.size() / 2)
        add(known.fingerprint, known.group);
    return known.group;
}

void NearDuplicateIndex::restore(quint64 fingerprint, qint64 group)
{
    if (fingerprint == 0)
        return;
    const quint32 found = find(fingerprint);
    if (found == 0 || entry(found).group != group || m_sequence - found > m_ring.size() / 2)
        add(fingerprint, group);
}

} // namespace vigie::analysis
