// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/slowburn.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <map>
#include <numbers>
#include <random>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;
using vigie::core::Instant;
using vigie::core::instantFromMillis;

namespace
{

const Instant kMonday = instantFromMillis(1'767'571'200'000); // 2026-01-05T00:00:00Z

/// Days with the rhythm of day and night; `level(day)` times `perHour`.
template <typename Level>
std::vector<Bucket> days(int count, double perHour, Level level, quint32 seed = 1)
{
    std::mt19937 random(seed);
    std::vector<Bucket> buckets;
    for (int i = 0; i < count * Bucket::kPerDay; ++i) {
        const double rhythm = 1 + 0.8 * std::sin(2 * std::numbers::pi * (double(i) / Bucket::kPerDay - 0.3));
        std::poisson_distribution<int> posts(perHour / Bucket::kPerHour * rhythm * level(i / Bucket::kPerDay));
        buckets.push_back({kMonday + Bucket::kLength * i, posts(random), 0});
    }
    return buckets;
}

std::vector<SlowBurnAlarm> alarmsIn(const std::vector<Bucket> &buckets, Sensitivity sensitivity = Sensitivity::Balanced)
{
    SlowBurnDetector detector(SlowBurnRule::forSensitivity(sensitivity));
    std::vector<SlowBurnAlarm> alarms;
    for (const Bucket &bucket : buckets) {
        if (const auto alarm = detector.push(bucket))
            alarms.push_back(*alarm);
    }
    return alarms;
}

} // namespace

class SlowBurnTest : public QObject
{
    Q_OBJECT

private slots:
    void aLevelThatDoublesIsToldOnceWithinADay()
    {
        const auto alarms = alarmsIn(days(16, 15, [](int day) { return day < 14 ? 1.0 : 2.6; }));
        QCOMPARE(alarms.size(), 1U);
        QVERIFY(alarms.front().windowEnd > kMonday + std::chrono::hours(14 * 24));
        QVERIFY(alarms.front().windowEnd <= kMonday + std::chrono::hours(15 * 24));
        QVERIFY(alarms.front().observed >= alarms.front().threshold);
        QVERIFY(alarms.front().usual < alarms.front().threshold);
    }

    void aQuietYearIsQuiet_data()
    {
        QTest::addColumn<double>("perHour");
        for (const double perHour : {2.0, 15.0, 200.0})
            QTest::addRow("%.0f an hour", perHour) << perHour;
    }
    void aQuietYearIsQuiet()
    {
        QFETCH(double, perHour);
        const auto alarms = alarmsIn(days(365, perHour, [](int day) { return day % 7 > 4 ? 0.5 : 1.0; }));
        QVERIFY2(alarms.size() <= 1, qPrintable(QString::number(alarms.size())));
    }

    void theRealCrisisIsToldAndTheQuietDaysBeforeItAreNot_data()
    {
        QTest::addColumn<Sensitivity>("sensitivity");
        QTest::addColumn<QDate>("day");
        QTest::newRow("low, at last") << Sensitivity::Low << QDate(2015, 2, 23);
        QTest::newRow("balanced") << Sensitivity::Balanced << QDate(2015, 2, 22);
        QTest::newRow("high") << Sensitivity::High << QDate(2015, 2, 22);
    }
    void theRealCrisisIsToldAndTheQuietDaysBeforeItAreNot()
    {
        QFETCH(Sensitivity, sensitivity);
        QFETCH(QDate, day);
        QFile file(QStringLiteral(VIGIE_SHARED) + u"/data/crises/us_airways_2015.ndjson"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the recorded crisis is not here");
        std::map<Instant, Bucket> buckets;
        while (!file.atEnd()) {
            const QJsonObject post = QJsonDocument::fromJson(file.readLine()).object();
            const auto time = QDateTime::fromString(post.value(u"posted_at"_s).toString(), Qt::ISODate);
            Bucket &bucket = buckets[Bucket::startOf(vigie::core::instantFrom(time))];
            bucket.start = Bucket::startOf(vigie::core::instantFrom(time));
            ++bucket.total;
        }
        std::vector<Bucket> ordered;
        for (const auto &[start, bucket] : buckets)
            ordered.push_back(bucket);
        const auto alarms = alarmsIn(ordered, sensitivity);
        QVERIFY(!alarms.empty());
        qInfo("the first of %zu at %s", alarms.size(), qPrintable(vigie::core::toIso(alarms.front().windowEnd)));
        QCOMPARE(vigie::core::toUtc(alarms.front().windowEnd).date(), day);
        QVERIFY(alarms.size() <= 2);
    }

    void daysOfWhichMuchIsMissingTeachNothing()
    {
        auto buckets = days(20, 60, [](int) { return 1.0; });
        for (int i = 8 * Bucket::kPerDay; i < 18 * Bucket::kPerDay; ++i) {
            buckets[std::size_t(i)].total = 0;
            buckets[std::size_t(i)].isComplete = false;
        }
        QVERIFY(alarmsIn(buckets).empty());
    }

    void whatIsAbsurdDoesNoHarm()
    {
        SlowBurnDetector detector;
        for (const qint64 millis : {qint64(-86'400'000'000), qint64(0), qint64(1'900'000'000'000), qint64(5)}) {
            QVERIFY(!detector.push({instantFromMillis(millis), 2'000'000'000, -4}));
            QVERIFY(!detector.push({instantFromMillis(millis + 3'600'000), -1, 4}));
        }
    }
};

QTEST_APPLESS_MAIN(SlowBurnTest)
#include "tst_slowburn.moc"
