// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/collector.h"

#include "monitoring/accountrepository.h"
#include "monitoring/readingcost.h"
#include "monitoring/sourcerepository.h"
#include "networks/accountbook.h"
#include "networks/httpclient.h"
#include "networks/networks.h"
#include "store/async.h"

#include <QLoggingCategory>
#include <QNetworkInformation>
#include <QRandomGenerator>
#include <QTimer>
#include <QUrl>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

Q_LOGGING_CATEGORY(logCollector, "vigie.collector")

constexpr int kHttpGone = 410;
constexpr int kLateIntervals = 3;
constexpr std::chrono::milliseconds kLongestSleep = std::chrono::minutes(1);

std::optional<networks::ReadTask::What> taskOf(SourceKind kind)
{
    using What = networks::ReadTask::What;
    switch (kind) {
    case SourceKind::Feed:
        return What::Feed;
    case SourceKind::Mentions:
        return What::Mentions;
    case SourceKind::Search:
        return What::Search;
    case SourceKind::Hashtag:
        return What::Hashtag;
    case SourceKind::Firehose:
        return What::Firehose;
    case SourceKind::Folder:
        return What::Folder;
    case SourceKind::File:
    case SourceKind::Manual:
    case SourceKind::Drill:
    case SourceKind::Webhook:
        break;
    }
    return std::nullopt;
}

bool isCollected(const Source &source)
{
    return taskOf(source.kind).has_value();
}

SourceState stateAfter(const Source &source, const Error &error, core::Instant now)
{
    if (error.kind == ErrorKind::RateLimited)
        return SourceState::Limited;
    if (error.kind == ErrorKind::Unauthorized && source.accountId.isValid())
        return SourceState::SignedOut;
    const bool isGone = error.httpStatus == kHttpGone;
    const bool lasts = !source.lastSuccessAt || now - *source.lastSuccessAt > kLateIntervals * source.interval;
    return isGone || lasts ? SourceState::Failed : SourceState::Late;
}

/// What is read differently makes another reader.
bool isReadAlike(const Source &a, const Source &b)
{
    return a.kind == b.kind && a.network == b.network && a.url == b.url && a.query == b.query && a.accountId == b.accountId;
}

std::chrono::milliseconds backoff(int failures, const Source &source)
{
    const auto delay = networks::backoffDelay(failures, QRandomGenerator::global()->generateDouble());
    // Whoever publishes a feed is not asked more often because it fails.
    return source.kind == SourceKind::Feed ? std::max<std::chrono::milliseconds>(delay, source.interval)
                                           : std::min<std::chrono::milliseconds>(delay, source.interval);
}

} // namespace

struct Collector::Job {
    Source source;
    QObject *waiting = nullptr; ///< for the keys of its account
    SourceReader *reader = nullptr;
    int failures = 0;        ///< in a row
    core::Instant notBefore = core::Instant::min();
    core::Instant followAfter = core::Instant::min(); ///< when the stream may be opened again
    int streamFailures = 0;
    bool isStale = false; ///< its account has another key now

    ~Job()
    {
        delete waiting;
        if (reader) {
            reader->disconnect();
            reader->cancel();
            reader->deleteLater();
        }
    }
    [[nodiscard]] bool isBusy() const { return waiting || (reader && reader->isReading()); }
};

struct Collector::Round {
    QPromise<Result<std::vector<CollectOutcome>>> promise;
    std::set<core::SourceId> waiting;
    std::vector<CollectOutcome> outcomes;

    void finish(Result<std::vector<CollectOutcome>> result)
    {
        promise.addResult(std::move(result));
        promise.finish();
    }
};

Collector::Collector(store::Database &database, Intake &intake, networks::HttpClient &http,
                     networks::AccountBook &accounts, ConnectorFactory factory)
    : m_database(database), m_intake(intake), m_http(http), m_accounts(accounts), m_factory(std::move(factory))
{
    connect(&accounts, &networks::AccountBook::signedOut, this, &Collector::noteSignedOut);
}

Collector::~Collector()
{
    m_jobs.clear();
    if (m_round)
        m_round->finish(fail(ErrorKind::Cancelled, u"the collector has ended"_s));
}

