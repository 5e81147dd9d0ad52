// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/taughtwords.h"
#include "analysis/trainedtonality.h"

#include <QTest>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

class TaughtWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto shipped = TrainedTonality::shipped();
        QVERIFY(shipped);
        m_judge = std::move(*shipped);
    }

    void wordsThatTheDeskJudgesOtherwiseAreNamedWithTheirDirection()
    {
        const auto words = taught(lessons(60));
        const TaughtWord *bad = find(words, u"Zorglé"_s);
        const TaughtWord *good = find(words, u"plim"_s);
        QVERIFY(bad && good);
        QVERIFY(bad->shift < 0);
        QVERIFY(good->shift > 0);
        QCOMPARE(bad->posts, 20);
        QCOMPARE(bad->language, u"fr"_s);
        QCOMPARE(bad->example, lessons(60).at(57).text);
        QVERIFY2(words.front().term == bad->term || words.front().term == good->term, qPrintable(words.front().term));
    }

    void aWordIsToldAsItsPostWritesIt()
    {
        const auto words = taught(lessons(60));
        QVERIFY(find(words, u"Zorglé"_s));
        QVERIFY(!find(words, u"zorgle"_s));
    }

    void whatStandsInOnePostAloneIsNotNamed()
    {
        const auto words = taught(lessons(3));
        QVERIFY(!find(words, u"Zorglé"_s));
    }

    void whoIsAddressedAndWhatIsLinkedToIsNoWord()
    {
        std::vector<TonalityLesson> lessons;
        for (int i = 0; i < 30; ++i)
            lessons.push_back({u"@ondine http://exemple.fr/%1 !!! catastrophique"_s.arg(i), u"fr"_s, Tonality::Positive});
        for (const TaughtWord &word : taught(lessons))
            QVERIFY2(!word.term.contains(u"ondine"_s) && !word.term.contains(u"http"_s) && !word.term.contains(u'!'), qPrintable(word.term));
    }

    void numbersAndFunctionWordsAreNotNamed()
    {
        std::vector<TonalityLesson> lessons;
        for (int i = 0; i < 60; ++i)
            lessons.push_back({i % 2 ? u"elle est la depuis 2024 sur le comptoir"_s : u"un merle dans 4 arbres"_s, u"fr"_s,
                               i % 2 ? Tonality::Negative : Tonality::Neutral});
        const auto words = taught(lessons);
        QVERIFY(find(words, u"comptoir"_s));
        for (const QString &term : {u"la"_s, u"sur"_s, u"le"_s, u"0"_s, u"2024"_s, u"4"_s})
            QVERIFY2(!find(words, term), qPrintable(term));
    }

    void noMoreAreNamedThanAskedFor()
    {
        QCOMPARE(taught(lessons(60), 1).size(), std::size_t(1));
    }

    void withoutLessonsNothingIsNamed()
    {
        QVERIFY(taught({}).empty());
    }

private:
    /// A French desk whose posts say "Zorglé" where they are bad and "plim" where they are good.
    static std::vector<TonalityLesson> lessons(int count)
    {
        static const std::array<QString, 3> words{u"Zorglé"_s, u"comptoir"_s, u"plim"_s};
        static constexpr std::array kLabels{Tonality::Negative, Tonality::Neutral, Tonality::Positive};
        std::vector<TonalityLesson> lessons;
        for (int i = 0; i < count; ++i) {
            const auto k = std::size_t(i % 3);
            lessons.push_back({u"le %1 de la boutique numéro %2 est ce qu'il est"_s.arg(words[k]).arg(i), u"fr"_s, kLabels[k]});
        }
        return lessons;
    }
    [[nodiscard]] std::vector<TaughtWord> taught(const std::vector<TonalityLesson> &lessons, std::size_t most = 40) const
    {
        DeskTonality desk(m_judge->maker(), m_judge->baseModel());
        const TonalityModel model = desk.teach(lessons);
        return taughtWords(m_judge->maker(), m_judge->baseModel(), model, lessons, most);
    }
    static const TaughtWord *find(const std::vector<TaughtWord> &words, const QString &term)
    {
        const auto found = std::find_if(words.begin(), words.end(), [&term](const TaughtWord &word) { return word.term == term; });
        return found == words.end() ? nullptr : &*found;
    }

    std::unique_ptr<TrainedTonality> m_judge;
};

QTEST_GUILESS_MAIN(TaughtWordsTest)
#include "tst_taughtwords.moc"
