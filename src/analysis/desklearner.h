// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalitydescent.h"

namespace vigie::analysis
{

/**
 * What a desk says of its posts in one language, learnt one lesson at a time on top of weights that are known.
 *
 * How far a desk differs from what the base has seen cannot be known beforehand. So five learners stand beside the base, from
 * one that hardly moves to one that believes the desk at once: each a softmax regression with a Gaussian prior around the
 * base, of another variance. Before a lesson is learnt, each says what it would have said; by how likely each found what the
 * desk said, over all lessons, their voices are weighed, the base's among them (prequential evidence, Dawid 1984; the mixture
 * of Vovk 1990). Where correcting taught nothing, the base keeps the word.
 *
 * The shares of the classes are left as they are: what is corrected is no sample of what is posted. The same lessons in the
 * same order give the same weights; another order hardly differs. A lesson cannot be taken back: learn the others anew.
 */
class DeskLearner
{
public:
    static constexpr std::size_t kLearners = 5;

    explicit DeskLearner(std::shared_ptr<const TonalityWeights> base);

    void add(const TonalityExample &example);

    [[nodiscard]] int count() const { return int(m_lessons.size()); }
    /// How likely the lessons make it that the desk differs from what the base knows, against even odds at the beginning; 0
    /// without lessons.
    [[nodiscard]] double trust() const;
    /// The base's, moved by all lessons; the base's own where there are none.
    [[nodiscard]] TonalityWeights weights() const;

private:
    /// Three weights of each learner, and one unused: a cell is one line of the processor's cache.
    using Cell = std::array<float, 3 * kLearners + 1>;
    using Pulls = std::array<TonalityLogits, kLearners>;

    struct Lesson {
        std::vector<quint32> places; ///< in the cells, of all blocks, one behind the other
        std::array<quint32, kTonalityBlocks> ends{};
        std::array<float, kTonalityBlocks> scale{};
        std::array<float, kTonalityDense> dense{}; ///< at the base's scale
        TonalityLogits base{};
        std::size_t label = 0;
        float size = 0; ///< squared: how far a pull of one moves the lesson's own logits at a variance of one
        Pulls pulls{};  ///< what the lesson has added to each learner, for each class
    };
    struct Moved {
        std::vector<Cell> rows;
        std::array<Cell, kTonalityDense> dense{};
    };

    [[nodiscard]] Lesson lessonFrom(const TonalityExample &example);
    [[nodiscard]] std::array<double, kLearners + 1> shares() const; ///< of the base, then of each learner; their sum is 1
    [[nodiscard]] double weightOf(std::size_t label) const;
    /// How the lesson would pull otherwise, now that the others are known; nothing of a learner whose share is next to none.
    [[nodiscard]] Pulls changeOf(const Moved &moved, const Lesson &lesson, const std::array<double, kLearners + 1> &shares) const;
    void lookAgain();
    [[nodiscard]] static Cell movement(const Moved &moved, const Lesson &lesson);
    static void pull(Moved &moved, const Lesson &lesson, const Pulls &pulls);

    std::shared_ptr<const TonalityWeights> m_base;
    std::vector<Lesson> m_lessons;
    std::vector<qint32> m_placeOf;  ///< by row; -1 where no lesson has been
    std::vector<quint32> m_rowOf;   ///< by place
    Moved m_moved;
    std::size_t m_lookedAt = 0;     ///< the first so many lessons have been looked at again
    std::size_t m_nextLook;         ///< at so many lessons all of them are
    std::array<double, 3> m_counts; ///< of each class
    std::array<double, kLearners + 1> m_losses{}; ///< of the base, then of each learner
};

} // namespace vigie::analysis