networks::Connector *Collector::networkConnector(const Source &source, networks::Account *account,
                                                 networks::HttpClient &http, const core::Clock &clock, QObject *parent)
{
    const auto what = taskOf(source.kind);
    if (!what)
        return nullptr;
    networks::ReadTask task{.network = source.network, .what = *what, .query = source.query, .url = QUrl(source.url)};
    if (*what == networks::ReadTask::What::Folder) {
        task.network = u"import"_s; // its posts name theirs
        task.url = QUrl::fromLocalFile(source.url);
    }
    return networks::makeReader(task, account, http, clock, parent);
}

void Collector::start()
{
    if (m_timer)
        return;
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Collector::collectDue);
    connect(&m_database, &store::Database::changed, this, &Collector::noticeChanges);
    if (const QNetworkInformation *const network = QNetworkInformation::instance()) {
        connect(network, &QNetworkInformation::reachabilityChanged, this, [this](QNetworkInformation::Reachability reached) {
            if (reached != QNetworkInformation::Reachability::Online)
                return;
            for (const auto &[id, job] : m_jobs) {
                if (job->failures > 0 && job->notBefore != core::Instant::max())
                    job->notBefore = core::Instant::min(); // what failed may have failed for this reason alone
            }
            if (m_timer)
                m_timer->start(0);
        });
    }
    collectDue();
}

void Collector::stop()
{
    if (m_timer) {
        disconnect(&m_database, &store::Database::changed, this, nullptr);
        delete m_timer;
        m_timer = nullptr;
    }
    for (const auto &[id, job] : m_jobs) {
        if (job->reader)
            job->reader->cancel();
    }
}

bool Collector::isReading() const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [](const auto &entry) { return entry.second->isBusy(); });
}

void Collector::noticeChanges(const store::Changes &changes)
{
    const auto isSetting = [](const store::Change &change) { return change.entity == store::Entity::Setting; };
    const auto matters = [isSetting](const store::Change &change) {
        return change.entity == store::Entity::Source || change.entity == store::Entity::Account || isSetting(change);
    };
    if (!m_timer || std::none_of(changes.begin(), changes.end(), matters))
        return;
    const auto isAccount = [](const store::Change &change) { return change.entity == store::Entity::Account; };
    if (std::any_of(changes.begin(), changes.end(), isAccount)) {
        for (const auto &[id, job] : m_jobs)
            job->isStale = job->source.accountId.isValid();
    }
    if (std::any_of(changes.begin(), changes.end(), isSetting)) {
        for (const auto &[id, job] : m_jobs) {
            const bool isPutOff = job->failures > 0 && job->notBefore != core::Instant::max();
            if (isPutOff && networks::capabilitiesOf(job->source.network).readingCosts)
                job->notBefore = core::Instant::min(); // there may be a larger budget now
        }
    }
    m_timer->start(0);
}

std::chrono::milliseconds Collector::untilDue(const Source &source, core::Instant now) const
{
    // An attempt in the future is a clock that was set back.
    const bool wasAttempted = source.lastAttemptAt && *source.lastAttemptAt <= now;
    const auto job = m_jobs.find(source.id);
    const bool hasFailed = job != m_jobs.end() && (job->second->failures > 0 || job->second->isStale);
    core::Instant due = wasAttempted && !hasFailed ? *source.lastAttemptAt + source.interval : now;
    if (job != m_jobs.end()) {
        // A source that had ended, to which a person has given another address, is a new one.
        const bool isRenewed = source.state == SourceState::New && job->second->notBefore == core::Instant::max();
        due = isRenewed ? now : std::max(due, job->second->notBefore);
    }
    return due == core::Instant::max() ? kLongestSleep : std::max(std::chrono::milliseconds(0), due - now);
}

