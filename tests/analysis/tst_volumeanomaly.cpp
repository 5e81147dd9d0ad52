// SPDX-License-Identifier: GPL-3.0-or-later
#include "volumecounts.h"

#include <QTest>

using namespace vigie::analysis;
using vigie::core::Instant;
using vigie::core::instantFromMillis;

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
        QVERIFY(alarms.front().observed >= alarms.front().threshold);
        QVERIFY(alarms.front().usual <= alarms.front().recentMax);
        QVERIFY(alarms.front().risingSince >= kMonday + std::chrono::hours(23));
        QVERIFY(alarms.front().risingSince <= alarms.front().windowEnd);
        QVERIFY(alarms.front().historyHours >= 18);
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

    void aReplayOfSomeWeeksGivesTheSameJudgements()
    {
        QRandomGenerator random{quint32(9)};
        std::vector<Bucket> all = bucketsFrom(quietCounts(random, 90, 8));
        for (std::size_t i = 0; i < 12; ++i)
            all[all.size() - 200 + i].total += 12;
        VolumeDetector whole;
        VolumeDetector replayed;
        int alarms = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto one = whole.push(all[i]);
            if (i < all.size() - 56 * 288)
                continue;
            const auto other = replayed.push(all[i]);
            if (i >= all.size() - 7 * 288)
                QCOMPARE(other.has_value(), one.has_value());
            alarms += one && i >= all.size() - 7 * 288 ? 1 : 0;
        }
        QVERIFY(alarms > 0);
        QCOMPARE(replayed.isInEpisode(), whole.isInEpisode());
    }

    void theWeekdayIsKnownAfterTwoWeeks()
    {
        // A shop that is written to on Mondays alone: the third Monday is no news, the third Tuesday would be.
        std::vector<Bucket> buckets;
        for (int i = 0; i < 23 * 288; ++i)
            buckets.push_back({kMonday + kStep * i, (i / 288) % 7 == 0 && i % 288 >= 96 && i % 288 < 216 ? 4 : 0});
        VolumeDetector detector;
        for (const Bucket &bucket : buckets) {
            const auto alarm = detector.push(bucket);
            QVERIFY2(!alarm || bucket.start < kMonday + std::chrono::hours(13 * 24), qPrintable(vigie::core::toIso(bucket.start)));
        }
        const Instant tuesday = kMonday + std::chrono::hours(24 * 22);
        VolumeDetector surprised;
        std::optional<VolumeAlarm> alarm;
        for (Bucket bucket : buckets) {
            if (bucket.start >= tuesday + std::chrono::hours(10))
                bucket.total = 9;
            if (auto raised = surprised.push(bucket); raised && bucket.start >= tuesday)
                alarm = alarm ? alarm : raised;
        }
        QVERIFY(alarm);
        QCOMPARE(alarm->basis, UsualLevel::Basis::HourOfWeek);
        QVERIFY(alarm->usual < 1);
        QCOMPARE(alarm->weeks, 3);
    }

    void aGapIsNeitherCalmNorAPeakWhenItEnds()
    {
        QRandomGenerator random{quint32(5)};
        std::vector<Bucket> buckets = bucketsFrom(quietCounts(random, 30, 60));
        for (std::size_t i = 20 * 288; i < 22 * 288; ++i)
            buckets[i] = {.start = buckets[i].start, .isComplete = false};
        VolumeDetector detector;
        double usualBefore = 0;
        for (std::size_t i = 0; i < buckets.size(); ++i) {
            const auto alarm = detector.push(buckets[i]);
            QVERIFY2(!alarm || i < 20 * 288, qPrintable(vigie::core::toIso(buckets[i].start)));
            if (i == 15 * 288 + 150)
                usualBefore = detector.usual();
            if (i == 22 * 288 + 150)
                QVERIFY(detector.usual() > 0.8 * usualBefore);
        }
    }

    void anUnknownNightDoesNotEndAnEpisode()
    {
        QRandomGenerator random{quint32(6)};
        std::vector<int> counts = quietCounts(random, 5, 12);
        counts.insert(counts.end(), 12, 20);
        VolumeDetector known;
        VolumeDetector unknown;
        for (const Bucket &bucket : bucketsFrom(counts)) {
            known.push(bucket);
            unknown.push(bucket);
        }
        QVERIFY(known.isInEpisode() && unknown.isInEpisode());
        for (int i = 0; i < 13 * 12; ++i) {
            const Instant start = kMonday + kStep * int(counts.size() + std::size_t(i));
            known.push({start, 0, 0, true});
            unknown.push({start, 0, 0, false});
        }
        QVERIFY(!known.isInEpisode());
        QVERIFY(unknown.isInEpisode());
    }

    void aHandfulOfAngryPostsAtOnceIsMuchWhereTheyAreRare()
    {
        QRandomGenerator random{quint32(3)};
        std::vector<int> counts = quietCounts(random, 2, 0.5);
        counts.insert(counts.end(), {3, 2});
        const std::vector<Bucket> rare = bucketsFrom(counts);
        QVERIFY(alarmsIn(rare).empty());
        QCOMPARE(alarmsIn(rare, VolumeRule::forNegativePosts(Sensitivity::Balanced)).size(), 1U);
        std::vector<int> many = quietCounts(random, 2, 12);
        many.insert(many.end(), {3, 2});
        QVERIFY(alarmsIn(bucketsFrom(many), VolumeRule::forNegativePosts(Sensitivity::Balanced)).empty());
    }

    void theScoreReachesAHalfExactlyWhereAnAlarmIsDue()
    {
        QRandomGenerator random{quint32(12)};
        std::vector<int> counts = quietCounts(random, 4, 10);
        counts.insert(counts.end(), 12, 15);
        VolumeDetector detector;
        for (const Bucket &bucket : bucketsFrom(counts)) {
            const bool wasInEpisode = detector.isInEpisode();
            const auto alarm = detector.push(bucket);
            QVERIFY(detector.score() >= 0 && detector.score() <= 1);
            if (!wasInEpisode)
                QCOMPARE(alarm.has_value(), detector.score() >= 0.5 && bucket.total > 0);
        }
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
        VolumeDetector ancient;
        for (const qint64 millis : {qint64(-86'400'000'000), qint64(0), qint64(1'900'000'000'000), qint64(4'000'000'000'000)})
            ancient.push({instantFromMillis(millis), 2'000'000'000, 7}); // 1967, 1970, 2030, 2096
        QCOMPARE(ancient.windowTotal(), 2'000'000'000);
    }
};

QTEST_APPLESS_MAIN(VolumeAnomalyTest)
#include "tst_volumeanomaly.moc"
