// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tonalitytrainer.h"

#include "analysis/tonalityhash.h"

#include <QHash>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

constexpr quint32 kSeed = 1;
constexpr int kFolds = 5;
constexpr std::size_t kEnoughHeldOut = 8000; ///< posts after which the curve of negativity is known well enough
constexpr double kSetPower = 0.3;            ///< 0: each post counts alike; 1: each set does
constexpr TonalityDescent::Rates kRates{.rows = 0.05F, .dense = 0.05F, .bias = 0.05F, .epochs = 8};

struct SetCounts {
    std::array<double, 3> labels{};
    [[nodiscard]] double all() const { return labels[0] + labels[1] + labels[2]; }
};

/// Gives each example its weight; their mean is 1.
void weigh(const std::vector<LabelledPost> &posts, std::vector<TonalityExample> &examples)
{
    QHash<QString, SetCounts> sets;
    for (std::size_t i = 0; i < posts.size(); ++i)
        ++sets[posts[i].set].labels[examples[i].label];
    double sum = 0;
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const SetCounts &set = sets[posts[i].set];
        const double byClass = set.all() / 3 / set.labels[examples[i].label];
        const double bySet = std::pow(set.all() / double(posts.size()), -kSetPower);
        examples[i].weight = float(byClass * bySet);
        sum += byClass * bySet;
    }
    for (TonalityExample &example : examples)
        example.weight *= float(double(posts.size()) / sum);
}

struct Outcome {
    double logOdds = 0;
    bool isNegative = false;
    double weight = 1;
};

/// The logistic curve that fits best, by Newton's method on two numbers.
void fitNegativity(const std::vector<Outcome> &outcomes, TonalityWeights &weights)
{
    double slope = 1;
    double offset = 0;
    for (int round = 0; round < 30; ++round) {
        double g0 = 0;
        double g1 = 0;
        double h00 = 1e-6;
        double h01 = 0;
        double h11 = 1e-6;
        for (const Outcome &outcome : outcomes) {
            const double said = 1 / (1 + std::exp(-(slope * outcome.logOdds + offset)));
            const double off = outcome.weight * (said - (outcome.isNegative ? 1 : 0));
            const double bend = outcome.weight * said * (1 - said);
            g0 += off * outcome.logOdds;
            g1 += off;
            h00 += bend * outcome.logOdds * outcome.logOdds;
            h01 += bend * outcome.logOdds;
            h11 += bend;
        }
        const double determinant = h00 * h11 - h01 * h01;
        if (std::abs(determinant) < 1e-12)
            break;
        slope -= (h11 * g0 - h01 * g1) / determinant;
        offset -= (h00 * g1 - h01 * g0) / determinant;
    }
    // A curve that falls or shouts comes of too few posts.
    weights.slope = float(std::isfinite(slope) ? std::clamp(slope, 0.2, 3.0) : 1.0);
    weights.offset = float(std::isfinite(offset) ? std::clamp(offset, -3.0, 3.0) : 0.0);
}

} // namespace

quint64 postIdentity(QStringView text)
{
    const QString folded = core::folded(text);
    TonalityTokens tokens;
    tokens.make({text, folded}, false);
    quint64 identity = kHashStart;
    for (const TonalityToken &token : tokens.tokens) {
        if (token.kind == TonalityToken::Kind::Word || token.kind == TonalityToken::Kind::Hashtag)
            identity = scattered(identity * 31 + token.hash);
    }
    return identity;
}

TonalityTrainer::TonalityTrainer(const TonalityFeatureMaker &maker, Progress progress)
    : m_maker(maker)
    , m_progress(std::move(progress))
{
}

void TonalityTrainer::note(const QString &text) const
{
    if (m_progress)
        m_progress(text);
}

std::vector<TonalityExample> TonalityTrainer::examplesOf(const std::vector<LabelledPost> &posts,
                                                         TonalityLanguage language) const
{
    std::vector<TonalityExample> examples;
    examples.reserve(posts.size());
    TonalityFeatures features;
    for (const LabelledPost &post : posts) {
        const QString folded = core::folded(post.text);
        m_maker.make({post.text, folded}, language, features);
        examples.push_back(TonalityExample::from(features, post.label));
    }
    return examples;
}

Result<TonalityWeights> TonalityTrainer::train(const std::vector<LabelledPost> &posts, TonalityLanguage language) const
{
    note(u"reading %1 posts"_s.arg(posts.size()));
    std::vector<TonalityExample> examples = examplesOf(posts, language);
    for (std::size_t label = 0; label < 3; ++label) {
        if (std::none_of(examples.begin(), examples.end(), [label](const auto &one) { return one.label == label; }))
            return fail(ErrorKind::InvalidArgument, u"a class has no post to learn from"_s);
    }
    weigh(posts, examples);

    QHash<QString, int> heldOutOfSet;
    std::vector<std::pair<Outcome, QString>> heldOut;
    for (int fold = 0; fold < kFolds && heldOut.size() < kEnoughHeldOut; ++fold) {
        note(u"fold %1"_s.arg(fold + 1));
        std::vector<const TonalityExample *> seen;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (postIdentity(posts[i].text) % kFolds != quint64(fold))
                seen.push_back(&examples[i]);
        }
        TonalityDescent descent(examples);
        descent.run(seen, kRates, kSeed);
        for (std::size_t i = 0; i < examples.size(); ++i) {
            if (postIdentity(posts[i].text) % kFolds != quint64(fold))
                continue;
            heldOut.push_back({{TonalityWeights::negativeLogOdds(descent.logits(examples[i])), examples[i].label == 0, 1},
                               posts[i].set});
            ++heldOutOfSet[posts[i].set];
        }
    }
    std::vector<Outcome> outcomes;
    for (auto &[outcome, set] : heldOut) {
        outcome.weight = std::pow(double(heldOutOfSet[set]), -kSetPower);
        outcomes.push_back(outcome);
    }

    note(u"all posts"_s);
    std::vector<const TonalityExample *> all;
    for (const TonalityExample &example : examples)
        all.push_back(&example);
    TonalityDescent descent(examples);
    descent.run(all, kRates, kSeed);
    TonalityWeights weights = descent.weights();
    fitNegativity(outcomes, weights);
    return weights;
}

} // namespace vigie::analysis
