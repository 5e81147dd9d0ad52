// SPDX-License-Identifier: GPL-3.0-or-later
#include "crisisworld.h"
#include "postmortem/report.h"
#include "postmortem/reporttojson.h"
#include "postmortem/reviewrepository.h"
#include "postmortem/reviewservice.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono;
using namespace vigie;
using namespace vigie::postmortem;
using namespace vigie::postmortem::test;

class FiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void timesAreMeasuredFromTheirBeginning();
    void whatWasNotRecordedIsAbsent();
    void mentionsAreCountedWithinThePeriod();
    void theCurveHasNoHolesAndAddsUp();
    void workIsCounted();
    void anUnknownIncidentIsAnError();
    void aDrillCountsItsOwnWorldOnly();
    void ownActsAreNumberedInOrderOfTime();
    void aReviewComesFilledInTheCrisissLanguage();
    void prefillingTwiceChangesNothing();
    void aFinalReviewIsFixedButForItsActions();
    void aRemovedFindingLeavesItsActions();
    void aReportSaysWhatIsMissing();
    void chosenSectionsComeAlone();
    void theJsonHoldsTheSameFigures();
    void noCellStartsAFormula();

private:
    static Figures figures(CrisisWorld &world) { return figuresOf(world.reader(), CrisisWorld::kIncident, world.clock.now()).value(); }
};

void FiguresTest::timesAreMeasuredFromTheirBeginning()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const Figures counted = figures(world);
    QCOMPARE(counted.timeToDetect(), minutes(18));
    QCOMPARE(counted.timeToAcknowledge(), minutes(11));
    QCOMPARE(counted.timeToFirstStatement(), minutes(53));
    QCOMPARE(counted.timeToFirstReply(), minutes(40));
    QCOMPARE(counted.timeToResolve(), minutes(860));
    QCOMPARE(counted.to, world.at(860));
}

void FiguresTest::whatWasNotRecordedIsAbsent()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Empty);
    const Figures counted = figures(world);
    QVERIFY(!counted.timeToAcknowledge() && !counted.timeToFirstStatement() && !counted.timeToFirstReply());
    QVERIFY(!counted.timeToResolve() && !counted.negativeShare() && !counted.copyShare());
    QVERIFY(!counted.peakAt && !counted.usualPerHour && !counted.medianAnswerDelay);
    QCOMPARE(counted.mentions, 0);
    QCOMPARE(counted.to, world.at(900));
}

void FiguresTest::mentionsAreCountedWithinThePeriod()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const Figures counted = figures(world);
    QVERIFY(world.mentions > 1000);
    QCOMPARE(counted.mentions, world.mentions);
    QCOMPARE(counted.negative, world.negative);
    QCOMPARE(counted.negative + counted.neutral + counted.positive + counted.undetermined, counted.mentions);
    QCOMPARE(counted.authors, 6);
    QVERIFY(counted.copies > 0 && counted.copies < counted.mentions);
    QCOMPARE(counted.usualPerHour, 3.0);
    QVERIFY(counted.peakAt);
    QCOMPARE(core::toMillis(*counted.peakAt) % 3600000, 0);
    QVERIFY(counted.peakPerHour > 300);
    QCOMPARE(counted.topLanguages.front().name, u"fr"_s);
    QVERIFY(counted.topAuthors.front().name.startsWith(u'@'));
}

void FiguresTest::theCurveHasNoHolesAndAddsUp()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const Figures counted = figures(world);
    QVERIFY(counted.curve.size() > 20 && counted.curve.size() <= 100);
    qint64 total = 0;
    for (std::size_t i = 0; i < counted.curve.size(); ++i) {
        QCOMPARE(counted.curve[i].at, counted.curve.front().at + qint64(i) * counted.curveStep);
        if (counted.curve[i].at >= counted.from - counted.curveStep)
            total += counted.curve[i].total();
    }
    QVERIFY(counted.curve.front().at < counted.from);
    QVERIFY2(std::abs(total - world.mentions) < 20, qPrintable(QString::number(total)));
}

