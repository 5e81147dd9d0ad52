// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/personaldata.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

class PersonalDataTest : public QObject
{
    Q_OBJECT

private slots:
    void personalDataIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("mail") << u"Écrivez à jeanne.martin+sav@exemple.fr."_s
                              << QStringList{u"jeanne.martin+sav@exemple.fr"_s};
        QTest::newRow("handles are no mail") << u"@jeanne @jeanne@piaille.social bonjour"_s << QStringList{};
        QTest::newRow("french phone") << u"au 06 12 34 56 78, ou 01.23.45.67.89"_s
                                      << QStringList{u"06 12 34 56 78"_s, u"01.23.45.67.89"_s};
        QTest::newRow("international phone") << u"call +33 6 12 34 56 78 or +44 20 7946 0958"_s
                                             << QStringList{u"+33 6 12 34 56 78"_s, u"+44 20 7946 0958"_s};
        QTest::newRow("north american phone") << u"call 555-123-4567 now"_s << QStringList{u"555-123-4567"_s};
        QTest::newRow("iban") << u"mon IBAN FR14 2004 1010 0505 0001 3M02 606 merci"_s
                              << QStringList{u"FR14 2004 1010 0505 0001 3M02 606"_s};
        QTest::newRow("iban with a wrong digit") << u"IBAN FR14 2004 1010 0505 0001 3M02 607"_s << QStringList{};
        QTest::newRow("card") << u"carte 4111 1111 1111 1111"_s << QStringList{u"4111 1111 1111 1111"_s};
        QTest::newRow("no card") << u"4111 1111 1111 1112"_s << QStringList{};
        QTest::newRow("order") << u"Votre commande n° 45127-AB est partie"_s << QStringList{u"45127-AB"_s};
        QTest::newRow("order in english") << u"your order number is ABX99812, thanks"_s << QStringList{u"ABX99812"_s};
        QTest::newRow("an order without a number")
            << u"Votre commande est partie. Le 12345e client gagne"_s << QStringList{};
        QTest::newRow("figures") << u"12 480 clients, 2024-01-15, 14 h 30, 1 000 000 €, le 15/02/2024 à 10:30"_s
                                 << QStringList{};
        QTest::newRow("nothing") << QString() << QStringList{};
    }
    void personalDataIsFound()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, found);
        QStringList told;
        for (const PersonalDataHit &hit : findPersonalData(text))
            told.append(text.mid(hit.start, hit.end - hit.start));
        QCOMPARE(told, found);
    }

    void theBrandsOwnIsNoPersonalData()
    {
        const QStringList own{u"aide@acme.example"_s, u"+33 1 23 45 67 89"_s};
        QVERIFY(findPersonalData(u"Aide@ACME.example ou +33 (1) 23.45.67.89", own).empty());
        QCOMPARE(findPersonalData(u"autre@acme.example", own).size(), 1U);
    }
};

QTEST_APPLESS_MAIN(PersonalDataTest)
#include "tst_personaldata.moc"
