// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/volumeanomaly.h"

#include "analysis/postjudge.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <cmath>
#include <map>
#include <numbers>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;
using vigie::core::Instant;
using vigie::core::instantFromMillis;

namespace
{

const Instant kMonday = instantFromMillis(1'767'571'200'000); // 2026-01-05T00:00:00Z
constexpr auto kStep = VolumeDetector::kBucketLength;

int poisson(QRandomGenerator &random, double mean)
{
    const double limit = std::exp(-mean);
    double product = random.generateDouble();
    int count = 0;
    while (product > limit) {
        product *= random.generateDouble();
        ++count;
    }
    return count;
}

/// Quiet five-minute counts with the rhythm of day and night, from midnight.
std::vector<int> quietCounts(QRandomGenerator &random, int days, double postsPerHour)
{
    std::vector<int> counts;
    for (int i = 0; i < days * 288; ++i) {
        const double rhythm = 1 + 0.8 * std::sin(2 * std::numbers::pi * (double(i) / 288 - 0.3));
        counts.push_back(poisson(random, postsPerHour / 12 * rhythm));
    }
    return counts;
}

std::vector<VolumeAlarm> alarmsIn(const std::vector<Bucket> &buckets, const VolumeRule &rule = {})
{
    VolumeDetector detector(rule);
    std::vector<VolumeAlarm> alarms;
    for (const Bucket &bucket : buckets) {
        if (const auto alarm = detector.push(bucket))
            alarms.push_back(*alarm);
    }
    return alarms;
}

std::vector<Bucket> bucketsFrom(const std::vector<int> &counts, double negativeShare = 0.3)
{
    std::vector<Bucket> buckets;
    for (std::size_t i = 0; i < counts.size(); ++i)
        buckets.push_back({kMonday + kStep * int(i), counts[i], int(std::lround(counts[i] * negativeShare))});
    return buckets;
}

} // namespace

