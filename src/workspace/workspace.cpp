// SPDX-License-Identifier: GPL-3.0-or-later
#include "workspace/workspace.h"

#include "analysis/postjudge.h"
#include "analysis/trainedtonality.h"
#include "drill/drillrepository.h"
#include "drill/drillrunner.h"
#include "incident/incidentservice.h"
#include "incident/logservice.h"
#include "incident/taskservice.h"
#include "monitoring/alertservice.h"
#include "monitoring/mentionservice.h"
#include "monitoring/sourceservice.h"
#include "monitoring/tonalityteacher.h"
#include "monitoring/watchservice.h"
#include "playbook/deskvalues.h"
#include "playbook/messageservice.h"
#include "playbook/personservice.h"
#include "playbook/playbookservice.h"
#include "postmortem/reviewservice.h"
#include "reply/outbox.h"
#include "reply/promiseservice.h"
#include "reply/replyrepository.h"
#include "reply/replyservice.h"
#include "store/async.h"
#include "store/database.h"
#include "store/settings.h"
#include "workspace/loadedjudge.h"
#include "workspace/networkroom.h"
#include "workspace/shipped.h"

#include <QFutureWatcher>
#include <QStandardPaths>
#include <QThreadPool>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace vigie::workspace
{
namespace
{

const QString kBrandKey = u"variable.brand"_s; // the variable's own place: one value, not two that can differ
const QString kOperatorKey = u"desk.operator"_s;
const QString kZoneKey = u"desk.zone"_s;

QString loginName()
{
    const QString name = qEnvironmentVariable("USER", qEnvironmentVariable("USERNAME"));
    return name.isEmpty() ? u"vigie"_s : name;
}

Result<DeskProfile> readProfile(const store::Connection &connection, const QString &operatorName)
{
    const auto brand = store::Settings::value(connection, kBrandKey);
    const auto name = store::Settings::value(connection, kOperatorKey);
    const auto zone = store::Settings::value(connection, kZoneKey);
    if (!brand || !name || !zone)
        return fail((!brand ? brand : !name ? name : zone).error());
    DeskProfile profile{.brand = *brand, .operatorName = operatorName.isEmpty() ? *name : operatorName};
    if (profile.operatorName.isEmpty())
        profile.operatorName = loginName();
    if (const QTimeZone stored(zone->toUtf8()); !zone->isEmpty() && stored.isValid())
        profile.zone = stored;
    return profile;
}

} // namespace

/// In the order in which they are made; they go in the reverse order.
struct Workspace::Parts {
    core::SystemClock systemClock;
    core::DeskClock clock;
    std::unique_ptr<store::Database> database;
    DeskProfile profile;
    core::Language language = core::Language::English;
    Learning learning = Learning::First;
    core::DrillRunId scope;

    QFuture<LoadedJudge> loading;
    std::unique_ptr<analysis::PostJudge> judge;
    std::unique_ptr<monitoring::TonalityTeacher> teacher;
    std::unique_ptr<reply::ReplyCheck> replyCheck;
    std::unique_ptr<monitoring::Intake> intake;
    std::unique_ptr<monitoring::MentionService> mentions;
    std::unique_ptr<monitoring::WatchService> watches;
    std::unique_ptr<monitoring::AlertService> alerts;
    std::unique_ptr<monitoring::SourceService> sources;
    std::unique_ptr<playbook::PlaybookService> playbooks;
    std::unique_ptr<playbook::MessageService> messages;
    std::unique_ptr<playbook::PersonService> people;
    std::unique_ptr<playbook::DeskValueService> deskValues;
    std::unique_ptr<incident::IncidentService> incidents;
    std::unique_ptr<incident::TaskService> tasks;
    std::unique_ptr<incident::LogService> log;
    std::unique_ptr<reply::ReplyService> replies;
    std::unique_ptr<reply::Outbox> outbox;
    std::unique_ptr<reply::PromiseService> promises;
    std::unique_ptr<postmortem::ReviewService> reviews;
    std::unique_ptr<drill::DrillRunner> drills;

    std::unique_ptr<NetworkRoom> networks;
};

Workspace::Workspace(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Workspace::~Workspace()
{
    m_parts->drills.reset();
    m_parts->networks.reset();
    // Reads on the pool use the database; none may outlive it.
    QThreadPool::globalInstance()->waitForDone();
    // Before the services: what the writer still finishes may call them.
    m_parts->database.reset();
}

Result<std::unique_ptr<Workspace>> Workspace::open(const Options &options)
{
    auto parts = std::make_unique<Parts>();
    auto database = store::Database::open(options.path, parts->clock, options.access);
    if (!database)
        return fail(database.error());
    parts->database = std::move(*database);
    parts->language = options.language;
    parts->learning = options.learning;
    const auto reader = parts->database->reader();
    auto profile = reader ? readProfile(**reader, options.operatorName) : fail(reader.error());
    if (!profile)
        return fail(profile.error());
    parts->profile = std::move(*profile);

    store::Database &db = *parts->database;
    parts->watches = std::make_unique<monitoring::WatchService>(db);
    parts->alerts = std::make_unique<monitoring::AlertService>(db);
    parts->sources = std::make_unique<monitoring::SourceService>(db);
    parts->playbooks = std::make_unique<playbook::PlaybookService>(db);
    parts->messages = std::make_unique<playbook::MessageService>(db);
    parts->people = std::make_unique<playbook::PersonService>(db);
    parts->deskValues = std::make_unique<playbook::DeskValueService>(db);
    parts->incidents = std::make_unique<incident::IncidentService>(db);
    parts->tasks = std::make_unique<incident::TaskService>(db);
    parts->log = std::make_unique<incident::LogService>(db);
    parts->replies = std::make_unique<reply::ReplyService>(db);
    parts->promises = std::make_unique<reply::PromiseService>(db);
    parts->reviews = std::make_unique<postmortem::ReviewService>(db);
    const QString secretFile = options.secretFile.isEmpty() ? NetworkRoom::storedSecretFile(db) : options.secretFile;
    std::unique_ptr<Workspace> workspace(new Workspace(std::move(parts)));
    workspace->m_parts->networks = std::make_unique<NetworkRoom>(
        NetworkRoom::Needs{
            .database = db,
            .intake = [made = workspace.get()]() -> monitoring::Intake & { return made->intake(); },
            .check = [made = workspace.get()]() -> const reply::ReplyCheck & { return made->replyCheck(); }},
        secretFile);
    if (options.access == store::Access::ReadWrite)
        workspace->settleInterruptedReplies();
    return workspace;
}

void Workspace::settleInterruptedReplies()
{
    const auto inFlight = reply::ReplyRepository::inFlight(reader());
    if (inFlight && inFlight->empty())
        return; // the usual case, and the outbox with its checks need not be made yet
    store::whenDone(outbox().settleInterrupted(), this, [](const Result<int> &settled) {
        if (!settled)
            qWarning("replies that were being sent could not be settled: %s", qPrintable(settled.error().detail));
    });
}

QString Workspace::defaultDatabasePath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/vigie.db"_s;
}

store::Database &Workspace::database()
{
    return *m_parts->database;
}

const store::Connection &Workspace::reader()
{
    const auto reader = m_parts->database->reader();
    if (!reader)
        qFatal("%s", qPrintable(reader.error().toString()));
    return **reader;
}

const core::Clock &Workspace::clock() const
{
    return m_parts->clock;
}

bool Workspace::isReadOnly() const
{
    return m_parts->database->access() == store::Access::ReadOnly;
}

const DeskProfile &Workspace::profile() const
{
    return m_parts->profile;
}

void Workspace::setProfile(const DeskProfile &profile)
{
    const auto written = database().submit(actor(), [profile](store::Transaction &transaction) -> Result<> {
        const std::pair<QString, QString> values[] = {{kBrandKey, profile.brand},
                                                      {kOperatorKey, profile.operatorName},
                                                      {kZoneKey, QString::fromUtf8(profile.zone.id())}};
        for (const auto &[key, value] : values) {
            if (auto done = store::Settings::setValue(transaction, key, value); !done)
                return done;
        }
        return {};
    });
    store::whenDone(written, this, [this, profile](const Result<> &result) {
        if (!result)
            return qWarning("the profile was not saved: %s", qPrintable(result.error().detail));
        m_parts->profile = profile;
        if (profile.operatorName.isEmpty())
            m_parts->profile.operatorName = loginName();
        emit profileChanged();
    });
}

const QString &Workspace::actor() const
{
    return m_parts->profile.operatorName;
}

core::Language Workspace::language() const
{
    return m_parts->language;
}

void Workspace::setLanguage(core::Language language)
{
    if (m_parts->language == language)
        return;
    m_parts->language = language;
    emit languageChanged(language);
}

core::Format Workspace::format() const
{
    return format(m_parts->language);
}

core::Format Workspace::format(core::Language language) const
{
    return core::Format(language, m_parts->profile.zone);
}

core::DrillRunId Workspace::scope() const
{
    return m_parts->scope;
}

void Workspace::setScope(core::DrillRunId scope)
{
    if (m_parts->scope == scope)
        return;
    m_parts->scope = scope;
    // A drill that is over is read as of its end: "4 min" means what it meant to the team. One that runs holds the clock itself.
    const bool isRunning = m_parts->drills && m_parts->drills->isOpen();
    if (!isRunning) {
        const auto run = scope.isValid() ? drill::DrillRepository::find(reader(), scope)
                                         : Result<std::optional<drill::DrillRun>>();
        if (run && *run && (*run)->endedAt)
            m_parts->clock.hold(*(*run)->endedAt);
        else
            m_parts->clock.release();
    }
    emit scopeChanged(scope);
}

void Workspace::loadJudge()
{
    if (m_parts->judge || m_parts->loading.isValid())
        return;
    m_parts->loading = QtConcurrent::run(LoadedJudge::beside, database().path());
    auto *watcher = new QFutureWatcher<LoadedJudge>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        takeJudge();
        emit judgeLoaded();
    });
    watcher->setFuture(m_parts->loading);
}

