// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/neardup.h"
#include "monitoring/judgedpost.h"
#include "store/rawstatement.h"
#include "store/transaction.h"

#include <QHash>
#include <QSet>

#include <array>
#include <map>

namespace vigie::monitoring
{

/// What the intake remembers between batches so that it need not ask the database for each post.
struct IntakeMemory {
    struct KnownAuthor {
        qint64 id = 0;
        std::size_t details = 0; ///< hash of name, address and followers as stored
    };
    static constexpr qsizetype kMaxAuthors = 100'000; ///< about 10 MB; then it is forgotten and learnt anew

    /// How many mentions back a near-duplicate is looked for; each further one makes every look slower.
    static constexpr std::size_t kMaxGroups = 50'000;

    QHash<QByteArray, KnownAuthor> authors = {};
    analysis::NearDuplicateIndex groups = analysis::NearDuplicateIndex(kMaxGroups);
};

/**
 * Writes the rows of one batch: the hot path, and the only SQL of the intake. One for each batch and transaction; its
 * statements end with it. Posts are to come in the order of their ids, and finish() must be called at the end.
 */
class MentionWriter
{
public:
    enum class Outcome { Stored, Duplicate, Edited };
    struct Written {
        Outcome outcome = Outcome::Stored;
        qint64 id = 0;
    };

    [[nodiscard]] static Result<MentionWriter> prepare(store::Transaction &transaction, IntakeMemory &memory,
                                                       core::DrillRunId scope, core::SourceId source, Origin origin);
    [[nodiscard]] Result<Written> write(const JudgedPost &post);
    /// The full-text index, in the order of ids because it flushes whenever an id goes back; and the counts.
    [[nodiscard]] Result<> finish();

private:
    enum class Sql { Author, KnownAuthor, Insert, Find, WasBefore, Refresh, KeepVersion, ForgetText, Edit, Index, Link, Bucket };
    struct Counts {
        std::array<int, 4> byTonality{};
    };
    struct Indexed {
        qint64 id = 0;
        const QByteArray *text = nullptr;
    };

    MentionWriter(store::Transaction &transaction, IntakeMemory &memory, core::DrillRunId scope, core::SourceId source,
                  Origin origin);
    [[nodiscard]] store::RawStatement &sql(Sql statement) { return m_statements[std::size_t(statement)]; }
    [[nodiscard]] Result<qint64> authorOf(const JudgedPost &post);
    [[nodiscard]] Result<bool> insert(const JudgedPost &post, qint64 id, qint64 author, qint64 group);
    [[nodiscard]] Result<std::optional<Written>> meetKnown(const JudgedPost &post);
    [[nodiscard]] Result<> storeEdit(const JudgedPost &post, qint64 id);
    [[nodiscard]] Result<> link(const JudgedPost &post, qint64 id);
    void count(const JudgedPost &post);

    store::Transaction &m_transaction;
    IntakeMemory &m_memory;
    const core::DrillRunId m_scope;
    const core::SourceId m_source;
    const Origin m_origin;
    QSet<qint64> m_watches; ///< that exist: one may have been removed since the batch was judged
    std::vector<Indexed> m_indexed;
    std::map<std::pair<qint64, qint64>, Counts> m_counts; ///< by watch and start of the bucket
    std::vector<store::RawStatement> m_statements; ///< by Sql
};

} // namespace vigie::monitoring
