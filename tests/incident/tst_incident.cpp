// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incidentservice.h"

#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "incident/logservice.h"
#include "incident/taskrepository.h"
#include "incident/taskservice.h"
#include "monitoring/alertrepository.h"
#include "playbook/messagerepository.h"
#include "playbook/messageservice.h"
#include "playbook/personservice.h"
#include "playbook/playbookservice.h"
#include "playbook/testplaybook.h"
#include "store/auditchain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace vigie;
using namespace vigie::incident;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using core::Instant;

namespace
{
const QString kAnne = u"Anne"_s;
const QString kBob = u"Bob"_s;
const Instant kStart = core::instantFromMillis(1'750'000'000'000);

template <typename T>
bool failsWith(const Result<T> &result, ErrorKind kind)
{
    return !result && result.error().kind == kind;
}
} // namespace

class IncidentTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tasksGetRealDueTimes();
    void conditionalStepsAreLeftOutUntilTheyHold();
    void openingByHandWithoutAPlaybookWorks();
    void openingFromAnAlertTakesItsTimesAndMentions();
    void openingTwiceFromOneAlertNamesTheFirst();
    void aRequestThatMakesNoSenseIsRefused();
    void theCrisisSpeaksItsOwnLanguage();
    void rolesComeFromTheDirectory();
    void aDrillStaysInItsScope();
    void aDrillActsOnItsOwnClock();

    void laterEditsOfThePlaybookNeverChangeARunningCrisis();
    void aChangeOfSeverityNeedsAReasonAndBringsItsSteps();
    void handingARoleOverMovesItsOpenTasks();
    void theFirstActOfAPersonTakesCharge();
    void updatesKeepTheCadence();
    void aTaskMayAskForAProof();
    void settledTasksCannotBeSettledTwice();
    void myTasksAreThoseOfAllCrisesOverdueFirst();
    void factsAndDecisionsAreLogged();
    void stakeholdersAreToldOnce();
    void entriesAreStarredAndPaged();
    void keyMentionsAreMarked();
    void closingWithOpenTasksIsAllowedAndReported();
    void aClosedCrisisCanBeOpenedAgain();
    void everyActLeavesOneAuditRowAndAnnouncesTheCrisis();

