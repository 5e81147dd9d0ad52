// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/tonalityreasons.h"

#include <QVarLengthArray>

#include <algorithm>
#include <cmath>

namespace vigie::analysis
{
namespace
{

constexpr double kLeastShare = 0.2; ///< of the strongest reason: weaker ones are noise to a reader
constexpr qsizetype kNearNegator = 2; ///< tokens; nearer ones are told together: "not good"

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

} // namespace

bool canBeReason(const TonalityToken &token)
{
    using Kind = TonalityToken::Kind;
    return token.kind != Kind::Handle && token.kind != Kind::Link && token.kind != Kind::Sign;
}

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

std::vector<Reason> reasonsOf(const TonalityWeights &weights, const TonalityFeatures &features, std::vector<float> &tokenWeights)
{
    const TonalityTokens &tokens = features.tokens;
    weighTokens(weights, features, tokenWeights);
    QVarLengthArray<std::size_t, 128> order;
    for (std::size_t k = 0; k < tokens.tokens.size(); ++k) {
        if (canBeReason(tokens.tokens[k]) && std::abs(tokenWeights[k]) >= kLeastReason)
            order.append(k);
    }
    const auto most = std::min<qsizetype>(order.size(), TonalityJudgement::kMaxReasons);
    std::partial_sort(order.begin(), order.begin() + most, order.end(), [&](std::size_t left, std::size_t right) {
        const float a = std::abs(tokenWeights[left]);
        const float b = std::abs(tokenWeights[right]);
        return a != b ? a > b : left < right;
    });
    std::vector<Reason> reasons;
    reasons.reserve(std::size_t(most) + features.lexiconHits.size());
    for (qsizetype i = 0; i < most; ++i) {
        const QString term = termOf(tokens, order[i]);
        const auto known = std::find_if(reasons.begin(), reasons.end(), [&](const Reason &one) { return one.term == term; });
        if (known != reasons.end())
            known->weight += tokenWeights[order[i]];
        else
            reasons.push_back({term, tokenWeights[order[i]]});
    }
    addLexiconReasons(weights, features, reasons);
    std::stable_sort(reasons.begin(), reasons.end(), [](const Reason &left, const Reason &right) {
        return std::abs(left.weight) > std::abs(right.weight);
    });
    if (reasons.size() > TonalityJudgement::kMaxReasons)
        reasons.resize(TonalityJudgement::kMaxReasons);
    while (!reasons.empty() && std::abs(reasons.back().weight) < kLeastShare * std::abs(reasons.front().weight))
        reasons.pop_back();
    return reasons;
}

} // namespace vigie::analysis
