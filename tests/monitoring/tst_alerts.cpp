// SPDX-License-Identifier: GPL-3.0-or-later
#include "house/lineartime.h"
#include "monitoring/alertrepository.h"
#include "monitoring/alertservice.h"
#include "monitoring/desk.h"
#include "monitoring/watchjudge.h"
#include "monitoring/watchpreview.h"
#include "monitoring/watchrepository.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

/// `perHour` posts in each hour from `from` on, spread evenly.
std::vector<networks::Post> hours(core::Instant from, int count, int perHour, const QString &text, const QByteArray &idPrefix)
{
    std::vector<networks::Post> posts;
    for (int i = 0; i < count * perHour; ++i)
        posts.push_back(post((idPrefix + QByteArray::number(i)).constData(), text + u" n%1"_s.arg(i),
                             from + std::chrono::milliseconds(3'600'000LL * i / perHour)));
    return posts;
}

const core::Instant kQuiet = at("2026-02-20T00:00:00Z");
const core::Instant kStorm = at("2026-02-22T00:00:00Z");

} // namespace

class AlertsTest : public QObject
{
    Q_OBJECT

private slots:
    void aStormGivesOneAlertWithItsReasons()
    {
        Desk desk;
        const core::WatchId watch = desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        Intake intake(*desk.database, Desk::judge());
        const auto quiet = waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne habituelle"_s, "q")}));
        QVERIFY(quiet.has_value());
        QVERIFY(quiet->alerts.empty());
        const auto storm = waitFor(intake.accept({.posts = hours(kStorm, 3, 120, u"énorme panne, batterie explosée"_s, "s")}));
        QCOMPARE(storm->alerts.size(), 1U);

        const auto alert = AlertRepository::byId(desk.reader(), storm->alerts.front());
        QCOMPARE((*alert)->watch, watch);
        QCOMPARE((*alert)->kind, AlertKind::Volume);
        QVERIFY((*alert)->raisedAt > kStorm && (*alert)->raisedAt < kStorm + std::chrono::hours(1));
        QCOMPARE((*alert)->capturedAt, desk.clock.now());
        QVERIFY((*alert)->observed >= (*alert)->threshold);
        QCOMPARE((*alert)->reasons.watchName, u"Pannes"_s);
        QVERIFY(!(*alert)->reasons.risingTerms.empty());
        QCOMPARE((*alert)->reasons.networks.front().name, u"mastodon"_s);
        QCOMPARE((*alert)->reasons.authors.front().name, u"mastodon:@ada@social.example"_s);
        QVERIFY(!(*alert)->reasons.examples.empty());
        QVERIFY((*alert)->reasons.since >= kStorm - std::chrono::minutes(20) && (*alert)->reasons.since < (*alert)->raisedAt);
        QVERIFY((*alert)->reasons.missing.empty());
    }

    void anEventThatGrowsIsTheSameAlertWithItsSteps()
    {
        Desk desk;
        const core::WatchId watch = desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne"_s, "q")}));
        const auto storm = waitFor(intake.accept({.posts = hours(kStorm, 1, 60, u"panne"_s, "s")}));
        QCOMPARE(storm->alerts.size(), 1U);
        const auto first = AlertRepository::byId(desk.reader(), storm->alerts.front());
        const auto worse = waitFor(
            intake.accept({.posts = hours(kStorm + std::chrono::hours(1), 3, 300, u"panne https://presse.example/a?x=1"_s, "t")}));
        QVERIFY(worse->alerts.empty());
        QCOMPARE(AlertRepository::list(desk.reader(), {})->size(), 1U);
        const auto grown = AlertRepository::last(desk.reader(), watch);
        QCOMPARE((*grown)->id, (*first)->id);
        QCOMPARE((*grown)->raisedAt, (*first)->raisedAt);
        QVERIFY((*grown)->observed > 2 * (*first)->observed);
        QVERIFY(!(*grown)->reasons.steps.empty());
        QVERIFY((*grown)->reasons.steps.size() > (*first)->reasons.steps.size());
        QCOMPARE((*grown)->reasons.steps.front().at, (*first)->raisedAt);
        QCOMPARE((*grown)->reasons.since, (*first)->reasons.since);
        QVERIFY(!(*grown)->reasons.risingLinks.empty());
        QCOMPARE((*grown)->reasons.risingLinks.front().term, u"presse.example/a"_s);
    }

