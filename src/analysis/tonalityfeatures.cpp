// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tonalityfeatures.h"

#include "analysis/tonalityhash.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

using Kind = TonalityToken::Kind;
enum Block : std::size_t { Words, Letters, Negated };

// Found by trial on the labelled posts: letters explain less than words do.
constexpr std::array<float, kTonalityBlocks> kBlockWeight{1.0F, 0.5F, 0.75F};
constexpr int kShortestGram = 3; // the space around a word counts
constexpr int kLongestGram = 5;
constexpr float kNegatedValence = -0.6F;
constexpr quint64 kRowFactor = 0x9e37'79b9'7f4a'7c15ULL; // one multiplication is enough for hashes that are mixed already
// Each kind of n-gram hashes with a number of its own.
constexpr quint64 kWordSeed = 0x8ebc'6af0'9c88'c6e3ULL;
constexpr quint64 kPairSeed = 0xd6e8'feb8'6659'fd93ULL;
constexpr quint64 kGramSeed = 0xa076'1d64'78bd'642fULL;
constexpr quint64 kNegatedSeed = 0xe703'7ed1'a0b4'28dbULL;

quint32 rowOf(quint64 hash)
{
    return quint32((hash * kRowFactor) >> (64 - kTonalityRowBits));
}

/// "," and "." divide sentences everywhere; as words of their own they say nothing.
bool isPlainStop(const TonalityTokens &tokens, const TonalityToken &token)
{
    const char16_t first = tokens.text[token.start];
    return token.kind == Kind::Sign && (first == u',' || first == u'.');
}

/// Adds rows to the blocks of one post, each row once.
class RowWriter
{
public:
    explicit RowWriter(TonalityFeatures &features) : m_features(features)
    {
        features.seen.resize(kTonalityRows / 64);
        m_seen = features.seen.data();
        for (auto &block : features.blocks)
            block.clear();
    }
    ~RowWriter()
    {
        for (std::size_t i = 0; i < kTonalityBlocks; ++i) {
            for (const TonalityFeatures::Row &row : m_features.blocks[i])
                m_features.seen[row.row / 64] = 0;
            const std::size_t count = m_features.blocks[i].size();
            m_features.scale[i] = count == 0 ? 0 : kBlockWeight[i] / std::sqrt(float(count));
        }
    }
    RowWriter(const RowWriter &) = delete;
    RowWriter &operator=(const RowWriter &) = delete;

    Q_ALWAYS_INLINE void add(Block block, quint64 hash, std::size_t token, bool isPair = false)
    {
        const quint32 row = rowOf(hash);
        quint64 &word = m_seen[row / 64];
        const quint64 bit = quint64(1) << (row % 64);
        if ((word & bit) != 0)
            return;
        word |= bit;
        m_features.blocks[block].push_back({row, quint32(token), isPair});
    }

private:
    TonalityFeatures &m_features;
    quint64 *m_seen = nullptr;
};

void addWords(const TonalityTokens &tokens, RowWriter &writer)
{
    quint64 previous = kPairSeed;
    bool hasPrevious = false;
    for (std::size_t k = 0; k < tokens.tokens.size(); ++k) {
        const TonalityToken &token = tokens.tokens[k];
        if (isPlainStop(tokens, token))
            continue;
        writer.add(Words, token.hash ^ kWordSeed, k);
        writer.add(Words, (previous * kPairSeed) ^ token.hash, k, hasPrevious);
        previous = token.hash;
        hasPrevious = k > 0;
        if (token.isNegated)
            writer.add(Negated, token.hash ^ kNegatedSeed, k);
    }
}

void addLetters(const TonalityTokens &tokens, RowWriter &writer)
{
    for (std::size_t k = 0; k < tokens.tokens.size(); ++k) {
        const TonalityToken &token = tokens.tokens[k];
        if (token.kind != Kind::Word && token.kind != Kind::Hashtag && token.kind != Kind::Picture)
            continue;
        const quint32 from = token.start - 1;
        const quint32 end = token.end + 1;
        for (quint32 start = from; start + kShortestGram <= end; ++start) {
            quint64 hash = kHashStart;
            for (quint32 length = 1; length <= kLongestGram && start + length <= end; ++length) {
                hash = hashStep(hash, tokens.text[start + length - 1]);
                if (length >= kShortestGram)
                    writer.add(Letters, hash ^ (kGramSeed + length), k);
            }
        }
    }
}

struct Capitals {
    int words = 0; ///< of three letters or more, all of them capitals
    float share = 0;
};

Capitals capitalsIn(QStringView text)
{
    Capitals result;
    int letters = 0;
    int upper = 0;
    int run = 0;
    int upperRun = 0;
    for (const QChar unit : text.left(TonalityTokens::kMostUnits)) {
        if (unit.isLetter()) {
            const bool isUpper = unit.isUpper();
            ++letters;
            ++run;
            upper += isUpper ? 1 : 0;
            upperRun += isUpper ? 1 : 0;
            continue;
        }
        result.words += run > 2 && run == upperRun ? 1 : 0;
        run = upperRun = 0;
    }
    result.words += run > 2 && run == upperRun ? 1 : 0;
    result.share = letters == 0 ? 0 : float(upper) / float(letters);
    return result;
}

float atMost(int count, int most)
{
    return float(std::min(count, most));
}

} // namespace

QString tonalityLanguageTag(TonalityLanguage language)
{
    return language == TonalityLanguage::French ? u"fr"_s : u"en"_s;
}

