// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tonality.h"

#include "analysis/lexiconfile.h"
#include "analysis/termmatcher.h"
#include "analysis/words.h"

#include <QSet>
#include <QVarLengthArray>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

constexpr std::array<QStringView, 4> kKeys{u"undetermined", u"negative", u"neutral", u"positive"};

// The few numbers of the rule. Weights in the files go from -3 to 3.
constexpr double kNegated = -0.6;       // "not good" is less bad than "bad"
constexpr int kNegationWindow = 3;      // words
constexpr double kBeforeContrast = 0.6; // "nice people, but …": what follows counts more
constexpr double kAfterContrast = 1.3;
constexpr double kElongated = 1.2; // "nuuuul"
constexpr double kEachExclamation = 0.08;
constexpr int kMostExclamations = 3;
constexpr double kPositiveFrom = 1.3; // sums between the two are neutral
constexpr double kNegativeFrom = -0.7;
constexpr double kSteepness = 0.7; // of negativity around the sum …
constexpr double kLean = -0.5;     // … at which it is one half
constexpr int kFewestWords = 3;

enum class Kind { Term, Emoji, Negator, NegatorAround, Intensifier, Contrast };

struct Entry {
    Kind kind = Kind::Term;
    double weight = 0;
};

struct Hit {
    qsizetype start = 0;
    qsizetype end = 0;
    Entry entry;
};
using Hits = QVarLengthArray<Hit, 48>;

std::optional<Kind> kindOf(const QString &section)
{
    if (section == u"terms")
        return Kind::Term;
    if (section == u"emoji")
        return Kind::Emoji;
    if (section == u"negators")
        return Kind::Negator;
    if (section == u"negators around")
        return Kind::NegatorAround;
    if (section == u"intensifiers")
        return Kind::Intensifier;
    if (section == u"contrast")
        return Kind::Contrast;
    return std::nullopt;
}

bool isSentenceMark(QChar unit)
{
    return unit == u'.' || unit == u'!' || unit == u'?' || unit == u';' || unit == u':' || unit == u',' ||
           unit == u'\n';
}

/// Words that stand between two positions, or nothing where a sentence mark does.
std::optional<int> wordsBetween(QStringView text, qsizetype from, qsizetype to)
{
    int words = 0;
    bool wasInWord = false;
    for (qsizetype i = from; i < to; ++i) {
        if (isSentenceMark(text[i]))
            return std::nullopt;
        const bool isInWord = isWordUnit(text[i].unicode());
        if (isInWord && !wasInWord && ++words > kNegationWindow)
            return std::nullopt;
        wasInWord = isInWord;
    }
    return words;
}

/// Where several terms overlap the first and longest counts: "pas mal" hides "pas" and "mal".
void keepLongest(Hits &hits)
{
    std::sort(hits.begin(), hits.end(), [](const Hit &left, const Hit &right) {
        return left.start != right.start ? left.start < right.start : left.end > right.end;
    });
    qsizetype kept = 0;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        if (kept == 0 || hits[i].start >= hits[kept - 1].end)
            hits[kept++] = hits[i];
    }
    hits.resize(kept);
}

bool isNegated(QStringView text, const Hits &hits, qsizetype index)
{
    const Hit &hit = hits[index];
    // "(ne) fonctionne plus", "no answer": a bad phrase already holds its negation.
    if (hit.entry.weight < 0 && text.sliced(hit.start, hit.end - hit.start).contains(u' '))
        return false;
    for (qsizetype i = index - 1; i >= 0; --i) {
        const std::optional<int> distance = wordsBetween(text, hits[i].end, hit.start);
        if (!distance)
            break;
        if (hits[i].entry.kind == Kind::Negator || hits[i].entry.kind == Kind::NegatorAround)
            return true;
        if (hits[i].entry.kind == Kind::Contrast)
            break;
    }
    // "j'aime pas": French puts its negator behind the verb.
    return index + 1 < hits.size() && hits[index + 1].entry.kind == Kind::NegatorAround &&
           wordsBetween(text, hit.end, hits[index + 1].start) == 0;
}

double intensity(QStringView text, const Hits &hits, qsizetype index)
{
    double factor = 1;
    for (qsizetype i = index - 1; i >= 0 && hits[i].entry.kind == Kind::Intensifier; --i) {
        if (wordsBetween(text, hits[i].end, hits[i + 1].start) != 0)
            break;
        factor *= hits[i].entry.weight;
    }
    return std::clamp(factor, 0.3, 2.0);
}

bool hasElongation(QStringView folded)
{
    for (qsizetype i = 2; i < folded.size(); ++i) {
        if (folded[i] == folded[i - 1] && folded[i] == folded[i - 2] && folded[i].unicode() >= u'a' &&
            folded[i].unicode() <= u'z' && folded[i] != u'w')
            return true;
    }
    return false;
}

