// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/termmatcher.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;
using vigie::analysis::TermMatcher;

namespace
{

using Match = std::tuple<int, qsizetype, qsizetype>;

std::vector<Match> matches(const TermMatcher &matcher, QStringView text)
{
    std::vector<Match> found;
    matcher.match(vigie::core::folded(text),
                  [&found](int id, qsizetype start, qsizetype end) { found.emplace_back(id, start, end); });
    std::sort(found.begin(), found.end());
    return found;
}

TermMatcher built(const QStringList &terms)
{
    TermMatcher matcher;
    for (qsizetype i = 0; i < terms.size(); ++i)
        matcher.add(terms.at(i), int(i));
    matcher.build();
    return matcher;
}

} // namespace

class TermMatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void aTermMatchesWholeWordsOnly_data()
    {
        QTest::addColumn<QStringList>("terms");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("alone") << QStringList{u"panne"_s} << u"panne"_s << 1;
        QTest::newRow("inside a word") << QStringList{u"panne"_s} << u"empanner pannes"_s << 0;
        QTest::newRow("beside marks") << QStringList{u"panne"_s} << u"(panne)! #panne l'panne"_s << 3;
        QTest::newRow("case and accents") << QStringList{u"Dégâts"_s} << u"des DEGATS, des dégâts"_s << 2;
        QTest::newRow("prefix") << QStringList{u"rembours*"_s} << u"Remboursez le remboursement, arembours"_s << 2;
        QTest::newRow("several words") << QStringList{u"rappel de produit"_s}
                                       << u"un rappel de produit, rappel de produits"_s << 1;
        QTest::newRow("emoji") << QStringList{u"😡"_s} << u"quoi😡😡 😠"_s << 2;
        QTest::newRow("hashtag") << QStringList{u"#boycott*"_s} << u"#BoycottAcme boycott"_s << 1;
        QTest::newRow("no spaces") << QStringList{u"爆発"_s} << u"工場で爆発した"_s << 1;
        QTest::newRow("cyrillic") << QStringList{u"пожар"_s} << u"ПОЖАР, пожара"_s << 1;
        QTest::newRow("overlapping") << QStringList{u"not good"_s, u"good"_s, u"good day"_s} << u"not good day"_s << 3;
        QTest::newRow("suffix of another") << QStringList{u"hers"_s, u"she said"_s, u"said"_s} << u"she said"_s << 2;
        QTest::newRow("same term twice") << QStringList{u"fire"_s, u"Fire"_s} << u"fire"_s << 2;
        QTest::newRow("empty text") << QStringList{u"fire"_s} << QString() << 0;
        QTest::newRow("no term") << QStringList{} << u"fire"_s << 0;
    }
    void aTermMatchesWholeWordsOnly()
    {
        QFETCH(QStringList, terms);
        QFETCH(QString, text);
        QFETCH(int, count);
        QCOMPARE(int(matches(built(terms), text).size()), count);
    }

    void positionsCoverTheWholeWordOfAPrefix()
    {
        const std::vector<Match> found = matches(built({u"rembours*"_s}), u"un remboursement vite");
        QCOMPARE(found, (std::vector<Match>{{0, 3, 16}}));
    }

    void nothingToLookForIsRefused()
    {
        TermMatcher matcher;
        QVERIFY(!matcher.add(u"", 1));
        QVERIFY(!matcher.add(u" * ", 1));
        QVERIFY(matcher.isEmpty());
        matcher.build();
        QVERIFY(matches(matcher, u"anything").empty());
    }

    void itFindsWhatASlowSearchFinds()
    {
        QRandomGenerator random(7);
        const auto word = [&random](int longest) {
            QString result;
            for (int i = random.bounded(1, longest); i >= 0; --i)
                result.append(u"abeé 😀#œ"_s.at(random.bounded(9)));
            return result;
        };
        for (int round = 0; round < 300; ++round) {
            QStringList terms;
            while (terms.size() < 12) {
                const QString term = word(4).trimmed();
                if (!term.isEmpty() && term.isValidUtf16())
                    terms.append(term);
            }
            const QString text = vigie::core::folded(word(60));
            std::vector<Match> expected;
            for (qsizetype id = 0; id < terms.size(); ++id) {
                const QString term = vigie::core::folded(terms.at(id));
                using vigie::core::isWordCharacter;
                for (qsizetype at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
                    const qsizetype end = at + term.size();
                    const bool bound =
                        at > 0 && isWordCharacter(term.front().unicode()) && isWordCharacter(text[at - 1].unicode());
                    const bool boundAfter = end < text.size() && isWordCharacter(term.back().unicode()) &&
                                            isWordCharacter(text[end].unicode());
                    if (!bound && !boundAfter)
                        expected.emplace_back(int(id), at, end);
                }
            }
            std::sort(expected.begin(), expected.end());
            QCOMPARE(matches(built(terms), text), expected);
        }
    }
};

QTEST_APPLESS_MAIN(TermMatcherTest)
#include "tst_termmatcher.moc"
