// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "playbook/playbook.h"
#include "store/transaction.h"

#include <QMetaType>

namespace vigie::playbook
{

/// A playbook as a list shows it.
struct PlaybookSummary {
    core::PlaybookId id = {};
    QString key = {};
    QString kind = {};
    Text title = {};
    Text summary = {};
    int version = 1;
    int stepCount = 0;
    int messageCount = 0;
    core::Instant createdAt = {};
    core::Instant updatedAt = {};
    std::optional<core::Instant> reviewedAt = std::nullopt;
    bool isArchived = false;
};

struct PlaybookVersion {
    int version = 1;
    core::Instant createdAt = {};
    QString createdBy = {};
    QString note = {};
};

enum class Shelf { Current, WithArchived };

class PlaybookRepository
{
public:
    [[nodiscard]] static Result<std::vector<PlaybookSummary>> list(const store::Connection &connection,
                                                                   Shelf shelf = Shelf::Current);
    [[nodiscard]] static Result<std::optional<PlaybookSummary>> find(const store::Connection &connection,
                                                                     core::PlaybookId id);
    [[nodiscard]] static Result<std::optional<PlaybookSummary>> findByKey(const store::Connection &connection,
                                                                          const QString &key);
    /// The whole playbook. `version` 0 is the current one. Messages are always those of today. NotFound.
    [[nodiscard]] static Result<Playbook> read(const store::Connection &connection, core::PlaybookId id,
                                               int version = 0);
    /// Newest first.
    [[nodiscard]] static Result<std::vector<PlaybookVersion>> versions(const store::Connection &connection,
                                                                       core::PlaybookId id);

    // Writing: the plan alone; messages are MessageRepository's.
    [[nodiscard]] static Result<core::PlaybookId> insert(store::Transaction &transaction, const Playbook &playbook,
                                                         const QString &note);
    [[nodiscard]] static Result<> insertVersion(store::Transaction &transaction, core::PlaybookId id,
                                                const Playbook &playbook, const QString &note);
    [[nodiscard]] static Result<> setReviewedAt(store::Transaction &transaction, core::PlaybookId id, core::Instant at);
    [[nodiscard]] static Result<> setArchived(store::Transaction &transaction, core::PlaybookId id, bool isArchived);
};

} // namespace vigie::playbook

Q_DECLARE_METATYPE(vigie::playbook::PlaybookSummary)
