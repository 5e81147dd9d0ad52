// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/desktonality.h"

#include <algorithm>

namespace vigie::analysis
{
namespace
{

constexpr quint32 kSeed = 1;
constexpr int kFolds = 5;
// Found by trial: a few passes from the base, faster for the biases, because what a desk calls neutral differs most.
constexpr TonalityDescent::Rates kRates{.rows = 0.03F, .dense = 0.01F, .bias = 0.05F, .epochs = 6};
/// Posts of each class that the base's own view counts for when the classes of a desk are balanced.
constexpr double kPriorPosts = 20;

std::vector<TonalityExample> examplesOf(const std::vector<TonalityLesson> &lessons, TonalityLanguage language,
                                        const TonalityFeatureMaker &maker)
{
    std::vector<TonalityExample> examples;
    TonalityFeatures features;
    for (const TonalityLesson &lesson : lessons) {
        if (lesson.tonality == Tonality::Undetermined || tonalityLanguageFromTag(lesson.language) != language)
            continue;
        const QString folded = core::folded(lesson.text);
        maker.make({lesson.text, folded}, language, features);
        examples.push_back(TonalityExample::from(features, lesson.tonality));
    }
    return examples;
}

/// A rare class must not be unlearnt because it is rare.
void balance(const std::vector<TonalityExample *> &examples)
{
    std::array<double, 3> counts{kPriorPosts, kPriorPosts, kPriorPosts};
    for (const TonalityExample *example : examples)
        ++counts[example->label];
    const double all = counts[0] + counts[1] + counts[2];
    for (TonalityExample *example : examples)
        example->weight = float(std::clamp(all / 3 / counts[example->label], 0.3, 3.0));
}

TonalityDescent moved(const TonalityWeights &base, const std::vector<TonalityExample *> &examples)
{
    balance(examples);
    TonalityDescent descent(base);
    descent.run({examples.begin(), examples.end()}, kRates, kSeed);
    return descent;
}

bool isWrong(const TonalityLogits &logits, std::size_t label)
{
    return std::size_t(std::max_element(logits.begin(), logits.end()) - logits.begin()) != label;
}

} // namespace

TonalityModel DeskTonality::taught(const std::vector<TonalityLesson> &lessons) const
{
    TonalityModel result = m_base;
    for (const TonalityLanguage language : kTonalityLanguages) {
        const TonalityWeights *base = m_base.weightsFor(language);
        if (base == nullptr)
            continue;
        std::vector<TonalityExample> examples = examplesOf(lessons, language, m_maker);
        if (examples.empty())
            continue;
        std::vector<TonalityExample *> all;
        for (TonalityExample &example : examples)
            all.push_back(&example);
        result.languages[std::size_t(language)] =
            std::make_shared<const TonalityWeights>(moved(*base, all).movedFrom(*base));
    }
    return result;
}

LearningCheck DeskTonality::check(const std::vector<TonalityLesson> &lessons) const
{
    LearningCheck result;
    int wrongBefore = 0;
    int wrongAfter = 0;
    for (const TonalityLanguage language : kTonalityLanguages) {
        const TonalityWeights *base = m_base.weightsFor(language);
        if (base == nullptr)
            continue;
        std::vector<TonalityExample> examples = examplesOf(lessons, language, m_maker);
        const TonalityDescent untaught(*base);
        for (int fold = 0; fold < kFolds && !examples.empty(); ++fold) {
            std::vector<TonalityExample *> others;
            for (std::size_t i = 0; i < examples.size(); ++i) {
                if (int(i % kFolds) != fold)
                    others.push_back(&examples[i]);
            }
            const TonalityDescent taught = moved(*base, others);
            for (std::size_t i = std::size_t(fold); i < examples.size(); i += kFolds) {
                wrongBefore += isWrong(untaught.logits(examples[i]), examples[i].label) ? 1 : 0;
                wrongAfter += isWrong(taught.logits(examples[i]), examples[i].label) ? 1 : 0;
            }
        }
        result.lessons += int(examples.size());
    }
    if (result.lessons > 0) {
        result.errorBefore = double(wrongBefore) / result.lessons;
        result.errorAfter = double(wrongAfter) / result.lessons;
    }
    return result;
}

} // namespace vigie::analysis
