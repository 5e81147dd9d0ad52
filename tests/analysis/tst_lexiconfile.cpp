// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/lexiconfile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;

class LexiconFileTest : public QObject
{
    Q_OBJECT

private slots:
    void linesKeepTheirSectionAndNumber()
    {
        const auto entries = parseLexicon("# note\n\n[a]\nx\t1\r\n#tag\n[b c]\n y z \t 2 \n", u"f"_s);
        QVERIFY(entries);
        QCOMPARE(entries->size(), 3U);
        QCOMPARE(entries->at(0).section, u"a"_s);
        QCOMPARE(entries->at(0).fields, (QStringList{u"x"_s, u"1"_s}));
        QCOMPARE(entries->at(0).line, 4);
        QCOMPARE(entries->at(1).fields, QStringList{u"#tag"_s});
        QCOMPARE(entries->at(2).section, u"b c"_s);
        QCOMPARE(entries->at(2).fields, (QStringList{u"y z"_s, u"2"_s}));
    }

    void aBadLineIsNamed_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("line");
        QTest::newRow("open section") << QByteArray("x\n[a\n") << 2;
        QTest::newRow("empty section") << QByteArray("[]\n") << 1;
        QTest::newRow("not UTF-8") << QByteArray("x\ny\n\xff\xfe\n") << 3;
    }
    void aBadLineIsNamed()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, line);
        const auto entries = parseLexicon(bytes, u"list.tsv"_s);
        QVERIFY(!entries);
        QCOMPARE(entries.error().place.file, u"list.tsv"_s);
        QCOMPARE(entries.error().place.line, line);
    }

    void aMissingFileIsAnError()
    {
        const auto bytes = readLexiconFile(u"/nowhere/at/all.tsv"_s);
        QVERIFY(!bytes);
        QCOMPARE(bytes.error().kind, vigie::ErrorKind::File);
    }
};

QTEST_APPLESS_MAIN(LexiconFileTest)
#include "tst_lexiconfile.moc"
