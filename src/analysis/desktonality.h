// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/desklearner.h"

namespace vigie::analysis
{

/// What a person said of one post.
struct TonalityLesson {
    QString text;
    QString language; ///< of the post; lessons in a language the model does not know teach nothing
    Tonality tonality = Tonality::Neutral;

    bool operator==(const TonalityLesson &) const = default;
};

/// How often the model is wrong on a desk's own posts, and how often once it has learnt from the others.
struct LearningCheck {
    int lessons = 0; ///< that could be learnt from
    double errorBefore = 0;
    double errorAfter = 0; ///< cross-validated: each post judged by what the other ones taught
    double trust = 0;      ///< how likely it is that there was something to learn, see DeskLearner; the mean over the lessons
};

struct DeskLearning {
    TonalityModel model; ///< the base itself where there was nothing to learn
    LearningCheck check;
};

/**
 * A desk's own adjustment of tonality: a DeskLearner for each language. Deterministic, so the weights need not be kept: the
 * lessons are, and can be read and taken back.
 *
 * It remembers what it has learnt: lessons that only go on from the last ones take milliseconds; any other change, such as
 * one that was taken back, means learning all of them anew. Not thread-safe. `maker` must outlive it.
 */
class DeskTonality
{
public:
    DeskTonality(const TonalityFeatureMaker &maker, TonalityModel base);

    /// The model that these lessons, oldest first, make of the base.
    [[nodiscard]] TonalityModel teach(const std::vector<TonalityLesson> &lessons);
    /// Of the lessons last taught; takes several times as long as teaching them.
    [[nodiscard]] LearningCheck check() const;
    /// Both.
    [[nodiscard]] DeskLearning learn(const std::vector<TonalityLesson> &lessons);

private:
    struct Language {
        std::vector<TonalityExample> examples;
        std::unique_ptr<DeskLearner> learner; ///< null before the first lesson
    };

    void add(const TonalityLesson &lesson);

    const TonalityFeatureMaker &m_maker;
    TonalityModel m_base;
    std::vector<TonalityLesson> m_lessons;
    std::array<Language, kTonalityLanguages.size()> m_languages; ///< by TonalityLanguage
};

} // namespace vigie::analysis
