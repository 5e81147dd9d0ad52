// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/fuzzy.h"

#include <QTest>

using namespace Qt::StringLiterals;
using vigie::gui::fuzzyScore;

class FuzzyTest : public QObject
{
    Q_OBJECT

private slots:
    void lettersInTheirOrderFit();
    void lettersOutOfOrderDoNot();
    void beginningsOfWordsBeatLettersInside();
    void accentsAndCaseDoNotMatter();
    void theShorterOfTwoEqualsComesFirst();
};

void FuzzyTest::lettersInTheirOrderFit()
{
    QVERIFY(fuzzyScore(u"crr", u"Crisis room"));
    QCOMPARE(fuzzyScore(u"", u"anything"), std::optional(0));
    QVERIFY(fuzzyScore(u"open cri", u"Open a crisis…"));
}

void FuzzyTest::lettersOutOfOrderDoNot()
{
    QVERIFY(!fuzzyScore(u"rrc", u"Crisis room"));
    QVERIFY(!fuzzyScore(u"zebra", u"Crisis room"));
    QVERIFY(!fuzzyScore(u"crisisroomx", u"Crisis room"));
}

void FuzzyTest::beginningsOfWordsBeatLettersInside()
{
    QVERIFY(*fuzzyScore(u"rp", u"Reply in private") > *fuzzyScore(u"rp", u"Carpool"));
    QVERIFY(*fuzzyScore(u"done", u"Mark as done") > *fuzzyScore(u"done", u"Do not enter"));
}

void FuzzyTest::accentsAndCaseDoNotMatter()
{
    QVERIFY(fuzzyScore(u"reponse", u"Répondre en privé : RÉPONSE"));
    QVERIFY(fuzzyScore(u"ÉTÉ", u"ete"));
}

void FuzzyTest::theShorterOfTwoEqualsComesFirst()
{
    QVERIFY(*fuzzyScore(u"watch", u"Watch") > *fuzzyScore(u"watch", u"Watch everything"));
}

QTEST_APPLESS_MAIN(FuzzyTest)
#include "tst_fuzzy.moc"
