// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/desk.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "store/auditchain.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

class IntakeTest : public QObject
{
    Q_OBJECT

private slots:
    void aPostBecomesAMention()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        networks::Post written = post("1", u"Votre appareil a pris feu, c'est scandaleux"_s);
        written.likes = 4;
        const auto report = waitFor(intake.accept({.posts = {written}}));
        QVERIFY(report.has_value());
        QCOMPARE(report->stored, 1);

        const auto mention = MentionRepository::byId(desk.reader(), report->mentions.front());
        QVERIFY(mention.has_value() && mention->has_value());
        QCOMPARE((*mention)->text, written.text);
        QCOMPARE((*mention)->author.handle, written.author.handle);
        QCOMPARE((*mention)->author.followers, 12);
        QCOMPARE((*mention)->language, u"fr"_s);
        QCOMPARE((*mention)->tonality, analysis::Tonality::Negative);
        QVERIFY((*mention)->risks.testFlag(analysis::Risk::PhysicalSafety));
        const MentionReasons reasons = reasonsOf(**mention);
        QVERIFY(!reasons.tonality.empty());
        QVERIFY(!reasons.risks.empty());
        QVERIFY((*mention)->priority > 40);
        QCOMPARE((*mention)->postedAt, written.postedAt);
        QCOMPARE((*mention)->capturedAt, desk.clock.now());
        QCOMPARE((*mention)->groupId, (*mention)->id);
        QCOMPARE((*mention)->likes, 4);
        QVERIFY(desk.indexIsSound());
    }

    void theSamePostTwiceIsStoredOnce()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto first = waitFor(intake.accept({.posts = {post("1", u"bonjour"_s), post("1", u"bonjour"_s)}}));
        const auto second = waitFor(intake.accept({.posts = {post("1", u"bonjour"_s)}}));
        QCOMPARE(first->stored, 1);
        QCOMPARE(first->duplicate, 1);
        QCOMPARE(second->stored, 0);
        QCOMPARE(second->duplicate, 1);
        QCOMPARE(second->mentions.front(), first->mentions.front());
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 1);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets"_s), 1);
    }

    void anEditedPostKeepsItsOldText()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto first = waitFor(intake.accept({.posts = {post("1", u"votre produit est dangereux"_s)}}));
        desk.clock.advance(std::chrono::hours(1));
        const auto second = waitFor(intake.accept({.posts = {post("1", u"je me suis trompé, désolé"_s)}}));
        QCOMPARE(second->edited, 1);

        const auto detail = MentionRepository::detail(desk.reader(), first->mentions.front());
        QVERIFY(detail.has_value() && detail->has_value());
        QCOMPARE((*detail)->mention.text, u"je me suis trompé, désolé"_s);
        QCOMPARE((*detail)->mention.version, 2);
        QCOMPARE((*detail)->versions.size(), 1U);
        QCOMPARE((*detail)->versions.front().text, u"votre produit est dangereux"_s);
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"dangereux")->size(), 0U);
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"trompe")->size(), 1U);
        QVERIFY(desk.indexIsSound());

        // The file that held both texts, once more.
        const auto third = waitFor(intake.accept({.posts = {post("1", u"votre produit est dangereux"_s)}}));
        QCOMPARE(third->duplicate, 1);
        QCOMPARE(desk.number(u"SELECT version FROM mentions"_s), 2);
    }

    void anEditWithinOneBatchIsIndexedOnce()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto report = waitFor(intake.accept({.posts = {post("1", u"avant"_s), post("1", u"apres"_s)}}));
        QCOMPARE(report->stored, 1);
        QCOMPARE(report->edited, 1);
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"avant")->size(), 0U);
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"apres")->size(), 1U);
        QVERIFY(desk.indexIsSound());
    }

    void postsOfOneInstantWithOneHashAreAllKept()
    {
        // 3,000 posts of one millisecond share 2^20 hashes: some of them meet.
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        std::vector<networks::Post> posts;
        for (int i = 0; i < 3000; ++i)
            posts.push_back(post(QByteArray::number(i).constData(), u"texte %1"_s.arg(i)));
        const auto report = waitFor(intake.accept({.posts = posts}));
        QVERIFY(report.has_value());
        QCOMPARE(report->stored, 3000);
        const auto again = waitFor(intake.accept({.posts = posts}));
        QCOMPARE(again->duplicate, 3000);
        QCOMPARE(again->mentions, report->mentions);
        QVERIFY(desk.number(u"SELECT count(*) FROM mentions WHERE group_id NOT IN (SELECT id FROM mentions)"_s) == 0);
        QVERIFY(desk.indexIsSound());
    }

    void aTimeOutsideAnyCalendarIsClamped()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto report = waitFor(intake.accept({.posts = {post("1", u"tôt"_s, core::instantFromMillis(-5)),
                                                             post("2", u"tard"_s, core::Instant::max())}}));
        QCOMPARE(report->stored, 2);
        QVERIFY(report->mentions[0].value > 0);
        QVERIFY(report->mentions[1] > report->mentions[0]);
    }

    void nearDuplicatesFormAGroupAlsoAfterARestart()
    {
        Desk desk;
        const QString text = u"Alerte : l'usine de la ville ferme ses portes demain matin sans prévenir personne"_s;
        core::MentionId first;
        {
            Intake intake(*desk.database, Desk::judge());
            first = waitFor(intake.accept({.posts = {post("1", text)}}))->mentions.front();
        }
        Intake intake(*desk.database, Desk::judge());
        const auto second = waitFor(intake.accept({.posts = {post("2", text + u" !!"_s, at("2026-03-01T10:05:00Z"))}}));
        const auto mention = MentionRepository::byId(desk.reader(), second->mentions.front());
        QCOMPARE((*mention)->groupId, first);
        QCOMPARE((*mention)->groupSize, 2);
        QCOMPARE(MentionRepository::page(desk.reader(), {}, {.collapsesGroups = true})->size(), 1U);
    }

    void matchingWatchesAreLinkedAndCounted()
    {
        Desk desk;
        const core::WatchId watch = desk.addWatch({.name = u"Pannes"_s, .query = u"panne -métro"_s});
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = {post("1", u"la panne"_s), post("2", u"panne de métro"_s), post("3", u"rien"_s)}}));
        QCOMPARE(MentionRepository::ids(desk.reader(), {}, {.watch = watch})->size(), 1U);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets WHERE watch_id = 0"_s), 3);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets WHERE watch_id > 0"_s), 1);
    }

    void aWatchAddedLaterFindsWhatIsStoredAndWhatComes()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = {post("1", u"la panne"_s)}}));
        const core::WatchId watch = desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        (void)waitFor(intake.accept({.posts = {post("2", u"une autre panne"_s)}}));
        QCOMPARE(MentionRepository::ids(desk.reader(), {}, {.watch = watch})->size(), 2U);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets WHERE watch_id > 0"_s), 2);
    }

    void theCursorIsStoredWithThePosts()
    {
        Desk desk;
        SourceService sources(*desk.database);
        const auto source
            = waitFor(sources.add(u"test"_s, {.name = u"Presse"_s, .url = u"https://press.example/feed"_s}));
        QVERIFY(source.has_value());
        Intake intake(*desk.database, Desk::judge());
        const auto report = waitFor(intake.accept({.posts = {post("1", u"article"_s)},
                                                   .sourceId = *source,
                                                   .cursor = "etag-7",
                                                   .origin = Origin::Live}));
        QVERIFY(report.has_value());
        const auto stored = SourceRepository::byId(desk.reader(), *source);
        QCOMPARE((*stored)->cursor, "etag-7");
        QCOMPARE((*stored)->state, SourceState::Live);
    }

    void aFailedBatchLeavesNothingAndTheNextOneIsWhole()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        (void)waitFor(intake.accept({.posts = {post("1", u"un"_s)}}));
        // A source that does not exist breaks a foreign key, after rows were written.
        networks::Post other = post("2", u"deux"_s);
        other.author.handle = u"@bob"_s;
        const auto failed = waitFor(intake.accept({.posts = {other}, .sourceId = core::SourceId{99}}));
        QVERIFY(!failed);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions"_s), 1);
        QCOMPARE(desk.number(u"SELECT count(*) FROM authors"_s), 1);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets"_s), 1);
        // The author that the failed batch had made must not be believed to be there.
        const auto next = waitFor(intake.accept({.posts = {other}}));
        QVERIFY2(next.has_value(), next ? "" : qPrintable(next.error().toString()));
        QCOMPARE(next->stored, 1);
        QCOMPARE(desk.number(u"SELECT count(*) FROM mentions m JOIN authors a ON a.id = m.author_id"_s), 2);
        QVERIFY(desk.indexIsSound());
    }

    void aDrillNeverTouchesTheRealCounts()
    {
        Desk desk;
        desk.addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        const core::DrillRunId run{3};
        const core::WatchId drillWatch = desk.addWatch({.scope = run, .name = u"Pannes"_s, .query = u"panne"_s});
        Intake real(*desk.database, Desk::judge());
        Intake drill(*desk.database, Desk::judge(), run);
        (void)waitFor(real.accept({.posts = {post("1", u"panne"_s)}}));
        const auto report = waitFor(drill.accept({.posts = {post("1", u"panne"_s), post("2", u"panne"_s)}, .origin = Origin::Drill}));
        QCOMPARE(report->stored, 2);
        QCOMPARE(MentionRepository::statusCounts(desk.reader(), {})->all(), 1);
        QCOMPARE(MentionRepository::statusCounts(desk.reader(), run)->all(), 2);
        QCOMPARE(MentionRepository::ids(desk.reader(), run, {.watch = drillWatch})->size(), 2U);
        QCOMPARE(MentionRepository::search(desk.reader(), {}, u"panne")->size(), 1U);
        QCOMPARE(MentionRepository::search(desk.reader(), run, u"panne")->size(), 2U);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets WHERE watch_id = 0"_s), 1);
        QCOMPARE(desk.number(u"SELECT sum(total) FROM volume_buckets WHERE watch_id = -3"_s), 2);
    }

    void aBatchIsAnnouncedOnceAndAudited()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        store::Changes seen;
        connect(desk.database.get(), &store::Database::changed, this, [&seen](const store::Changes &changes) { seen += changes; });
        (void)waitFor(intake.accept({.posts = {post("1", u"un"_s), post("2", u"deux"_s)}}));
        QTRY_VERIFY(!seen.isEmpty());
        QVERIFY(seen.contains(store::Change{.entity = store::Entity::Mention, .kind = store::ChangeKind::Inserted, .count = 2}));
        QCOMPARE(desk.number(u"SELECT count(*) FROM audit_log WHERE action = 'intake.accept'"_s), 1);
        (void)waitFor(intake.accept({.posts = {post("1", u"un"_s)}})); // nothing new: nothing to log
        QCOMPARE(desk.number(u"SELECT count(*) FROM audit_log WHERE action = 'intake.accept'"_s), 1);
        QVERIFY(store::verifyDatabase(desk.reader())->isSound());
    }

    void aStreamCountsAndReturnsTheFirstFailure()
    {
        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        IntakeStream stream(intake);
        for (int i = 0; i < 6; ++i)
            QVERIFY(stream.push({.posts = {post(QByteArray::number(i).constData(), u"x"_s)}}).has_value());
        QVERIFY(stream.finish().has_value());
        QCOMPARE(stream.report().stored, 6);

        IntakeStream broken(intake);
        QVERIFY(broken.push({.posts = {post("9", u"x"_s)}, .sourceId = core::SourceId{99}}).has_value());
        QVERIFY(!broken.finish());
    }
};

QTEST_GUILESS_MAIN(IntakeTest)
#include "tst_intake.moc"
