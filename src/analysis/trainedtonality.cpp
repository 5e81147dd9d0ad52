// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trainedtonality.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

using Kind = TonalityToken::Kind;

constexpr float kMixedFrom = 0.42F; ///< both good and bad with at least this share: nobody can tell
constexpr float kLeastReason = 0.1F;
constexpr double kLeastShare = 0.2; ///< of the strongest reason: weaker ones are noise to a reader
constexpr qsizetype kNearNegator = 2; ///< tokens; nearer ones are told together: "not good"

struct Scratch {
    TonalityFeatures features;
    std::vector<float> tokenWeights;
};

/// What each token adds to "positive rather than negative" by its n-grams.
void weighTokens(const TonalityWeights &weights, const TonalityFeatures &features, std::vector<float> &tokenWeights)
{
    tokenWeights.assign(features.tokens.tokens.size(), 0);
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        const float unit = weights.step * features.scale[block];
        for (const TonalityFeatures::Row &row : features.blocks[block]) {
            const TonalityWeights::Row &weight = weights.rows[row.row];
            const float value = unit * float(weight[2] - weight[0]);
            if (row.isPair) {
                tokenWeights[row.token] += value / 2;
                tokenWeights[row.token - 1] += value / 2;
            } else {
                tokenWeights[row.token] += value;
            }
        }
    }
    // The word lists' share, by how much each word had in it.
    float lists = 0;
    for (std::size_t i = 0; i < TonalityFeatureMaker::kListDense; ++i) {
        const std::size_t at = TonalityFeatureMaker::kLexiconDense + i;
        lists += features.dense[at] * weights.scale[at] * (weights.dense[at][2] - weights.dense[at][0]);
    }
    float all = 0;
    for (const float valence : features.tokenValence)
        all += std::abs(valence);
    for (std::size_t k = 0; all > 0 && k < tokenWeights.size(); ++k)
        tokenWeights[k] += lists * std::abs(features.tokenValence[k]) / all;
}

QString termOf(const TonalityTokens &tokens, std::size_t k)
{
    const TonalityToken &token = tokens.tokens[k];
    const QString letters = tokens.letters(token).toString();
    if (token.negator < 0 || std::abs(qsizetype(k) - token.negator) > kNearNegator)
        return letters;
    const QString negator = tokens.letters(tokens.tokens[std::size_t(token.negator)]).toString();
    return token.negator < qint32(k) ? negator + u' ' + letters : letters + u' ' + negator;
}

/// The project's own lexicon knows phrases; its share goes to them.
void addLexiconReasons(const TonalityWeights &weights, const TonalityFeatures &features, std::vector<Reason> &reasons)
{
    double share = 0;
    for (std::size_t i = 0; i < TonalityFeatureMaker::kLexiconDense; ++i)
        share += features.dense[i] * weights.scale[i] * (weights.dense[i][2] - weights.dense[i][0]);
    double all = 0;
    for (const Reason &hit : features.lexiconHits)
        all += std::abs(hit.weight);
    for (const Reason &hit : features.lexiconHits) {
        const double weight = all > 0 ? share * std::abs(hit.weight) / all : 0;
        const auto known = std::find_if(reasons.begin(), reasons.end(), [&](const Reason &one) { return one.term == hit.term; });
        if (known != reasons.end())
            known->weight += weight;
        else
            reasons.push_back({hit.term, weight});
    }
}

std::vector<Reason> reasonsOf(const TonalityWeights &weights, Scratch &scratch)
{
    const TonalityTokens &tokens = scratch.features.tokens;
    weighTokens(weights, scratch.features, scratch.tokenWeights);
    QVarLengthArray<std::size_t, 128> order;
    for (std::size_t k = 0; k < tokens.tokens.size(); ++k) {
        const Kind kind = tokens.tokens[k].kind;
        if (kind != Kind::Handle && kind != Kind::Link && kind != Kind::Sign && std::abs(scratch.tokenWeights[k]) >= kLeastReason)
            order.append(k);
    }
    const auto most = std::min<qsizetype>(order.size(), TonalityJudgement::kMaxReasons);
    std::partial_sort(order.begin(), order.begin() + most, order.end(), [&](std::size_t left, std::size_t right) {
        const float a = std::abs(scratch.tokenWeights[left]);
        const float b = std::abs(scratch.tokenWeights[right]);
        return a != b ? a > b : left < right;
    });
    std::vector<Reason> reasons;
    reasons.reserve(std::size_t(most) + scratch.features.lexiconHits.size());
    for (qsizetype i = 0; i < most; ++i) {
        const QString term = termOf(tokens, order[i]);
        const auto known = std::find_if(reasons.begin(), reasons.end(), [&](const Reason &one) { return one.term == term; });
        if (known != reasons.end())
            known->weight += scratch.tokenWeights[order[i]];
        else
            reasons.push_back({term, scratch.tokenWeights[order[i]]});
    }
    addLexiconReasons(weights, scratch.features, reasons);
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason &left, const Reason &right) {
        return std::abs(left.weight) > std::abs(right.weight);
    });
    if (reasons.size() > TonalityJudgement::kMaxReasons)
        reasons.resize(TonalityJudgement::kMaxReasons);
    while (!reasons.empty() && std::abs(reasons.back().weight) < kLeastShare * std::abs(reasons.front().weight))
        reasons.pop_back();
    return reasons;
}

Tonality decided(const TonalityLogits &shares)
{
    if (shares[0] >= kMixedFrom && shares[2] >= kMixedFrom)
        return Tonality::Undetermined;
    const auto best = std::max_element(shares.begin(), shares.end()) - shares.begin();
    return best == 0 ? Tonality::Negative : best == 1 ? Tonality::Neutral : Tonality::Positive;
}

} // namespace

TrainedTonality::TrainedTonality(TonalityFeatureMaker maker, TonalityModel model)
    : m_maker(std::move(maker))
    , m_base(std::move(model))
    , m_used(m_base)
{
}

Result<std::unique_ptr<TrainedTonality>> TrainedTonality::shipped()
{
    Result<TonalityFeatureMaker> maker = TonalityFeatureMaker::shipped();
    if (!maker)
        return fail(std::move(maker.error()));
    Result<TonalityModel> model = TonalityModel::shipped();
    if (!model)
        return fail(std::move(model.error()));
    return std::make_unique<TrainedTonality>(std::move(*maker), std::move(*model));
}

void TrainedTonality::use(TonalityModel model) const
{
    const QMutexLocker locker(&m_mutex);
    m_used = std::move(model);
}

std::shared_ptr<const TonalityWeights> TrainedTonality::weightsFor(TonalityLanguage language) const
{
    const QMutexLocker locker(&m_mutex);
    return m_used.languages[std::size_t(language)];
}

TonalityJudgement TrainedTonality::judge(const PostText &text, QStringView language) const
{
    const std::optional<TonalityLanguage> known = tonalityLanguageFromTag(language);
    const std::shared_ptr<const TonalityWeights> weights = known ? weightsFor(*known) : nullptr;
    if (!weights)
        return {};
    thread_local Scratch scratch;
    m_maker.make(text, *known, scratch.features);
    if (scratch.features.isTooShort())
        return {};
    const TonalityLogits logits = weights->logits(scratch.features);
    return {.tonality = decided(softmaxOf(logits)),
            .negativity = weights->negativity(logits),
            .reasons = reasonsOf(*weights, scratch)};
}

} // namespace vigie::analysis
