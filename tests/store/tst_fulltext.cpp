// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fulltext.h"

#include "store/query.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::store;

class FullTextTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedBecomesASafeExpression_data();
    void whatIsTypedBecomesASafeExpression();
    void accentsDoNotMatter();
};

void FullTextTest::whatIsTypedBecomesASafeExpression_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("expected");
    QTest::newRow("words") << u"panne réseau"_s << u"\"panne\" \"réseau\""_s;
    QTest::newRow("phrase") << u"\"plus de réseau\" lyon"_s << u"\"plus de réseau\" \"lyon\""_s;
    QTest::newRow("prefix") << u"pann*"_s << u"\"pann\"*"_s;
    QTest::newRow("operators are words") << u"a OR NEAR(b)"_s << u"\"a\" \"OR\" \"NEAR(b)\""_s;
    QTest::newRow("unclosed quote") << u"\"half open"_s << u"\"half open\""_s;
    QTest::newRow("nothing to find") << u" ( * \" "_s << QString();
}

void FullTextTest::whatIsTypedBecomesASafeExpression()
{
    QFETCH(QString, typed);
    QFETCH(QString, expected);
    QCOMPARE(fullTextExpression(typed), expected);
}

void FullTextTest::accentsDoNotMatter()
{
    auto connection = Connection::open(u":memory:"_s, Access::ReadWrite);
    QVERIFY((*connection)
                ->execute(u"CREATE VIRTUAL TABLE t USING fts5 (text, tokenize = \"unicode61 remove_diacritics 2\");"
                          "INSERT INTO t VALUES ('L''ÉTÉ à la plage, un enfant blessé');"_s)
                .has_value());
    for (const QString &typed : {u"ete"_s, u"été"_s, u"BLESSÉ"_s, u"\"a la plage\""_s, u"bless*"_s, u"l'ete"_s}) {
        const auto hits =
            readNumber(**connection, u"SELECT count(*) FROM t WHERE t MATCH ?"_s, {fullTextExpression(typed)});
        QVERIFY2(hits && *hits == 1, qPrintable(typed));
    }
}

QTEST_GUILESS_MAIN(FullTextTest)
#include "tst_fulltext.moc"
