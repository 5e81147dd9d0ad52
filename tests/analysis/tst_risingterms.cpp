// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/risingterms.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

class RisingTermsTest : public QObject
{
    Q_OBJECT

private slots:
    void linksRiseWithoutTheirTrackingMarks()
    {
        std::vector<QString> now;
        for (int i = 0; i < 6; ++i)
            now.push_back(u"regardez https://www.Presse.example/Article?utm=%1 et (http://autre.example/)."_s.arg(i));
        const std::vector<QString> before(40, u"rien https://maison.example/"_s);
        const auto links = risingLinks(before, now);
        QCOMPARE(links.size(), 2U);
        QCOMPARE(links[0].term, u"autre.example"_s);
        QCOMPARE(links[1].term, u"presse.example/Article"_s);
        QCOMPARE(links[1].countNow, 6);
        QCOMPARE(links[1].countBefore, 0);
        QVERIFY(risingLinks(before, before).empty());
        QVERIFY(risingLinks({}, {}).empty());
    }

    void whatIsNewComesFirstWithItsCounts()
    {
        QStringList before;
        QStringList now;
        for (int i = 0; i < 40; ++i)
            before.append(u"Le train de ce matin est à l'heure, merci à la gare"_s);
        for (int i = 0; i < 20; ++i)
            now.append(i % 2 == 0 ? u"Encore une panne de caténaire, la gare est fermée"_s
                                  : u"Le train et la gare, RAS"_s);
        const std::vector<RisingTerm> terms = risingTerms(before, now);
        QVERIFY(!terms.empty());
        const auto found =
            std::find_if(terms.begin(), terms.end(), [](const RisingTerm &t) { return t.term == u"caténaire"; });
        QVERIFY(found != terms.end());
        QCOMPARE(found->countNow, 10);
        QCOMPARE(found->countBefore, 0);
        QVERIFY(found->score > 10.83);
        for (const RisingTerm &term : terms) {
            QVERIFY2(term.term != u"gare" && term.term != u"la" && term.term != u"Le", qPrintable(term.term));
            QVERIFY(term.countNow >= 3);
        }
    }

    void aPairStandsForItsWords()
    {
        QStringList now(12, u"Product recall announced by the maker of chargers"_s);
        const QStringList before(30, u"Nice chargers in the shop today"_s);
        QStringList found;
        for (const RisingTerm &term : risingTerms(before, now))
            found.append(term.term);
        QVERIFY2(found.contains(u"Product recall"_s), qPrintable(found.join(u", "_s)));
        QVERIFY(!found.contains(u"recall"_s));
    }

    void hashtagsKeepTheirSignAndCase()
    {
        const QStringList now(6, u"on en parle #BoycottAcme https://a.example/boycott @acme"_s);
        const std::vector<RisingTerm> terms = risingTerms(QStringList(20, u"bonjour le monde"_s), now);
        const bool isThere = std::any_of(terms.begin(), terms.end(),
                                         [](const RisingTerm &t) { return t.term.contains(u"#BoycottAcme"); });
        QVERIFY(isThere);
        for (const RisingTerm &term : terms)
            QVERIFY2(!term.term.contains(u"example") && !term.term.contains(u"acme", Qt::CaseSensitive),
                     qPrintable(term.term));
    }

    void nothingComesOfNothing()
    {
        QVERIFY(risingTerms({}, {}).empty());
        QVERIFY(risingTerms(QStringList{u"panne générale"_s}, {}).empty());
        QVERIFY(risingTerms({}, QStringList{u"panne"_s, u"panne"_s}).empty()); // fewer than three posts
    }

    void withoutAPastTheMostSaidComesFirst()
    {
        const std::vector<RisingTerm> terms = risingTerms({}, QStringList(9, u"incendie dans l'usine"_s), 1);
        QCOMPARE(terms.size(), 1U);
        QCOMPARE(terms.front().countNow, 9);
    }
};

QTEST_APPLESS_MAIN(RisingTermsTest)
#include "tst_risingterms.moc"
