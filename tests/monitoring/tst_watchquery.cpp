// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"
#include "monitoring/watchquery.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

bool matches(const QString &query, const QString &text, const QString &author = {}, const QString &language = {},
             const QString &network = {})
{
    const auto parsed = WatchQuery::parse(query);
    if (!parsed)
        return false;
    const WatchSet set({{core::WatchId{7}, *parsed}});
    const QString folded = core::folded(text);
    return !set.match({{text, folded}, language, network, author}).empty();
}

} // namespace

class WatchQueryTest : public QObject
{
    Q_OBJECT

private slots:
    void aQueryMatchesWhatItSays_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");

        QTest::newRow("a word") << u"panne"_s << u"Encore une panne !"_s << true;
        QTest::newRow("only whole words") << u"panne"_s << u"il faut dépanner"_s << false;
        QTest::newRow("case and accents") << u"DEGATS"_s << u"les dégâts"_s << true;
        QTest::newRow("the beginning of a word") << u"rembours*"_s << u"Remboursement demandé"_s << true;
        QTest::newRow("a phrase") << u"\"service client\""_s << u"Le service client dort"_s << true;
        QTest::newRow("a phrase is in order") << u"\"service client\""_s << u"client du service"_s << false;
        QTest::newRow("a phrase across a line break") << u"\"service client\""_s << u"le service\nclient"_s << true;
        QTest::newRow("a phrase by its beginning") << u"\"lost lug\"*"_s << u"my lost luggage"_s << true;
        QTest::newRow("side by side is both") << u"panne métro"_s << u"panne de bus"_s << false;
        QTest::newRow("AND is both") << u"panne AND métro"_s << u"métro : panne"_s << true;
        QTest::newRow("OR is either") << u"panne OR grève"_s << u"la greve"_s << true;
        QTest::newRow("OR binds less") << u"bus panne OR métro"_s << u"le métro"_s << true;
        QTest::newRow("lower case or is a word") << u"panne or grève"_s << u"la grève"_s << false;
        QTest::newRow("minus") << u"panne -métro"_s << u"panne de métro"_s << false;
        QTest::newRow("NOT") << u"panne NOT métro"_s << u"panne de bus"_s << true;
        QTest::newRow("a hyphen within a word") << u"e-mail"_s << u"votre e-mail"_s << true;
        QTest::newRow("parentheses") << u"bus (panne OR grève)"_s << u"grève de bus"_s << true;
        QTest::newRow("not in parentheses") << u"bus -(panne OR grève)"_s << u"bus en panne"_s << false;
        QTest::newRow("a hashtag") << u"#panne"_s << u"encore #Panne"_s << true;
        QTest::newRow("a word is not a hashtag") << u"#panne"_s << u"une panne"_s << false;
        QTest::newRow("a handle") << u"@acme"_s << u"merci @ACME !"_s << true;
        QTest::newRow("an emoji") << u"🔥"_s << u"la voiture🔥🔥"_s << true;
        QTest::newRow("curly quotes") << u"« service client »"_s << u"service client"_s << true;
        QTest::newRow("everything") << u"*"_s << u"n'importe quoi"_s << true;
        QTest::newRow("nothing else than not") << u"-panne"_s << u"tout va bien"_s << true;
    }
    void aQueryMatchesWhatItSays()
    {
        QFETCH(QString, query);
        QFETCH(QString, text);
        QFETCH(bool, expected);
        QVERIFY2(WatchQuery::parse(query).has_value(), "does not parse");
        QCOMPARE(matches(query, text), expected);
    }

    void fieldsLookBesideTheText()
    {
        QVERIFY(matches(u"lang:fr"_s, u"x"_s, {}, u"fr"_s));
        QVERIFY(!matches(u"lang:fr"_s, u"x"_s, {}, u"en"_s));
        QVERIFY(matches(u"lang:FR"_s, u"x"_s, {}, u"fr-CA"_s));
        QVERIFY(matches(u"author:@Ada"_s, u"x"_s, u"@ada@social.example"_s));
        QVERIFY(matches(u"author:ada@social.example"_s, u"x"_s, u"@ada@social.example"_s));
        QVERIFY(!matches(u"author:ad"_s, u"x"_s, u"@ada"_s));
        QVERIFY(matches(u"panne network:x"_s, u"panne"_s, {}, {}, u"x"_s));
        QVERIFY(!matches(u"panne -network:x"_s, u"panne"_s, {}, {}, u"x"_s));
    }

    void anErrorSaysWhereAndWhatWasExpected_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("expected");

        QTest::newRow("nothing") << u""_s << 1 << u"word"_s;
        QTest::newRow("blanks") << u"   "_s << 4 << u"word"_s;
        QTest::newRow("OR at the end") << u"panne OR"_s << 9 << u"word"_s;
        QTest::newRow("OR at the beginning") << u"OR panne"_s << 1 << u"word"_s;
        QTest::newRow("open parenthesis") << u"a (b c"_s << 7 << u"')'"_s;
        QTest::newRow("close parenthesis") << u"a b) c"_s << 4 << u"end of the query"_s;
        QTest::newRow("empty parentheses") << u"a ()"_s << 4 << u"word"_s;
        QTest::newRow("open quote") << u"a \"b c"_s << 3 << u"closing quotation mark"_s;
        QTest::newRow("empty quotes") << u"a \"\""_s << 3 << u"something to look for"_s;
        // Blanks behind the star once made it a term of its own.
        QTest::newRow("a star in quotes") << u"a \"*  \""_s << 3 << u"something to look for"_s;
        QTest::newRow("star inside") << u"a b*c"_s << 4 << u"end of a word"_s;
        QTest::newRow("unknown field") << u"a colour:red"_s << 3 << u"lang:"_s;
        QTest::newRow("empty field") << u"a lang:"_s << 8 << u"value"_s;
        QTest::newRow("NOT alone") << u"NOT"_s << 4 << u"word"_s;
    }
    void anErrorSaysWhereAndWhatWasExpected()
    {
        QFETCH(QString, query);
        QFETCH(int, column);
        QFETCH(QString, expected);
        const auto parsed = WatchQuery::parse(query);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().kind, ErrorKind::Parse);
        QCOMPARE(parsed.error().place.column, column);
        QVERIFY2(parsed.error().detail.contains(expected), qPrintable(parsed.error().detail));
    }

    void aLinkIsAWordAndNoField()
    {
        QVERIFY(WatchQuery::parse(u"https://example.org/a"_s).has_value());
        QVERIFY(WatchQuery::parse(u"12:30"_s).has_value());
    }

    void deepNestingIsRefusedAndNotFollowed()
    {
        const auto parsed = WatchQuery::parse(QString(2000, u'(') + u'a' + QString(1999, u')'));
        QVERIFY(!parsed);
        QVERIFY(!WatchQuery::parse(QString(WatchQuery::kMaxLength + 1, u'a')));
    }

    void theCanonicalFormMeansTheSame()
    {
        for (const QString &query : {u"a b OR -c*"_s, u"(\"d e\" OR f) lang:fr NOT (g h)"_s, u"* -author:@x"_s}) {
            const auto first = WatchQuery::parse(query);
            QVERIFY(first.has_value());
            const auto second = WatchQuery::parse(first->canonical());
            QVERIFY2(second.has_value(), qPrintable(first->canonical()));
            QCOMPARE(second->canonical(), first->canonical());
        }
        QCOMPARE(WatchQuery::parse(u"a b OR -c*"_s)->canonical(), u"((\"a\" AND \"b\") OR NOT \"c\"*)"_s);
    }

    void manyWatchesAreAskedAtOnce()
    {
        std::vector<std::pair<core::WatchId, WatchQuery>> watches;
        for (int i = 1; i <= 300; ++i)
            watches.emplace_back(core::WatchId{i}, *WatchQuery::parse(u"mot%1 OR (commun autre%1)"_s.arg(i)));
        const WatchSet set(std::move(watches));
        const QString text = u"mot7 commun autre9 autre mot299"_s;
        const auto found = set.match({{text, text}, {}, {}, {}});
        QCOMPARE(found, (std::vector<core::WatchId>{{7}, {9}, {299}}));
    }
};

QTEST_GUILESS_MAIN(WatchQueryTest)
#include "tst_watchquery.moc"