bool Workspace::isJudgeLoaded() const
{
    return m_parts->judge != nullptr;
}

void Workspace::takeJudge()
{
    if (m_parts->judge)
        return;
    loadJudge();
    LoadedJudge loaded = m_parts->loading.takeResult(); // waits for it
    m_parts->teacher = std::make_unique<monitoring::TonalityTeacher>(database(), *loaded.tonality);
    m_parts->judge = std::make_unique<analysis::PostJudge>(std::move(loaded.tonality), std::move(loaded.risks));
    if (m_parts->learning == Learning::Beside)
        m_parts->teacher->learnSoon();
    else if (const auto learnt = m_parts->teacher->learn(); !learnt)
        qWarning("the judge of tonality is as shipped: %s", qPrintable(learnt.error().detail));
}

const analysis::PostJudge &Workspace::judge()
{
    takeJudge();
    return *m_parts->judge;
}

monitoring::TonalityTeacher &Workspace::teacher()
{
    takeJudge();
    return *m_parts->teacher;
}

monitoring::Intake &Workspace::intake()
{
    if (!m_parts->intake)
        m_parts->intake =
            std::make_unique<monitoring::Intake>(database(), judge(), core::DrillRunId(), &m_parts->systemClock);
    return *m_parts->intake;
}

monitoring::MentionService &Workspace::mentions()
{
    if (!m_parts->mentions)
        m_parts->mentions = std::make_unique<monitoring::MentionService>(database(), intake());
    return *m_parts->mentions;
}

