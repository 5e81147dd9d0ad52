// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/drillrunner.h"

#include "drill/drillrepository.h"
#include "incident/incidentrepository.h"
#include "incident/taskrepository.h"
#include "monitoring/alertrepository.h"
#include "monitoring/mentionrepository.h"
#include "playbook/playbookservice.h"
#include "reply/replyrepository.h"
#include "store/database.h"
#include "workspace/workspace.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using namespace vigie::drill;

class DrillRunnerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theShippedScenarioIsDetectedAfterItBeginsAndPlayedToItsEnd_data();
    void theShippedScenarioIsDetectedAfterItBeginsAndPlayedToItsEnd();
    void aDrillNeverEntersTheRealWorld();
    void nothingIsEverHandedOutToBeSent();
    void theClockIsTheDrillsWhileItRunsAndRealAfterwards();
    void onlyOneDrillIsOpenAtATime();
    void aDrillStoppedEarlyIsScoredOnWhatWasPlayed();

private:
    Result<DrillScore> play(const QString &name, const DrillOptions &options);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<workspace::Workspace> m_desk;
};

void DrillRunnerTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto desk = workspace::Workspace::open({.path = m_folder->filePath(u"desk.db"_s), .operatorName = u"ana"_s});
    QVERIFY2(desk, desk ? "" : qPrintable(desk.error().detail));
    m_desk = std::move(*desk);
    QVERIFY(m_desk->playbooks().installShipped().result().has_value());
}

void DrillRunnerTest::cleanup()
{
    m_desk.reset();
    m_folder.reset();
}