/// Each run of three or more equal letters cut to `length`.
QString squeezed(QStringView word, qsizetype length)
{
    QString result;
    for (qsizetype i = 0; i < word.size();) {
        qsizetype end = i;
        while (end < word.size() && word[end] == word[i])
            ++end;
        result.append(QString(end - i >= 3 && word[i].isLetter() ? length : end - i, word[i]));
        i = end;
    }
    return result;
}

/// "suuuper goooood" → "super good": two letters where the list knows the word so, else one.
QString withoutElongations(QStringView folded, const TermMatcher &matcher)
{
    QString result;
    qsizetype done = 0;
    forEachWord(folded, [&](const Word &word) {
        const QStringView letters = word.in(folded);
        if (!hasElongation(letters))
            return;
        result.append(folded.sliced(done, word.start - done));
        const QString two = squeezed(letters, 2);
        bool isKnown = false;
        matcher.match(two, [&](int, qsizetype start, qsizetype) { isKnown = isKnown || start == 0; });
        result.append(isKnown ? two : squeezed(letters, 1));
        done = word.end;
    });
    result.append(folded.sliced(done));
    return result;
}

} // namespace

QString tonalityKey(Tonality tonality)
{
    return kKeys[std::size_t(tonality)].toString();
}

std::optional<Tonality> tonalityFromKey(QStringView key)
{
    for (std::size_t i = 0; i < kKeys.size(); ++i) {
        if (kKeys[i] == key)
            return Tonality(i);
    }
    return std::nullopt;
}

struct LexiconTable {
    std::vector<Entry> entries;
    TermMatcher matcher;

    [[nodiscard]] static Result<std::unique_ptr<LexiconTable>> fromBytes(const QByteArray &bytes, const QString &name);
    [[nodiscard]] Result<> add(const LexiconEntry &line, const QString &name);
    [[nodiscard]] Hits find(QStringView folded) const;
    [[nodiscard]] LexiconScore score(QStringView folded) const;
    [[nodiscard]] TonalityJudgement judge(QStringView folded) const;
};

Result<> LexiconTable::add(const LexiconEntry &line, const QString &name)
{
    const std::optional<Kind> kind = kindOf(line.section);
    if (!kind)
        return failAt({name, line.line}, u"unknown section \"%1\""_s.arg(line.section));
    Entry entry{*kind, 0};
    if (*kind == Kind::Term || *kind == Kind::Emoji || *kind == Kind::Intensifier) {
        const Result<double> weight = parseWeight(line, 1, 3, name);
        if (!weight)
            return fail(weight.error());
        if (*kind == Kind::Intensifier && *weight <= 0)
            return failAt({name, line.line}, u"the factor of an intensifier must be above 0"_s);
        entry.weight = *weight;
    }
    const QString &term = line.fields.front();
    const qsizetype star = term.indexOf(u'*');
    if (star >= 0 && star != term.size() - 1)
        return failAt({name, line.line}, u"'*' may only end a term"_s);
    if (!matcher.add(term, int(entries.size())))
        return failAt({name, line.line}, u"the term is empty"_s);
    entries.push_back(entry);
    return {};
}

Result<std::unique_ptr<LexiconTable>> LexiconTable::fromBytes(const QByteArray &bytes,
                                                                                  const QString &name)
{
    Result<std::vector<LexiconEntry>> lines = parseLexicon(bytes, name);
    if (!lines)
        return fail(std::move(lines.error()));
    auto table = std::make_unique<LexiconTable>();
    QSet<QString> known;
    for (const LexiconEntry &line : *lines) {
        if (Result<> added = table->add(line, name); !added)
            return fail(std::move(added.error()));
        const QString key = core::folded(line.fields.front());
        if (known.contains(key))
            return failAt({name, line.line}, u"\"%1\" is there twice"_s.arg(line.fields.front()));
        known.insert(key);
    }
    table->matcher.build();
    return table;
}

Hits LexiconTable::find(QStringView folded) const
{
    Hits hits;
    matcher.match(folded, [&](int id, qsizetype start, qsizetype end) {
        hits.append({start, end, entries[std::size_t(id)]});
    });
    if (folded.contains(u'@') || folded.contains(u"://") || folded.contains(u"www.")) {
        hits.erase(std::remove_if(hits.begin(), hits.end(),
                                  [folded](const Hit &hit) { return isInLinkOrHandle(folded, hit.start); }),
                   hits.end());
    }
    keepLongest(hits);
    return hits;
}