std::optional<TonalityLanguage> tonalityLanguageFromTag(QStringView tag)
{
    if (tag == u"fr")
        return TonalityLanguage::French;
    if (tag == u"en")
        return TonalityLanguage::English;
    return std::nullopt;
}

bool TonalityFeatures::isTooShort() const
{
    constexpr int kFewestWords = 3;
    const TonalityMarks &marks = tokens.marks;
    return lexiconHits.empty() && marks.words < kFewestWords && marks.pictures + marks.goodFaces + marks.badFaces == 0 &&
           std::all_of(tokenValence.begin(), tokenValence.end(), [](float value) { return value == 0; });
}

TonalityFeatureMaker::TonalityFeatureMaker(LexiconTonality lexicon, std::array<WordValence, 2> valences)
    : m_lexicon(std::move(lexicon))
    , m_valences(std::move(valences))
{
}

Result<TonalityFeatureMaker> TonalityFeatureMaker::shipped()
{
    Result<LexiconTonality> lexicon = LexiconTonality::shipped();
    if (!lexicon)
        return fail(std::move(lexicon.error()));
    std::array<WordValence, 2> valences;
    for (const TonalityLanguage language : kTonalityLanguages) {
        Result<WordValence> list = WordValence::shipped(tonalityLanguageTag(language));
        if (!list)
            return fail(std::move(list.error()));
        valences[std::size_t(language)] = std::move(*list);
    }
    return TonalityFeatureMaker(std::move(*lexicon), std::move(valences));
}

void TonalityFeatureMaker::make(const PostText &post, TonalityLanguage language, TonalityFeatures &features) const
{
    features.tokens.make(post, language == TonalityLanguage::French);
    {
        RowWriter writer(features);
        addWords(features.tokens, writer);
        addLetters(features.tokens, writer);
    }
    addDense(post, language, features);
}

void TonalityFeatureMaker::addDense(const PostText &post, TonalityLanguage language, TonalityFeatures &features) const
{
    const PostText start{post.original.left(TonalityTokens::kMostUnits), post.folded.left(TonalityTokens::kMostUnits)};
    LexiconScore score = m_lexicon.score(start, tonalityLanguageTag(language));
    float *dense = features.dense.data();
    *dense++ = float(std::clamp(score.sum, -12.0, 12.0));
    *dense++ = float(std::min(score.positive, 12.0));
    *dense++ = float(std::min(score.negative, 12.0));
    *dense++ = float(std::min({score.positive, score.negative, 12.0})); // praise and blame together: mixed, or irony
    features.lexiconHits = std::move(score.hits);
    addValences(language, features, dense);
    dense += kListDense;

    const TonalityMarks &marks = features.tokens.marks;
    const Capitals capitals = capitalsIn(post.original);
    *dense++ = atMost(capitals.words, 3);
    *dense++ = capitals.share;
    *dense++ = atMost(marks.exclamations, 4);
    *dense++ = atMost(marks.questions, 3);
    *dense++ = atMost(marks.ellipses, 3);
    *dense++ = atMost(marks.elongations, 3);
    *dense++ = atMost(marks.links, 3);
    *dense++ = atMost(marks.handles, 4);
    *dense++ = atMost(marks.hashtags, 4);
    *dense++ = atMost(marks.goodFaces, 3);
    *dense++ = atMost(marks.badFaces, 3);
    *dense++ = atMost(marks.pictures, 4);
    *dense++ = atMost(marks.quotes, 4);
    *dense++ = atMost(marks.ironies, 2);
    *dense++ = std::log1p(float(features.tokens.tokens.size()));
    Q_ASSERT(dense == features.dense.data() + kTonalityDense);
}

/// For each list: sum, good, bad, the last word's, the strongest; then what only the other language's lists know.
void TonalityFeatureMaker::addValences(TonalityLanguage language, TonalityFeatures &features, float *dense) const
{
    constexpr float kMost = 6;
    const WordValence &own = m_valences[std::size_t(language)];
    const WordValence &other = m_valences[1 - std::size_t(language)];
    std::array<std::array<float, 5>, WordValence::kLists> lists{};
    float foreign = 0;
    features.tokenValence.assign(features.tokens.tokens.size(), 0);
    for (std::size_t k = 0; k < features.tokens.tokens.size(); ++k) {
        const TonalityToken &token = features.tokens.tokens[k];
        if (token.kind != Kind::Word && token.kind != Kind::Hashtag)
            continue;
        const float turn = token.isNegated ? kNegatedValence : 1;
        const WordValence::Values *values = own.find(token.hash);
        if (values == nullptr) {
            if (const WordValence::Values *abroad = other.find(token.hash))
                foreign += turn * (*abroad)[0];
            continue;
        }
        for (std::size_t list = 0; list < WordValence::kLists; ++list) {
            const float value = turn * (*values)[list];
            if (value == 0)
                continue;
            auto &[sum, good, bad, last, strongest] = lists[list];
            sum += value;
            (value > 0 ? good : bad) += std::abs(value);
            last = value;
            if (std::abs(value) > std::abs(strongest))
                strongest = value;
            features.tokenValence[k] += value;
        }
    }
    for (const auto &list : lists) {
        for (const float value : list)
            *dense++ = std::clamp(value, -kMost, kMost);
    }
    *dense = std::clamp(foreign, -kMost, kMost);
}

} // namespace vigie::analysis
