// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/desktonality.h"

#include <algorithm>

namespace vigie::analysis
{
namespace
{

constexpr std::size_t kFolds = 5;

bool isWrong(const TonalityWeights &weights, const TonalityExample &example)
{
    const TonalityLogits logits = example.logitsBy(weights);
    return std::size_t(std::max_element(logits.begin(), logits.end()) - logits.begin()) != example.label;
}

} // namespace

DeskTonality::DeskTonality(const TonalityFeatureMaker &maker, TonalityModel base)
    : m_maker(maker)
    , m_base(std::move(base))
{
}

void DeskTonality::add(const TonalityLesson &lesson)
{
    const std::optional<TonalityLanguage> language = tonalityLanguageFromTag(lesson.language);
    if (lesson.tonality == Tonality::Undetermined || !language || m_base.weightsFor(*language) == nullptr)
        return;
    TonalityFeatures features;
    const QString folded = core::folded(lesson.text);
    m_maker.make({lesson.text, folded}, *language, features);
    Language &known = m_languages[std::size_t(*language)];
    if (!known.learner)
        known.learner = std::make_unique<DeskLearner>(m_base.languages[std::size_t(*language)]);
    known.examples.push_back(TonalityExample::from(features, lesson.tonality));
    known.learner->add(known.examples.back());
}

TonalityModel DeskTonality::teach(const std::vector<TonalityLesson> &lessons)
{
    const bool goesOn = m_lessons.size() <= lessons.size() && std::equal(m_lessons.begin(), m_lessons.end(), lessons.begin());
    if (!goesOn) {
        m_languages = {};
        m_lessons.clear();
    }
    for (std::size_t i = m_lessons.size(); i < lessons.size(); ++i)
        add(lessons[i]);
    m_lessons = lessons;
    TonalityModel model = m_base;
    for (std::size_t i = 0; i < m_languages.size(); ++i) {
        if (m_languages[i].learner)
            model.languages[i] = std::make_shared<const TonalityWeights>(m_languages[i].learner->weights());
    }
    return model;
}

LearningCheck DeskTonality::check() const
{
    LearningCheck check;
    for (std::size_t i = 0; i < m_languages.size(); ++i) {
        const std::vector<TonalityExample> &examples = m_languages[i].examples;
        for (std::size_t fold = 0; fold < std::min(kFolds, examples.size()); ++fold) {
            DeskLearner others(m_base.languages[i]);
            for (std::size_t at = 0; at < examples.size(); ++at) {
                if (at % kFolds != fold)
                    others.add(examples[at]);
            }
            const TonalityWeights taught = others.weights();
            for (std::size_t at = fold; at < examples.size(); at += kFolds) {
                check.errorBefore += isWrong(*m_base.languages[i], examples[at]) ? 1 : 0;
                check.errorAfter += isWrong(taught, examples[at]) ? 1 : 0;
            }
        }
        check.lessons += int(examples.size());
        check.trust += m_languages[i].learner ? m_languages[i].learner->trust() * double(examples.size()) : 0;
    }
    const double divisor = std::max(1, check.lessons);
    check.errorBefore /= divisor;
    check.errorAfter /= divisor;
    check.trust /= divisor;
    return check;
}

DeskLearning DeskTonality::learn(const std::vector<TonalityLesson> &lessons)
{
    DeskLearning result{.model = teach(lessons), .check = {}};
    result.check = check();
    return result;
}

} // namespace vigie::analysis
