// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/trainedtonality.h"

#include "analysis/tonalityreasons.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::analysis
{
namespace
{

constexpr float kMixedFrom = 0.42F; ///< both good and bad with at least this share: nobody can tell

struct Scratch {
    TonalityFeatures features;
    std::vector<float> tokenWeights;
};

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
            .reasons = reasonsOf(*weights, scratch.features, scratch.tokenWeights)};
}

} // namespace vigie::analysis
