// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalitydescent.h"

namespace vigie::analysis
{

/// What a person said of one post.
struct TonalityLesson {
    QString text;
    QString language; ///< of the post; lessons in a language the model does not know teach nothing
    Tonality tonality = Tonality::Neutral;
};

/// How often the model is wrong on a desk's own posts, and how often once it has learnt from the others.
struct LearningCheck {
    int lessons = 0; ///< that could be learnt from
    double errorBefore = 0;
    double errorAfter = 0; ///< cross-validated: each post judged by what the other ones taught
};

struct DeskLearning {
    TonalityModel model; ///< the base itself where there was nothing to learn
    LearningCheck check;
};

/**
 * A desk's own adjustment: the base model's weights, moved by all lessons at once, and only as far as cross-validation on
 * the lessons themselves says that it helps. Deterministic, so the weights need not be kept: the lessons are, and can be
 * read and taken back.
 */
class DeskTonality
{
public:
    DeskTonality(const TonalityFeatureMaker &maker, const TonalityModel &base) : m_maker(maker), m_base(base) {}

    [[nodiscard]] DeskLearning learn(const std::vector<TonalityLesson> &lessons) const;

private:
    const TonalityFeatureMaker &m_maker;
    const TonalityModel &m_base;
};

} // namespace vigie::analysis
