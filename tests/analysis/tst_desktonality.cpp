// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/desktonality.h"
#include "analysis/trainedtonality.h"
#include "house/lineartime.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

namespace
{

/// Lesson `i` of a desk whose posts say "zorgle" where they are bad and "plim" where they are good.
TonalityLesson lesson(int i)
{
    static const std::array<QString, 3> words{u"zorgle"_s, u"counter"_s, u"plim"_s};
    static constexpr std::array kLabels{Tonality::Negative, Tonality::Neutral, Tonality::Positive};
    const auto k = std::size_t(i % 3);
    return {u"the %1 of shop number %2 is what it is today"_s.arg(words[k]).arg(i), u"en"_s, kLabels[k]};
}

std::vector<TonalityLesson> lessonsUpTo(int count)
{
    std::vector<TonalityLesson> lessons;
    for (int i = 0; i < count; ++i)
        lessons.push_back(lesson(i));
    return lessons;
}

bool areSame(const TonalityModel &left, const TonalityModel &right)
{
    const TonalityWeights *a = left.weightsFor(TonalityLanguage::English);
    const TonalityWeights *b = right.weightsFor(TonalityLanguage::English);
    return a->rows == b->rows && a->dense == b->dense && a->bias == b->bias;
}

} // namespace

class DeskTonalityTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto shipped = TrainedTonality::shipped();
        QVERIFY(shipped);
        m_judge = std::move(*shipped);
    }

    void lessonsOneByOneTeachTheSameAsAllAtOnce()
    {
        DeskTonality oneByOne = desk();
        for (const int count : {1, 2, 10, 60})
            (void)oneByOne.teach(lessonsUpTo(count));
        QVERIFY(areSame(oneByOne.teach(lessonsUpTo(61)), desk().teach(lessonsUpTo(61))));
        QVERIFY(!areSame(oneByOne.teach(lessonsUpTo(61)), desk().teach(lessonsUpTo(60))));
    }

    void aLessonTakenBackOrChangedLeavesNoTrace()
    {
        DeskTonality taught = desk();
        std::vector<TonalityLesson> lessons = lessonsUpTo(60);
        (void)taught.teach(lessons);
        lessons.erase(lessons.begin() + 30);
        QVERIFY(areSame(taught.teach(lessons), desk().teach(lessons)));
        lessons[3].tonality = Tonality::Positive;
        QVERIFY(areSame(taught.teach(lessons), desk().teach(lessons)));
        QVERIFY(areSame(taught.teach({}), m_judge->baseModel()));
    }

    void theOrderOfTheLessonsHardlyMatters()
    {
        const QString unseen = u"the zorgle of shop number 7000 is what it is"_s;
        std::vector<TonalityLesson> lessons = lessonsUpTo(90);
        m_judge->use(desk().teach(lessons));
        const double said = negativity(unseen);
        std::mt19937 random(7);
        for (int draw = 0; draw < 5; ++draw) {
            for (std::size_t i = lessons.size(); i > 1; --i)
                std::swap(lessons[i - 1], lessons[random() % i]);
            m_judge->use(desk().teach(lessons));
            QVERIFY2(std::abs(negativity(unseen) - said) < 0.08, qPrintable(QString::number(negativity(unseen) - said)));
        }
        m_judge->use(m_judge->baseModel());
    }

    void whatTheBaseDidNotKnowIsBelieved()
    {
        const LearningCheck check = desk().learn(lessonsUpTo(90)).check;
        QVERIFY2(check.trust > 0.95, qPrintable(QString::number(check.trust)));
        QCOMPARE(desk().learn({}).check.trust, 0.0);
    }

    void aBaseThatWasRightAllAlongIsHardlyMoved()
    {
        const QString unseen = u"The queue in shop 7000 was bad"_s;
        const double before = negativity(unseen);
        constexpr int kDraws = 10;
        double trust = 0;
        double moved = 0;
        for (quint32 draw = 1; draw <= kDraws; ++draw) {
            const DeskLearning learning = desk().learn(lessonsAsTheBaseExpects(draw));
            trust += learning.check.trust / kDraws;
            m_judge->use(learning.model);
            moved += std::abs(negativity(unseen) - before) / kDraws;
            m_judge->use(m_judge->baseModel());
        }
        QVERIFY2(trust < 0.6, qPrintable(QString::number(trust))); // undecided
        // Chance alone puts about six in a hundred into 67 labels of one kind of post.
        QVERIFY2(moved < 0.05, qPrintable(QString::number(moved)));
    }

    /// A person corrects what is wrong: that all corrections say "neutral" does not mean that all posts are.
    void correctionsOfOneClassAloneDoNotMoveTheSharesOfTheClasses()
    {
        std::vector<TonalityLesson> lessons;
        for (int i = 0; i < 60; ++i)
            lessons.push_back({u"the counter of shop number %1 is what it is today"_s.arg(i), u"en"_s, Tonality::Neutral});
        const TonalityModel model = desk().teach(lessons);
        QVERIFY(model.weightsFor(TonalityLanguage::English)->bias ==
                m_judge->baseModel().weightsFor(TonalityLanguage::English)->bias);
        m_judge->use(model);
        const QString angry = u"What a rude and awful answer, I am furious"_s;
        const QString folded = vigie::core::folded(angry);
        QCOMPARE(m_judge->judge({angry, folded}, u"en").tonality, Tonality::Negative);
        m_judge->use(m_judge->baseModel());
    }

    void oneMoreLessonIsCheapHoweverManyAreKept()
    {
        const std::vector<TonalityLesson> lessons = lessonsUpTo(2000);
        const std::vector<TonalityLesson> most(lessons.begin(), lessons.end() - 1);
        double anew = 1e18;
        double oneMore = 1e18;
        for (int round = 0; round < 3; ++round) {
            DeskTonality taught = desk();
            const double start = vigie::tests::processorTime();
            (void)taught.teach(most);
            const double between = vigie::tests::processorTime();
            (void)taught.teach(lessons);
            anew = std::min(anew, between - start);
            oneMore = std::min(oneMore, vigie::tests::processorTime() - between);
        }
        QVERIFY2(oneMore < 0.6 * anew, qPrintable(u"%1 of %2 ms"_s.arg(oneMore / 1e6).arg(anew / 1e6)));
    }

