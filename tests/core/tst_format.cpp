// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie::core;

class FormatTest : public QObject
{
    Q_OBJECT

private slots:
    void eachLanguageWritesItsOwnWay();
    void timesAreShownInTheChosenZone();
    void durationsUseTheLargestTwoUnits_data();
    void durationsUseTheLargestTwoUnits();
    void agesGrowFromNowToADate();
};

namespace
{
Instant at(const QString &iso)
{
    return instantFrom(QDateTime::fromString(iso, Qt::ISODate));
}
} // namespace

void FormatTest::eachLanguageWritesItsOwnWay()
{
    const Format french(Language::French, QTimeZone::utc());
    const Format english(Language::English, QTimeZone::utc());
    QCOMPARE(french.percent(0.25), u"25\u00a0%"_s);
    QCOMPARE(english.percent(0.25), u"25%"_s);
    QCOMPARE(french.decimal(1234.5), u"1\u202f234,5"_s);
    QCOMPARE(english.number(12480), u"12,480"_s);
    QCOMPARE(french.date(at(u"2026-03-01T12:00:00Z"_s)), u"1er\u00a0mars 2026"_s);
    QCOMPARE(english.date(at(u"2026-03-01T12:00:00Z"_s)), u"1\u00a0March 2026"_s);
}

void FormatTest::timesAreShownInTheChosenZone()
{
    const Format paris(Language::French, QTimeZone("Europe/Paris"));
    QCOMPARE(paris.time(at(u"2026-07-01T12:05:00Z"_s)), u"14\u00a0h\u00a005"_s);
    QCOMPARE(paris.time(at(u"2026-01-01T12:05:00Z"_s)), u"13\u00a0h\u00a005"_s);
}

void FormatTest::durationsUseTheLargestTwoUnits_data()
{
    QTest::addColumn<qint64>("seconds");
    QTest::addColumn<QString>("expected");
    QTest::newRow("seconds") << qint64(42) << u"42\u00a0s"_s;
    QTest::newRow("minutes") << qint64(9 * 60 + 59) << u"9\u00a0min"_s;
    QTest::newRow("hours") << qint64(2 * 3600 + 5 * 60) << u"2\u00a0h\u00a005"_s;
    QTest::newRow("days") << qint64(3 * 86400 + 4 * 3600) << u"3\u00a0j\u00a04\u00a0h"_s;
    QTest::newRow("whole days") << qint64(14 * 86400) << u"14\u00a0j"_s;
    QTest::newRow("negative") << qint64(-300) << u"\u22125\u00a0min"_s;
}

void FormatTest::durationsUseTheLargestTwoUnits()
{
    QFETCH(qint64, seconds);
    QFETCH(QString, expected);
    QCOMPARE(Format(Language::French, QTimeZone::utc()).duration(std::chrono::seconds(seconds)), expected);
}

void FormatTest::agesGrowFromNowToADate()
{
    const Format english(Language::English, QTimeZone::utc());
    const Instant now = at(u"2026-03-10T12:00:00Z"_s);
    QCOMPARE(english.age(now - 20s, now), u"now"_s);
    QCOMPARE(english.age(now - 4min, now), u"4\u00a0min"_s);
    QCOMPARE(english.age(now - 3h, now), u"3\u00a0h"_s);
    QCOMPARE(english.age(now - 49h, now), u"8\u00a0Mar"_s);
}

QTEST_APPLESS_MAIN(FormatTest)
#include "tst_format.moc"
