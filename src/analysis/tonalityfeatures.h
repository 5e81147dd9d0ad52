// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonality.h"
#include "analysis/tonalitytokens.h"
#include "analysis/wordvalence.h"

#include <array>
#include <vector>

namespace vigie::analysis
{

/// The languages the trained model knows.
enum class TonalityLanguage : quint8 { French, English };
inline constexpr std::array kTonalityLanguages{TonalityLanguage::French, TonalityLanguage::English};
[[nodiscard]] QString tonalityLanguageTag(TonalityLanguage language); ///< "fr", "en"
[[nodiscard]] std::optional<TonalityLanguage> tonalityLanguageFromTag(QStringView tag);

inline constexpr int kTonalityRowBits = 18;
inline constexpr std::size_t kTonalityRows = std::size_t(1) << kTonalityRowBits;
/// Rows are summed per block and scaled to unit length, so that a long post weighs no more than a short one.
inline constexpr std::size_t kTonalityBlocks = 3; ///< words and pairs, letters, negated words
/// Numbers beside the n-grams: the project's lexicon, the word lists, signs.
inline constexpr std::size_t kTonalityDense = 4 + 5 * WordValence::kLists + 1 + 15;

/// One post as the model reads it. Reusable, so that judging allocates nothing.
struct TonalityFeatures {
    struct Row {
        quint32 row = 0;
        quint32 token = 0;   ///< the (last) token it lies in
        bool isPair = false; ///< it also lies in the token before
    };
    std::array<std::vector<Row>, kTonalityBlocks> blocks;
    std::array<float, kTonalityBlocks> scale{};
    std::array<float, kTonalityDense> dense{};
    TonalityTokens tokens;
    std::vector<float> tokenValence; ///< by the word lists together, turned where negated
    std::vector<Reason> lexiconHits; ///< of the project's own lexicon
    std::vector<quint64> seen;       ///< a bit for each row

    /// Nothing in it that could be judged.
    [[nodiscard]] bool isTooShort() const;
};

/// Makes features of posts. Immutable; may be used from any thread.
class TonalityFeatureMaker
{
public:
    [[nodiscard]] static Result<TonalityFeatureMaker> shipped();

    void make(const PostText &post, TonalityLanguage language, TonalityFeatures &features) const;

    /// Where the numbers of the lexicon and of the word lists stand among the dense ones.
    static constexpr std::size_t kLexiconDense = 4;
    static constexpr std::size_t kListDense = 5 * WordValence::kLists + 1;

private:
    TonalityFeatureMaker(LexiconTonality lexicon, std::array<WordValence, 2> valences);

    void addDense(const PostText &post, TonalityLanguage language, TonalityFeatures &features) const;
    void addValences(TonalityLanguage language, TonalityFeatures &features, float *dense) const;

    LexiconTonality m_lexicon;
    std::array<WordValence, 2> m_valences; ///< by TonalityLanguage
};

} // namespace vigie::analysis