private:
    /// Labels as often as the base expects them, and of each class about as many: there is nothing to learn.
    [[nodiscard]] std::vector<TonalityLesson> lessonsAsTheBaseExpects(quint32 draw) const
    {
        static const std::array<QString, 3> kTexts{u"The queue in shop %1 was bad"_s, u"Shop %1 opens at nine on Monday"_s,
                                                   u"A nice evening in shop %1"_s};
        const TonalityWeights *base = m_judge->baseModel().weightsFor(TonalityLanguage::English);
        std::vector<TonalityLesson> lessons;
        TonalityFeatures features;
        std::mt19937 random(draw);
        for (int i = 0; i < 200; ++i) {
            const QString text = kTexts[std::size_t(i % 3)].arg(i);
            const QString folded = vigie::core::folded(text);
            m_judge->maker().make({text, folded}, TonalityLanguage::English, features);
            const TonalityLogits shares = softmaxOf(base->logits(features));
            const float drawn = float(random() % 10'000) / 10'000;
            const Tonality label = drawn < shares[0]               ? Tonality::Negative
                                   : drawn < shares[0] + shares[1] ? Tonality::Neutral
                                                                   : Tonality::Positive;
            lessons.push_back({text, u"en"_s, label});
        }
        return lessons;
    }
    [[nodiscard]] DeskTonality desk() const { return {m_judge->maker(), m_judge->baseModel()}; }
    [[nodiscard]] double negativity(const QString &text) const
    {
        const QString folded = vigie::core::folded(text);
        return m_judge->judge({text, folded}, u"en").negativity;
    }

    std::unique_ptr<TrainedTonality> m_judge;
};

QTEST_APPLESS_MAIN(DeskTonalityTest)
#include "tst_desktonality.moc"
