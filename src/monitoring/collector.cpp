// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/collector.h"

#include "monitoring/sourcerepository.h"
#include "networks/feedconnector.h"
#include "networks/httpclient.h"
#include "store/async.h"

#include <QLoggingCategory>
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

bool isCollected(const Source &source)
{
    return source.kind == SourceKind::Feed;
}

/// A source that had ended, to which a person has given another address.
bool hasChanged(const Source &source, core::Instant notBefore)
{
    return source.state == SourceState::New && notBefore == core::Instant::max();
}

SourceState stateAfter(const Source &source, const Error &error, core::Instant now)
{
    if (error.kind == ErrorKind::RateLimited)
        return SourceState::Limited;
    const bool isGone = error.httpStatus == kHttpGone;
    const bool lasts = !source.lastSuccessAt || now - *source.lastSuccessAt > kLateIntervals * source.interval;
    return isGone || lasts ? SourceState::Failed : SourceState::Late;
}

} // namespace

struct Collector::Job {
    Source source;
    networks::Connector *connector = nullptr;
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

Collector::Collector(store::Database &database, Intake &intake, ConnectorFactory factory)
    : m_database(database), m_intake(intake), m_factory(std::move(factory))
{
}

Collector::~Collector()
{
    if (m_round)
        m_round->finish(fail(ErrorKind::Cancelled, u"the collector has ended"_s));
}

networks::Connector *Collector::feedConnector(const Source &source, networks::HttpClient &http, const core::Clock &clock,
                                              QObject *parent)
{
    if (source.kind != SourceKind::Feed)
        return nullptr;
    return new networks::FeedConnector(QUrl(source.url), http, clock, parent);
}

void Collector::start()
{
    if (m_timer)
        return;
    m_timer = new QTimer(this);
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &Collector::collectDue);
    connect(&m_database, &store::Database::changed, this, [this](const store::Changes &changes) {
        const auto isSource = [](const store::Change &change) { return change.entity == store::Entity::Source; };
        if (m_timer && std::any_of(changes.begin(), changes.end(), isSource))
            m_timer->start(0);
    });
    collectDue();
}

void Collector::stop()
{
    if (m_timer) {
        disconnect(&m_database, nullptr, this, nullptr);
        delete m_timer;
        m_timer = nullptr;
    }
    for (const auto &[id, job] : m_jobs) {
        if (job->connector)
            job->connector->cancel();
    }
}

void Collector::collectDue()
{
    if (!m_timer)
        return;
    const auto reader = m_database.reader();
    const auto sources = reader ? SourceRepository::list(**reader) : fail(reader.error());
    std::chrono::milliseconds sleep = kLongestSleep;
    if (!sources)
        qCWarning(logCollector) << "the sources cannot be read:" << sources.error().detail;
    const core::Instant now = m_intake.clock().now();
    for (const Source &source : sources ? *sources : std::vector<Source>()) {
        if (!source.isEnabled || !isCollected(source) || m_jobs.contains(source.id))
            continue;
        core::Instant due = source.lastAttemptAt ? *source.lastAttemptAt + source.interval : now;
        if (const auto wait = m_notBefore.find(source.id); wait != m_notBefore.end())
            due = hasChanged(source, wait->second) ? now : std::max(due, wait->second);
        if (due <= now)
            read(source);
        else
            sleep = std::min<std::chrono::milliseconds>(sleep, due - now);
    }
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
        if (!m_jobs.contains(source.id))
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
    if (!m_http)
        m_http = new networks::HttpClient(m_intake.clock(), this);
    networks::Connector *connector = m_factory(source, *m_http, m_intake.clock(), this);
    if (!connector)
        return finish(source.id, {.source = source.id,
                                  .name = source.name,
                                  .error = Error{.kind = ErrorKind::InvalidArgument,
                                                 .detail = u"this kind of source is not collected"_s}});
    // Also where the attempt cannot be noted in the database: whatever happens, never in a tight loop.
    m_notBefore[source.id] = m_intake.clock().now() + source.interval;
    m_jobs[source.id] = std::make_unique<Job>(Job{source, connector});
    connect(connector, &networks::Connector::fetched, this,
            [this, id = source.id](const Result<networks::Page> &page) { received(id, page); });
    connector->fetch(source.cursor);
}

void Collector::received(core::SourceId id, const Result<networks::Page> &result)
{
    const auto found = m_jobs.find(id);
    if (found == m_jobs.end() || !found->second->connector)
        return;
    Job &job = *found->second;
    job.connector->deleteLater();
    job.connector = nullptr;
    CollectOutcome outcome{.source = id, .name = job.source.name};
    if (!result) {
        outcome.error = result.error();
        if (result.error().kind == ErrorKind::Cancelled)
            return finish(id, std::move(outcome));
        return noteFailure(job.source, std::move(outcome));
    }
    const auto accepted = m_intake.accept({.posts = result->posts,
                                           .sourceId = id,
                                           .cursor = result->next,
                                           .origin = Origin::Live,
                                           .actor = u"collector"_s});
    store::whenDone(accepted, this, [this, source = job.source, outcome](const Result<IntakeReport> &report) mutable {
        if (report) {
            outcome.report = *report;
            return finish(source.id, std::move(outcome));
        }
        outcome.error = report.error();
        noteFailure(source, std::move(outcome));
    });
}

void Collector::noteFailure(const Source &source, CollectOutcome outcome)
{
    const Error error = outcome.error.value_or(Error());
    const core::Instant now = m_intake.clock().now();
    if (error.httpStatus == kHttpGone)
        m_notBefore[source.id] = core::Instant::max(); // asked never to come again
    else if (error.retryAfter)
        m_notBefore[source.id] = now + *error.retryAfter;
    const SourceState state = stateAfter(source, error, now);
    const auto noted = m_database.submit(u"collector"_s, [=](store::Transaction &transaction) {
        return SourceRepository::noteFailure(transaction, source.id, state, error.detail);
    });
    store::whenDone(noted, this, [this, id = source.id, outcome](const Result<> &done) {
        if (!done)
            qCWarning(logCollector) << "a failure of source" << id.value << "could not be noted:" << done.error().detail;
        finish(id, outcome);
    });
}

void Collector::finish(core::SourceId id, const CollectOutcome &outcome)
{
    m_jobs.erase(id);
    emit collected(outcome);
    if (m_round && m_round->waiting.erase(id) > 0) {
        m_round->outcomes.push_back(outcome);
        if (m_round->waiting.empty()) {
            const auto round = std::move(m_round); // whoever gets the answer may begin the next round
            round->finish(std::move(round->outcomes));
        }
    }
    if (m_timer)
        m_timer->start(0);
}

} // namespace vigie::monitoring