void Collector::collectDue()
{
    if (!m_timer)
        return;
    const auto reader = m_database.reader();
    const auto sources = reader ? SourceRepository::list(**reader) : fail(reader.error());
    if (!sources)
        qCWarning(logCollector) << "the sources cannot be read:" << sources.error().detail;
    std::chrono::milliseconds sleep = kLongestSleep;
    std::set<core::SourceId> wanted;
    const core::Instant now = m_intake.clock().now();
    for (const Source &source : sources ? *sources : std::vector<Source>()) {
        if (!source.isEnabled || !isCollected(source))
            continue;
        wanted.insert(source.id);
        const auto job = m_jobs.find(source.id);
        if (job != m_jobs.end() && job->second->isBusy())
            continue;
        const auto wait = untilDue(source, now);
        if (wait.count() == 0)
            read(source);
        else
            sleep = std::min(sleep, wait);
        if (job != m_jobs.end() && job->second->reader && !job->second->reader->isFollowing()
            && job->second->streamFailures > 0) {
            if (job->second->followAfter <= now)
                job->second->reader->follow();
            else
                sleep = std::min<std::chrono::milliseconds>(sleep, job->second->followAfter - now);
        }
    }
    std::erase_if(m_jobs, [&](const auto &entry) { return sources && !wanted.contains(entry.first) && !entry.second->isBusy(); });
    m_timer->start(sleep);
}

QFuture<Result<std::vector<CollectOutcome>>> Collector::collectOnce(const QString &onlyName)
{
    using Answer = Result<std::vector<CollectOutcome>>;
    if (m_round)
        return QtFuture::makeReadyFuture(Answer(fail(ErrorKind::Conflict, u"the sources are being read already"_s)));
    const auto reader = m_database.reader();
    const auto sources = reader ? SourceRepository::list(**reader) : fail(reader.error());
    if (!sources)
        return QtFuture::makeReadyFuture(Answer(fail(sources.error())));

    m_round = std::make_unique<Round>();
    m_round->promise.start();
    auto future = m_round->promise.future();
    std::vector<Source> chosen;
    for (const Source &source : *sources) {
        if (isCollected(source) && (onlyName.isEmpty() ? source.isEnabled : source.name == onlyName))
            chosen.push_back(source);
    }
    for (const Source &source : chosen)
        m_round->waiting.insert(source.id);
    for (const Source &source : chosen) {
        const auto job = m_jobs.find(source.id);
        if (job == m_jobs.end() || !job->second->isBusy())
            read(source);
    }
    if (chosen.empty()) {
        const auto round = std::move(m_round);
        if (onlyName.isEmpty())
            round->finish(std::vector<CollectOutcome>());
        else
            round->finish(fail(ErrorKind::NotFound, u"there is no source named \"%1\""_s.arg(onlyName)));
    }
    return future;
}

void Collector::read(const Source &source)
{
    auto &job = m_jobs[source.id];
    if (job && job->reader && !job->isStale && isReadAlike(job->source, source)) {
        job->source = source;
        job->reader->read();
        return;
    }
    const int failures = job && isReadAlike(job->source, source) ? job->failures : 0;
    job = std::make_unique<Job>(Job{.source = source, .failures = failures});
    // Also where the attempt cannot be noted in the database: whatever happens, never in a tight loop.
    job->notBefore = m_intake.clock().now() + std::min<std::chrono::milliseconds>(source.interval, kLongestSleep);
    job->waiting = new QObject(this);
    if (!source.accountId.isValid()) {
        QMetaObject::invokeMethod(
            job->waiting, [this, source] { makeReader(source, nullptr); }, Qt::QueuedConnection);
        return;
    }
    const auto reader = m_database.reader();
    const auto account = reader ? AccountRepository::byId(**reader, source.accountId) : fail(reader.error());
    const bool hasKey = account && *account && !(*account)->secretName.isEmpty();
    if (hasKey) {
        m_accounts.find((*account)->secretName, job->waiting,
                        [this, source](const Result<networks::Account *> &found) { makeReader(source, found); });
        return;
    }
    const Error error = account ? Error{.kind = ErrorKind::Unauthorized, .detail = u"its account is not signed in"_s}
                                : account.error();
    QMetaObject::invokeMethod(
        job->waiting, [this, source, error] { makeReader(source, fail(error)); }, Qt::QueuedConnection);
}

