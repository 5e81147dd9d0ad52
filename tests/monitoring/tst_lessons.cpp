// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/mentionservice.h"
#include "monitoring/tonalityteacher.h"

#include "monitoring/desk.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;
using analysis::Tonality;

class LessonsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_desk = std::make_unique<Desk>();
        m_intake = std::make_unique<Intake>(*m_desk->database, Desk::judge());
        m_mentions = std::make_unique<MentionService>(*m_desk->database, *m_intake);
    }
    void cleanup()
    {
        m_mentions.reset();
        m_intake.reset();
        m_desk.reset();
    }

    void aCorrectionIsKeptCountedAndALesson()
    {
        const core::MentionId id = stored("1", u"The shop on the corner opens at nine on Monday"_s);
        correct(id, Tonality::Negative);
        const auto lessons = LessonRepository::lessons(m_desk->reader());
        QVERIFY(lessons);
        QCOMPARE(lessons->size(), std::size_t(1));
        QCOMPARE(lessons->front().text, u"The shop on the corner opens at nine on Monday"_s);
        QCOMPARE(lessons->front().language, u"en"_s);
        QCOMPARE(lessons->front().tonality, Tonality::Negative);
        QCOMPARE(LessonRepository::counts(m_desk->reader())->corrected, 1);
    }

    void aCorrectionThatWasTakenBackIsNone()
    {
        const core::MentionId id = stored("1", u"The shop on the corner opens at nine on Monday"_s);
        correct(id, Tonality::Negative);
        correct(id, Tonality::Neutral);
        QCOMPARE(LessonRepository::lessons(m_desk->reader())->size(), std::size_t(0));
        correct(id, Tonality::Positive);
        QCOMPARE(LessonRepository::lessons(m_desk->reader())->front().tonality, Tonality::Positive);
    }

    void sayingThatItIsRightIsALessonToo()
    {
        const core::MentionId id = stored("1", u"The shop on the corner opens at nine on Monday"_s);
        correct(id, Tonality::Neutral);
        const LessonCounts counts = *LessonRepository::counts(m_desk->reader());
        QCOMPARE(counts.confirmed, 1);
        QCOMPARE(counts.corrected, 0);
        QCOMPARE(LessonRepository::lessons(m_desk->reader())->size(), std::size_t(1));
    }

    void lessonsFromAFileReplaceEachOtherByTheirId()
    {
        const auto tonality = shippedTonality();
        TonalityTeacher teacher(*m_desk->database, *tonality);
        QVERIFY(waitFor(teacher.add(u"ana"_s, {{u"a"_s, {u"zorgle"_s, u"en"_s, Tonality::Negative}}})));
        QVERIFY(waitFor(teacher.add(u"ana"_s, {{u"a"_s, {u"zorgle"_s, u"en"_s, Tonality::Positive}}})));
        const auto lessons = LessonRepository::lessons(m_desk->reader());
        QCOMPARE(lessons->size(), std::size_t(1));
        QCOMPARE(lessons->front().tonality, Tonality::Positive);
        QCOMPARE(m_desk->number(u"SELECT count(*) FROM audit_log WHERE action = 'tonality.learn'"_s), 2);
    }

    void theOldestLessonsLeaveTogetherSoThatMostNewOnesOnlyGoOn()
    {
        const auto tonality = shippedTonality();
        TonalityTeacher teacher(*m_desk->database, *tonality);
        const auto add = [&](int from, int until) {
            std::vector<ImportedLesson> lessons;
            for (int i = from; i < until; ++i) // of no language: this is not about what they teach
                lessons.push_back({QString::number(i), {u"zorgle %1"_s.arg(i), u"xx"_s, Tonality::Negative}});
            return waitFor(teacher.add(u"ana"_s, lessons)).has_value();
        };
        constexpr int kMost = LessonRepository::kMost;
        const auto known = [this] { return LessonRepository::lessons(m_desk->reader()).value(); };
        QVERIFY(add(0, kMost));
        QCOMPARE(known().size(), std::size_t(kMost));
        QVERIFY(add(kMost, kMost + 1));
        const auto first = known();
        QCOMPARE(first.size(), std::size_t(kMost + 1 - LessonRepository::kLeaveTogether));
        QVERIFY(add(kMost + 1, kMost + 100));
        const auto later = known();
        QCOMPARE(later.size(), first.size() + 99);
        QVERIFY(std::equal(first.begin(), first.end(), later.begin()));
        QThreadPool::globalInstance()->waitForDone();
    }

    void whatIsTaughtIsLearntAtOnceAndAResetForgetsIt()
    {
        const auto tonality = shippedTonality();
        TonalityTeacher teacher(*m_desk->database, *tonality);
        QSignalSpy learnt(&teacher, &TonalityTeacher::learnt);
        const QString unseen = u"the zorgle of shop number 7000 is what it is"_s;
        const double before = negativity(*tonality, unseen);

        std::vector<ImportedLesson> lessons;
        for (int i = 0; i < 60; ++i) {
            const bool isBad = i % 2 == 0;
            lessons.push_back({QString::number(i),
                               {u"the %1 of shop number %2 is what it is"_s.arg(isBad ? u"zorgle"_s : u"counter"_s).arg(i), u"en"_s,
                                isBad ? Tonality::Negative : Tonality::Neutral}});
        }
        QVERIFY(waitFor(teacher.add(u"ana"_s, lessons)));
        QTRY_COMPARE_WITH_TIMEOUT(learnt.count(), 1, 20'000);
        QVERIFY(negativity(*tonality, unseen) > before + 0.2);
        QCOMPARE(teacher.state().counts.imported, 60);
        QVERIFY(teacher.state().check.errorAfter < teacher.state().check.errorBefore);

        const core::MentionId id = stored("1", u"The shop on the corner opens at nine on Monday"_s);
        correct(id, Tonality::Negative);
        QTRY_VERIFY_WITH_TIMEOUT(teacher.state().counts.corrected == 1, 20'000);

        QVERIFY(waitFor(teacher.reset(u"ana"_s)));
        QVERIFY(teacher.learn());
        QCOMPARE(negativity(*tonality, unseen), before);
        QCOMPARE(teacher.state().counts.all(), 0);
        QCOMPARE(m_desk->number(u"SELECT count(*) FROM tonality_corrections"_s), 1);
        QTest::qWait(0);
        QThreadPool::globalInstance()->waitForDone();
    }

private:
    core::MentionId stored(const char *id, const QString &text)
    {
        const auto report = waitFor(m_intake->accept({.posts = {post(id, text)}}));
        return report->mentions.front();
    }
    void correct(core::MentionId id, Tonality tonality)
    {
        m_desk->clock.advance(std::chrono::seconds(1));
        QVERIFY(waitFor(m_mentions->correctTonality(u"ana"_s, id, tonality)));
    }
    static std::unique_ptr<analysis::TrainedTonality> shippedTonality()
    {
        auto tonality = analysis::TrainedTonality::shipped();
        if (!tonality)
            qFatal("%s", qPrintable(tonality.error().toString()));
        return std::move(*tonality);
    }
    static double negativity(const analysis::TrainedTonality &judge, const QString &text)
    {
        const QString folded = core::folded(text);
        return judge.judge({text, folded}, u"en").negativity;
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Intake> m_intake;
    std::unique_ptr<MentionService> m_mentions;
};

QTEST_GUILESS_MAIN(LessonsTest)
#include "tst_lessons.moc"
