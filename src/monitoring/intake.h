// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/postjudge.h"
#include "monitoring/watchset.h"
#include "networks/page.h"
#include "store/database.h"

#include <QFuture>
#include <QMutex>
#include <QObject>

#include <atomic>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

namespace vigie::monitoring
{

class IntakeWriter;
struct CompiledWatches;

/// Where posts come from, which decides how far the time of detection advances.
enum class Origin {
    Live,   ///< a connector: up to the clock's now
    Import, ///< a file: up to the newest post
    Drill,  ///< recorded posts on their own clock: up to the newest post
    Manual, ///< typed by a person: not at all
};

struct IntakeBatch {
    std::vector<networks::Post> posts = {};
    core::SourceId sourceId = {};
    std::optional<networks::Cursor> cursor = std::nullopt; ///< stored with the posts, in the same transaction
    /// Handed in before the batch that leads to this cursor is stored: Conflict, and nothing of it is, when that one failed.
    std::optional<networks::Cursor> follows = std::nullopt;
    /// Posts that are gone from the network, and of which network they were.
    QString network = {};
    QStringList deleted = {};
    std::vector<networks::Gap> gaps = {}; ///< of the source
    bool onlyMatching = false; ///< of a stream of everything: what no watch asks for is not kept
    Origin origin = Origin::Import;
    QString actor = QStringLiteral("vigie");
    /// Everything posted before this has been handed over: detection advances to here, even where no post came.
    std::optional<core::Instant> completeUntil = std::nullopt;
};

struct IntakeReport {
    int stored = 0;
    int duplicate = 0; ///< known already, same text
    int edited = 0;    ///< known already, other text: a new version was stored
    int gone = 0;      ///< taken away by its author or network
    std::vector<core::AlertId> alerts = {};
    std::vector<core::MentionId> mentions = {}; ///< of each post in the batch's order; known ones too

    IntakeReport &operator+=(const IntakeReport &other);
};

/**
 * The one entrance. Whatever its origin, a post becomes a mention here: judged, matched with the watches, stored, counted and
 * looked at for a crisis. A batch is all or nothing: mentions, their index, the counts, the source's cursor, the audit row
 * and the alerts are one transaction.
 *
 * accept() judges in the calling thread, with the pool's help, while the writer stores the batch before it. It may be called
 * from any thread; batches of one thread are stored in their order. A post that is known already is counted, not stored again.
 * `database` and `judge` must outlive this object. One Intake for each scope: it remembers what it has seen.
 */
class Intake : public QObject
{
    Q_OBJECT

public:
    /// `clock` says when posts were captured; null: the database's. The real world's intake is given the real time, because
    /// the database's may be held by a drill. It must outlive this object.
    Intake(store::Database &database, const analysis::PostJudge &judge, core::DrillRunId scope = {},
           const core::Clock *clock = nullptr);
    ~Intake() override;

    [[nodiscard]] core::DrillRunId scope() const { return m_scope; }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }
    [[nodiscard]] QFuture<Result<IntakeReport>> accept(IntakeBatch batch);

private:
    [[nodiscard]] Result<std::shared_ptr<const CompiledWatches>> watches();

    store::Database &m_database;
    const analysis::PostJudge &m_judge;
    const core::DrillRunId m_scope;
    const core::Clock &m_clock;
    /// Grows when somebody changed a watch or a setting. Shared with the connection, which may still run while this object ends.
    const std::shared_ptr<std::atomic<int>> m_watchGeneration = std::make_shared<std::atomic<int>>(1);
    QMutex m_mutex;
    std::shared_ptr<const CompiledWatches> m_watches;
    std::shared_ptr<IntakeWriter> m_writer; ///< touched by the writer's thread alone
};

/**
 * Hands many batches in without ever holding more than two that are not yet stored: what an import needs so that a large file
 * does not fill the memory. push() and finish() block; never use it in the GUI thread.
 */
class IntakeStream
{
public:
    explicit IntakeStream(Intake &intake) : m_intake(intake) {}
    ~IntakeStream();

    /// The first failure of an earlier batch comes back here, or from finish(); later batches are not handed in.
    [[nodiscard]] Result<> push(IntakeBatch batch);
    [[nodiscard]] Result<> finish();
    /// What has been stored so far; `mentions` stays empty.
    [[nodiscard]] const IntakeReport &report() const { return m_report; }

private:
    [[nodiscard]] Result<> settle(std::size_t inFlight);

    static constexpr std::size_t kInFlight = 2;
    Intake &m_intake;
    std::deque<QFuture<Result<IntakeReport>>> m_pending;
    IntakeReport m_report;
};

} // namespace vigie::monitoring
