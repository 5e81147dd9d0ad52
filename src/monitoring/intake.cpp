// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/intake.h"

#include "monitoring/intakewriter.h"
#include "monitoring/judgedpost.h"
#include "monitoring/watchrepository.h"

#include <QLoggingCategory>
#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>
#include <atomic>

namespace vigie::monitoring
{
namespace
{
Q_LOGGING_CATEGORY(logIntake, "vigie.intake")

/// In their order.
std::vector<JudgedPost> judgedPosts(const std::vector<networks::Post> &posts, const analysis::PostJudge &judge,
                                    const CompiledWatches &watches, core::DrillRunId scope, core::Instant now)
{
    // Judging is most of the work on a post, and a post has nothing to do with the next: this thread and one of the pool take some
    // in turn until none is left. Where the pool is busy, this one takes them all, and waits for nobody.
    constexpr std::size_t kAtATime = 32;
    std::vector<JudgedPost> result(posts.size());
    std::atomic<std::size_t> taken = 0;
    const auto judgeSome = [&] {
        for (std::size_t from = 0; (from = taken.fetch_add(kAtATime)) < posts.size();) {
            for (std::size_t i = from; i < std::min(posts.size(), from + kAtATime); ++i)
                result[i] = judged(posts[i], judge, watches.set, scope, now, watches.weights);
        }
    };
    QFuture<void> other;
    if (posts.size() > kAtATime * 4 && QThread::idealThreadCount() > 1)
        other = QtConcurrent::run(judgeSome);
    judgeSome();
    other.waitForFinished(); // what has not begun begins here, and finds nothing left
    return result;
}

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
                      .follows = std::move(batch.follows),
                      .network = batch.network,
                      .deleted = std::move(batch.deleted),
                      .gaps = std::move(batch.gaps),
                      .origin = batch.origin,
                      .completeUntil = batch.completeUntil,
                      .watches = *compiled};
    const core::Instant now = m_clock.now();
    ready.posts = judgedPosts(batch.posts, m_judge, **compiled, m_scope, now);
    if (batch.onlyMatching)
        std::erase_if(ready.posts, [](const JudgedPost &post) { return post.watches.empty(); });
    for (std::size_t i = 0; i < ready.posts.size(); ++i)
        ready.posts[i].order = i;
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
