// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/intake.h"

#include "monitoring/intakewriter.h"
#include "monitoring/judgedpost.h"
#include "monitoring/watchrepository.h"

#include <QLoggingCategory>

#include <algorithm>

namespace vigie::monitoring
{
namespace
{
Q_LOGGING_CATEGORY(logIntake, "vigie.intake")
} // namespace

IntakeReport &IntakeReport::operator+=(const IntakeReport &other)
{
    stored += other.stored;
    duplicate += other.duplicate;
    edited += other.edited;
    gone += other.gone;
    alerts.insert(alerts.end(), other.alerts.begin(), other.alerts.end());
    mentions.insert(mentions.end(), other.mentions.begin(), other.mentions.end());
    return *this;
}

Intake::Intake(store::Database &database, const analysis::PostJudge &judge, core::DrillRunId scope,
               const core::Clock *clock)
    : m_database(database)
    , m_judge(judge)
    , m_scope(scope)
    , m_clock(clock ? *clock : database.clock())
    , m_writer(std::make_shared<IntakeWriter>(scope))
{
    // Direct, in the writer's thread, so that the next batch already knows: the lambda touches nothing but the generation.
    connect(&database, &store::Database::changed, this,
            [generation = m_watchGeneration](const store::Changes &changes) {
                const auto matters = [](const store::Change &change) {
                    return change.entity == store::Entity::Watch || change.entity == store::Entity::Setting;
                };
                if (std::any_of(changes.begin(), changes.end(), matters))
                    ++*generation;
            },
            Qt::DirectConnection);
}

Intake::~Intake() = default;

Result<std::shared_ptr<const CompiledWatches>> Intake::watches()
{
    const QMutexLocker lock(&m_mutex);
    const int generation = *m_watchGeneration; // before reading: a change meanwhile makes the next batch read again
    if (m_watches && m_watches->generation == generation)
        return m_watches;
    const auto reader = m_database.reader();
    if (!reader)
        return fail(reader.error());
    const auto stored = WatchRepository::list(**reader, m_scope);
    if (!stored)
        return fail(stored.error());
    auto compiled = std::make_shared<CompiledWatches>();
    if (auto weights = PriorityWeights::read(**reader))
        compiled->weights = *weights;
    else // a desk must not stop taking posts in because of it
        qCWarning(logIntake) << "the usual weights are taken:" << weights.error().detail;
    compiled->generation = generation;
    std::vector<std::pair<core::WatchId, WatchQuery>> queries;
    for (const Watch &watch : *stored) {
        if (!watch.isEnabled)
            continue;
        auto query = WatchQuery::parse(watch.query);
        if (!query) { // was checked when it was stored; a later version may have written it
            qCWarning(logIntake) << "watch" << watch.id.value << "cannot be read and finds nothing:" << query.error().detail;
            continue;
        }
        queries.emplace_back(watch.id, std::move(*query));
        compiled->watches.push_back(watch);
    }
    compiled->set = WatchSet(std::move(queries));
    m_watches = std::move(compiled);
    return m_watches;
}

QFuture<Result<IntakeReport>> Intake::accept(IntakeBatch batch)
{
    const auto compiled = watches();
    if (!compiled)
        return QtFuture::makeReadyFuture(Result<IntakeReport>(fail(compiled.error())));
    JudgedBatch ready{.sourceId = batch.sourceId,
                      .cursor = std::move(batch.cursor),
                      .network = batch.network,
                      .deleted = std::move(batch.deleted),
                      .gaps = std::move(batch.gaps),
                      .origin = batch.origin,
                      .completeUntil = batch.completeUntil,
                      .watches = *compiled};
    const core::Instant now = m_clock.now();
    ready.posts.reserve(batch.posts.size());
    for (const networks::Post &post : batch.posts) {
        JudgedPost one = judged(post, m_judge, (*compiled)->set, m_scope, now, (*compiled)->weights);
        if (batch.onlyMatching && one.watches.empty())
            continue;
        one.order = ready.posts.size();
        ready.posts.push_back(std::move(one));
    }
    const auto isEarlier = [](const JudgedPost &a, const JudgedPost &b) { return a.id < b.id; };
    // Stable: of two texts of one post, the later one is the edit.
    if (!std::is_sorted(ready.posts.begin(), ready.posts.end(), isEarlier))
        std::stable_sort(ready.posts.begin(), ready.posts.end(), isEarlier);
    return m_database.submit(batch.actor, [writer = m_writer, ready = std::move(ready), now](store::Transaction &transaction) {
        // Captured in the intake's own time, whatever the desk's clock says: it may be held by a drill.
        store::Transaction captured(transaction.connection(), now, transaction.actor());
        auto report = writer->store(captured, ready);
        for (const store::Change &change : captured.changes())
            transaction.announce(change);
        return report;
    });
}

IntakeStream::~IntakeStream()
{
    for (QFuture<Result<IntakeReport>> &pending : m_pending)
        pending.waitForFinished(); // its caller has read its error, or given up; the rows are stored either way
}

Result<> IntakeStream::push(IntakeBatch batch)
{
    if (auto settled = settle(kInFlight - 1); !settled)
        return settled;
    m_pending.push_back(m_intake.accept(std::move(batch)));
    return {};
}

Result<> IntakeStream::finish()
{
    return settle(0);
}

Result<> IntakeStream::settle(std::size_t inFlight)
{
    while (m_pending.size() > inFlight) {
        QFuture<Result<IntakeReport>> oldest = std::move(m_pending.front());
        m_pending.pop_front();
        oldest.waitForFinished();
        auto report = oldest.takeResult();
        if (!report)
            return fail(report.error());
        report->mentions.clear();
        m_report += *report;
    }
    return {};
}

} // namespace vigie::monitoring
