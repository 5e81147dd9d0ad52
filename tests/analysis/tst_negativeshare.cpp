// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/negativeshare.h"

#include <QRandomGenerator>
#include <QTest>

#include <cmath>

using namespace vigie::analysis;
using vigie::core::Instant;
using vigie::core::instantFromMillis;

namespace
{

const Instant kMonday = instantFromMillis(1'767'571'200'000); // 2026-01-05T00:00:00Z

/// `perBucket` posts in each bucket, each negative with the given probability.
void addHours(std::vector<Bucket> &buckets, QRandomGenerator &random, int hours, int perBucket, double share)
{
    for (int i = 0; i < hours * Bucket::kPerHour; ++i) {
        Bucket bucket{.start = kMonday + Bucket::kLength * int(buckets.size()), .total = perBucket};
        for (int post = 0; post < perBucket; ++post)
            bucket.negative += random.generateDouble() < share ? 1 : 0;
        buckets.push_back(bucket);
    }
}

std::vector<ShareAlarm> alarmsIn(const std::vector<Bucket> &buckets, Sensitivity sensitivity = Sensitivity::Balanced)
{
    NegativeShareDetector detector(ShareRule::forSensitivity(sensitivity));
    std::vector<ShareAlarm> alarms;
    for (const Bucket &bucket : buckets) {
        if (const auto alarm = detector.push(bucket))
            alarms.push_back(*alarm);
    }
    return alarms;
}

} // namespace

class NegativeShareTest : public QObject
{
    Q_OBJECT

private slots:
    void aShareThatTurnsIsToldWithoutMoreVolume()
    {
        QRandomGenerator random{quint32(1)};
        std::vector<Bucket> buckets;
        addHours(buckets, random, 96, 2, 0.3);
        addHours(buckets, random, 8, 2, 0.95);
        const std::vector<ShareAlarm> alarms = alarmsIn(buckets);
        QCOMPARE(alarms.size(), 1U);
        QVERIFY(alarms.front().share > alarms.front().threshold);
        QVERIFY(std::abs(alarms.front().usualShare - 0.3) < 0.05);
        QVERIFY(alarms.front().windowEnd > kMonday + std::chrono::hours(96));
        QVERIFY(alarms.front().windowEnd < kMonday + std::chrono::hours(99));
    }

    void twoOfThreeIsNoAlarm()
    {
        QRandomGenerator random{quint32(2)};
        std::vector<Bucket> buckets;
        addHours(buckets, random, 96, 2, 0.2);
        for (int i = 0; i < 40; ++i)
            buckets.push_back({kMonday + Bucket::kLength * int(buckets.size()), i < 3 ? 1 : 0, i < 2 ? 1 : 0});
        QVERIFY(alarmsIn(buckets).empty());
        // Nor are 14 of 16, on so few.
        buckets.resize(96 * Bucket::kPerHour);
        for (int i = 0; i < 40; ++i)
            buckets.push_back({kMonday + Bucket::kLength * int(buckets.size()), i < 16 ? 1 : 0, i < 14 ? 1 : 0});
        QVERIFY(alarmsIn(buckets).empty());
    }

    void aBrandThatIsOnlyWrittenToInAngerIsUsual()
    {
        QRandomGenerator random{quint32(3)};
        std::vector<Bucket> buckets;
        addHours(buckets, random, 24 * 28, 2, 0.8);
        QVERIFY(alarmsIn(buckets, Sensitivity::High).empty());
    }

    void aYearOfScatteredSharesRaisesHardlyAnAlarm()
    {
        // Each three hours have a share of their own, between 15 and 65 %: one story brings many alike posts.
        for (const int perBucket : {1, 3, 12}) {
            QRandomGenerator random{quint32(4)};
            std::vector<Bucket> buckets;
            for (int i = 0; i < 365 * 8; ++i)
                addHours(buckets, random, 3, perBucket, 0.15 + 0.25 * (random.generateDouble() + random.generateDouble()));
            const std::size_t told = alarmsIn(buckets).size();
            QVERIFY2(told < 6, qPrintable(QString::number(told)));
        }
    }

    void withoutAPastNoShareIsBad()
    {
        QRandomGenerator random{quint32(5)};
        std::vector<Bucket> buckets;
        addHours(buckets, random, 12, 8, 0.95);
        QVERIFY(alarmsIn(buckets).empty());
        QVERIFY(alarmsIn({}).empty());
    }

    void whatIsAbsurdDoesNoHarm()
    {
        NegativeShareDetector detector;
        QVERIFY(!detector.push({instantFromMillis(0), 2'000'000'000, 2'000'000'000}));
        QVERIFY(!detector.push({instantFromMillis(4'000'000'000'000), -5, 9}));
        QVERIFY(!detector.push({kMonday, 5, 5}));
        QVERIFY(std::isfinite(detector.usualShare()));
    }
};

QTEST_APPLESS_MAIN(NegativeShareTest)
#include "tst_negativeshare.moc"
