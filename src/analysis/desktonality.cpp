// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/desktonality.h"

#include <algorithm>
#include <cmath>

namespace vigie::analysis
{
namespace
{

// Found by trial, with each labelled set in turn as a desk that the base never saw.
constexpr TonalityDescent::Rates kRates{.rows = 0.05F, .dense = 0.02F, .bias = 0.05F, .epochs = 10};
constexpr float kInertia = 10;
constexpr quint32 kSeed = 1;
constexpr int kFolds = 5;
constexpr int kShares = 8; ///< how finely the share that is taken over is chosen
/// Posts of each class that are thought to be there already when the classes of a desk are balanced.
constexpr double kPriorPosts = 5;

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

/// A rare class must not be unlearnt because it is rare: what a crisis desk waits for is rare.
void balance(std::vector<TonalityExample> &examples)
{
    std::array<double, 3> counts{kPriorPosts, kPriorPosts, kPriorPosts};
    for (const TonalityExample &example : examples)
        ++counts[example.label];
    const double all = counts[0] + counts[1] + counts[2];
    for (TonalityExample &example : examples)
        example.weight = float(all / 3 / counts[example.label]);
}

struct HeldOut {
    TonalityLogits base{};
    TonalityLogits taught{};
    std::size_t label = 0;
    float weight = 1;

    [[nodiscard]] TonalityLogits at(int share) const
    {
        TonalityLogits result{};
        for (std::size_t k = 0; k < 3; ++k)
            result[k] = base[k] + (taught[k] - base[k]) * float(share) / kShares;
        return result;
    }
};

/// Each example seen by weights that learnt from the other folds.
std::vector<HeldOut> heldOut(const TonalityWeights &base, const std::vector<TonalityExample> &examples)
{
    std::vector<HeldOut> result;
    const TonalityDescent untaught(base, kInertia);
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
        std::vector<const TonalityExample *> others;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (i % kFolds != fold)
                others.push_back(&examples[i]);
        }
        TonalityDescent taught(base, kInertia);
        taught.run(others, kRates, kSeed);
        for (std::size_t i = fold; i < examples.size(); i += kFolds)
            result.push_back({untaught.logits(examples[i]), taught.logits(examples[i]), examples[i].label, examples[i].weight});
    }
    return result;
}

/// The share of the movement with the least loss.
int bestShare(const std::vector<HeldOut> &posts)
{
    int best = 0;
    double least = 0;
    for (int share = 0; share <= kShares; ++share) {
        double loss = 0;
        for (const HeldOut &post : posts)
            loss -= double(post.weight) * std::log(double(softmaxOf(post.at(share))[post.label]) + 1e-9);
        if (share == 0 || loss < least) {
            best = share;
            least = loss;
        }
    }
    return best;
}

int wrongOnes(const std::vector<HeldOut> &posts, int share)
{
    return int(std::count_if(posts.begin(), posts.end(), [share](const HeldOut &post) {
        const TonalityLogits logits = post.at(share);
        return std::size_t(std::max_element(logits.begin(), logits.end()) - logits.begin()) != post.label;
    }));
}

} // namespace

DeskLearning DeskTonality::learn(const std::vector<TonalityLesson> &lessons) const
{
    DeskLearning result{.model = m_base, .check = {}};
    int wrongBefore = 0;
    int wrongAfter = 0;
    for (const TonalityLanguage language : kTonalityLanguages) {
        const TonalityWeights *base = m_base.weightsFor(language);
        std::vector<TonalityExample> examples = base == nullptr ? std::vector<TonalityExample>()
                                                                : examplesOf(lessons, language, m_maker);
        if (examples.empty())
            continue;
        balance(examples);
        const std::vector<HeldOut> posts = heldOut(*base, examples);
        const int share = bestShare(posts);
        std::vector<const TonalityExample *> all;
        for (const TonalityExample &example : examples)
            all.push_back(&example);
        TonalityDescent taught(*base, kInertia);
        taught.run(all, kRates, kSeed);
        result.model.languages[std::size_t(language)] =
            std::make_shared<const TonalityWeights>(taught.movedFrom(*base, float(share) / kShares));
        result.check.lessons += int(examples.size());
        wrongBefore += wrongOnes(posts, 0);
        wrongAfter += wrongOnes(posts, share);
    }
    if (result.check.lessons > 0) {
        result.check.errorBefore = double(wrongBefore) / result.check.lessons;
        result.check.errorAfter = double(wrongAfter) / result.check.lessons;
    }
    return result;
}

} // namespace vigie::analysis