Result<DrillScore> DrillRunnerTest::play(const QString &name, const DrillOptions &options)
{
    auto scenario = loadScenario(name, core::Language::English);
    if (!scenario)
        return fail(scenario.error());
    QSignalSpy ended(&m_desk->drills(), &DrillRunner::ended);
    QSignalSpy failed(&m_desk->drills(), &DrillRunner::failed);
    if (auto started = m_desk->drills().start(std::move(*scenario), options); !started)
        return fail(started.error());
    const bool isOver = QTest::qWaitFor([&] { return !ended.isEmpty() || !failed.isEmpty(); }, 240'000);
    if (!isOver || ended.isEmpty())
        return fail(ErrorKind::Internal, isOver ? failed.front().front().value<Error>().detail : u"it did not end"_s);
    return ended.front().front().value<DrillScore>();
}

void DrillRunnerTest::theShippedScenarioIsDetectedAfterItBeginsAndPlayedToItsEnd_data()
{
    QTest::addColumn<QString>("key");
    for (const ScenarioSummary &summary : shippedScenarios(core::Language::English))
        QTest::newRow(qPrintable(summary.key)) << summary.key;
}

void DrillRunnerTest::theShippedScenarioIsDetectedAfterItBeginsAndPlayedToItsEnd()
{
    QFETCH(QString, key);
    const auto scenario = loadScenario(key, core::Language::English);
    const auto score = play(key, {.players = Players::Automatic, .playbookKey = scenario->playbookKey, .actor = u"ana"_s});
    QVERIFY2(score, score ? "" : qPrintable(score.error().detail));
    QCOMPARE(score->alertsBeforeEvent, 0);
    QVERIFY(score->detectMinutes.has_value());
    QVERIFY2(*score->detectMinutes <= 60, qPrintable(QString::number(*score->detectMinutes)));
    QVERIFY(score->firstStatementMinutes && score->firstReplyMinutes);
    QVERIFY(score->tasksDue > 5 && score->tasksInTime > score->tasksDue / 2);
    QVERIFY(score->replies > 3);
    QVERIFY(score->wasAutomatic);

    const core::DrillRunId run = m_desk->drills().run();
    const auto incidents = incident::IncidentRepository::list(m_desk->reader(), run);
    QCOMPARE(incidents->size(), std::size_t(1));
    QVERIFY(!incidents->front().isOpen());
    QVERIFY(incidents->front().playbookId.isValid());
    QCOMPARE((*DrillRepository::find(m_desk->reader(), run))->score, std::optional(*score));
}

void DrillRunnerTest::aDrillNeverEntersTheRealWorld()
{
    const auto score = play(u"fennowick-blackout"_s, {.actor = u"ana"_s});
    QVERIFY(score.has_value());
    QCOMPARE(monitoring::MentionRepository::statusCounts(m_desk->reader(), {})->all(), 0);
    QVERIFY(monitoring::AlertRepository::list(m_desk->reader(), {})->empty());
    QVERIFY(monitoring::MentionRepository::statusCounts(m_desk->reader(), m_desk->drills().run())->all() >= 300);
}

void DrillRunnerTest::nothingIsEverHandedOutToBeSent()
{
    const auto score = play(u"biberon-mirlouvette"_s,
                            {.players = Players::Automatic, .playbookKey = u"product-safety"_s, .actor = u"ana"_s});
    QVERIFY(score && score->replies > 0);
    const auto replies = reply::ReplyRepository::page(m_desk->reader(), {.scope = m_desk->drills().run()}, {}, 500);
    QVERIFY(replies && !replies->empty());
    for (const reply::Reply &reply : *replies) {
        const auto attempts = reply::ReplyRepository::attempts(m_desk->reader(), reply.id);
        QVERIFY(attempts && attempts->empty());
        QVERIFY(reply.remoteUrl.isEmpty());
    }
}

void DrillRunnerTest::theClockIsTheDrillsWhileItRunsAndRealAfterwards()
{
    std::optional<core::Instant> seen;
    connect(&m_desk->drills(), &DrillRunner::advanced, this, [&] { seen = m_desk->clock().now(); });
    const auto score = play(u"fennowick-blackout"_s, {.actor = u"ana"_s});
    QVERIFY(score && seen);
    QCOMPARE(core::toUtc(*seen).date().year(), 2026);
    QCOMPARE(core::toUtc(*seen).date().month(), 5);
    QVERIFY(core::SystemClock().now() - m_desk->clock().now() < std::chrono::minutes(1));
}

void DrillRunnerTest::onlyOneDrillIsOpenAtATime()
{
    auto scenario = loadScenario(u"fennowick-blackout"_s, core::Language::English);
    QVERIFY(m_desk->drills().start(*scenario, {.speed = 1, .actor = u"ana"_s}).has_value());
    const auto second = m_desk->drills().start(*scenario, {.speed = 1, .actor = u"ana"_s});
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Conflict);
}

// The score used to count the posts of the whole scenario: a team that stopped after an hour read of posts nobody saw.
void DrillRunnerTest::aDrillStoppedEarlyIsScoredOnWhatWasPlayed()
{
    auto scenario = loadScenario(u"fennowick-blackout"_s, core::Language::English);
    DrillRunner &runner = m_desk->drills();
    QSignalSpy started(&runner, &DrillRunner::started);
    QSignalSpy ended(&runner, &DrillRunner::ended);
    QVERIFY(runner.start(*scenario, {.speed = 60, .actor = u"ana"_s}).has_value());
    QTRY_COMPARE(started.size(), 1);
    QTRY_VERIFY(runner.playedPosts() >= 1);
    runner.pause();
    QCOMPARE(runner.state(), DrillRunner::State::Paused);
    const int played = runner.playedPosts();
    runner.stop();
    QTRY_COMPARE(ended.size(), 1);
    const auto score = ended.first().first().value<DrillScore>();
    QVERIFY(score.posts >= played); // a slice may have been on its way
    QVERIFY2(score.posts < int(scenario->posts.size()) / 2, qPrintable(QString::number(score.posts)));
}

QTEST_GUILESS_MAIN(DrillRunnerTest)
#include "tst_drillrunner.moc"
