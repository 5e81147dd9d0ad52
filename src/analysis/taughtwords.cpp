// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/taughtwords.h"

#include "analysis/tellingwords.h"
#include "analysis/tonalityreasons.h"
#include "core/spelling.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace vigie::analysis
{
namespace
{

constexpr int kLeastPosts = 2;

struct Known {
    double shift = 0; ///< the sum
    int posts = 0;
    std::size_t newest = 0; ///< lesson
};

double tellingness(const TaughtWord &word)
{
    return std::abs(word.shift) * std::sqrt(double(word.posts));
}

/// Each term once a post: one that is said twice in it is no more telling.
QHash<QString, float> shiftsOf(const TonalityWeights &base, const TonalityWeights &taught, const TonalityFeatures &features)
{
    std::vector<float> before;
    std::vector<float> after;
    weighTokens(base, features, before);
    weighTokens(taught, features, after);
    QHash<QString, float> shifts;
    for (std::size_t k = 0; k < after.size(); ++k) {
        const TonalityToken &token = features.tokens.tokens[k];
        if (canBeReason(token) && isTellingWord(features.tokens.letters(token)))
            shifts[termOf(features.tokens, k)] += after[k] - before[k];
    }
    return shifts;
}

} // namespace

std::vector<TaughtWord> taughtWords(const TonalityFeatureMaker &maker, const TonalityModel &base, const TonalityModel &taught,
                                    const std::vector<TonalityLesson> &lessons, std::size_t most)
{
    std::array<QHash<QString, Known>, kTonalityLanguages.size()> known;
    TonalityFeatures features;
    for (std::size_t i = 0; i < lessons.size(); ++i) {
        const std::optional<TonalityLanguage> language = tonalityLanguageFromTag(lessons[i].language);
        if (!language || !base.weightsFor(*language) || !taught.weightsFor(*language))
            continue;
        const QString folded = core::folded(lessons[i].text);
        maker.make({lessons[i].text, folded}, *language, features);
        const QHash<QString, float> shifts = shiftsOf(*base.weightsFor(*language), *taught.weightsFor(*language), features);
        for (auto each = shifts.cbegin(); each != shifts.cend(); ++each) {
            Known &word = known[std::size_t(*language)][each.key()];
            word.shift += double(each.value());
            ++word.posts;
            word.newest = i;
        }
    }
    std::vector<TaughtWord> words;
    for (const TonalityLanguage language : kTonalityLanguages) {
        const auto &ofLanguage = known[std::size_t(language)];
        for (auto each = ofLanguage.cbegin(); each != ofLanguage.cend(); ++each) {
            const double shift = each->shift / each->posts;
            if (each->posts >= kLeastPosts && std::abs(shift) >= double(kLeastReason))
                words.push_back({each.key(), tonalityLanguageTag(language), shift, each->posts, lessons[each->newest].text});
        }
    }
    std::sort(words.begin(), words.end(), [](const TaughtWord &left, const TaughtWord &right) {
        const double a = tellingness(left);
        const double b = tellingness(right);
        return a != b ? a > b : left.term < right.term;
    });
    words.resize(std::min(words.size(), most));
    for (TaughtWord &word : words)
        word.term = core::Spelling(word.example).of(word.term);
    return words;
}

} // namespace vigie::analysis
