// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/timestamps.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;

class TimestampsTest : public QObject
{
    Q_OBJECT

private slots:
    void rfc3339IsReadExactly_data();
    void rfc3339IsReadExactly();
    void whatIsNoRfc3339IsRefused_data();
    void whatIsNoRfc3339IsRefused();
    void everyDayOfFourCenturiesAgreesWithQt();
    void feedDatesAreRead_data();
    void feedDatesAreRead();
};

void TimestampsTest::rfc3339IsReadExactly_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("utc") << QByteArray("2026-01-31T08:12:05Z") << u"2026-01-31T08:12:05Z"_s;
    QTest::newRow("fraction") << QByteArray("2026-01-31T08:12:05.1239Z") << u"2026-01-31T08:12:05.123Z"_s;
    QTest::newRow("east") << QByteArray("2026-01-31T00:12:05+02:00") << u"2026-01-30T22:12:05Z"_s;
    QTest::newRow("west, no colon") << QByteArray("2026-12-31T20:00:00-0530") << u"2027-01-01T01:30:00Z"_s;
    QTest::newRow("blank for T") << QByteArray("2026-01-31 08:12:05z") << u"2026-01-31T08:12:05Z"_s;
    QTest::newRow("no seconds") << QByteArray("2026-01-31T08:12Z") << u"2026-01-31T08:12:00Z"_s;
    QTest::newRow("leap day") << QByteArray("2024-02-29T23:59:60Z") << u"2024-02-29T23:59:59Z"_s;
    QTest::newRow("before 1970") << QByteArray("1969-12-31T23:59:59Z") << u"1969-12-31T23:59:59Z"_s;
}

void TimestampsTest::rfc3339IsReadExactly()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const auto instant = networks::parseRfc3339(text.toStdString());
    QVERIFY(instant);
    QCOMPARE(core::toIso(*instant), expected);
}

void TimestampsTest::whatIsNoRfc3339IsRefused_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *const text :
         {"", "2026", "2026-01-31", "2026-01-31T08:12:05", "2026-02-30T08:12:05Z", "2026-13-01T08:12:05Z",
          "2026-01-31T25:00:00Z", "2026-01-31T08:60:00Z", "2026-01-31T08:12:05.Z", "2026-01-31T08:12:05+2:00",
          "2026-01-31T08:12:05Zx", "31/01/2026 08:12:05Z", "2025-02-29T00:00:00Z", "0000-01-01T00:00:00Z"})
        QTest::newRow(*text ? text : "empty") << QByteArray(text);
}

void TimestampsTest::whatIsNoRfc3339IsRefused()
{
    QFETCH(QByteArray, text);
    QVERIFY(!networks::parseRfc3339(text.toStdString()));
}

void TimestampsTest::everyDayOfFourCenturiesAgreesWithQt()
{
    for (QDate day(1800, 1, 1); day.year() < 2200; day = day.addDays(1)) {
        const auto instant = networks::instantOf(day.year(), day.month(), day.day(), 12, 30, 15);
        QVERIFY(instant);
        QCOMPARE(core::toMillis(*instant), QDateTime(day, QTime(12, 30, 15), Qt::UTC).toMSecsSinceEpoch());
    }
}

void TimestampsTest::feedDatesAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: refused
    const auto row = [](const char *text, const char *expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    row("Thu, 01 Jan 2004 19:48:21 GMT", "2004-01-01T19:48:21Z");
    row("01 Jan 2004 19:48 EST", "2004-01-02T00:48:00Z");
    row("Thu, 1 Jan 04 19:48:21 -0800", "2004-01-02T03:48:21Z");
    row("Thu,01 January 2004 19:48:21 +02:00", "2004-01-01T17:48:21Z");
    row("Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21Z");
    row("1-Jan-2004 19:48:21 CEST", "2004-01-01T17:48:21Z");
    row("2004", "2004-01-01T00:00:00Z");
    row("2004-07", "2004-07-01T00:00:00Z");
    row("20040731", "2004-07-31T00:00:00Z");
    row("2004-07-31", "2004-07-31T00:00:00Z");
    row("2004-07-31T10:14Z", "2004-07-31T10:14:00Z");
    row("2004-07-31T10:14:55.5+01:00", "2004-07-31T09:14:55.500Z");
    row("2004-07-31 10:14:55", "2004-07-31T10:14:55Z");
    row("2004-07-31T24:00:00Z", "2004-08-01T00:00:00Z");
    row("  Sat, 31 Jul 2004 10:14:55 UT ", "2004-07-31T10:14:55Z");
    row("Thu, 01 Jan 2004 19:48:21 A", "2004-01-01T19:48:21Z");
    row("yesterday", "");
    row("31 Feb 2004 10:00:00 GMT", "");
    row("Thu, 01 Jan 2004 25:48:21 GMT", "");
    row("99999999999999999999", "");
    row("", "");
}

void TimestampsTest::feedDatesAreRead()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto instant = networks::parseFeedDate(text);
    QCOMPARE(instant ? core::toIso(*instant) : QString(), expected);
}

QTEST_APPLESS_MAIN(TimestampsTest)
#include "tst_timestamps.moc"