void Collector::makeReader(const Source &source, const Result<networks::Account *> &account)
{
    const auto found = m_jobs.find(source.id);
    if (found == m_jobs.end())
        return;
    Job &job = *found->second;
    std::exchange(job.waiting, nullptr)->deleteLater();
    if (!account)
        return noteFailure(source, {.source = source.id, .name = source.name, .error = account.error()});
    networks::Connector *const connector = m_factory(source, *account, m_http, m_intake.clock(), nullptr);
    if (!connector)
        return finish({.source = source.id,
                       .name = source.name,
                       .error = Error{.kind = ErrorKind::InvalidArgument,
                                      .detail = u"this kind of source is not collected"_s}});
    if (networks::capabilitiesOf(source.network).readingCosts)
        connector->setPurse([this, source] { return ReadingCost::purseFor(m_database, source, m_intake.clock().now()); });
    job.reader = new SourceReader(source, connector, m_intake, this);
    connect(job.reader, &SourceReader::finished, this, &Collector::readingEnded);
    connect(job.reader, &SourceReader::arrived, this, [this](const CollectOutcome &outcome) { emit collected(outcome); });
    connect(job.reader, &SourceReader::streamEnded, this,
            [this, id = source.id](const Error &reason) { streamEnded(id, reason); });
    job.reader->read();
}

void Collector::readingEnded(const CollectOutcome &outcome)
{
    const auto found = m_jobs.find(outcome.source);
    if (found == m_jobs.end())
        return;
    Job &job = *found->second;
    if (outcome.error && outcome.error->kind == ErrorKind::Cancelled)
        return finish(outcome);
    if (outcome.error)
        return noteFailure(job.source, outcome);
    job.failures = 0;
    job.notBefore = m_intake.clock().now() + job.source.interval;
    if (m_timer && job.reader->canFollow() && job.streamFailures == 0)
        job.reader->follow();
    finish(outcome);
}

void Collector::streamEnded(core::SourceId id, const Error &reason)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || reason.kind == ErrorKind::Cancelled)
        return;
    Job &job = *found->second;
    qCInfo(logCollector) << "the stream of source" << id.value << "ended:" << reason.detail;
    ++job.streamFailures;
    const auto wait = reason.retryAfter ? std::chrono::milliseconds(*reason.retryAfter)
                                        : backoff(job.streamFailures, job.source);
    job.followAfter = m_intake.clock().now() + wait;
    // Where posts are read besides, they still come. Where the stream is all there is, its silence is a gap.
    if (job.source.kind == SourceKind::Firehose)
        return noteFailure(job.source, {.source = id, .name = job.source.name, .error = reason});
    if (m_timer)
        m_timer->start(0);
}

void Collector::noteFailure(const Source &source, CollectOutcome outcome)
{
    const Error error = outcome.error.value_or(Error());
    const core::Instant now = m_intake.clock().now();
    if (const auto job = m_jobs.find(source.id); job != m_jobs.end()) {
        ++job->second->failures;
        if (error.httpStatus == kHttpGone)
            job->second->notBefore = core::Instant::max(); // asked never to come again
        else
            job->second->notBefore = now + (error.retryAfter ? std::chrono::milliseconds(*error.retryAfter)
                                                             : backoff(job->second->failures, source));
    }
    const auto reader = m_database.reader();
    const auto stored = reader ? SourceRepository::byId(**reader, source.id) : fail(reader.error());
    const SourceState state = stateAfter(stored && *stored ? **stored : source, error, now);
    const auto noted = m_database.submit(u"collector"_s, [=](store::Transaction &transaction) {
        return SourceRepository::noteFailure(transaction, source.id, state, error.detail);
    });
    store::whenDone(noted, this, [this, outcome](const Result<> &done) {
        if (!done)
            qCWarning(logCollector) << "a failure of source" << outcome.source.value
                                    << "could not be noted:" << done.error().detail;
        finish(outcome);
    });
}

void Collector::finish(const CollectOutcome &outcome)
{
    emit collected(outcome);
    if (m_round && m_round->waiting.erase(outcome.source) > 0) {
        m_round->outcomes.push_back(outcome);
        if (m_round->waiting.empty()) {
            const auto round = std::move(m_round); // whoever gets the answer may begin the next round
            round->finish(std::move(round->outcomes));
        }
    }
    if (m_timer)
        m_timer->start(0);
}

void Collector::noteSignedOut(const QString &secretName, const QString &reason)
{
    const auto noted = m_database.submit(u"vigie"_s, [secretName, reason](store::Transaction &transaction) {
        return AccountRepository::noteSignedOut(transaction, secretName, reason);
    });
    store::whenDone(noted, this, [](const Result<> &done) {
        if (!done)
            qCWarning(logCollector) << "a sign-out could not be noted:" << done.error().detail;
    });
}

} // namespace vigie::monitoring
