// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/mention.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <array>
#include <optional>
#include <vector>

namespace vigie::monitoring
{

/// Which mentions a list shows. What is not set does not filter.
struct MentionFilter {
    std::optional<Status> status = std::nullopt;
    core::WatchId watch = {};
    std::optional<analysis::Tonality> tonality = std::nullopt;
    QString label = {}; ///< the label's name
    std::optional<core::Instant> from = std::nullopt; ///< posted at or after
    std::optional<core::Instant> to = std::nullopt;   ///< posted before
    QString language = {};
    QString text = {};              ///< a query as a person types it; see WatchQuery::typed()
    core::Instant now = {};         ///< what a "since:7d" in the text counts back from
    bool collapsesGroups = false;   ///< of near-duplicates only the first of the group

    bool operator==(const MentionFilter &) const = default;
};

struct StatusCounts {
    qint64 isNew = 0;
    qint64 waiting = 0;
    qint64 done = 0;
    [[nodiscard]] qint64 all() const { return isNew + waiting + done; }
};

/// All SQL about mentions, their labels, notes and versions. Reading functions may be called on any connection.
class MentionRepository
{
public:
    static constexpr int kPageSize = 64;

    /// How much page() may read for a search: all that it takes, or only what can be read while somebody waits for the key.
    enum class Effort { Whole, Glance };

    /// The next page, newest first, of what is older than `before` (nothing: from the newest on). Fewer than `limit` rows
    /// mean the end, unless it was only a glance.
    [[nodiscard]] static Result<std::vector<Mention>> page(const store::Connection &connection, core::DrillRunId scope,
                                                           const MentionFilter &filter,
                                                           std::optional<core::MentionId> before = std::nullopt,
                                                           int limit = kPageSize, Effort effort = Effort::Whole);
    /// The ids of all that match, newest first, out of indexes alone: a million in well under a tenth of a second.
    [[nodiscard]] static Result<std::vector<qint64>> ids(const store::Connection &connection, core::DrillRunId scope,
                                                         const MentionFilter &filter);
    /// The mentions with these ids, in their order; ids that do not exist are left out.
    [[nodiscard]] static Result<std::vector<Mention>> byIds(const store::Connection &connection,
                                                            const std::vector<qint64> &ids);
    [[nodiscard]] static Result<std::optional<Mention>> byId(const store::Connection &connection, core::MentionId id);
    [[nodiscard]] static Result<std::optional<MentionDetail>> detail(const store::Connection &connection,
                                                                     core::MentionId id);
    /// The newest hits of what a person types (see WatchQuery::typed). Nothing for an empty text.
    [[nodiscard]] static Result<std::vector<Mention>> search(const store::Connection &connection, core::DrillRunId scope,
                                                             QStringView typed, int limit = 100);
    /// How many mentions there are in each status; `filter` may hold a watch and times, which narrow the count.
    [[nodiscard]] static Result<StatusCounts> statusCounts(const store::Connection &connection, core::DrillRunId scope,
                                                           const MentionFilter &filter = {});
    /// The other mentions of a near-duplicate group, newest first.
    [[nodiscard]] static Result<std::vector<Mention>> group(const store::Connection &connection, core::MentionId groupId,
                                                            int limit = 100);
    /// By what it is on its network. The answer to a post finds it by the remote id.
    [[nodiscard]] static Result<std::optional<Mention>> byRemoteId(const store::Connection &connection,
                                                                   core::DrillRunId scope, QStringView network,
                                                                   QStringView remoteId);
    [[nodiscard]] static Result<QStringList> labels(const store::Connection &connection);

    // Writing. Each answers NotFound when there is no such mention.
    [[nodiscard]] static Result<> setStatus(store::Transaction &transaction, core::MentionId id, Status status);
    [[nodiscard]] static Result<> setAssignee(store::Transaction &transaction, core::MentionId id, const QString &assignee);
    [[nodiscard]] static Result<> addLabel(store::Transaction &transaction, core::MentionId id, const QString &name);
    [[nodiscard]] static Result<> removeLabel(store::Transaction &transaction, core::MentionId id, const QString &name);
    [[nodiscard]] static Result<qint64> addNote(store::Transaction &transaction, core::MentionId id, const QString &text);
    /// Keeps what it was in tonality_corrections, also where it was right, and corrects the volume buckets.
    [[nodiscard]] static Result<> correctTonality(store::Transaction &transaction, core::MentionId id,
                                                  analysis::Tonality tonality);
};

} // namespace vigie::monitoring
