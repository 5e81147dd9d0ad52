// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/desklearner.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace vigie::analysis
{
namespace
{

// Found with each labelled set in turn as a desk that the base never saw, and with half of each as one that it knows.
constexpr std::array<float, DeskLearner::kLearners> kVariances{0.03F, 0.1F, 0.3F, 1, 3};
constexpr float kDenseShare = 0.05F; ///< the lists and signs move less than words: they hold for all desks
constexpr double kIgnored = 0.005;  ///< a voice this weak is not asked
/// A rare class counts for more than its posts, as it does in the mean of the classes' F1, but not for as much as the others:
/// F1 divides by what is said as well, and a rare class is said too often.
constexpr double kRareness = 0.75;
/// The lessons are looked at again at so many of them, and whenever a quarter more have come: what the learners say of the next
/// ones is then near what all lessons at once would teach, at a price that does not grow.
constexpr std::size_t kFirstLook = 128;
constexpr std::size_t kLookGrowth = 4;
constexpr std::size_t kFewLessons = 2000;
/// Posts of each class that are thought to be there already.
constexpr double kPriorPosts = 5;

/// Of the belief before the first lesson: the base and the most cautious learner alike, each bolder one half of the one before.
/// So it takes a few lessons more to believe that a desk is wholly unlike others.
double priorOf(std::size_t voice)
{
    return voice == 0 ? 1 : std::exp2(1 - double(voice));
}

double lossOf(const TonalityLogits &logits, std::size_t label)
{
    return -std::log(double(softmaxOf(logits)[label]) + 1e-9);
}

TonalityLogits withMovement(const TonalityLogits &base, const std::array<float, 3 * DeskLearner::kLearners + 1> &movement,
                            std::size_t learner)
{
    return {base[0] + movement[3 * learner], base[1] + movement[3 * learner + 1], base[2] + movement[3 * learner + 2]};
}

/// How strongly a lesson pulls at each class, once its own pull is taken into account: what softmax regression with a Gaussian
/// prior comes to when all other lessons stand still (Yu, Huang and Lin 2011; Kulis and Bartlett 2010). Newton's method on
/// logits = others + size * weight * (label - softmax(logits)).
TonalityLogits pullOf(const TonalityLogits &others, std::size_t label, double weight, double size)
{
    constexpr int kMostRounds = 30;
    constexpr double kNear = 1e-10;
    std::array<double, 3> logits{double(others[0]), double(others[1]), double(others[2])};
    TonalityLogits pull{};
    for (int round = 0; round < kMostRounds; ++round) {
        const double most = std::max({logits[0], logits[1], logits[2]});
        std::array<double, 3> share{};
        for (std::size_t k = 0; k < 3; ++k)
            share[k] = std::exp(logits[k] - most);
        const double sum = share[0] + share[1] + share[2];
        std::array<double, 3> off{};
        double distance = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            share[k] /= sum;
            pull[k] = float(weight * ((k == label ? 1 : 0) - share[k]));
            off[k] = logits[k] - double(others[k]) - size * double(pull[k]);
            distance += off[k] * off[k];
        }
        if (distance < kNear)
            break;
        // The slope is a diagonal less the square of one vector: turned by the formula of Sherman and Morrison.
        const double bend = size * weight;
        double divisor = 1;
        double along = 0;
        for (std::size_t k = 0; k < 3; ++k) {
            divisor -= bend * share[k] * share[k] / (1 + bend * share[k]);
            along += share[k] * off[k] / (1 + bend * share[k]);
        }
        for (std::size_t k = 0; k < 3; ++k)
            logits[k] -= (off[k] + bend * share[k] * along / divisor) / (1 + bend * share[k]);
    }
    return pull;
}

} // namespace

DeskLearner::DeskLearner(std::shared_ptr<const TonalityWeights> base)
    : m_base(std::move(base))
    , m_placeOf(kTonalityRows, -1)
    , m_nextLook(kFirstLook)
    , m_counts{kPriorPosts, kPriorPosts, kPriorPosts}
{
}

DeskLearner::Lesson DeskLearner::lessonFrom(const TonalityExample &example)
{
    Lesson lesson;
    lesson.ends = example.ends;
    lesson.scale = example.scale;
    lesson.base = example.logitsBy(*m_base);
    lesson.label = example.label;
    lesson.places.reserve(example.rows.size());
    std::size_t at = 0;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        for (; at < example.ends[block]; ++at) {
            qint32 &place = m_placeOf[example.rows[at]];
            if (place < 0) {
                place = qint32(m_rowOf.size());
                m_rowOf.push_back(example.rows[at]);
                m_moved.rows.push_back({});
            }
            lesson.places.push_back(quint32(place));
            lesson.size += example.scale[block] * example.scale[block];
        }
    }
    for (std::size_t i = 0; i < kTonalityDense; ++i) {
        lesson.dense[i] = (example.dense[i] - m_base->mean[i]) * m_base->scale[i];
        lesson.size += kDenseShare * lesson.dense[i] * lesson.dense[i];
    }
    return lesson;
}

/// What each learner has moved the logits of that post by.
DeskLearner::Cell DeskLearner::movement(const Moved &moved, const Lesson &lesson)
{
    Cell result{};
    const auto add = [&result](const Cell &cell, float factor) {
        for (std::size_t lane = 0; lane < cell.size(); ++lane)
            result[lane] += cell[lane] * factor;
    };
    std::size_t at = 0;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        for (; at < lesson.ends[block]; ++at)
            add(moved.rows[lesson.places[at]], lesson.scale[block]);
    }
    for (std::size_t i = 0; i < kTonalityDense; ++i)
        add(moved.dense[i], lesson.dense[i]);
    return result;
}

