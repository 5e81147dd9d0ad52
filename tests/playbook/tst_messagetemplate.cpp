// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messagetemplate.h"

#include <QTest>

using namespace vigie::playbook;
using namespace Qt::StringLiterals;

class MessageTemplateTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreListedOnceInOrder();
    void spacesAndCapitalsInsideTheBracesAreTolerated();
    void valuesAreFilledIn();
    void anEmptyVariableIsFound_data();
    void anEmptyVariableIsFound();
    void whatIsNoVariableIsKeptAndFound_data();
    void whatIsNoVariableIsKeptAndFound();
    void singleBracesAreText();
    void aVariableInsideAValueIsNotFilledButFound();
    void bracesThatMeetAfterFillingAreFound();
    void theUnfilledAreMarkedWhereTheyStandInTheResult();
    void aBlankTextIsNeverReady();
    void nothingButBracesIsReadInOnePass();
};

void MessageTemplateTest::namesAreListedOnceInOrder()
{
    QCOMPARE(variableNames(u"{{b}} {{a}} {{b}}"), QStringList({u"b"_s, u"a"_s}));
    QVERIFY(variableNames(u"nothing here").isEmpty());
}

void MessageTemplateTest::spacesAndCapitalsInsideTheBracesAreTolerated()
{
    const FilledText filled = fillTemplate(u"{{ brand }} et {{\u00a0Next_Update\u202f}}",
                                           {{u"brand"_s, u"Belmarque"_s}, {u"next_update"_s, u"18 h 30"_s}});
    QCOMPARE(filled.text, u"Belmarque et 18 h 30"_s);
    QVERIFY(filled.isReady());
}

void MessageTemplateTest::valuesAreFilledIn()
{
    const FilledText filled = fillTemplate(u"Bonjour {{author}}, appelez le {{hotline}}.",
                                           {{u"author"_s, u"Zoé 🌷"_s}, {u"hotline"_s, u" 01 99 00 12 34 "_s}});
    QCOMPARE(filled.text, u"Bonjour Zoé 🌷, appelez le 01 99 00 12 34."_s);
    QVERIFY(filled.isReady());
    QVERIFY(filled.missing.isEmpty());
}

void MessageTemplateTest::anEmptyVariableIsFound_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("nothing") << QString();
    QTest::newRow("spaces") << u"   "_s;
    QTest::newRow("no-break spaces") << u"\u00a0\u202f"_s;
    QTest::newRow("line feeds") << u"\n\n"_s;
    QTest::newRow("zero width") << u"\u200b\u200d\ufeff"_s;
    QTest::newRow("soft hyphen") << u"\u00ad"_s;
    QTest::newRow("blank braille") << u"\u2800"_s;
    QTest::newRow("hangul filler") << u"\u3164"_s;
}

void MessageTemplateTest::anEmptyVariableIsFound()
{
    QFETCH(QString, value);
    const FilledText filled = fillTemplate(u"See {{link}}", {{u"link"_s, value}});
    QCOMPARE(filled.missing, QStringList(u"link"_s));
    QVERIFY(!filled.isReady());
    QVERIFY(!isReadyToSend(filled.text));
    QCOMPARE(filled.text, u"See {{link}}"_s);
}

void MessageTemplateTest::whatIsNoVariableIsKeptAndFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << u"{{}}"_s;
    QTest::newRow("blank") << u"{{  }}"_s;
    QTest::newRow("words") << u"{{nom du produit}}"_s;
    QTest::newRow("accent") << u"{{société}}"_s;
    QTest::newRow("digit first") << u"{{1st}}"_s;
    QTest::newRow("never closed") << u"see {{link"_s;
    QTest::newRow("closed on the next line") << u"{{link\n}}"_s;
    QTest::newRow("closing alone") << u"link}} here"_s;
    QTest::newRow("three braces") << u"{{{brand}}}"_s;
    QTest::newRow("too long") << u"{{"_s + QString(65, u'a') + u"}}"_s;
}

void MessageTemplateTest::whatIsNoVariableIsKeptAndFound()
{
    QFETCH(QString, text);
    const FilledText filled = fillTemplate(text, {{u"link"_s, u"x"_s}, {u"brand"_s, u"B"_s}, {u""_s, u"x"_s}});
    QCOMPARE(filled.text, text);
    QVERIFY(!filled.isReady());
    QVERIFY(!filled.unfilled.front().isWellFormed);
    QVERIFY(!isReadyToSend(text));
}

void MessageTemplateTest::singleBracesAreText()
{
    const QString text = u"{brand} } { :-}"_s;
    QVERIFY(placeholders(text).empty());
    QVERIFY(isReadyToSend(text));
}

void MessageTemplateTest::aVariableInsideAValueIsNotFilledButFound()
{
    const FilledText filled = fillTemplate(u"{{a}}", {{u"a"_s, u"{{b}}"_s}, {u"b"_s, u"deep"_s}});
    QCOMPARE(filled.text, u"{{b}}"_s);
    QVERIFY(!filled.isReady());
}

void MessageTemplateTest::bracesThatMeetAfterFillingAreFound()
{
    const FilledText filled = fillTemplate(u"{ {{a}}b}}", {{u"a"_s, u"x"_s}});
    QVERIFY(!filled.isReady());
    QVERIFY(!fillTemplate(u"{{{a}}", {{u"a"_s, u"{x"_s}}).isReady());
}

void MessageTemplateTest::theUnfilledAreMarkedWhereTheyStandInTheResult()
{
    const FilledText filled = fillTemplate(u"{{a}} 🌷 {{b}}!", {{u"a"_s, u"long value"_s}});
    QCOMPARE(filled.unfilled.size(), std::size_t(1));
    const Placeholder &place = filled.unfilled.front();
    QCOMPARE(place.name, u"b"_s);
    QCOMPARE(filled.text.sliced(place.start, place.length), u"{{b}}"_s);
}

void MessageTemplateTest::aBlankTextIsNeverReady()
{
    QVERIFY(!isReadyToSend(u""));
    QVERIFY(!isReadyToSend(u" \u200b\n"));
    QVERIFY(isReadyToSend(u"."));
}

void MessageTemplateTest::nothingButBracesIsReadInOnePass()
{
    const QString braces(100'000, u'{');
    QCOMPARE(placeholders(braces).size(), std::size_t(50'000));
}

QTEST_APPLESS_MAIN(MessageTemplateTest)
#include "tst_messagetemplate.moc"