LexiconScore LexiconTable::score(QStringView folded) const
{
    const Hits hits = find(folded);
    qsizetype contrast = -1;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        if (hits[i].entry.kind == Kind::Contrast)
            contrast = i;
    }
    LexiconScore score;
    for (qsizetype i = 0; i < hits.size(); ++i) {
        const Hit &hit = hits[i];
        double weight = hit.entry.weight;
        if (hit.entry.kind == Kind::Term)
            weight *= intensity(folded, hits, i) * (isNegated(folded, hits, i) ? kNegated : 1);
        else if (hit.entry.kind != Kind::Emoji)
            continue;
        if (contrast >= 0)
            weight *= i < contrast ? kBeforeContrast : kAfterContrast;
        score.sum += weight;
        (weight > 0 ? score.positive : score.negative) += std::abs(weight);
        score.hits.push_back({folded.sliced(hit.start, hit.end - hit.start).toString(), weight});
    }
    score.sum *= 1 + kEachExclamation * double(std::min<qsizetype>(folded.count(u'!'), kMostExclamations));
    return score;
}

TonalityJudgement LexiconTable::judge(QStringView folded) const
{
    LexiconScore score = this->score(folded);
    TonalityJudgement judgement;
    judgement.reasons = std::move(score.hits);
    if (judgement.reasons.empty()) {
        int words = 0;
        forEachWord(folded, [&words](const Word &) { ++words; });
        if (words < kFewestWords)
            return judgement;
    }
    judgement.negativity = 1 / (1 + std::exp(kSteepness * (score.sum - kLean)));
    judgement.tonality = score.sum <= kNegativeFrom   ? Tonality::Negative
                         : score.sum >= kPositiveFrom ? Tonality::Positive
                                                      : Tonality::Neutral;
    std::stable_sort(judgement.reasons.begin(), judgement.reasons.end(), [](const Reason &left, const Reason &right) {
        return std::abs(left.weight) > std::abs(right.weight);
    });
    if (judgement.reasons.size() > TonalityJudgement::kMaxReasons)
        judgement.reasons.resize(TonalityJudgement::kMaxReasons);
    return judgement;
}

LexiconTonality::LexiconTonality() = default;
LexiconTonality::LexiconTonality(LexiconTonality &&) noexcept = default;
LexiconTonality &LexiconTonality::operator=(LexiconTonality &&) noexcept = default;
LexiconTonality::~LexiconTonality() = default;

Result<LexiconTonality> LexiconTonality::shipped()
{
    return load(u":/lexicons/tonality_fr.tsv"_s, u":/lexicons/tonality_en.tsv"_s);
}

Result<LexiconTonality> LexiconTonality::load(const QString &frenchPath, const QString &englishPath)
{
    LexiconTonality result;
    const auto read = [](const QString &path) -> Result<std::unique_ptr<LexiconTable>> {
        Result<QByteArray> bytes = readLexiconFile(path);
        if (!bytes)
            return fail(std::move(bytes.error()));
        return LexiconTable::fromBytes(*bytes, path);
    };
    Result<std::unique_ptr<LexiconTable>> french = read(frenchPath);
    if (!french)
        return fail(std::move(french.error()));
    Result<std::unique_ptr<LexiconTable>> english = read(englishPath);
    if (!english)
        return fail(std::move(english.error()));
    result.m_french = std::move(*french);
    result.m_english = std::move(*english);
    return result;
}

Result<LexiconTonality> LexiconTonality::fromBytes(const QByteArray &french, const QByteArray &english)
{
    LexiconTonality result;
    Result<std::unique_ptr<LexiconTable>> frenchTable = LexiconTable::fromBytes(french, u"tonality_fr.tsv"_s);
    if (!frenchTable)
        return fail(std::move(frenchTable.error()));
    Result<std::unique_ptr<LexiconTable>> englishTable = LexiconTable::fromBytes(english, u"tonality_en.tsv"_s);
    if (!englishTable)
        return fail(std::move(englishTable.error()));
    result.m_french = std::move(*frenchTable);
    result.m_english = std::move(*englishTable);
    return result;
}

const LexiconTable *LexiconTonality::tableFor(QStringView language) const
{
    return language == u"fr" ? m_french.get() : language == u"en" ? m_english.get() : nullptr;
}

LexiconScore LexiconTonality::score(const PostText &text, QStringView language) const
{
    const LexiconTable *table = tableFor(language);
    if (table == nullptr)
        return {};
    return hasElongation(text.folded) ? table->score(withoutElongations(text.folded, table->matcher))
                                      : table->score(text.folded);
}

TonalityJudgement LexiconTonality::judge(const PostText &text, QStringView language) const
{
    const LexiconTable *table = tableFor(language);
    if (table == nullptr)
        return {};
    if (!hasElongation(text.folded))
        return table->judge(text.folded);
    const QString plain = withoutElongations(text.folded, table->matcher);
    TonalityJudgement judgement = table->judge(plain);
    if (judgement.tonality != Tonality::Undetermined)
        judgement.negativity = std::clamp(0.5 + (judgement.negativity - 0.5) * kElongated, 0.0, 1.0);
    return judgement;
}

} // namespace vigie::analysis
