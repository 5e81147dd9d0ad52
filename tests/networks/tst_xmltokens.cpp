// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedtext.h"
#include "xmltold.h"

#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::QuickXmlTokens;
using networks::ThoroughXmlTokens;
using networks::test::told;

namespace
{

std::optional<QStringList> quick(const QString &xml)
{
    QuickXmlTokens tokens(xml);
    return told(tokens);
}

std::optional<QStringList> thorough(const QString &xml)
{
    ThoroughXmlTokens tokens(xml);
    return told(tokens);
}

} // namespace

class XmlTokensTest : public QObject
{
    Q_OBJECT

private slots:
    void theQuickOnesAreThoseOfQtsReader_data();
    void theQuickOnesAreThoseOfQtsReader();
    void theQuickReaderLeavesWhatItDoesNotKnowToTheOther_data();
    void theQuickReaderLeavesWhatItDoesNotKnowToTheOther();
    void feedsOfEveryKindReadTheSameBothWays();
    void halfAFeedIsNeverTakenForAWhole();
};

void XmlTokensTest::theQuickOnesAreThoseOfQtsReader_data()
{
    QTest::addColumn<QString>("xml");
    QTest::newRow("text") << u"<a>un\ndeux\ttrois</a>"_s;
    QTest::newRow("references") << u"<a>&lt;p&gt;R&amp;D&quot;&apos; &#233;&#128293;&#10;</a>"_s.replace(u"&#10;"_s, u""_s);
    QTest::newRow("hexadecimal references") << u"<a b='&#xE9;'>&#x41;&#x1F525;</a>"_s;
    QTest::newRow("an instruction") << u"<?x y?><a><?z?>1</a>"_s;
    QTest::newRow("a declaration with another encoding") << u"<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>"_s;
    QTest::newRow("a name with an accent") << u"<é ù='1'/>"_s;
    QTest::newRow("lines of Windows") << u"<a b='1\r\n2'>1\r\n2\r3</a>"_s;
    QTest::newRow("many elements") << u"<a>%1</a>"_s.arg(u"<b/>x<c>y</c>"_s.repeated(300));
    QTest::newRow("brackets") << u"<a>a]] b]]&gt; c] > d</a>"_s;
    QTest::newRow("a long text") << u"<a>%1&amp;%1</a>"_s.arg(u"mot "_s.repeated(20'000));
    QTest::newRow("outside the BMP") << u"<a b='🔥'>🔥é\u202f!</a>"_s;
    QTest::newRow("attributes") << u"<a b = \"1 'x' &lt; &#233;\"\n c='\"2\"' />"_s;
    QTest::newRow("empty elements") << u"<a><b/><b /><c></c ></a>\n"_s;
    QTest::newRow("sections and comments") << u"\n<!-- x --><a>1<![CDATA[<b>&amp;]]]]><!-- - -->2<![CDATA[]]></a><!---->"_s;
    QTest::newRow("namespaces") << u"<a xmlns='urn:a' xmlns:b='urn:b'><b:c b:d='1' xml:lang='fr'><e xmlns='urn:e'><f/></e><g/></b:c></a>"_s;
    QTest::newRow("a namespace on an empty element") << u"<a><b xmlns='urn:b'/><c/><d xmlns:e='urn:e'><e:f/></d></a>"_s;
    QTest::newRow("a prefix with another meaning within") << u"<a xmlns:b='1'><b:c xmlns:b='2'><b:d/></b:c><b:e/></a>"_s;
    QTest::newRow("no namespace within one") << u"<a xmlns='urn:a'><b xmlns=''><c/></b></a>"_s;
}

void XmlTokensTest::theQuickOnesAreThoseOfQtsReader()
{
    QFETCH(QString, xml);
    const auto expected = thorough(xml);
    const auto seen = quick(xml);
    QVERIFY(expected);
    QVERIFY(seen);
    QCOMPARE(*seen, *expected);
}

void XmlTokensTest::theQuickReaderLeavesWhatItDoesNotKnowToTheOther_data()
{
    QTest::addColumn<QString>("xml");
    const QStringList odd{u""_s,
                          u"texte"_s,
                          u"<?xml version='1.1'?><a/>"_s,
                          u"<?xml version='q.0'?><a/>"_s,
                          u"<a>"_s,
                          u"<a></b>"_s,
                          u"<a/><b/>"_s,
                          u"<a/>texte"_s,
                          u"<a>&eacute;</a>"_s,
                          u"<a>&#55296;</a>"_s,
                          u"<a>&#99999999;</a>"_s,
                          u"<a>R&D</a>"_s,
                          u"<a>x]]>y</a>"_s,
                          u"<a b='1' b='2'/>"_s,
                          u"<a b='1'c='2'/>"_s,
                          u"<a b='<'/>"_s,
                          u"<a b=1/>"_s,
                          u"<a b/>"_s,
                          u"<a xmlns:b='' />"_s,
                          u"<a xmlns:xml='urn:x'/>"_s,
                          u"<b:a/>"_s,
                          u"<a b:c='1'/>"_s,
                          u"<a:b:c xmlns:a='1'/>"_s,
                          u"<1a/>"_s,
                          u"< a/>"_s,
                          u"<a><!-- -- --></a>"_s,
                          u"<a><![CDATA[x</a>"_s,
                          u"<![CDATA[x]]>"_s,
                          u"<!DOCTYPE a><a/>"_s,
                          u"<a>\x01</a>"_s,
                          u"<a>"_s + QChar(0xd83d) + u"</a>"_s};
    for (const QString &xml : odd)
        QTest::addRow("%s", qPrintable(xml)) << xml;
}

void XmlTokensTest::theQuickReaderLeavesWhatItDoesNotKnowToTheOther()
{
    QFETCH(QString, xml);
    QVERIFY(!quick(xml));
}

void XmlTokensTest::feedsOfEveryKindReadTheSameBothWays()
{
    int files = 0;
    int read = 0;
    for (const QString &folder : {QStringLiteral(VIGIE_FIXTURES "/feeds"), QStringLiteral(VIGIE_SHARED "/fixtures/feeds")}) {
        for (QDirIterator at(folder, QDir::Files, QDirIterator::Subdirectories); at.hasNext();) {
            QFile file(at.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto text = networks::feedText(file.readAll(), {});
            if (!text)
                continue;
            ++files;
            if (const auto seen = quick(*text)) {
                ++read;
                QVERIFY2(seen == thorough(*text), qPrintable(file.fileName()));
            }
        }
    }
    qInfo() << "read quickly" << read << "of" << files;
    QVERIFY(read > files / 2);
}

void XmlTokensTest::halfAFeedIsNeverTakenForAWhole()
{
    QFile file(QStringLiteral(VIGIE_FIXTURES "/feeds/atom10.xml"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto text = networks::feedText(file.readAll(), {});
    QVERIFY(text);
    const QString whole = text->trimmed();
    QVERIFY(quick(whole));
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!quick(whole.left(size)), qPrintable(QString::number(size)));
}

QTEST_APPLESS_MAIN(XmlTokensTest)
#include "tst_xmltokens.moc"