private:
    [[nodiscard]] const store::Connection &reader() { return **m_database->reader(); }
    void installPlaybook()
    {
        QDir().mkpath(m_folder->filePath(u"shipped"_s));
        QFile file(m_folder->filePath(u"shipped/small.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(test::smallPlaybookFile());
        file.close();
        QVERIFY(playbook::PlaybookService(*m_database).installShipped(m_folder->filePath(u"shipped"_s)).result());
    }
    [[nodiscard]] core::IncidentId open(OpenRequest request)
    {
        if (request.title.isEmpty())
            request.title = u"Cracked caps"_s;
        const auto id = m_incidents->open(kAnne, request).result();
        if (!id)
            qFatal("%s", qPrintable(id.error().toString()));
        return *id;
    }
    [[nodiscard]] core::IncidentId openSmall(int severity = 2)
    {
        return open({.severity = severity, .playbookKey = u"small"_s});
    }
    [[nodiscard]] Incident read(core::IncidentId id) { return *IncidentRepository::require(reader(), id); }
    [[nodiscard]] std::vector<Task> tasksOf(core::IncidentId id) { return *TaskRepository::ofIncident(reader(), id); }
    [[nodiscard]] Task task(core::IncidentId id, const QString &stepKey)
    {
        const auto tasks = tasksOf(id);
        const auto found = std::ranges::find(tasks, stepKey, &Task::stepKey);
        return found == tasks.end() ? Task{} : *found;
    }
    [[nodiscard]] QString newestEntry(core::IncidentId id, const QString &kind)
    {
        const auto entries = LogRepository::entries(reader(), id, LogRepository::Entries::All, kind, 1);
        return entries->empty() ? QString() : entries->front().text;
    }
    [[nodiscard]] core::MentionId addMention(Instant postedAt, const QString &network, core::WatchId watch);
    [[nodiscard]] core::WatchId addWatch();
    [[nodiscard]] core::AlertId addAlert(core::WatchId watch, core::DrillRunId scope = {});
    [[nodiscard]] qint64 auditRows() { return *store::readNumber(reader(), u"SELECT count(*) FROM audit_log"_s); }

    core::ManualClock m_clock;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<IncidentService> m_incidents;
    std::unique_ptr<TaskService> m_tasks;
    std::unique_ptr<LogService> m_log;
};

core::WatchId IncidentTest::addWatch()
{
    const auto id =
        m_database
            ->submit(kAnne,
                     [](store::Transaction &transaction) {
                         return store::insert(
                             transaction, u"INSERT INTO watches (name, query, created_at) VALUES ('w', 'x', 0)"_s, {});
                     })
            .result();
    return core::WatchId{*id};
}

core::MentionId IncidentTest::addMention(Instant postedAt, const QString &network, core::WatchId watch)
{
    const auto id =
        m_database
            ->submit(
                kAnne,
                [&](store::Transaction &transaction) -> Result<qint64> {
                    const qint64 mention = core::toMillis(postedAt) << 20;
                    if (auto author = store::execute(
                            transaction,
                            u"INSERT INTO authors (id, network, handle, first_seen_at) VALUES (1, 'x', 'a', 0) "
                            "ON CONFLICT DO NOTHING"_s);
                        !author)
                        return fail(author.error());
                    auto row = store::insert(
                        transaction,
                        u"INSERT INTO mentions (id, network, remote_id, author_id, url, text, lang, tonality, "
                        u"negativity, "
                        "risks, reasons, fingerprint, group_id, priority, likes, reposts, replies, in_reply_to, root, "
                        "posted_at, captured_at, sha256) VALUES (?,?,?,1,'','t','en',1,1,0,'[]',0,?,1,0,0,0,'','',?,?,x'')"_s,
                        {mention, network, QString::number(mention), mention, postedAt, postedAt});
                    if (!row)
                        return row;
                    auto watched = store::execute(transaction,
                                                  u"INSERT INTO mention_watches (watch_id, mention_id) VALUES (?, ?)"_s,
                                                  {watch, mention});
                    if (!watched)
                        return fail(watched.error());
                    return mention;
                })
            .result();
    if (!id)
        qFatal("%s", qPrintable(id.error().toString()));
    return core::MentionId{*id};
}

core::AlertId IncidentTest::addAlert(core::WatchId watch, core::DrillRunId scope)
{
    const auto id = m_database
                        ->submit(kAnne,
                                 [&](store::Transaction &transaction) {
                                     return monitoring::AlertRepository::add(transaction, {.scope = scope,
                                                                                           .watch = watch,
                                                                                           .raisedAt = kStart - 10min,
                                                                                           .capturedAt = kStart - 9min,
                                                                                           .windowFrom = kStart - 70min,
                                                                                           .windowTo = kStart - 10min});
                                 })
                        .result();
    if (!id)
        qFatal("%s", qPrintable(id.error().toString()));
    return *id;
}

void IncidentTest::init()
{
    m_database.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock.set(kStart);
    auto database = store::Database::open(m_folder->filePath(u"desk.db"_s), m_clock);
    QVERIFY(database);
    m_database = std::move(*database);
    m_incidents = std::make_unique<IncidentService>(*m_database);
    m_tasks = std::make_unique<TaskService>(*m_database);
    m_log = std::make_unique<LogService>(*m_database);
    installPlaybook();
}

void IncidentTest::tasksGetRealDueTimes()
{
    const auto id = openSmall();
    QCOMPARE(task(id, u"check"_s).dueAt, std::optional<Instant>(kStart + 5min));
    QCOMPARE(task(id, u"publish"_s).dueAt, std::optional<Instant>(kStart + 15min));
    QVERIFY(task(id, u"publish"_s).requiresProof);
    QCOMPARE(task(id, u"publish"_s).roleKey, u"writer"_s);
    QVERIFY(!task(id, u"review"_s).dueAt); // counted from standing down
    QVERIFY(!task(id, u"standdown:answered"_s).dueAt);
    QCOMPARE(read(id).openedAt, kStart);
    QCOMPARE(read(id).nextUpdateAt, std::optional<Instant>(kStart + 15min)); // the first statement
    QVERIFY(!task(id, u"check"_s).isOverdue(kStart + 5min));
    QVERIFY(task(id, u"check"_s).isOverdue(kStart + 6min));
}

void IncidentTest::conditionalStepsAreLeftOutUntilTheyHold()
{
    QVERIFY(!task(openSmall(2), u"call-board"_s).id.isValid());
    QVERIFY(!task(openSmall(2), u"answer-x"_s).id.isValid());
    QVERIFY(task(openSmall(3), u"call-board"_s).id.isValid());
    const auto mention = addMention(kStart - 1h, u"x"_s, addWatch());
    const auto id = open({.playbookKey = u"small"_s, .mentions = {mention}});
    QVERIFY(task(id, u"answer-x"_s).id.isValid());
    const auto told = LogRepository::stakeholders(reader(), id);
    QCOMPARE(told->size(), std::size_t(1)); // the authority only at severity 4
    QCOMPARE(told->front().dueAt, std::optional<Instant>(kStart + 15min));
}

void IncidentTest::openingByHandWithoutAPlaybookWorks()
{
    const auto id = open({.title = u" Rumour "_s, .kind = u"rumour"_s, .severity = 4});
    const Incident incident = read(id);
    QCOMPARE(incident.title, u"Rumour"_s);
    QCOMPARE(incident.cadence, std::chrono::seconds(20min));
    QVERIFY(!*IncidentRepository::snapshot(reader(), id));
    QVERIFY(IncidentService::differenceToPlaybook(reader(), id)->empty());
    QVERIFY(tasksOf(id).empty());
    QVERIFY(m_incidents->close(kAnne, id).result());
}

void IncidentTest::openingFromAnAlertTakesItsTimesAndMentions()
{
    const auto watch = addWatch();
    (void)addMention(kStart - 71min, u"x"_s, watch); // before the window
    const auto first = addMention(kStart - 70min, u"x"_s, watch);
    const auto last = addMention(kStart - 10min, u"bluesky"_s, watch);
    (void)addMention(kStart - 9min, u"x"_s, watch);
    const auto alert = addAlert(watch);
    const auto id = open({.playbookKey = u"small"_s, .alertId = alert});
    const Incident incident = read(id);
    QCOMPARE(incident.beganAt, kStart - 70min);
    QCOMPARE(incident.detectedAt, kStart - 10min);
    QCOMPARE(incident.openedAt, kStart);
    QCOMPARE(incident.watchId, watch);
    QCOMPARE(*IncidentRepository::mentions(reader(), id), (std::vector{last, first}));
    QCOMPARE(*IncidentRepository::networks(reader(), id), QStringList({u"bluesky"_s, u"x"_s}));
    const auto taken = *monitoring::AlertRepository::byId(reader(), alert);
    QCOMPARE(taken->incident, id);
    QCOMPARE(taken->state, monitoring::AlertState::Acknowledged);
    QVERIFY(newestEntry(id, u"opened"_s).contains(u"2 mention"_s));
}

void IncidentTest::openingTwiceFromOneAlertNamesTheFirst()
{
    const auto alert = addAlert(addWatch());
    const auto first = open({.alertId = alert});
    const auto second = m_incidents->open(kBob, {.title = u"Again"_s, .alertId = alert}).result();
    QVERIFY(failsWith(second, ErrorKind::Conflict));
    QVERIFY(second.error().detail.contains(u"Cracked caps"_s));
    QVERIFY(second.error().detail.contains(QString::number(first.value)));
    QCOMPARE(*IncidentRepository::count(reader(), {}, Which::All), 1);
}

void IncidentTest::aRequestThatMakesNoSenseIsRefused()
{
    QVERIFY(failsWith(m_incidents->open(kAnne, {.title = u" "_s}).result(), ErrorKind::InvalidArgument));
    QVERIFY(failsWith(m_incidents->open(kAnne, {.title = u"a"_s, .severity = 5}).result(), ErrorKind::InvalidArgument));
    QVERIFY(failsWith(m_incidents->open(kAnne, {.title = u"a"_s, .playbookKey = u"absent"_s}).result(),
                      ErrorKind::NotFound));
    QVERIFY(failsWith(m_incidents->open(kAnne, {.title = u"a"_s, .alertId = {99}}).result(), ErrorKind::NotFound));
    QVERIFY(failsWith(m_incidents->open(kAnne, {.title = u"a"_s, .mentions = {{5}}}).result(), ErrorKind::Conflict));
    QCOMPARE(*IncidentRepository::count(reader(), {}, Which::All), 0);
}

void IncidentTest::theCrisisSpeaksItsOwnLanguage()
{
    const auto id = open({.language = core::Language::French, .playbookKey = u"small"_s});
    QCOMPARE(task(id, u"check"_s).title, u"Vérifier"_s);
    QCOMPARE(LogRepository::stakeholders(reader(), id)->front().name, u"Direction"_s);
    QVERIFY(newestEntry(id, u"opened"_s).contains(u"Modérée"_s));
}

void IncidentTest::rolesComeFromTheDirectory()
{
    playbook::PersonService people(*m_database);
    QVERIFY(people.add(kAnne, {.name = u"Léa"_s, .roles = {u"crisis-lead"_s}}).result());
    QVERIFY(people.add(kAnne, {.name = u"Wim"_s, .roles = {u"writer"_s}}).result());
    const auto id = openSmall();
    QCOMPARE(task(id, u"check"_s).assignee, u"Léa"_s);
    QCOMPARE(task(id, u"publish"_s).assignee, u"Wim"_s);
    const auto named = open({.playbookKey = u"small"_s, .lead = u"Omar"_s});
    QCOMPARE(task(named, u"check"_s).assignee, u"Omar"_s);
    QCOMPARE(IncidentRepository::roles(reader(), named)->size(), std::size_t(2));
}

void IncidentTest::aDrillStaysInItsScope()
{
    const auto alert = addAlert(addWatch(), core::DrillRunId{3});
    const auto id = open({.playbookKey = u"small"_s, .alertId = alert});
    QCOMPARE(read(id).drillRunId, core::DrillRunId{3});
    QVERIFY(IncidentRepository::list(reader(), {})->empty());
    QCOMPARE(IncidentRepository::list(reader(), core::DrillRunId{3})->size(), std::size_t(1));
    QVERIFY(TaskRepository::mine(reader(), {}, {})->empty());
    QVERIFY(!TaskRepository::mine(reader(), core::DrillRunId{3}, {})->empty());
}

void IncidentTest::aDrillActsOnItsOwnClock()
{
    core::ManualClock drill(kStart - 24h);
    IncidentService incidents(*m_database, &drill);
    const auto id = incidents.open(kAnne, {.title = u"Drill"_s, .playbookKey = u"small"_s, .scope = {3}}).result();
    QVERIFY(id);
    QCOMPARE(read(*id).openedAt, kStart - 24h);
    QCOMPARE(task(*id, u"check"_s).dueAt, std::optional<Instant>(kStart - 24h + 5min));
    const auto audit = store::readAudit(reader(), auditRows() - 1, 1);
    QCOMPARE(audit->front().at, kStart); // the audit log tells the real time
}

void IncidentTest::laterEditsOfThePlaybookNeverChangeARunningCrisis()
{
    const auto id = openSmall();
    const auto before = **IncidentRepository::snapshot(reader(), id);
    const auto tasksBefore = tasksOf(id);
    const core::PlaybookId plan = read(id).playbookId;

    auto edited = *playbook::PlaybookRepository::read(reader(), plan);
    std::erase_if(edited.steps, [](const playbook::Step &step) { return step.key == u"check"; });
    edited.steps.front().offset = 99min;
    QVERIFY(playbook::PlaybookService(*m_database).save(kBob, edited, {}).result());
    const auto messages = playbook::MessageRepository::ofPlaybook(reader(), plan);
    const auto text = messages->front().variants.front();
    QVERIFY(playbook::MessageService(*m_database).editText(kBob, text.id, u"Other words"_s, text.version).result());

    QCOMPARE(**IncidentRepository::snapshot(reader(), id), before);
    QCOMPARE(read(id).playbookVersion, 1);
    QCOMPARE(task(id, u"check"_s).dueAt, std::optional<Instant>(kStart + 5min));
    QCOMPARE(tasksOf(id).size(), tasksBefore.size());
    QVERIFY(m_incidents->changeSeverity(kAnne, id, 3, u"worse"_s).result());
    QVERIFY(task(id, u"call-board"_s).id.isValid()); // from the snapshot

    const auto differences = IncidentService::differenceToPlaybook(reader(), id);
    QVERIFY(differences);
    QCOMPARE(differences->size(), std::size_t(3));
    const auto has = [&](playbook::PlaybookPart part, playbook::DifferenceKind kind, const QString &key) {
        return std::ranges::any_of(*differences, [&](const playbook::Difference &difference) {
            return difference.part == part && difference.kind == kind && difference.key == key;
        });
    };
    QVERIFY(has(playbook::PlaybookPart::Step, playbook::DifferenceKind::Removed, u"check"_s));
    QVERIFY(has(playbook::PlaybookPart::Step, playbook::DifferenceKind::Changed, u"publish"_s));
    QVERIFY(has(playbook::PlaybookPart::Message, playbook::DifferenceKind::Changed, u"holding"_s));
}

void IncidentTest::aChangeOfSeverityNeedsAReasonAndBringsItsSteps()
{
    const auto id = openSmall();
    QVERIFY(failsWith(m_incidents->changeSeverity(kAnne, id, 3, u"  "_s).result(), ErrorKind::InvalidArgument));
    QVERIFY(failsWith(m_incidents->changeSeverity(kAnne, id, 2, u"same"_s).result(), ErrorKind::InvalidArgument));
    QVERIFY(failsWith(m_incidents->changeSeverity(kAnne, id, 0, u"none"_s).result(), ErrorKind::InvalidArgument));
    m_clock.advance(1h);
    QVERIFY(m_incidents->changeSeverity(kAnne, id, 4, u"Somebody was hurt"_s).result());
    const Incident incident = read(id);
    QCOMPARE(incident.severity, 4);
    QCOMPARE(incident.cadence, std::chrono::seconds(10min));
    QCOMPARE(incident.nextUpdateAt, std::optional<Instant>(kStart + 15min));        // promised, and late: it stays so
    QCOMPARE(task(id, u"call-board"_s).dueAt, std::optional<Instant>(kStart + 1h)); // due, but not overdue at birth
    QCOMPARE(newestEntry(id, u"severity"_s), u"Severity changed from 2 (Moderate) to 4 (Major): Somebody was hurt"_s);
    const auto count = tasksOf(id).size();
    QVERIFY(m_incidents->changeSeverity(kAnne, id, 1, u"false alarm"_s).result());
    QCOMPARE(tasksOf(id).size(), count);
}

void IncidentTest::handingARoleOverMovesItsOpenTasks()
{
    const auto id = openSmall();
    QVERIFY(m_incidents->assignRole(kAnne, id, u"crisis-lead"_s, kAnne).result());
    QCOMPARE(task(id, u"check"_s).assignee, kAnne);
    QVERIFY(m_tasks->complete(kAnne, task(id, u"check"_s).id).result());
    QVERIFY(m_incidents->assignRole(kAnne, id, u"crisis-lead"_s, kBob, u"end of shift"_s).result());
    QCOMPARE(task(id, u"check"_s).assignee, kAnne);
    QCOMPARE(task(id, u"review"_s).assignee, kBob);
    QCOMPARE(newestEntry(id, u"role"_s), u"Anne hands the role “Lead” over to Bob: end of shift"_s);
    QCOMPARE(IncidentRepository::roles(reader(), id)->front().person, kBob);
}

void IncidentTest::theFirstActOfAPersonTakesCharge()
{
    const auto id = openSmall();
    QVERIFY(!read(id).acknowledgedAt);
    m_clock.advance(3min);
    QVERIFY(m_tasks->complete(kBob, task(id, u"check"_s).id).result());
    QCOMPARE(read(id).acknowledgedAt, std::optional<Instant>(kStart + 3min));
    m_clock.advance(3min);
    QVERIFY(m_incidents->acknowledge(kAnne, id).result());
    QCOMPARE(read(id).acknowledgedAt, std::optional<Instant>(kStart + 3min));
    QCOMPARE(newestEntry(id, u"acknowledged"_s), u"Bob takes charge"_s);
}

void IncidentTest::updatesKeepTheCadence()
{
    const auto id = openSmall();
    m_clock.advance(16min);
    QVERIFY(read(id).isUpdateOverdue(m_clock.now()));
    QVERIFY(m_log->postUpdate(kAnne, id, u"We are checking."_s, Reach::Internal).result());
    QCOMPARE(read(id).nextUpdateAt, std::optional<Instant>(kStart + 36min));
    QVERIFY(!read(id).firstStatementAt);
    QVERIFY(m_log->postUpdate(kAnne, id, u"Said."_s, Reach::Public, m_clock.now() + 3h).result());
    QCOMPARE(read(id).nextUpdateAt, std::optional<Instant>(kStart + 16min + 3h));
    QCOMPARE(read(id).firstStatementAt, std::optional<Instant>(kStart + 16min));
    m_clock.advance(3h);
    QVERIFY(m_log->postUpdate(kAnne, id, u"More."_s, Reach::Public).result());
    QCOMPARE(read(id).firstStatementAt, std::optional<Instant>(kStart + 16min));
    QCOMPARE(read(id).cadence, std::chrono::seconds(60min)); // after two hours the rhythm slows
    QVERIFY(failsWith(m_log->postUpdate(kAnne, id, u"x"_s, Reach::Public, m_clock.now()).result(),
                      ErrorKind::InvalidArgument));
    QVERIFY(failsWith(m_log->postUpdate(kAnne, id, u" \n"_s, Reach::Public).result(), ErrorKind::InvalidArgument));
    QCOMPARE(LogRepository::updates(reader(), id)->size(), std::size_t(3));
    QCOMPARE(newestEntry(id, u"update"_s), u"Public statement: More."_s);
}

void IncidentTest::aTaskMayAskForAProof()
{
    const auto id = openSmall();
    const auto publish = task(id, u"publish"_s).id;
    QVERIFY(failsWith(m_tasks->complete(kAnne, publish).result(), ErrorKind::InvalidArgument));
    QVERIFY(failsWith(m_tasks->complete(kAnne, publish, u"  "_s).result(), ErrorKind::InvalidArgument));
    QVERIFY(m_tasks->complete(kAnne, publish, u"https://example.com/1"_s).result());
    const Task done = task(id, u"publish"_s);
    QCOMPARE(done.state, TaskState::Done);
    QCOMPARE(done.proof, u"https://example.com/1"_s);
    QCOMPARE(done.doneBy, kAnne);
    QCOMPARE(done.doneAt, std::optional<Instant>(kStart));
}

void IncidentTest::settledTasksCannotBeSettledTwice()
{
    const auto id = openSmall();
    const auto check = task(id, u"check"_s).id;
    QVERIFY(failsWith(m_tasks->skip(kAnne, check, {}).result(), ErrorKind::InvalidArgument));
    QVERIFY(m_tasks->skip(kAnne, check, u"known already"_s).result());
    QVERIFY(failsWith(m_tasks->complete(kAnne, check).result(), ErrorKind::Conflict));
    QVERIFY(failsWith(m_tasks->skip(kAnne, check, u"again"_s).result(), ErrorKind::Conflict));
    QVERIFY(m_tasks->reopen(kAnne, check).result());
    QVERIFY(failsWith(m_tasks->reopen(kAnne, check).result(), ErrorKind::Conflict));
    QVERIFY(m_tasks->complete(kAnne, check).result());
    QVERIFY(failsWith(m_tasks->complete(kAnne, {999}).result(), ErrorKind::NotFound));
}

void IncidentTest::myTasksAreThoseOfAllCrisesOverdueFirst()
{
    const auto first = openSmall();
    m_clock.advance(2min);
    const auto second = openSmall();
    QVERIFY(m_incidents->assignRole(kAnne, first, u"crisis-lead"_s, kBob).result());
    QVERIFY(m_tasks->assign(kAnne, task(second, u"publish"_s).id, kBob).result());
    QVERIFY(m_tasks->add(kAnne, {.incidentId = second, .title = u"Call the plant"_s, .assignee = kBob, .dueAt = kStart})
                .result());
    const auto mine = TaskRepository::mine(reader(), {}, kBob);
    QCOMPARE(mine->size(), std::size_t(4));
    QCOMPARE(mine->at(0).task.title, u"Call the plant"_s);
    QVERIFY(mine->at(0).task.isOverdue(m_clock.now()));
    QCOMPARE(mine->at(1).task.stepKey, u"check"_s);
    QCOMPARE(mine->at(2).task.incidentId, second);
    QVERIFY(!mine->at(3).task.dueAt); // without a time: last
    QVERIFY(m_incidents->close(kAnne, second).result());
    QCOMPARE(TaskRepository::mine(reader(), {}, kBob)->size(), std::size_t(2));
}

void IncidentTest::factsAndDecisionsAreLogged()
{
    const auto id = openSmall();
    const auto fact =
        m_log->addFact(kAnne, {.incidentId = id, .text = u"Three reports"_s, .origin = u"care"_s}).result();
    QVERIFY(fact);
    QCOMPARE(newestEntry(id, u"fact"_s), u"Being checked: Three reports"_s);
    m_clock.advance(1min);
    QVERIFY(m_log->alterFact(kBob, *fact, FactState::Confirmed, u"Four reports"_s).result());
    QVERIFY(m_log->alterFact(kBob, *fact, FactState::Withdrawn, u"Four reports"_s).result());
    const Fact altered = LogRepository::facts(reader(), id)->front();
    QCOMPARE(altered.state, FactState::Withdrawn);
    QCOMPARE(altered.at, kStart);
    QCOMPARE(altered.updatedAt, kStart + 1min);
    QCOMPARE(altered.origin, u"care"_s);
    QVERIFY(
        failsWith(m_log->decide(kAnne, {.incidentId = id, .what = u"Recall"_s}).result(), ErrorKind::InvalidArgument));
    QVERIFY(
        m_log
            ->decide(kAnne, {.incidentId = id, .what = u"Recall"_s, .why = u"A risk to people"_s, .options = u"Wait"_s})
            .result());
    QCOMPARE(LogRepository::decisions(reader(), id)->front().actor, kAnne);
    QCOMPARE(newestEntry(id, u"decision"_s), u"Decision: Recall. Reason: A risk to people"_s);
}

void IncidentTest::stakeholdersAreToldOnce()
{
    const auto id = openSmall();
    const auto board = LogRepository::stakeholders(reader(), id)->front();
    QVERIFY(board.isOverdue(kStart + 16min));
    QVERIFY(m_log->tellStakeholder(kBob, board.id, u"by phone"_s).result());
    QVERIFY(failsWith(m_log->tellStakeholder(kBob, board.id).result(), ErrorKind::Conflict));
    QCOMPARE(LogRepository::stakeholders(reader(), id)->front().toldBy, kBob);
    QCOMPARE(newestEntry(id, u"stakeholder"_s), u"Management: told by Bob (by phone)"_s);
}

void IncidentTest::entriesAreStarredAndPaged()
{
    const auto id = openSmall();
    const auto note = m_log->addNote(kAnne, id, u"First call"_s).result();
    QVERIFY(note);
    using enum LogRepository::Entries;
    QCOMPARE(LogRepository::entries(reader(), id, Starred)->size(), std::size_t(1)); // the opening
    QVERIFY(m_log->star(kBob, *note).result());
    QCOMPARE(LogRepository::entries(reader(), id, Starred)->front().text, u"First call"_s);
    QVERIFY(m_log->unstar(kBob, *note).result());
    QCOMPARE(LogRepository::entries(reader(), id, Starred)->size(), std::size_t(1));
    const auto page = LogRepository::entries(reader(), id, All, {}, 1, *note);
    QCOMPARE(page->size(), std::size_t(1));
    QCOMPARE(page->front().kind, u"opened"_s);
}

void IncidentTest::keyMentionsAreMarked()
{
    const auto id = openSmall();
    const auto mention = addMention(kStart, u"x"_s, addWatch());
    QVERIFY(m_incidents->setKeyMention(kAnne, id, mention, IncidentService::KeyMention::Yes).result());
    QVERIFY(m_incidents->attachMention(kAnne, id, mention).result()); // once more: still key, still one
    QCOMPARE(*IncidentRepository::mentionCount(reader(), id), 1);
    QCOMPARE(*IncidentRepository::mentions(reader(), id, IncidentRepository::Mentions::Key), std::vector{mention});
    QVERIFY(m_incidents->setKeyMention(kAnne, id, mention, IncidentService::KeyMention::No).result());
    QVERIFY(IncidentRepository::mentions(reader(), id, IncidentRepository::Mentions::Key)->empty());
    QVERIFY(failsWith(m_incidents->attachMention(kAnne, id, {12345}).result(), ErrorKind::Conflict));
}

void IncidentTest::closingWithOpenTasksIsAllowedAndReported()
{
    const auto id = openSmall();
    QVERIFY(m_tasks->complete(kAnne, task(id, u"check"_s).id).result());
    m_clock.advance(2h);
    QVERIFY(m_incidents->markResolved(kAnne, id).result());
    QVERIFY(failsWith(m_incidents->markResolved(kAnne, id).result(), ErrorKind::Conflict));
    const auto outcome = m_incidents->close(kAnne, id).result();
    QVERIFY(outcome);
    QCOMPARE(outcome->openTasks.size(), std::size_t(2)); // publish and the stand-down list; the review comes after
    const Incident incident = read(id);
    QCOMPARE(incident.state, IncidentState::Closed);
    QCOMPARE(incident.closedAt, std::optional<Instant>(kStart + 2h));
    QVERIFY(!incident.nextUpdateAt);
    QCOMPARE(task(id, u"review"_s).dueAt, std::optional<Instant>(kStart + 26h));
    QVERIFY(newestEntry(id, u"closed"_s).contains(u"2 task"_s));
    QVERIFY(failsWith(m_incidents->close(kAnne, id).result(), ErrorKind::Conflict));
    QVERIFY(failsWith(m_log->postUpdate(kAnne, id, u"late"_s, Reach::Public).result(), ErrorKind::Conflict));
    QVERIFY(failsWith(m_incidents->changeSeverity(kAnne, id, 4, u"late"_s).result(), ErrorKind::Conflict));
    QVERIFY(m_tasks->complete(kAnne, task(id, u"review"_s).id).result()); // what is due after is still done
    QCOMPARE(*IncidentRepository::count(reader(), {}, Which::Open), 0);
    QCOMPARE(*IncidentRepository::count(reader(), {}, Which::Closed), 1);
}

void IncidentTest::aClosedCrisisCanBeOpenedAgain()
{
    const auto id = openSmall();
    QVERIFY(failsWith(m_incidents->reopen(kAnne, id, u"why not"_s).result(), ErrorKind::Conflict));
    QVERIFY(m_incidents->close(kAnne, id, u"All quiet"_s).result());
    QVERIFY(failsWith(m_incidents->reopen(kAnne, id, u""_s).result(), ErrorKind::InvalidArgument));
    m_clock.advance(1h);
    QVERIFY(m_incidents->reopen(kAnne, id, u"A new video"_s).result());
    QVERIFY(read(id).isOpen());
    QVERIFY(!read(id).closedAt);
    QVERIFY(!task(id, u"review"_s).dueAt);
    QCOMPARE(read(id).nextUpdateAt, std::optional<Instant>(kStart + 1h + 20min));
}

void IncidentTest::everyActLeavesOneAuditRowAndAnnouncesTheCrisis()
{
    const auto id = openSmall();
    const qint64 before = auditRows();
    QSignalSpy changed(m_database.get(), &store::Database::changed);
    QVERIFY(m_tasks->complete(kBob, task(id, u"check"_s).id).result());
    QCOMPARE(auditRows(), before + 1);
    QTRY_COMPARE(changed.size(), 1);
    const auto changes = changed.front().front().value<store::Changes>();
    QVERIFY(std::ranges::any_of(changes, [&](const store::Change &change) {
        return change.entity == store::Entity::Task && change.parentId == id.value;
    }));
    QVERIFY(std::ranges::any_of(changes, [&](const store::Change &change) {
        return change.entity == store::Entity::Incident && change.id == id.value;
    }));
    QVERIFY(m_incidents->setLegalHold(kAnne, id, IncidentService::LegalHold::On).result());
    QVERIFY(read(id).isUnderLegalHold);
    QVERIFY(m_log->addNote(kAnne, id, u"n"_s).result());
    QVERIFY(m_incidents->assignRole(kAnne, id, u"writer"_s, kBob).result());
    QVERIFY(m_incidents->close(kAnne, id).result());
    QCOMPARE(auditRows(), before + 5);
    QVERIFY(store::verifyDatabase(reader())->isSound());
}

QTEST_GUILESS_MAIN(IncidentTest)
#include "tst_incident.moc"