class VolumeAnomalyTest : public QObject
{
    Q_OBJECT

private slots:
    void aBurstAfterOneQuietDayIsToldWithinTheHour_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 20; ++seed)
            QTest::addRow("day %d", seed) << seed;
    }
    void aBurstAfterOneQuietDayIsToldWithinTheHour()
    {
        QFETCH(int, seed);
        QRandomGenerator random{quint32(seed)};
        std::vector<int> counts = quietCounts(random, 1, 5);
        for (int i = 0; i < 12; ++i)
            counts.push_back(2 + i / 3); // 42 posts in the hour
        const std::vector<VolumeAlarm> alarms = alarmsIn(bucketsFrom(counts));
        QCOMPARE(alarms.size(), 1U);
        QVERIFY(alarms.front().windowEnd > kMonday + std::chrono::hours(24));
        QVERIFY(alarms.front().windowEnd <= kMonday + std::chrono::hours(25));
        QCOMPARE(alarms.front().kind, AlarmKind::Volume);
        QVERIFY(alarms.front().observed >= alarms.front().threshold);
        QVERIFY(alarms.front().usual <= alarms.front().recentMax);
        QVERIFY(alarms.front().historyHours >= 18);
    }

    void quietWeeksRaiseHardlyAnAlarm_data()
    {
        QTest::addColumn<double>("postsPerHour");
        QTest::newRow("two an hour") << 2.0;
        QTest::newRow("fifteen an hour") << 15.0;
        QTest::newRow("two hundred an hour") << 200.0;
    }
    void quietWeeksRaiseHardlyAnAlarm()
    {
        QFETCH(double, postsPerHour);
        QRandomGenerator random{quint32(99)};
        const std::vector<VolumeAlarm> alarms = alarmsIn(bucketsFrom(quietCounts(random, 56, postsPerHour)));
        QVERIFY2(alarms.size() <= 1, qPrintable(QString::number(alarms.size())));
    }

    void aRealCrisisIsToldAndTheQuietDaysBeforeAreNot_data()
    {
        QTest::addColumn<Sensitivity>("sensitivity");
        QTest::newRow("balanced") << Sensitivity::Balanced;
        QTest::newRow("high") << Sensitivity::High;
    }
    void aRealCrisisIsToldAndTheQuietDaysBeforeAreNot()
    {
        QFETCH(Sensitivity, sensitivity);
        QFile file(QStringLiteral(VIGIE_SHARED) + u"/data/crises/us_airways_2015.ndjson"_s);
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the recorded crisis is not here");
        const auto judge = PostJudge::shipped();
        QVERIFY(judge);
        std::map<Instant, Bucket> buckets;
        while (!file.atEnd()) {
            const QJsonObject post = QJsonDocument::fromJson(file.readLine()).object();
            const auto time = QDateTime::fromString(post.value(u"posted_at"_s).toString(), Qt::ISODate);
            Bucket &bucket = buckets[VolumeDetector::bucketStart(vigie::core::instantFrom(time))];
            ++bucket.total;
            const PostJudgement judgement = judge->judge(post.value(u"text"_s).toString());
            bucket.negative += judgement.tonality.tonality == Tonality::Negative ? 1 : 0;
        }
        std::vector<Bucket> ordered;
        for (auto &[start, bucket] : buckets) {
            bucket.start = start;
            ordered.push_back(bucket);
        }
        const std::vector<VolumeAlarm> alarms = alarmsIn(ordered, VolumeRule::forSensitivity(sensitivity));
        QVERIFY(!alarms.empty());
        const QDateTime first = vigie::core::toUtc(alarms.front().windowEnd);
        qInfo("%zu alarm(s), the first at %s: %d posts, threshold %.0f", alarms.size(),
              qPrintable(first.toString(Qt::ISODate)), alarms.front().observed, alarms.front().threshold);
        QCOMPARE(first.date(), QDate(2015, 2, 22));
        QVERIFY(alarms.size() <= 2);
    }

    void oneEpisodeIsOneAlarm()
    {
        QRandomGenerator random{quint32(4)};
        std::vector<int> counts = quietCounts(random, 3, 5);
        for (int i = 0; i < 36; ++i)
            counts.push_back(8 + i % 3); // three hours of crisis
        for (int i = 0; i < 12; ++i)
            counts.push_back(1);
        for (int i = 0; i < 24; ++i)
            counts.push_back(20); // and its second wave
        QCOMPARE(alarmsIn(bucketsFrom(counts)).size(), 1U);
    }

    void aNewEpisodeAfterACalmDayIsTold()
    {
        QRandomGenerator random{quint32(4)};
        std::vector<int> counts = quietCounts(random, 2, 5);
        counts.insert(counts.end(), 12, 6);
        const std::vector<int> calm = quietCounts(random, 6, 5);
        counts.insert(counts.end(), calm.begin(), calm.end());
        counts.insert(counts.end(), 12, 6);
        QCOMPARE(alarmsIn(bucketsFrom(counts)).size(), 2U);
    }

    void withoutHistoryNothingIsUnusual()
    {
        QVERIFY(alarmsIn(bucketsFrom(std::vector<int>(150, 100))).empty());
        QVERIFY(alarmsIn({}).empty());
    }

    void aShareThatTurnsIsToldWithoutMoreVolume()
    {
        std::vector<Bucket> buckets = bucketsFrom(std::vector<int>(3 * 288, 2), 0.5);
        for (int i = 0; i < 36; ++i)
            buckets.push_back({kMonday + kStep * int(buckets.size()), 2, 2});
        const std::vector<VolumeAlarm> alarms = alarmsIn(buckets);
        QCOMPARE(alarms.size(), 1U);
        QCOMPARE(alarms.front().kind, AlarmKind::NegativeShare);
        QVERIFY(alarms.front().negativeShare > alarms.front().threshold);
        QCOMPARE(alarms.front().usualNegativeShare, 0.5);
    }

    void fewNegativePostsAreNoTurn()
    {
        std::vector<Bucket> buckets = bucketsFrom(std::vector<int>(3 * 288, 2), 0.5);
        for (int i = 0; i < 36; ++i)
            buckets.push_back({kMonday + kStep * int(buckets.size()), i % 3 == 0 ? 1 : 0, i % 3 == 0 ? 1 : 0});
        QVERIFY(alarmsIn(buckets).empty());
    }

    void gapsCountAsEmptyBuckets()
    {
        QRandomGenerator random{quint32(8)};
        const std::vector<Bucket> full = bucketsFrom(quietCounts(random, 3, 3));
        std::vector<Bucket> sparse = full;
        std::erase_if(sparse, [](const Bucket &bucket) { return bucket.total == 0; });
        VolumeDetector one;
        VolumeDetector two;
        one.push({kMonday, 0, 0});
        two.push({kMonday, 0, 0});
        for (const Bucket &bucket : full)
            one.push(bucket);
        for (const Bucket &bucket : sparse)
            two.push(bucket);
        two.advanceTo(full.back().start + kStep);
        QCOMPARE(two.usual(), one.usual());
        QCOMPARE(two.threshold(), one.threshold());
        QCOMPARE(two.windowTotal(), one.windowTotal());
        QCOMPARE(two.historyHours(), one.historyHours());
    }

    void aReplayOfFourteenDaysGivesTheSameState()
    {
        QRandomGenerator random{quint32(9)};
        const std::vector<Bucket> all = bucketsFrom(quietCounts(random, 30, 8));
        VolumeDetector whole;
        VolumeDetector replayed;
        for (std::size_t i = 0; i < all.size(); ++i) {
            whole.push(all[i]);
            if (i >= all.size() - 14 * 288)
                replayed.push(all[i]);
        }
        QCOMPARE(replayed.threshold(), whole.threshold());
        QCOMPARE(replayed.usual(), whole.usual());
        QCOMPARE(replayed.isInEpisode(), whole.isInEpisode());
    }

    void whatIsOldOrAbsurdDoesNoHarm()
    {
        VolumeDetector detector;
        detector.push({kMonday, 3, 9});
        detector.push({kMonday - kStep, 50, 0}); // already past: ignored
        QCOMPARE(detector.windowTotal(), 3);
        detector.push({kMonday + kStep, -4, -2});
        QCOMPARE(detector.windowTotal(), 3);
        detector.push({kMonday + std::chrono::hours(24 * 3650), 5, 1}); // ten years later, at once
        QCOMPARE(detector.windowTotal(), 5);
        QCOMPARE(detector.usual(), 0.0);
    }
};

QTEST_APPLESS_MAIN(VolumeAnomalyTest)
#include "tst_volumeanomaly.moc"
