// SPDX-License-Identifier: GPL-3.0-or-later
// Queries in the language of the full-text index, and which texts that index reads as we do. The tokenizer is told in
// resources/sql/sqlite/0030_search.sql.
#include "monitoring/queryindex.h"

#include "core/text.h"
#include "monitoring/storedquery.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using Node = WatchQuery::Node;
using Kind = WatchQuery::Kind;

constexpr std::size_t kMaxSpellings = 16; ///< of one word
constexpr qsizetype kMaxPhrases = 400;    ///< in one expression
constexpr int kMaxNesting = 12;           ///< FTS5's parser has a small stack

bool isIndexed(QChar unit)
{
    const char16_t c = unit.unicode();
    return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'_';
}

/// A word of the index that a term needs, in all the spellings that fold to it: the index keeps these letters as they are.
struct IndexWord {
    QStringList spellings = {};
    bool isBeginning = false; ///< longer words count as well
};

struct Spelling {
    QStringView folded;
    QStringView kept;
};
constexpr std::array<Spelling, 7> kSpellings{{{u"oe", u"œ"},
                                              {u"ae", u"æ"},
                                              {u"ss", u"ß"},
                                              {u"o", u"ø"},
                                              {u"l", u"ł"},
                                              {u"d", u"đ"},
                                              {u"i", u"ı"}}};

/// By position: what a word may be spelt like up to there. A pair of letters arrives two positions on.
using Spellings = std::vector<QStringList>;

/// Everything that a longer word may begin with whose first `length` letters fold to those of `word`: with a pair of
/// letters across the end, "co" also begins "cœur".
QStringList beginnings(const Spellings &upTo, QStringView word, qsizetype length)
{
    QStringList result = upTo[std::size_t(length)];
    for (const Spelling &spelling : kSpellings) {
        const bool isAcross = spelling.folded.size() == 2 && spelling.folded[0] == word[length - 1]
                              && (length == word.size() || spelling.folded[1] == word[length]);
        if (!isAcross)
            continue;
        for (const QString &before : upTo[std::size_t(length) - 1])
            result << before + spelling.kept.toString();
    }
    return result;
}

IndexWord indexWord(QStringView word, bool isBeginning)
{
    Spellings upTo(std::size_t(word.size()) + 1);
    upTo[0] = {QString()};
    for (qsizetype i = 0; i < word.size(); ++i) {
        const auto extend = [&upTo, i](qsizetype by, QStringView kept) {
            for (const QString &spelling : upTo[std::size_t(i)])
                upTo[std::size_t(i + by)] << spelling + kept.toString();
        };
        for (const Spelling &spelling : kSpellings) {
            if (word.mid(i).startsWith(spelling.folded))
                extend(spelling.folded.size(), spelling.kept);
        }
        extend(1, word.mid(i, 1));
        if (upTo[std::size_t(i) + 1].size() > qsizetype(kMaxSpellings))
            return {beginnings(upTo, word, i), true}; // too many: only the beginning is asked for
    }
    return {isBeginning ? beginnings(upTo, word, word.size()) : upTo.back(), isBeginning};
}

QString quoted(const QString &words, bool isBeginning)
{
    return u'"' + words + (isBeginning ? u"\"*"_s : u"\""_s);
}

QString anyOf(const QStringList &expressions)
{
    return expressions.size() == 1 ? expressions.first() : u'(' + expressions.join(u" OR "_s) + u')';
}

/// The words of a term one behind the other, where all of it is indexed and there are not too many spellings.
std::optional<QStringList> phrases(const std::vector<IndexWord> &words)
{
    QStringList result{QString()};
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].isBeginning && i + 1 < words.size())
            return std::nullopt;
        QStringList longer;
        for (const QString &beginning : result) {
            for (const QString &spelling : words[i].spellings)
                longer << (beginning.isEmpty() ? spelling : beginning + u' ' + spelling);
        }
        if (longer.size() > qsizetype(kMaxSpellings))
            return std::nullopt;
        result = std::move(longer);
    }
    return result;
}

class Translation
{
public:
    /// Nothing: every text may match.
    [[nodiscard]] std::optional<QString> expression(const Node &node, int depth = 0)
    {
        if (depth > kMaxNesting)
            return std::nullopt;
        switch (node.kind) {
        case Kind::Term:
            return term(node.value);
        case Kind::And:
        case Kind::Near:
            return all(node, depth);
        case Kind::Or:
            return any(node, depth);
        default:
            return std::nullopt;
        }
    }

    [[nodiscard]] bool isTooLong() const { return m_phrases > kMaxPhrases; }

private:
    [[nodiscard]] std::optional<QString> all(const Node &node, int depth)
    {
        QStringList parts;
        for (const Node &child : node.children) {
            if (auto part = expression(child, depth + 1))
                parts << *part;
        }
        if (parts.isEmpty())
            return std::nullopt;
        return parts.size() == 1 ? parts.first() : u'(' + parts.join(u" AND "_s) + u')';
    }

    [[nodiscard]] std::optional<QString> any(const Node &node, int depth)
    {
        QStringList parts;
        for (const Node &child : node.children) {
            auto part = expression(child, depth + 1);
            if (!part)
                return std::nullopt;
            parts << *part;
        }
        return anyOf(parts);
    }