    void whatIsDismissedIsNewAgainOnlyWhenItDoubles()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        Intake intake(*desk.database, Desk::judge());
        AlertService service(*desk.database);
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne"_s, "q")}));
        const auto storm = waitFor(intake.accept({.posts = hours(kStorm, 1, 60, u"panne"_s, "s")}));
        QVERIFY(waitFor(service.dismiss(u"eva"_s, storm->alerts.front())).has_value());
        (void)waitFor(intake.accept({.posts = hours(kStorm + std::chrono::hours(1), 2, 65, u"panne"_s, "t")}));
        (void)waitFor(intake.accept({.posts = hours(kStorm + std::chrono::hours(3), 3, 900, u"panne"_s, "u")}));
        QCOMPARE(AlertRepository::waiting(desk.reader(), {})->size(), 1U);
    }

    void whileASourceFailsSilenceIsNoCalmAndTheAlertSaysSo()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 45, 10, u"petite panne"_s, "q")}));
        auto noted = desk.database->submit(u"test"_s, [](store::Transaction &transaction) -> Result<> {
            const auto source = store::insert(transaction,
                                              u"INSERT INTO sources (name, kind, network, created_at) VALUES ('Fil', 'feed', "
                                              "'rss', 0)"_s,
                                              {});
            if (!source)
                return fail(source.error());
            const auto gap = store::insert(
                transaction, u"INSERT INTO source_gaps (source_id, from_at, to_at, reason) VALUES (?, ?, ?, 'x')"_s,
                {*source, kStorm - std::chrono::hours(3), kStorm - std::chrono::hours(1)});
            return gap ? Result<>() : fail(gap.error());
        });
        QVERIFY(waitFor(noted).has_value());
        (void)waitFor(intake.accept({.posts = hours(kStorm - std::chrono::hours(1), 1, 10, u"petite panne"_s, "r")}));
        const auto storm = waitFor(intake.accept({.posts = hours(kStorm, 1, 120, u"panne"_s, "s")}));
        QCOMPARE(storm->alerts.size(), 1U);
        const auto alert = AlertRepository::byId(desk.reader(), storm->alerts.front());
        QCOMPARE((*alert)->reasons.missing.size(), 1U);
        QCOMPARE((*alert)->reasons.missing.front().name, u"Fil"_s);
        QVERIFY((*alert)->reasons.historyHours < 47.5); // two hours of the 48 are unknown
        const core::Format format(core::Language::English, QTimeZone::utc());
        const QStringList said = caveats(**alert, format, core::Phrasebook(core::Language::English));
        QVERIFY2(said.join(u' ').contains(u"Fil"_s), qPrintable(said.join(u' ')));
        QVERIFY2(said.join(u' ').contains(u"of history"_s), qPrintable(said.join(u' ')));
    }

    void aWatchThatFoundNothingForDaysTellsItsFirstStorm()
    {
        Desk desk;
        desk.clock.set(kQuiet);
        desk.addWatch({.name = u"Feu"_s, .query = u"incendie"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne"_s, "q")}));
        const auto storm = waitFor(intake.accept({.posts = hours(kStorm, 1, 60, u"incendie"_s, "s")}));
        QCOMPARE(storm->alerts.size(), 1U);
    }

    void aPostFromTheFutureDoesNotBlindALiveDesk()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne"_s, "q")}));
        (void)waitFor(intake.accept({.posts = {post("future", u"panne"_s, at("2031-01-01T00:00:00Z")),
                                               post("ancient", u"panne"_s, at("1970-01-01T00:00:00Z"))}}));
        desk.clock.set(kStorm + std::chrono::minutes(50));
        const auto storm =
            waitFor(intake.accept({.posts = hours(kStorm, 1, 120, u"panne"_s, "s"), .origin = Origin::Live}));
        QCOMPARE(storm->alerts.size(), 1U);
    }

    void aReplayOfAYearIsMonotoneInTheSensitivity()
    {
        std::vector<analysis::Bucket> year;
        for (int i = 0; i < 365 * 288; ++i) {
            const bool isBurst = i % 9000 >= 8990;
            year.push_back({kQuiet + analysis::Bucket::kLength * i, 2 + (i / 144) % 2 + (isBurst ? 3 + i / 9000 : 0), 1});
        }
        const std::vector<Replay> replays = replay(Watch{.name = u"w"_s}, year);
        QCOMPARE(replays.size(), 3U);
        QVERIFY(replays[0].alerts.size() <= replays[1].alerts.size());
        QVERIFY(replays[1].alerts.size() <= replays[2].alerts.size());
        QVERIFY(!replays[2].alerts.empty());
        QVERIFY(std::abs(replays[1].days - 364) < 0.1);
    }

    /// What the editor tells of a watch that is not saved must be what the saved one has really done.
    void aPreviewSaysWhatTheSavedWatchWouldHaveDone()
    {
        Desk desk;
        desk.clock.set(kStorm + std::chrono::hours(2));
        const core::WatchId id = desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne"_s, "q")}));
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 5, u"tout va bien"_s, "n")}));
        (void)waitFor(intake.accept({.posts = hours(kStorm, 1, 120, u"panne horrible"_s, "s")}));
        const core::Instant now = desk.clock.now();
        const auto saved = previewWatch(desk.reader(), {.id = id, .name = u"Pannes"_s, .query = u"panne"_s}, now);
        const auto unsaved = previewWatch(desk.reader(), {.name = u"Pannes"_s, .query = u"panne"_s}, now);
        QVERIFY(saved && unsaved);
        QCOMPARE(unsaved->looked, desk.number(u"SELECT count(*) FROM mentions"_s));
        QCOMPARE(unsaved->found, desk.number(u"SELECT count(*) FROM mention_watches"_s));
        QCOMPARE(unsaved->newest.size(), std::size_t(WatchPreview::kShown));
        QCOMPARE(unsaved->replays.size(), 3U);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(unsaved->replays[i].alerts, saved->replays[i].alerts);
            QCOMPARE(unsaved->replays[i].alerts.size(), 1U);
            QVERIFY(unsaved->replays[i].alerts.front().windowTo > kStorm);
        }
        const auto other = previewWatch(desk.reader(), {.id = id, .name = u"Pannes"_s, .query = u"bien"_s}, now);
        QVERIFY(other && other->replays[1].alerts.empty()); // of the new query, not of what was counted with the old one
        QCOMPARE(previewWatch(desk.reader(), {.name = u"x"_s, .query = u"("_s}, now).error().kind, ErrorKind::Parse);
    }

    void aReplayCostsNoMoreADayTheLongerTheHistoryIs()
    {
        std::vector<analysis::Bucket> year;
        for (int i = 0; i < 364 * 288; ++i)
            year.push_back({kQuiet + analysis::Bucket::kLength * i, 2 + (i / 144) % 2 + (i % 9000 >= 8990 ? 9 : 0), 1});
        const std::vector<analysis::Bucket> quarter(year.begin(), year.begin() + std::ptrdiff_t(year.size() / 4));
        const Watch watch{.name = u"w"_s};
        const double ratio = tests::growth([&] { (void)replay(watch, quarter); }, [&] { (void)replay(watch, year); });
        QVERIFY2(ratio <= tests::kLinear, qPrintable(QString::number(ratio)));
    }

    void anEpisodeThatGoesOnGivesNoSecondAlertEvenAfterARestart()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        {
            Intake intake(*desk.database, Desk::judge());
            (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne"_s, "q")}));
            const auto storm = waitFor(intake.accept({.posts = hours(kStorm, 1, 120, u"panne"_s, "s")}));
            QCOMPARE(storm->alerts.size(), 1U);
        }
        Intake intake(*desk.database, Desk::judge());
        const auto more = waitFor(intake.accept({.posts = hours(kStorm + std::chrono::hours(1), 4, 130, u"panne"_s, "t")}));
        QVERIFY(more->alerts.empty());
    }

    void aFixedThresholdNeedsNoHistory()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s, .thresholdPerHour = 20});
        Intake intake(*desk.database, Desk::judge());
        const auto report = waitFor(intake.accept({.posts = hours(kStorm, 3, 30, u"panne"_s, "s")}));
        QCOMPARE(report->alerts.size(), 1U);
        const auto alert = AlertRepository::byId(desk.reader(), report->alerts.front());
        QCOMPARE((*alert)->kind, AlertKind::Threshold);
        QCOMPARE((*alert)->threshold, 20.0);
    }

    void livePostsThatComeLateAreStillSeen()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = hours(kQuiet, 48, 10, u"petite panne"_s, "q")}));
        // The clock is ahead of the posts of the storm: another source has been read in between.
        desk.clock.set(kStorm + std::chrono::minutes(40));
        QVERIFY(waitFor(intake.accept({.posts = {}, .origin = Origin::Live}))->alerts.empty());
        desk.clock.set(kStorm + std::chrono::minutes(41));
        const auto late = waitFor(intake.accept({.posts = hours(kStorm, 1, 120, u"panne"_s, "s"), .origin = Origin::Live}));
        QCOMPARE(late->alerts.size(), 1U);
        desk.clock.set(kStorm + std::chrono::minutes(59));
        QVERIFY(waitFor(intake.accept({.posts = {}, .origin = Origin::Live}))->alerts.empty());
    }

    void aDisabledWatchIsSilent()
    {
        Desk desk;
        WatchService watches(*desk.database);
        const core::WatchId watch = desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s, .thresholdPerHour = 5});
        Intake intake(*desk.database, Desk::judge());
        QVERIFY(waitFor(watches.setEnabled(u"eva"_s, watch, false)).has_value());
        const auto report = waitFor(intake.accept({.posts = hours(kStorm, 3, 30, u"panne"_s, "s")}));
        QVERIFY(report->alerts.empty());
    }

    void aWatchWithAlertsCanBeDisabledButNotRemoved()
    {
        Desk desk;
        WatchService watches(*desk.database);
        const core::WatchId loud = desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s, .thresholdPerHour = 5});
        const core::WatchId quiet = desk.addWatch({.name = u"Tout"_s, .query = u"*"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = hours(kStorm, 3, 30, u"panne"_s, "s")}));
        QCOMPARE(waitFor(watches.remove(u"eva"_s, loud)).error().kind, ErrorKind::Conflict);
        QVERIFY(waitFor(watches.remove(u"eva"_s, quiet)).has_value());
        QCOMPARE(WatchRepository::list(desk.reader(), {})->size(), 1U);
        QVERIFY(waitFor(intake.accept({.posts = {post("z", u"panne"_s)}})).has_value());
    }

    void anAlertIsTakenOrDismissed()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s, .thresholdPerHour = 5});
        Intake intake(*desk.database, Desk::judge());
        const auto report = waitFor(intake.accept({.posts = hours(kStorm, 3, 30, u"panne"_s, "s")}));
        const core::AlertId id = report->alerts.front();
        AlertService service(*desk.database);
        QCOMPARE(AlertRepository::waiting(desk.reader(), {})->size(), 1U);
        QVERIFY(waitFor(service.acknowledge(u"eva"_s, id)).has_value());
        QVERIFY(waitFor(service.acknowledge(u"noor"_s, id)).has_value());
        QCOMPARE((*AlertRepository::byId(desk.reader(), id))->acknowledgedBy, u"eva"_s);
        QVERIFY(AlertRepository::waiting(desk.reader(), {})->empty());
        QVERIFY(waitFor(service.dismiss(u"eva"_s, id, u"un jeu"_s)).has_value());
        QCOMPARE(waitFor(service.acknowledge(u"eva"_s, id)).error().kind, ErrorKind::Conflict);
        QCOMPARE(waitFor(service.acknowledge(u"eva"_s, {77})).error().kind, ErrorKind::NotFound);
        QCOMPARE(AlertRepository::list(desk.reader(), {}, kStorm)->size(), 1U);
        QCOMPARE(AlertRepository::list(desk.reader(), {}, kStorm + std::chrono::hours(5))->size(), 0U);
    }

    void reasonsSurviveJson()
    {
        const AlertReasons reasons{.watchName = u"Pannes « été »"_s,
                                   .watchQuery = u"panne"_s,
                                   .recentMax = 33,
                                   .negativeShare = 0.5,
                                   .usualNegativeShare = 0.25,
                                   .historyHours = 96,
                                   .basis = AlertReasons::Basis::HourOfWeek,
                                   .since = kStorm,
                                   .copies = 0.25,
                                   .risingTerms = {{u"batterie"_s, 12, 1, 41.5}},
                                   .risingLinks = {{u"presse.example/a"_s, 5, 0, 12.25}},
                                   .authors = {{u"x:@ada"_s, 4}},
                                   .networks = {{u"x"_s, 30}},
                                   .sources = {{u"Fil"_s, 7}},
                                   .examples = {{1493205134180249600LL + 3}},
                                   .missing = {{u"Fil"_s, kQuiet, kStorm}, {u"Autre"_s, kQuiet, std::nullopt}},
                                   .steps = {{kStorm, AlertKind::SlowBurn, 40, 38}}};
        QCOMPARE(*alertReasonsFromJson(toJson(reasons)), reasons);
        QVERIFY(!alertReasonsFromJson("[1]"));
    }

    void aSentenceSaysWhatAgainstWhat()
    {
        const core::Format format(core::Language::English, QTimeZone::utc());
        const core::Phrasebook phrases(core::Language::English);
        Alert alert{.windowFrom = kQuiet,
                    .windowTo = kQuiet + std::chrono::hours(1),
                    .observed = 39,
                    .usual = 14,
                    .threshold = 39,
                    .reasons = {.recentMax = 33, .historyHours = 96}};
        const QString text = sentence(alert, format, phrases);
        for (const QString &part : {u"39"_s, u"14"_s, u"33"_s, u"4 day"_s})
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        alert.kind = AlertKind::NegativeShare;
        alert.observed = 0.62;
        alert.usual = 0.3;
        alert.threshold = 0.45;
        QVERIFY2(sentence(alert, format, phrases).contains(u"62%"), qPrintable(sentence(alert, format, phrases)));
        alert.kind = AlertKind::NegativePosts;
        alert.observed = 5;
        QVERIFY2(sentence(alert, format, phrases).startsWith(u"5 negative mentions"),
                 qPrintable(sentence(alert, format, phrases)));
        QCOMPARE(alertKindFromKey(alertKindKey(alert.kind)), alert.kind);
    }

    /// Eight posts are no unusual volume, and a share of so few says nothing; that six at once are angry does.
    void aHandfulOfAngryPostsIsToldBeforeTheVolumeIs()
    {
        std::vector<analysis::Bucket> buckets;
        for (int i = 0; i < 2 * analysis::Bucket::kPerDay; ++i)
            buckets.push_back({kQuiet + analysis::Bucket::kLength * i, i % 4 == 0 ? 1 : 0, i % 24 == 0 ? 1 : 0});
        const auto firstAt = [](const std::vector<analysis::Bucket> &all) {
            return replay({.cooldown = std::chrono::hours(1)}, all).at(1).alerts;
        };
        QVERIFY(firstAt(buckets).empty());
        auto calm = buckets;
        const core::Instant end = buckets.back().start;
        for (int i = 1; i <= 2; ++i) {
            buckets.push_back({end + analysis::Bucket::kLength * i, 4, 3});
            calm.push_back({end + analysis::Bucket::kLength * i, 4, 0});
        }
        QVERIFY(firstAt(calm).empty());
        const auto alerts = firstAt(buckets);
        QCOMPARE(alerts.size(), 1U);
        QCOMPARE(alerts.front().kind, AlertKind::NegativePosts);
        QCOMPARE(alerts.front().observed, 6.0);
        QCOMPARE(alerts.front().reasons.negativeShare, 0.75);
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
