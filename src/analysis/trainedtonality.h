// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalitymodel.h"

#include <QMutex>

namespace vigie::analysis
{

/**
 * Tonality by the trained model: French and English; Undetermined for other languages, for a text with too little in it, and
 * for one that is as good as it is bad. What moved a judgement is told in words of the post.
 *
 * A desk's own model may take the shipped one's place at any time, from any thread, while others judge.
 */
class TrainedTonality final : public TonalityJudge
{
public:
    TrainedTonality(TonalityFeatureMaker maker, TonalityModel model);
    /// The model and the lists inside the program.
    [[nodiscard]] static Result<std::unique_ptr<TrainedTonality>> shipped();

    [[nodiscard]] TonalityJudgement judge(const PostText &text, QStringView language) const override;

    [[nodiscard]] const TonalityFeatureMaker &maker() const { return m_maker; }
    /// As given to the constructor: what a desk's own model starts from.
    [[nodiscard]] const TonalityModel &baseModel() const { return m_base; }
    /// For the judgements from now on.
    void use(TonalityModel model) const;

private:
    [[nodiscard]] std::shared_ptr<const TonalityWeights> weightsFor(TonalityLanguage language) const;

    TonalityFeatureMaker m_maker;
    TonalityModel m_base;
    mutable QMutex m_mutex;
    mutable TonalityModel m_used; ///< under the mutex
};

} // namespace vigie::analysis
