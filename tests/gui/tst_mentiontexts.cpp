// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/mentiontexts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using vigie::gui::riskReason;
using vigie::gui::tonalityReason;

class MentionTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void termsAreShownAsThePostWritesThem_data();
    void termsAreShownAsThePostWritesThem();
    void aRiskIsToldInTheWordsOfThePost();
    void aWordIsNotToldBesideThePhraseThatHoldsIt();
};

void MentionTextsTest::termsAreShownAsThePostWritesThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("term");
    QTest::addColumn<QString>("shown");
    QTest::newRow("accent") << u"Rappel par PRÉCAUTION, dit la marque"_s << u"precaution"_s << u"PRÉCAUTION"_s;
    QTest::newRow("accent at the end") << u"Lot non concerné"_s << u"non concerne"_s << u"non concerné"_s;
    QTest::newRow("combining accent") << u"brule\u0301 vif"_s << u"brule"_s << u"brule\u0301"_s;
    QTest::newRow("ligature") << u"mal au Cœur depuis"_s << u"coeur"_s << u"Cœur"_s;
    QTest::newRow("not inside of a word") << u"Charte honteuse, quelle HONTE"_s << u"honte"_s << u"HONTE"_s;
    QTest::newRow("emoji") << u"Bravo😡"_s << u"😡"_s << u"😡"_s;
    QTest::newRow("not in the post in one piece") << u"c’est nuuuul"_s << u"nuul"_s << u"nuul"_s;
    QTest::newRow("text gone") << QString() << u"honte"_s << u"honte"_s;
}

void MentionTextsTest::termsAreShownAsThePostWritesThem()
{
    QFETCH(QString, text);
    QFETCH(QString, term);
    QFETCH(QString, shown);
    monitoring::Mention mention;
    mention.text = text;
    mention.reasons = u"[[\"%1\",-1.5]]"_s.arg(term).toUtf8();
    QCOMPARE(tonalityReason(mention, core::Format(core::Language::English, QTimeZone::utc())), u"Weighs towards negative: “%1”."_s.arg(shown));
}

void MentionTextsTest::aRiskIsToldInTheWordsOfThePost()
{
    monitoring::Mention mention;
    mention.text = u"Ma fille a été Brûlée"_s;
    mention.reasons = u"[[\"brulee\",0,\"%1\"]]"_s.arg(analysis::riskKey(analysis::Risk::PhysicalSafety)).toUtf8();
    const QString line = riskReason(mention, core::Language::French);
    QVERIFY2(line.contains(u"Brûlée"_s), qPrintable(line));
}

void MentionTextsTest::aWordIsNotToldBesideThePhraseThatHoldsIt()
{
    monitoring::Mention mention;
    mention.text = u"Still no statement, shame"_s;
    mention.reasons = R"([["no statement",-2],["no",-1.5],["still no",-1],["shame",-0.9]])";
    QCOMPARE(tonalityReason(mention, core::Format(core::Language::English, QTimeZone::utc())),
             u"Weighs towards negative: “no statement”, “Still no”, “shame”."_s);
}

QTEST_GUILESS_MAIN(MentionTextsTest)
#include "tst_mentiontexts.moc"