void DeskLearner::pull(Moved &moved, const Lesson &lesson, const Pulls &pulls)
{
    Cell step{};
    for (std::size_t learner = 0; learner < kLearners; ++learner) {
        for (std::size_t k = 0; k < 3; ++k)
            step[3 * learner + k] = kVariances[learner] * pulls[learner][k];
    }
    const auto add = [&step](Cell &cell, float factor) {
        for (std::size_t lane = 0; lane < cell.size(); ++lane)
            cell[lane] += step[lane] * factor;
    };
    std::size_t at = 0;
    for (std::size_t block = 0; block < kTonalityBlocks; ++block) {
        for (; at < lesson.ends[block]; ++at)
            add(moved.rows[lesson.places[at]], lesson.scale[block]);
    }
    for (std::size_t i = 0; i < kTonalityDense; ++i)
        add(moved.dense[i], kDenseShare * lesson.dense[i]);
}

double DeskLearner::weightOf(std::size_t label) const
{
    const double all = m_counts[0] + m_counts[1] + m_counts[2];
    return std::pow(all / 3 / m_counts[label], kRareness);
}

void DeskLearner::add(const TonalityExample &example)
{
    Lesson lesson = lessonFrom(example);
    ++m_counts[lesson.label];
    const double weight = weightOf(lesson.label);
    m_losses[0] += weight * lossOf(lesson.base, lesson.label);
    const Cell moved = movement(m_moved, lesson);
    for (std::size_t learner = 0; learner < kLearners; ++learner) {
        const TonalityLogits said = withMovement(lesson.base, moved, learner);
        m_losses[learner + 1] += weight * lossOf(said, lesson.label);
        lesson.pulls[learner] = pullOf(said, lesson.label, weight, double(kVariances[learner] * lesson.size));
    }
    pull(m_moved, lesson, lesson.pulls);
    m_lessons.push_back(std::move(lesson));
    if (m_lessons.size() >= m_nextLook)
        lookAgain();
}

DeskLearner::Pulls DeskLearner::changeOf(const Moved &moved, const Lesson &lesson,
                                         const std::array<double, kLearners + 1> &shares) const
{
    const Cell now = movement(moved, lesson);
    const double weight = weightOf(lesson.label);
    Pulls change{};
    for (std::size_t learner = 0; learner < kLearners; ++learner) {
        if (shares[learner + 1] < kIgnored)
            continue;
        const float size = kVariances[learner] * lesson.size;
        TonalityLogits others = withMovement(lesson.base, now, learner);
        for (std::size_t k = 0; k < 3; ++k)
            others[k] -= size * lesson.pulls[learner][k];
        change[learner] = pullOf(others, lesson.label, weight, double(size));
        for (std::size_t k = 0; k < 3; ++k)
            change[learner][k] -= lesson.pulls[learner][k];
    }
    return change;
}

void DeskLearner::lookAgain()
{
    std::array<double, kLearners + 1> everybody{};
    everybody.fill(1);
    for (Lesson &lesson : m_lessons) {
        const Pulls change = changeOf(m_moved, lesson, everybody);
        pull(m_moved, lesson, change);
        for (std::size_t learner = 0; learner < kLearners; ++learner) {
            for (std::size_t k = 0; k < 3; ++k)
                lesson.pulls[learner][k] += change[learner][k];
        }
    }
    m_lookedAt = m_lessons.size();
    m_nextLook = m_lessons.size() + m_lessons.size() / kLookGrowth;
}

std::array<double, DeskLearner::kLearners + 1> DeskLearner::shares() const
{
    const double least = *std::min_element(m_losses.begin(), m_losses.end());
    std::array<double, kLearners + 1> result{};
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = priorOf(i) * std::exp(least - m_losses[i]);
    const double sum = std::accumulate(result.begin(), result.end(), 0.0);
    for (double &share : result)
        share /= sum;
    return result;
}

double DeskLearner::trust() const
{
    if (m_lessons.empty())
        return 0;
    double prior = 0; // of all learners, where the base's is 1
    for (std::size_t voice = 1; voice <= kLearners; ++voice)
        prior += priorOf(voice);
    const double base = shares()[0];
    const double learners = (1 - base) / prior;
    return learners / (learners + base);
}

TonalityWeights DeskLearner::weights() const
{
    const auto share = shares();
    // Once more, so that early ones weigh as much as late ones: all lessons where that takes no time, else those that were not.
    Moved moved = m_moved;
    for (std::size_t i = m_lessons.size() > kFewLessons ? m_lookedAt : 0; i < m_lessons.size(); ++i)
        pull(moved, m_lessons[i], changeOf(moved, m_lessons[i], share));
    const auto mixed = [&share](const Cell &cell, std::size_t k) {
        double sum = 0;
        for (std::size_t learner = 0; learner < kLearners; ++learner)
            sum += share[learner + 1] * double(cell[3 * learner + k]);
        return sum;
    };
    TonalityWeights result = *m_base;
    for (std::size_t i = 0; i < kTonalityDense; ++i) {
        for (std::size_t k = 0; k < 3; ++k)
            result.dense[i][k] += float(mixed(moved.dense[i], k));
    }
    for (std::size_t place = 0; place < m_rowOf.size(); ++place) {
        TonalityWeights::Row &row = result.rows[m_rowOf[place]];
        for (std::size_t k = 0; k < 3; ++k) {
            const double to = double(row[k]) + mixed(moved.rows[place], k) / double(result.step);
            row[k] = qint16(std::clamp<long>(std::lround(to), -32767, 32767));
        }
    }
    return result;
}

} // namespace vigie::analysis