    [[nodiscard]] std::optional<QString> term(QString value)
    {
        const bool isPrefix = value.endsWith(u'*');
        if (isPrefix)
            value.chop(1);
        const QString folded = core::folded(value.trimmed());
        std::vector<IndexWord> words;
        bool isWhole = true; // every letter of the term is in one of the words
        for (qsizetype i = 0; i < folded.size();) {
            if (!isIndexed(folded[i])) {
                isWhole = isWhole && !core::isWordCharacter(folded[i].unicode());
                ++i;
                continue;
            }
            const qsizetype start = i;
            while (i < folded.size() && isIndexed(folded[i]))
                ++i;
            const bool beginsHere = start == 0 || !core::isWordCharacter(folded[start - 1].unicode());
            const bool endsHere = i < folded.size() ? !core::isWordCharacter(folded[i].unicode()) : !isPrefix;
            IndexWord word = beginsHere ? indexWord(QStringView(folded).mid(start, i - start), !endsHere) : IndexWord{};
            if (word.spellings.isEmpty())
                isWhole = false;
            else
                words.push_back(std::move(word));
        }
        if (words.empty())
            return std::nullopt;
        return words.size() == 1 || !isWhole ? each(words) : phrase(words);
    }

    [[nodiscard]] QString phrase(const std::vector<IndexWord> &words)
    {
        const auto spelt = phrases(words);
        if (!spelt)
            return each(words);
        QStringList parts;
        for (const QString &one : *spelt)
            parts << quoted(one, words.back().isBeginning);
        m_phrases += parts.size();
        return anyOf(parts);
    }

    /// The words of a term, wherever they stand.
    [[nodiscard]] QString each(const std::vector<IndexWord> &words)
    {
        QStringList parts;
        for (const IndexWord &word : words) {
            QStringList spellings;
            for (const QString &spelling : word.spellings)
                spellings << quoted(spelling, word.isBeginning);
            m_phrases += spellings.size();
            parts << anyOf(spellings);
        }
        return parts.size() == 1 ? parts.first() : u'(' + parts.join(u" AND "_s) + u')';
    }

    qsizetype m_phrases = 0;
};

/// A mark that core::folded drops but the index takes for the end of a word.
bool dividesIndex(char32_t c)
{
    if (c == 0x200d || c == 0xfe0f)
        return true;
    if (c < 0x300 || c > 0x36f)
        return false;
    // The marks that the index drops as well: those of the Latin letters of 2012.
    return !(c <= 0x304 || (c >= 0x306 && c <= 0x30c) || c == 0x30f || c == 0x311 || c == 0x31b || (c >= 0x323 && c <= 0x328)
             || c == 0x32d || c == 0x32e || c == 0x330 || c == 0x331);
}

bool isDropped(char32_t c)
{
    return (c >= 0x300 && c <= 0x36f) || c == 0x200d || c == 0xfe0f;
}

/// No part of a word for us, but perhaps for the index, which takes all characters that it does not know for letters.
bool mayJoinInIndex(char32_t c)
{
    constexpr std::array<std::pair<char32_t, char32_t>, 11> kSeparators{{{0, 0x377},
                                                                         {0x2000, 0x2bff},
                                                                         {0x3000, 0x303f},
                                                                         {0xfe10, 0xfe19},
                                                                         {0xfe30, 0xfe52},
                                                                         {0xfe54, 0xfe66},
                                                                         {0xfe68, 0xfe6b},
                                                                         {0xff01, 0xffbe},
                                                                         {0xfff9, 0xfffd},
                                                                         {0x1f000, 0x1faff},
                                                                         {0xe0001, 0xe0001}}};
    return std::none_of(kSeparators.begin(), kSeparators.end(),
                        [c](const auto &range) { return c >= range.first && c <= range.second; });
}

} // namespace

QString indexExpression(const WatchQuery &query)
{
    Translation translation;
    const auto expression = translation.expression(query.root());
    return expression && !translation.isTooLong() ? *expression : QString();
}

bool isIndexedWord(const WatchQuery &query)
{
    const QString folded = core::folded(query.root().value);
    return query.root().kind == Kind::Term && !folded.isEmpty() && std::all_of(folded.begin(), folded.end(), isIndexed)
           && !indexWord(folded, false).isBeginning;
}

bool isPlainUtf8(QByteArrayView text)
{
    constexpr uchar kFirstOfU0140 = 0xc5;
    return std::all_of(text.begin(), text.end(), [](char byte) { return uchar(byte) < kFirstOfU0140; });
}

bool isIndexedFaithfully(QStringView text)
{
    constexpr char16_t kFirstDoubt = 0x01e0;
    if (std::all_of(text.begin(), text.end(), [](QChar unit) { return unit.unicode() < kFirstDoubt; }))
        return true;
    bool wasWord = false;
    bool isDivided = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        char32_t c = text[i].unicode();
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate()) {
            c = QChar::surrogateToUcs4(text[i], text[i + 1]);
            ++i;
        }
        if (isDropped(c)) {
            isDivided = isDivided || dividesIndex(c);
            continue;
        }
        if (c == 0x1e0 || c == 0x1e1) // an "a" for us alone
            return false;
        // U+02BC is an apostrophe for both, whatever Unicode says.
        const bool isWord = c < 0x10000 && c != 0x02bc && core::isWordCharacter(char16_t(c));
        // Beside a word it would be part of it, alone it would be a word between two others: no phrase would meet.
        if ((isWord && wasWord && isDivided) || (!isWord && mayJoinInIndex(c)))
            return false;
        wasWord = isWord;
        isDivided = false;
    }
    return true;
}

} // namespace vigie::monitoring
