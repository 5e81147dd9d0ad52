// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/desk.h"
#include "monitoring/mentionservice.h"
#include "monitoring/priority.h"
#include "store/settings.h"

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::monitoring;

namespace
{

std::vector<networks::Post> hundredPosts()
{
    std::vector<networks::Post> posts;
    for (int i = 0; i < 100; ++i) {
        networks::Post one = post(QByteArray::number(i).constData(),
                                  i % 2 == 0 ? u"panne numéro %1"_s.arg(i) : u"merci, c'est parfait, bravo %1"_s.arg(i),
                                  at("2026-03-01T08:00:00Z") + std::chrono::minutes(i));
        one.author.handle = u"@auteur%1"_s.arg(i % 7);
        posts.push_back(one);
    }
    return posts;
}

struct FilledDesk : Desk {
    FilledDesk()
    {
        watch = addWatch({.name = u"Pannes"_s, .query = u"panne"_s});
        ids = waitFor(intake.accept({.posts = hundredPosts()}))->mentions;
    }
    Intake intake{*database, judge()};
    MentionService service{*database, intake};
    core::WatchId watch;
    std::vector<core::MentionId> ids;
};

} // namespace

class MentionsTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesFollowEachOtherWithoutGapOrOverlap()
    {
        FilledDesk desk;
        for (const MentionFilter &filter : {MentionFilter{}, MentionFilter{.watch = desk.watch}, MentionFilter{.text = u"numéro"_s}}) {
            std::vector<qint64> seen;
            std::optional<core::MentionId> before;
            while (true) {
                const auto page = MentionRepository::page(desk.reader(), {}, filter, before, 16);
                QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().toString()));
                for (const Mention &mention : *page)
                    seen.push_back(mention.id.value);
                if (page->size() < 16)
                    break;
                before = page->back().id;
            }
            QCOMPARE(seen, *MentionRepository::ids(desk.reader(), {}, filter));
            QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
        }
    }

    void aFilterNarrowsTheListAndThePageAlike_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<int>("expected");
        QTest::newRow("new") << 0 << 98;
        QTest::newRow("done") << 1 << 2;
        QTest::newRow("positive") << 2 << 50;
        QTest::newRow("label") << 3 << 1;
        QTest::newRow("time") << 4 << 10;
        QTest::newRow("watch and time") << 5 << 5;
        QTest::newRow("text") << 6 << 50;
        QTest::newRow("text and status") << 7 << 49;
        QTest::newRow("nothing to look for") << 8 << 0;
    }
    void aFilterNarrowsTheListAndThePageAlike()
    {
        QFETCH(int, which);
        QFETCH(int, expected);
        FilledDesk desk;
        QVERIFY(waitFor(desk.service.setStatus(u"eva"_s, {desk.ids[0], desk.ids[1]}, Status::Done)).has_value());
        QVERIFY(waitFor(desk.service.addLabel(u"eva"_s, desk.ids[4], u" à suivre "_s)).has_value());
        const core::Instant from = at("2026-03-01T08:10:00Z");
        const core::Instant to = at("2026-03-01T08:20:00Z");
        const std::vector<MentionFilter> filters{{.status = Status::New},
                                                 {.status = Status::Done},
                                                 {.tonality = analysis::Tonality::Positive},
                                                 {.label = u"à suivre"_s},
                                                 {.from = from, .to = to},
                                                 {.watch = desk.watch, .from = from, .to = to},
                                                 {.text = u"PANNE"_s},
                                                 {.status = Status::New, .text = u"panne"_s},
                                                 {.text = u"--"_s}};
        const MentionFilter &filter = filters.at(std::size_t(which));
        const auto ids = MentionRepository::ids(desk.reader(), {}, filter);
        QVERIFY2(ids.has_value(), ids ? "" : qPrintable(ids.error().toString()));
        QCOMPARE(int(ids->size()), expected);
        const auto page = MentionRepository::page(desk.reader(), {}, filter, std::nullopt, 1000);
        QVERIFY2(page.has_value(), page ? "" : qPrintable(page.error().toString()));
        QCOMPARE(int(page->size()), expected);
    }

    void listsComeOutOfIndexesAlone()
    {
        FilledDesk desk;
        const auto plan = store::readAll(desk.reader(),
                                         u"EXPLAIN QUERY PLAN SELECT m.id FROM mentions m INDEXED BY mentions_list"
                                         " WHERE m.drill_run_id = 0 AND m.status = 0 AND m.id >= 0 AND m.id < 9"
                                         " AND m.tonality = 1 AND m.lang = 'fr' AND m.group_id = m.id ORDER BY m.id DESC"_s,
                                         {}, [](const store::Row &row) { return row.text(3); });
        QCOMPARE(plan->size(), 1U); // no sort
        QVERIFY2(plan->front().contains(u"COVERING INDEX"), qPrintable(plan->front()));
        QVERIFY2(plan->front().contains(u"id>? AND id<?") || plan->front().contains(u"rowid>? AND rowid<?"),
                 qPrintable(plan->front()));
    }

    void closingWithoutAnswerKeepsTheReason()
    {
        FilledDesk desk;
        QVERIFY(waitFor(desk.service.setStatus(u"eva"_s, desk.ids[0], Status::Done, u"provocation"_s)).has_value());
        const auto detail = MentionRepository::detail(desk.reader(), desk.ids[0]);
        QCOMPARE((*detail)->mention.status, Status::Done);
        QCOMPARE((*detail)->notes.size(), 1U);
        QCOMPARE((*detail)->notes.front().text, u"provocation"_s);
        QCOMPARE((*detail)->notes.front().author, u"eva"_s);
        QCOMPARE((*detail)->watchNames, QStringList{u"Pannes"_s});
        QCOMPARE((*detail)->authorMentions, 15);
        QCOMPARE((*detail)->authorRecent.size(), 10U);
        QCOMPARE(desk.number(u"SELECT count(*) FROM audit_log WHERE action = 'mention.status'"_s), 1);
        QCOMPARE(MentionRepository::statusCounts(desk.reader(), {})->done, 1);
        QCOMPARE(MentionRepository::statusCounts(desk.reader(), {}, {.watch = desk.watch})->done, 1);
        QCOMPARE(MentionRepository::statusCounts(desk.reader(), {}, {.watch = desk.watch})->isNew, 49);
    }

    void oneUnknownMentionStopsTheWholeAct()
    {
        FilledDesk desk;
        const auto done = waitFor(desk.service.setStatus(u"eva"_s, {desk.ids[0], core::MentionId{1}}, Status::Done));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::NotFound);
        QCOMPARE(MentionRepository::statusCounts(desk.reader(), {})->done, 0);
    }

    void labelsAreAddedAndTakenAway()
    {
        FilledDesk desk;
        QVERIFY(waitFor(desk.service.addLabel(u"eva"_s, desk.ids[0], u"presse"_s)).has_value());
        QVERIFY(waitFor(desk.service.addLabel(u"eva"_s, desk.ids[0], u"Urgent"_s)).has_value());
        QVERIFY(waitFor(desk.service.assign(u"eva"_s, desk.ids[0], u"Noor"_s)).has_value());
        auto mention = MentionRepository::byId(desk.reader(), desk.ids[0]);
        QCOMPARE((*mention)->labels, (QStringList{u"presse"_s, u"Urgent"_s}));
        QCOMPARE((*mention)->assignee, u"Noor"_s);
        QVERIFY(waitFor(desk.service.removeLabel(u"eva"_s, desk.ids[0], u"presse"_s)).has_value());
        mention = MentionRepository::byId(desk.reader(), desk.ids[0]);
        QCOMPARE((*mention)->labels, QStringList{u"Urgent"_s});
        QVERIFY(!waitFor(desk.service.addLabel(u"eva"_s, desk.ids[0], u"  "_s)));
    }

    void aCorrectedTonalityIsKeptAndCounted()
    {
        FilledDesk desk;
        const core::MentionId id = desk.ids[1];
        const analysis::Tonality was = (*MentionRepository::byId(desk.reader(), id))->tonality;
        QCOMPARE(was, analysis::Tonality::Positive);
        const qint64 before = desk.number(u"SELECT sum(negative) FROM volume_buckets WHERE watch_id = 0"_s);
        QVERIFY(waitFor(desk.service.correctTonality(u"eva"_s, id, analysis::Tonality::Negative)).has_value());
        QCOMPARE((*MentionRepository::byId(desk.reader(), id))->tonality, analysis::Tonality::Negative);
        QCOMPARE(desk.number(u"SELECT sum(negative) FROM volume_buckets WHERE watch_id = 0"_s), before + 1);
        QCOMPARE(desk.number(u"SELECT count(*) FROM tonality_corrections WHERE was = 3 AND now = 1"_s), 1);
        QCOMPARE(desk.number(u"SELECT count(*) FROM volume_buckets"
                             " WHERE total <> negative + neutral + positive + undetermined"_s), 0);
    }

    void aMentionIsAddedByHandOnce()
    {
        FilledDesk desk;
        networks::Post typed;
        typed.text = u"  <b>Vu</b> au comptoir\u202e  "_s;
        typed.url = u"javascript:alert(1)"_s;
        const auto first = waitFor(desk.service.addByHand(u"eva"_s, typed));
        QVERIFY2(first.has_value(), first ? "" : qPrintable(first.error().toString()));
        QCOMPARE(waitFor(desk.service.addByHand(u"eva"_s, typed)).value(), *first);
        const auto mention = MentionRepository::byId(desk.reader(), *first);
        QCOMPARE((*mention)->network, u"manual"_s);
        QCOMPARE((*mention)->text, u"<b>Vu</b> au comptoir"_s);
        QVERIFY((*mention)->url.isEmpty());
        QCOMPARE((*mention)->postedAt, desk.clock.now());
        QVERIFY(!waitFor(desk.service.addByHand(u"eva"_s, {})));
    }

    void idsKeepTheirOrder()
    {
        FilledDesk desk;
        const std::vector<qint64> wanted{desk.ids[5].value, 1, desk.ids[50].value, desk.ids[2].value};
        const auto mentions = MentionRepository::byIds(desk.reader(), wanted);
        QCOMPARE(mentions->size(), 3U);
        QCOMPARE((*mentions)[0].id, desk.ids[5]);
        QCOMPARE((*mentions)[2].id, desk.ids[2]);
    }

    void priorityIsTheSumOfItsParts()
    {
        using analysis::Risk;
        using analysis::Tonality;
        QCOMPARE(priorityOf({}), 0);
        QCOMPARE(priorityOf({.tonality = Tonality::Negative, .negativity = 1}), 35);
        QCOMPARE(priorityOf({.tonality = Tonality::Positive, .negativity = 0.6}), 0);
        // The likeliest of three tonalities may be less than half of all: it counts, if little.
        QVERIFY(priorityOf({.tonality = Tonality::Negative, .negativity = 0.42}) > 0);
        QCOMPARE(priorityOf({.risks = Risk::PhysicalSafety}), 45);
        QCOMPARE(priorityOf({.followers = 999'999}), 20);
        QCOMPARE(priorityOf({.tonality = Tonality::Negative, .negativity = 1, .risks = Risk::PhysicalSafety | Risk::Boycott,
                             .followers = 10'000'000}), 100);
    }

    void everyFactorOfThePriorityIsTold()
    {
        using analysis::Risk;
        const PriorityInput input{.tonality = analysis::Tonality::Negative,
                                  .negativity = 0.75,
                                  .risks = Risk::Boycott | Risk::QuestionToUs,
                                  .followers = 999,
                                  .copies = 198,
                                  .age = std::chrono::hours(2),
                                  .waiting = std::chrono::hours(6)};
        const auto parts = priorityParts(input);
        QCOMPARE(parts.size(), 6U);
        double sum = 0;
        for (const PriorityPart &part : parts) {
            QVERIFY(part.points > 0 && part.points <= part.most);
            sum += part.points;
        }
        QCOMPARE(priorityOf(input), int(std::lround(sum)));
        const auto points = [&parts](PriorityFactor factor) { return parts[std::size_t(factor)].points; };
        QCOMPARE(points(PriorityFactor::Tone), 21.875);
        QCOMPARE(points(PriorityFactor::Risk), 25.0);
        QCOMPARE(points(PriorityFactor::Reach), 10.0);
        QCOMPARE(points(PriorityFactor::Speed), 10.0 * 2 / 3);
        QCOMPARE(points(PriorityFactor::Question), 12.0);
        QCOMPARE(points(PriorityFactor::Waiting), 5.0);
    }

    void theClockRaisesWhatWaitsAndWritesNothing()
    {
        Mention mention{.postedAt = at("2026-03-01T08:00:00Z")};
        QCOMPARE(priorityOf(priorityInput(mention, at("2026-03-01T08:00:00Z"))), 0);
        QCOMPARE(priorityOf(priorityInput(mention, at("2026-03-01T14:00:00Z"))), 5);
        QCOMPARE(priorityOf(priorityInput(mention, at("2026-03-09T14:00:00Z"))), 10);
        mention.status = Status::Done;
        QCOMPARE(priorityOf(priorityInput(mention, at("2026-03-09T14:00:00Z"))), 0);
    }

    void aDeskWeighsItsPriority()
    {
        PriorityWeights weights;
        weights.risk = 10;
        QCOMPARE(*PriorityWeights::fromJson(weights.toJson()), weights);
        QCOMPARE(*PriorityWeights::fromJson("{}"), PriorityWeights());
        QVERIFY(!PriorityWeights::fromJson(R"({"risk":-1})"));
        QVERIFY(!PriorityWeights::fromJson(R"({"risk":"much"})"));
        QVERIFY(!PriorityWeights::fromJson("no"));

        Desk desk;
        Intake intake(*desk.database, Desk::judge());
        const auto priorityOfNext = [&](const char *id) {
            IntakeBatch batch;
            batch.posts = {post(id, u"Le chargeur a pris feu"_s)};
            (void)waitFor(intake.accept(batch));
            return desk.number(u"SELECT priority FROM mentions WHERE remote_id = '%1'"_s.arg(QString::fromLatin1(id)));
        };
        const qint64 usual = priorityOfNext("1");
        auto set = desk.database->submit(u"eva"_s, [&weights](store::Transaction &transaction) { return weights.write(transaction); });
        set.waitForFinished();
        QCOMPARE(priorityOfNext("2"), usual - 35);
    }
};

QTEST_GUILESS_MAIN(MentionsTest)
#include "tst_mentions.moc"
