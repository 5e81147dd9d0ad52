// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retold.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie::core;

namespace
{

constexpr const char *kSources[] = {
    "must be between %1 and %2",
    "“%1” is missing",
    "level %1 is missing",
    "must be a string",
};

QString inFrench(const QString &english)
{
    return retold(Phrasebook(Language::French), "PlaybookFinding", kSources, english);
}

} // namespace

class RetoldTest : public QObject
{
    Q_OBJECT

private slots:
    void aReasonWithoutBlanksIsTranslated();
    void whatWasFilledInIsKeptInItsPlace();
    void aFilledInPlaceholderIsNotFilledAgain();
    void anUnknownReasonComesAsItWas();
    void englishIsToldBackWordForWord();
};

void RetoldTest::aReasonWithoutBlanksIsTranslated()
{
    QVERIFY(inFrench(u"must be a string"_s) != u"must be a string"_s);
}

void RetoldTest::whatWasFilledInIsKeptInItsPlace()
{
    const QString told = inFrench(u"must be between 1 and 40320"_s);
    QVERIFY2(!told.startsWith(u"must"), qPrintable(told));
    QVERIFY(told.indexOf(u'1') < told.indexOf(u"40320"_s));
}

void RetoldTest::aFilledInPlaceholderIsNotFilledAgain()
{
    QVERIFY(inFrench(u"“%1” is missing"_s).contains(u"%1"_s));
}

void RetoldTest::anUnknownReasonComesAsItWas()
{
    QCOMPARE(inFrench(u"the moon is full"_s), u"the moon is full"_s);
    QCOMPARE(inFrench(u"must be a string of pearls"_s), u"must be a string of pearls"_s);
    QCOMPARE(inFrench(QString()), QString());
}

void RetoldTest::englishIsToldBackWordForWord()
{
    const QString reason = u"must be between 1 and 4"_s;
    QCOMPARE(retold(Phrasebook(Language::English), "PlaybookFinding", kSources, reason), reason);
}

QTEST_GUILESS_MAIN(RetoldTest)
#include "tst_retold.moc"
