// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/alertrepository.h"
#include "monitoring/alertservice.h"
#include "monitoring/desk.h"
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
                                   .risingTerms = {{u"batterie"_s, 12, 1, 41.5}},
                                   .authors = {{u"x:@ada"_s, 4}},
                                   .networks = {{u"x"_s, 30}},
                                   .examples = {{1493205134180249600LL + 3}}};
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
    }
};

QTEST_GUILESS_MAIN(AlertsTest)
#include "tst_alerts.moc"
