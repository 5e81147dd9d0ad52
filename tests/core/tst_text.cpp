// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::core;

class TextTest : public QObject
{
    Q_OBJECT

private slots:
    void foldingDropsCaseAndAccents_data();
    void foldingDropsCaseAndAccents();
    void foldedTextKnowsWhereEachUnitCameFrom();
    void graphemesAreWhatAPersonCounts_data();
    void graphemesAreWhatAPersonCounts();
    void graphemesAgreeWithUnicodesOwnTable();
    void aCutTextNeverSplitsAnEmoji();
    void sanitizingRemovesWhatCanDisguiseAText_data();
    void sanitizingRemovesWhatCanDisguiseAText();
};

void TextTest::foldingDropsCaseAndAccents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("french") << u"ÉLÈVE à Noël, ça où"_s << u"eleve a noel, ca ou"_s;
    QTest::newRow("ligatures") << u"Œuvre et æther"_s << u"oeuvre et aether"_s;
    QTest::newRow("decomposed") << u"e\u0301te\u0301"_s << u"ete"_s;
    QTest::newRow("apostrophe") << u"l’été"_s << u"l'ete"_s;
    QTest::newRow("german, polish, turkish") << u"Straße Łódź ıI"_s << u"strasse lodz ii"_s;
    QTest::newRow("no-break spaces") << u"25\u00a0%\u202f!"_s << u"25 % !"_s;
    QTest::newRow("emoji stay") << u"Bravo 👍🏽"_s << u"bravo 👍🏽"_s;
    QTest::newRow("vietnamese") << u"Việt"_s << u"viet"_s;
    QTest::newRow("empty") << QString() << QString();
}

void TextTest::foldingDropsCaseAndAccents()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(folded(text), expected);
    QCOMPARE(folded(folded(text)), expected);
}

void TextTest::foldedTextKnowsWhereEachUnitCameFrom()
{
    const FoldedText result = foldedWithOrigin(u"Cœur brisé");
    QCOMPARE(result.text, u"coeur brise"_s);
    QCOMPARE(result.origin.size(), std::size_t(result.text.size()));
    QCOMPARE(result.origin[2], 1); // the "e" of "oe" came from "œ"
    QCOMPARE(result.origin[6], 5); // "b"
}

void TextTest::graphemesAreWhatAPersonCounts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("expected");
    QTest::newRow("empty") << QString() << 0;
    QTest::newRow("plain") << u"abc"_s << 3;
    QTest::newRow("combining") << u"e\u0301"_s << 1;
    QTest::newRow("family") << u"👩‍👩‍👧‍👦"_s << 1;
    QTest::newRow("flag") << u"🇫🇷🇧🇪"_s << 2;
    QTest::newRow("skin tone") << u"👍🏽!"_s << 2;
    QTest::newRow("CR LF") << u"\r\n"_s << 1;
}

void TextTest::graphemesAreWhatAPersonCounts()
{
    QFETCH(QString, text);
    QFETCH(int, expected);
    QCOMPARE(graphemeCount(text), expected);
}

void TextTest::graphemesAgreeWithUnicodesOwnTable()
{
    QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/unicode/GraphemeBreakTest.txt"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("GraphemeBreakTest.txt is not here");
    int cases = 0;
    int agreed = 0;
    while (!file.atEnd()) {
        const QString line = QString::fromUtf8(file.readLine()).section(u'#', 0, 0).trimmed();
        if (line.isEmpty())
            continue;
        QString text;
        int expected = -1; // a boundary stands before the first and after the last character
        for (const QString &token : line.split(u' ', Qt::SkipEmptyParts)) {
            if (token == u"÷"_s)
                ++expected;
            else if (token != u"×"_s)
                text += QString::fromUcs4(std::initializer_list<char32_t>{token.toUInt(nullptr, 16)}.begin(), 1);
        }
        ++cases;
        if (graphemeCount(text) == expected)
            ++agreed;
        else
            qInfo() << line << graphemeCount(text) << expected;
    }
    qInfo("GraphemeBreakTest: %d of %d cases", agreed, cases);
    QVERIFY(cases > 500);
    QCOMPARE(agreed, cases);
}

void TextTest::aCutTextNeverSplitsAnEmoji()
{
    QCOMPARE(elided(u"👩‍👩‍👧‍👦👩‍👩‍👧‍👦", 1), u"👩‍👩‍👧‍👦…"_s);
    QCOMPARE(elided(u"court", 10), u"court"_s);
    QCOMPARE(elided(u"un peu long", 6), u"un peu…"_s);
}

void TextTest::sanitizingRemovesWhatCanDisguiseAText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("override") << u"abc\u202edcba"_s << u"abcdcba"_s;
    QTest::newRow("lone surrogate") << u"a"_s + QChar(0xd83d) + u"b"_s << u"a\ufffdb"_s;
    QTest::newRow("controls") << u"a\u0000b\u0007c"_s << u"abc"_s;
    QTest::newRow("line ends") << u"a\r\nb\rc\n"_s << u"a\nb\nc\n"_s;
    QTest::newRow("BOM") << u"\ufefftext"_s << u"text"_s;
    QTest::newRow("joined emoji stay") << u"👩‍👧"_s << u"👩‍👧"_s;
}

void TextTest::sanitizingRemovesWhatCanDisguiseAText()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(sanitized(text), expected);
}

QTEST_APPLESS_MAIN(TextTest)
#include "tst_text.moc"
