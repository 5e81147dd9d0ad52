// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/desk.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/volumerepository.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

class VolumeTest : public QObject
{
    Q_OBJECT

private slots:
    void aCurveSumsBucketsToItsWidthAndFillsTheEmptyOnes()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = {post("1", u"a"_s, at("2026-03-01T10:01:00Z")), post("2", u"b"_s, at("2026-03-01T10:59:59Z")),
                                               post("3", u"c"_s, at("2026-03-01T12:00:00Z"))}}));
        const auto curve = VolumeRepository::curve(
            desk.reader(), {.from = at("2026-03-01T10:00:00Z"), .to = at("2026-03-01T13:00:00Z")});
        QCOMPARE(curve->size(), 3U);
        QCOMPARE((*curve)[0].total, 2);
        QCOMPARE((*curve)[1].total, 0);
        QCOMPARE((*curve)[1].start, at("2026-03-01T11:00:00Z"));
        QCOMPARE((*curve)[2].total, 1);
        QCOMPARE(*VolumeRepository::newest(desk.reader(), {}), at("2026-03-01T12:00:00Z"));
    }

    void aCurveHasItsLimits()
    {
        Desk desk;
        QVERIFY(!VolumeRepository::curve(desk.reader(), {.from = at("1990-01-01T00:00:00Z"), .to = at("2026-01-01T00:00:00Z"),
                                                         .width = std::chrono::minutes(5)}));
        QVERIFY(VolumeRepository::curve(desk.reader(), {.from = at("2026-01-02T00:00:00Z"), .to = at("2026-01-01T00:00:00Z")})->empty());
        QVERIFY(!VolumeRepository::newest(desk.reader(), {})->has_value());
    }

    void theUsualBandKnowsTheHourOfTheDay()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        std::vector<networks::Post> posts;
        for (int day = 0; day < 5; ++day) {
            for (int i = 0; i <= day; ++i) // 1, 2, 3, 4, 5 posts at ten; one at three
                posts.push_back(post(QByteArray::number(day * 10 + i).constData(), u"x"_s,
                                     at("2026-02-01T10:20:00Z") + std::chrono::hours(24 * day)));
            posts.push_back(post(QByteArray::number(day * 10 + 9).constData(), u"x"_s,
                                 at("2026-02-01T03:20:00Z") + std::chrono::hours(24 * day)));
        }
        (void)waitFor(intake.accept({.posts = posts}));
        const auto band = VolumeRepository::usualBand(
            desk.reader(), {.from = at("2026-02-06T10:00:00Z"), .to = at("2026-02-06T12:00:00Z")});
        QCOMPARE(band->size(), 2U);
        QCOMPARE((*band)[0].median, 3.0);
        QVERIFY((*band)[0].high > 4 && (*band)[0].high <= 5);
        QCOMPARE((*band)[0].days, 5);
        QCOMPARE((*band)[1].median, 0.0);
    }

    void aFailureOpensAGapAndASuccessClosesIt()
    {
        Desk desk;
        SourceService service(*desk.database);
        const auto id = *waitFor(service.add(u"eva"_s, {.name = u"Presse"_s, .url = u"https://press.example/feed"_s}));
        const auto note = [&](auto work) { return waitFor(desk.database->submit(u"c"_s, work)); };
        const core::Instant begin = desk.clock.now();
        QVERIFY(note([&](store::Transaction &t) { return SourceRepository::noteSuccess(t, id); }).has_value());
        desk.clock.advance(std::chrono::minutes(10));
        for (int i = 0; i < 2; ++i)
            QVERIFY(note([&](store::Transaction &t) { return SourceRepository::noteFailure(t, id, SourceState::Late, u"timeout"_s); }).has_value());
        auto gaps = VolumeRepository::gaps(desk.reader(), begin, desk.clock.now() + std::chrono::hours(1));
        QCOMPARE(gaps->size(), 1U);
        QCOMPARE(gaps->front().from, begin);
        QVERIFY(!gaps->front().to);
        desk.clock.advance(std::chrono::minutes(10));
        QVERIFY(note([&](store::Transaction &t) { return SourceRepository::noteSuccess(t, id); }).has_value());
        gaps = VolumeRepository::gaps(desk.reader(), begin, desk.clock.now() + std::chrono::hours(1));
        QCOMPARE(gaps->front().to, desk.clock.now());
        QVERIFY(VolumeRepository::gaps(desk.reader(), desk.clock.now() + std::chrono::hours(1), desk.clock.now() + std::chrono::hours(2))->empty());
    }

    void aSourceIsCheckedBeforeItIsStored()
    {
        Desk desk;
        SourceService service(*desk.database);
        QCOMPARE(waitFor(service.add(u"eva"_s, {.name = u" "_s, .url = u"https://a.example"_s})).error().kind, ErrorKind::InvalidArgument);
        QCOMPARE(waitFor(service.add(u"eva"_s, {.name = u"A"_s, .url = u"file:///etc/passwd"_s})).error().kind, ErrorKind::InvalidArgument);
        const auto id = waitFor(service.add(u"eva"_s, {.name = u"A"_s, .url = u"https://a.example"_s, .interval = std::chrono::seconds(1)}));
        QVERIFY(id.has_value());
        QCOMPARE((*SourceRepository::byId(desk.reader(), *id))->interval, std::chrono::minutes(1));
        QCOMPARE(waitFor(service.add(u"eva"_s, {.name = u"A"_s, .url = u"https://b.example"_s})).error().kind, ErrorKind::Conflict);
        QVERIFY(waitFor(service.setEnabled(u"eva"_s, *id, false)).has_value());
        QCOMPARE((*SourceRepository::byName(desk.reader(), u"A"_s))->state, SourceState::Paused);
        QVERIFY(waitFor(service.remove(u"eva"_s, *id)).has_value());
        QVERIFY(SourceRepository::list(desk.reader())->empty());
    }
};

QTEST_GUILESS_MAIN(VolumeTest)
#include "tst_volume.moc"
