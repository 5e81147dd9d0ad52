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

/**
 * A desk's own adjustment: the base model's weights, moved a little by the lessons, all of them at once. Deterministic, so it
 * need not be kept: the lessons are, and can be read and taken back. A hundred lessons take some milliseconds.
 */
class DeskTonality
{
public:
    DeskTonality(const TonalityFeatureMaker &maker, const TonalityModel &base) : m_maker(maker), m_base(base) {}

    /// The base itself where there is nothing to learn.
    [[nodiscard]] TonalityModel taught(const std::vector<TonalityLesson> &lessons) const;
    [[nodiscard]] LearningCheck check(const std::vector<TonalityLesson> &lessons) const;

private:
    const TonalityFeatureMaker &m_maker;
    const TonalityModel &m_base;
};

} // namespace vigie::analysis