monitoring::WatchService &Workspace::watches()
{
    return *m_parts->watches;
}

monitoring::AlertService &Workspace::alerts()
{
    return *m_parts->alerts;
}

monitoring::SourceService &Workspace::sources()
{
    return *m_parts->sources;
}

playbook::PlaybookService &Workspace::playbooks()
{
    return *m_parts->playbooks;
}

playbook::MessageService &Workspace::messages()
{
    return *m_parts->messages;
}

playbook::PersonService &Workspace::people()
{
    return *m_parts->people;
}

playbook::DeskValueService &Workspace::deskValues()
{
    return *m_parts->deskValues;
}

incident::IncidentService &Workspace::incidents()
{
    return *m_parts->incidents;
}

incident::TaskService &Workspace::tasks()
{
    return *m_parts->tasks;
}

incident::LogService &Workspace::log()
{
    return *m_parts->log;
}

reply::ReplyService &Workspace::replies()
{
    return *m_parts->replies;
}

reply::ReplyCheck &Workspace::replyCheck()
{
    if (!m_parts->replyCheck)
        m_parts->replyCheck = std::make_unique<reply::ReplyCheck>(shipped(reply::ReplyCheck::shipped()));
    return *m_parts->replyCheck;
}

reply::Outbox &Workspace::outbox()
{
    if (!m_parts->outbox)
        m_parts->outbox = std::make_unique<reply::Outbox>(database(), replyCheck(), m_parts->systemClock);
    return *m_parts->outbox;
}

reply::PromiseService &Workspace::promises()
{
    return *m_parts->promises;
}

postmortem::ReviewService &Workspace::reviews()
{
    return *m_parts->reviews;
}

drill::DrillRunner &Workspace::drills()
{
    if (!m_parts->drills) {
        m_parts->drills = std::make_unique<drill::DrillRunner>(drill::DrillRunner::Needs{
            .database = database(), .clock = m_parts->clock, .judge = judge(), .check = replyCheck()});
        connect(m_parts->drills.get(), &drill::DrillRunner::ended, this, [this] {
            if (m_parts->scope == m_parts->drills->run())
                m_parts->clock.hold(m_parts->drills->now()); // until the team leaves the exercise
        });
    }
    return *m_parts->drills;
}

NetworkRoom &Workspace::networks()
{
    return *m_parts->networks;
}

void Workspace::startCollecting()
{
    if (isReadOnly())
        return;
    const auto start = [this] { m_parts->networks->start(); };
    const auto startWhenLearnt = [this, start] {
        if (teacher().isLearning()) // what comes from outside is not judged by less than the desk has taught
            connect(&teacher(), &monitoring::TonalityTeacher::learnt, this, start, Qt::SingleShotConnection);
        else
            start();
    };
    if (m_parts->judge)
        return startWhenLearnt();
    connect(this, &Workspace::judgeLoaded, this, startWhenLearnt, Qt::SingleShotConnection);
    loadJudge();
}

} // namespace vigie::workspace