void FiguresTest::workIsCounted()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const Figures counted = figures(world);
    QCOMPARE(counted.tasks.total, 4);
    QCOMPARE(counted.tasks.done, 3);
    QCOMPARE(counted.tasks.inTime, 2);
    QCOMPARE(counted.tasks.late, 2);
    QCOMPARE(counted.tasks.skipped, 1);
    QCOMPARE(counted.updates, 3);
    QCOMPARE(counted.publicUpdates, 2);
    QCOMPARE(counted.updatesExpected, 13);
    QCOMPARE(counted.longestSilence, minutes(860 - 205));
    QCOMPARE(counted.repliesPublic, 1);
    QCOMPARE(counted.repliesPrivate, 1);
    QCOMPARE(counted.medianAnswerDelay, milliseconds(minutes(33 + 100)) / 2);
    QCOMPARE(counted.promisesOpen, 1);
    QCOMPARE(counted.gaps.size(), 1U);
}

void FiguresTest::anUnknownIncidentIsAnError()
{
    CrisisWorld world;
    QCOMPARE(figuresOf(world.reader(), core::IncidentId{9}, world.clock.now()).error().kind, ErrorKind::NotFound);
}

void FiguresTest::aDrillCountsItsOwnWorldOnly()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full, 7);
    const Figures counted = figures(world);
    QCOMPARE(counted.mentions, world.mentions);
    QVERIFY(counted.gaps.empty());
}

void FiguresTest::ownActsAreNumberedInOrderOfTime()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const Figures counted = figures(world);
    int next = 1;
    core::Instant before = {};
    for (const CurveMark &mark : counted.marks) {
        QVERIFY(mark.at >= before);
        before = mark.at;
        QCOMPARE(mark.number, mark.kind == MarkKind::Alert ? 0 : next++);
    }
    QCOMPARE(next, 7); // opened, reply, statement, decision, statement, resolved
}

void FiguresTest::aReviewComesFilledInTheCrisissLanguage()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full, 0, u"en"_s);
    ReviewService service(*world.database);
    const auto id = wait(service.prefill(u"Inès"_s, CrisisWorld::kIncident, QTimeZone::utc()));
    QVERIFY(id);
    const Review review = ReviewRepository::find(world.reader(), *id)->value();
    QVERIFY2(review.summary.contains(u"20\u00a0November 2026"_s), qPrintable(review.summary));
    QVERIFY(review.summary.contains(u"after 18\u00a0min"_s));
    QVERIFY(!review.summary.contains(u"%"_s + u"1"_s));
    QVERIFY(!review.impact.isEmpty());
    const auto has = [&review](FindingKind kind, const QString &part) {
        return std::any_of(review.findings.begin(), review.findings.end(), [&](const Finding &finding) {
            return finding.kind == kind && finding.text.contains(part) && finding.text.startsWith(u"Proposal"_s);
        });
    };
    QVERIFY(has(FindingKind::Worked, u"statement came 53\u00a0min"_s));
    QVERIFY(has(FindingKind::ToImprove, u"reply came 40\u00a0min"_s));
    QVERIFY(has(FindingKind::ToImprove, u"2 task"_s));
    QVERIFY(has(FindingKind::ToImprove, u"3 of 13"_s));
}

void FiguresTest::prefillingTwiceChangesNothing()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Empty);
    ReviewService service(*world.database);
    const auto first = wait(service.prefill(u"Inès"_s, CrisisWorld::kIncident));
    QVERIFY(wait(service.saveTexts(u"Inès"_s, *first, {.summary = u"Ours"_s})));
    QCOMPARE(wait(service.prefill(u"Inès"_s, CrisisWorld::kIncident)).value(), *first);
    QCOMPARE(ReviewRepository::find(world.reader(), *first)->value().summary, u"Ours"_s);
}

void FiguresTest::aFinalReviewIsFixedButForItsActions()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Empty);
    ReviewService service(*world.database);
    const auto id = wait(service.prefill(u"Inès"_s, CrisisWorld::kIncident)).value();
    const auto action = wait(service.addAction(u"Inès"_s, {.reviewId = id, .text = u"Write it down"_s, .owner = u"Tom"_s}));
    QVERIFY(action);
    QVERIFY(wait(service.finalise(u"Inès"_s, id)));
    QCOMPARE(wait(service.finalise(u"Inès"_s, id)).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(service.saveTexts(u"Inès"_s, id, {})).error().kind, ErrorKind::Conflict);
    QCOMPARE(wait(service.addFinding(u"Inès"_s, {.reviewId = id, .text = u"x"_s})).error().kind, ErrorKind::Conflict);

    Action done = ReviewRepository::findAction(world.reader(), *action)->value();
    done.state = ActionState::Done;
    QVERIFY(wait(service.editAction(u"Tom"_s, done)));
    QCOMPARE(ReviewRepository::findAction(world.reader(), *action)->value().doneAt, world.clock.now());
    QVERIFY(wait(service.reopen(u"Inès"_s, id)));
    QVERIFY(wait(service.saveTexts(u"Inès"_s, id, {.summary = u"New"_s})));
}

