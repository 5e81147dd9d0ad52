// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/volumeanomaly.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

using namespace Qt::StringLiterals;
using namespace vigie::analysis;
using vigie::core::Instant;
using vigie::core::instantFromMillis;

namespace
{

const Instant kMonday = instantFromMillis(1'767'571'200'000); // 2026-01-05T00:00:00Z
constexpr auto kStep = Bucket::kLength;

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

/// The same rhythm, but hours that scatter by a fifth and five minutes by half.
std::vector<int> scatteringCounts(int days, double postsPerHour)
{
    std::mt19937 random(1);
    const auto factor = [&random](double shape) { return std::gamma_distribution<>(shape, 1 / shape)(random); };
    std::vector<int> counts;
    double hour = 0;
    for (int i = 0; i < days * 288; ++i) {
        if (i % 12 == 0)
            hour = postsPerHour / 12 * (1 + 0.8 * std::sin(2 * std::numbers::pi * (double(i) / 288 - 0.3))) * factor(20);
        counts.push_back(std::poisson_distribution<>(hour * factor(5))(random));
    }
    return counts;
}

std::vector<VolumeAlarm> alarmsIn(const std::vector<Bucket> &buckets, const VolumeRule &rule = {})
{
    VolumeDetector detector(rule);
    std::vector<VolumeAlarm> alarms;
    for (const Bucket &bucket : buckets) {
        if (const auto alarm = detector.push(bucket); alarm && !alarm->isEscalation)
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

Instant timeOf(const QString &text)
{
    QDateTime time = QDateTime::fromString(text.left(19), u"yyyy-MM-dd HH:mm:ss"_s);
    time.setTimeSpec(Qt::UTC);
    return vigie::core::instantFrom(time);
}

std::vector<Bucket> bucketsFromCsv(const QString &path)
{
    QFile file(path);
    std::vector<Bucket> buckets;
    if (!file.open(QIODevice::ReadOnly))
        return buckets;
    (void)file.readLine(); // the heads
    while (!file.atEnd()) {
        const QString line = QString::fromLatin1(file.readLine()).trimmed();
        buckets.push_back({Bucket::startOf(timeOf(line)), line.section(u',', 1).toInt(), 0});
    }
    return buckets;
}

struct Labelled {
    std::vector<Bucket> buckets = {};
    std::vector<std::pair<Instant, Instant>> windows = {};
};

std::vector<Labelled> readLabelledSeries()
{
    const QString folder = QStringLiteral(VIGIE_SHARED) + u"/data/volume/"_s;
    QFile labels(folder + u"windows.json"_s);
    std::vector<Labelled> all;
    if (!labels.open(QIODevice::ReadOnly))
        return all;
    const QJsonObject files = QJsonDocument::fromJson(labels.readAll()).object();
    for (auto file = files.begin(); file != files.end(); ++file) {
        Labelled one{.buckets = bucketsFromCsv(folder + file.key())};
        for (const QJsonValue window : file->toArray())
            one.windows.emplace_back(Bucket::startOf(timeOf(window[0].toString())), timeOf(window[1].toString()));
        all.push_back(std::move(one));
    }
    return all;
}

/// Read once; empty where the data is not here.
const std::vector<Labelled> &labelledSeries()
{
    static const std::vector<Labelled> all = readLabelledSeries();
    return all;
}

struct Caught {
    int windows = 0;
    int falseAlarms = 0;
};

Caught caughtIn(const Labelled &series, Sensitivity sensitivity)
{
    const Instant judgedFrom = series.buckets.at(750).start; // a learning period that nobody judges
    std::vector<bool> isCaught(series.windows.size());
    Caught result;
    for (const VolumeAlarm &alarm : alarmsIn(series.buckets, VolumeRule::forSensitivity(sensitivity))) {
        const Instant at = alarm.windowEnd - kStep;
        bool isHit = at < judgedFrom;
        for (std::size_t i = 0; i < isCaught.size(); ++i) {
            const bool isInside = at >= series.windows[i].first && at <= series.windows[i].second;
            isCaught[i] = isCaught[i] || isInside;
            isHit = isHit || isInside;
        }
        result.falseAlarms += isHit ? 0 : 1;
    }
    result.windows = int(std::count(isCaught.begin(), isCaught.end(), true));
    return result;
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
        QVERIFY(alarms.front().observed >= alarms.front().threshold);
        QVERIFY(alarms.front().usual <= alarms.front().recentMax);
        QVERIFY(alarms.front().risingSince >= kMonday + std::chrono::hours(23));
        QVERIFY(alarms.front().risingSince <= alarms.front().windowEnd);
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

    /// Counts that scatter by half within an hour without ever storming passed three deviations sixteen times a year.
    void aSeriesThatScattersMuchButNeverStormsIsQuietForAYear_data()
    {
        QTest::addColumn<double>("postsPerHour");
        QTest::newRow("fifty an hour") << 50.0;
        QTest::newRow("two hundred an hour") << 200.0;
    }
    void aSeriesThatScattersMuchButNeverStormsIsQuietForAYear()
    {
        QFETCH(double, postsPerHour);
        const std::vector<Bucket> year = bucketsFrom(scatteringCounts(365, postsPerHour));
        const std::size_t alarms = alarmsIn(year).size();
        QVERIFY2(alarms < 6, qPrintable(QString::number(alarms)));
        const std::size_t before = alarmsIn(year, {.lightTail = 0}).size();
        QVERIFY2(before >= 8, qPrintable(QString::number(before)));
    }

    void aBurstIsToldHoweverMuchTheSeriesScatters()
    {
        std::vector<int> counts = scatteringCounts(90, 50);
        for (std::size_t i = counts.size() - 100; i < counts.size() - 88; ++i)
            counts[i] = counts[i] * 6 + 6;
        const std::vector<VolumeAlarm> alarms = alarmsIn(bucketsFrom(counts));
        QVERIFY(!alarms.empty());
        QVERIFY(alarms.back().windowEnd > kMonday + kStep * int(counts.size() - 100));
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

    void moreSensitiveIsNeverQuieter()
    {
        for (quint32 seed = 1; seed <= 3; ++seed) {
            QRandomGenerator random{seed};
            std::vector<Bucket> buckets = bucketsFrom(quietCounts(random, 120, 20));
            for (std::size_t i = 8 * 288; i < buckets.size(); i += 1300 + 100 * seed) // bursts of all sizes
                buckets[i].total += 6 + int(i % 19);
            std::vector<std::size_t> counts;
            for (const Sensitivity sensitivity : {Sensitivity::Low, Sensitivity::Balanced, Sensitivity::High})
                counts.push_back(alarmsIn(buckets, VolumeRule::forSensitivity(sensitivity)).size());
            QVERIFY(counts[0] <= counts[1] && counts[1] <= counts[2]);
            QVERIFY2(counts[0] < counts[2], qPrintable(u"%1 %2 %3"_s.arg(counts[0]).arg(counts[1]).arg(counts[2])));
        }
    }

    void theLabelledSeriesAreCaughtWithFewFalseAlarms_data()
    {
        QTest::addColumn<Sensitivity>("sensitivity");
        QTest::addColumn<int>("mostFalse");
        QTest::newRow("low") << Sensitivity::Low << 19;
        QTest::newRow("balanced") << Sensitivity::Balanced << 21;
        QTest::newRow("high") << Sensitivity::High << 23;
    }
    void theLabelledSeriesAreCaughtWithFewFalseAlarms()
    {
        QFETCH(Sensitivity, sensitivity);
        QFETCH(int, mostFalse);
        const std::vector<Labelled> &series = labelledSeries();
        if (series.empty())
            QSKIP("the labelled series are not here");
        int windows = 0;
        int caught = 0;
        int falseAlarms = 0;
        for (const Labelled &one : series) {
            const Caught result = caughtIn(one, sensitivity);
            windows += int(one.windows.size());
            caught += result.windows;
            falseAlarms += result.falseAlarms;
        }
        qInfo("%d of %d windows, %d false alarms", caught, windows, falseAlarms);
        QCOMPARE(caught, windows);
        QVERIFY(falseAlarms <= mostFalse);
    }

    /// A rule that was made to measure for these series would lose many windows of their look-alikes.
    void seriesOfHalfThePostsAreCaughtNearlyAsWell_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 5; ++seed)
            QTest::addRow("half %d", seed) << seed;
    }
    void seriesOfHalfThePostsAreCaughtNearlyAsWell()
    {
        QFETCH(int, seed);
        const std::vector<Labelled> &series = labelledSeries();
        if (series.empty())
            QSKIP("the labelled series are not here");
        std::mt19937 random{quint32(seed)};
        int caught = 0;
        int falseAlarms = 0;
        for (Labelled one : series) {
            for (Bucket &bucket : one.buckets)
                bucket.total = std::binomial_distribution<>(bucket.total, 0.5)(random);
            const Caught result = caughtIn(one, Sensitivity::Balanced);
            caught += result.windows;
            falseAlarms += result.falseAlarms;
        }
        qInfo("%d windows, %d false alarms", caught, falseAlarms);
        QVERIFY(caught >= 13);
        QVERIFY(falseAlarms <= 25);
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
