// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalitydescent.h"

#include <functional>

namespace vigie::analysis
{

struct LabelledPost {
    QString text;
    QString set; ///< whose posts were gathered and labelled together
    Tonality label = Tonality::Neutral;
};

/// The same for two posts that differ by links, handles, signs and spaces alone: what must not stand on both sides of a test.
[[nodiscard]] quint64 postIdentity(QStringView text);

/**
 * Trains the weights of one language from labelled posts. The same posts in the same order give the same weights.
 *
 * Classes count alike within each set; small sets count for more than their number. The curve of negativity is fitted on
 * posts that the weights in question have not seen.
 */
class TonalityTrainer
{
public:
    using Progress = std::function<void(const QString &)>;

    explicit TonalityTrainer(const TonalityFeatureMaker &maker, Progress progress = {});

    /// InvalidArgument when a class has no post.
    [[nodiscard]] Result<TonalityWeights> train(const std::vector<LabelledPost> &posts, TonalityLanguage language) const;
    [[nodiscard]] std::vector<TonalityExample> examplesOf(const std::vector<LabelledPost> &posts,
                                                          TonalityLanguage language) const;

private:
    void note(const QString &text) const;

    const TonalityFeatureMaker &m_maker;
    Progress m_progress;
};

} // namespace vigie::analysis