void FiguresTest::aRemovedFindingLeavesItsActions()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Empty);
    ReviewService service(*world.database);
    const auto id = wait(service.prefill(u"Inès"_s, CrisisWorld::kIncident)).value();
    const auto finding =
        wait(service.addFinding(u"Inès"_s, {.reviewId = id, .kind = FindingKind::Luck, .text = u"It rained"_s})).value();
    const auto action = wait(service.addAction(u"Inès"_s, {.reviewId = id, .findingId = finding, .text = u"Thank it"_s}));
    QVERIFY(wait(service.removeFinding(u"Inès"_s, finding)));
    QVERIFY(!ReviewRepository::findAction(world.reader(), *action)->value().findingId.isValid());
    QCOMPARE(ReviewRepository::list(world.reader(), ReviewRepository::Scope::Real, {}, 10)->front().openActions, 1);
    QCOMPARE(ReviewRepository::openActions(world.reader(), 10)->size(), 1U);
}

void FiguresTest::aReportSaysWhatIsMissing()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Empty);
    const auto report = buildReport(world.reader(), CrisisWorld::kIncident, {}, world.clock.now());
    QVERIFY(report);
    const auto &cards = std::get<KpiBlock>(report->section(u"key-figures")->blocks.front()).cards;
    QCOMPARE(cards.size(), 6U);
    QCOMPARE(cards[3].value, u"–"_s);
    QCOMPARE(cards[3].note, u"not recorded"_s);
    QVERIFY(report->drillMark.isEmpty());
    QVERIFY(!report->section(u"promises"));
}

void FiguresTest::chosenSectionsComeAlone()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full, 7);
    const auto report = buildReport(world.reader(), CrisisWorld::kIncident, {.sections = {u"timeline"_s, u"curve"_s}},
                                    world.clock.now());
    QCOMPARE(report->sections.size(), 2U);
    QCOMPARE(report->sections[0].key, u"curve"_s);
    QCOMPARE(report->drillMark, u"DRILL"_s);
    const auto whole = buildReport(world.reader(), CrisisWorld::kIncident, {}, world.clock.now());
    for (const Section &section : whole->sections)
        QVERIFY(reportSectionKeys().contains(section.key));
}

void FiguresTest::theJsonHoldsTheSameFigures()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    const auto data = loadReportData(world.reader(), CrisisWorld::kIncident, world.clock.now());
    const QJsonObject json = reportToJson(*data);
    QCOMPARE(json[u"figures"_s][u"mentions"_s].toInteger(), world.mentions);
    QCOMPARE(json[u"figures"_s][u"time_to_first_reply_s"_s].toDouble(), 2400.0);
    QVERIFY(json[u"review"_s].isNull());
    QCOMPARE(json[u"messages"_s].toArray().size(), 4);
    QCOMPARE(json[u"timeline"_s].toArray().size(), 6);
}

void FiguresTest::noCellStartsAFormula()
{
    CrisisWorld world;
    world.addCrisis(CrisisWorld::Contents::Full);
    world.addLogEntries(1, u"=HYPERLINK(\"https://example.org\";\"x\")%1"_s);
    world.addLogEntries(1, u"@SUM(A1)%1"_s);
    const auto data = loadReportData(world.reader(), CrisisWorld::kIncident, world.clock.now());
    const QString folder = world.folder.filePath(u"csv"_s);
    QVERIFY(writeCsvFolder(*data, folder));
    QFile file(folder + u"/timeline.csv"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xef\xbb\xbf" "at,kind,text,by\r\n"));
    const QString text = QString::fromUtf8(bytes);
    QVERIFY(text.contains(u"\"'=HYPERLINK(\"\"https"_s));
    QVERIFY(text.contains(u",'@SUM(A1)0,"_s));
    QFile messages(folder + u"/messages.csv"_s);
    QVERIFY(messages.open(QIODevice::ReadOnly));
    QVERIFY(messages.readAll().contains("'@lea_m"));
    QCOMPARE(writeCsvFolder(*data, file.fileName() + u"/x"_s).error().kind, ErrorKind::File);
}

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
