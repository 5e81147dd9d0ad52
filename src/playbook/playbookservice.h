// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbookrepository.h"
#include "store/database.h"

namespace vigie::playbook
{

/// Who stands as author and approver of the texts that come with the program.
[[nodiscard]] QString shippedActor();  ///< "Vigie"
[[nodiscard]] QString shippedFolder(); ///< ":/playbooks"

struct ImportOutcome {
    enum class Kind { Added, NewVersion, Unchanged };
    core::PlaybookId id = {};
    int version = 1;
    Kind kind = Kind::Added;
    int draftTexts = 0; ///< texts that are new or changed and now wait for an approval
};

/// The library of playbooks. Reading goes through PlaybookRepository.
class PlaybookService
{
public:
    explicit PlaybookService(store::Database &database)
        : m_database(database)
    {
    }

    /// The playbooks of :/playbooks that the database has never had, their texts approved by shippedActor(). May be
    /// called at every start; what somebody changed or archived stays as it is. Gives how many were added.
    [[nodiscard]] QFuture<Result<int>> installShipped(const QString &folder = shippedFolder());

    /// A key that is known gives a new version; texts that differ become drafts, all others keep their approval.
    /// An error of the file carries file, line and reason, and nothing is changed.
    [[nodiscard]] QFuture<Result<ImportOutcome>> importFile(const QString &actor, const QString &path);
    /// The current version with today's messages, as one file.
    [[nodiscard]] Result<> exportFile(const QString &key, const QString &path);

    /// A new version of the plan. `playbook.version` is the version it was made from: Conflict when there is a newer
    /// one. The messages in it are not looked at: they change through MessageService. Gives the new version's number.
    [[nodiscard]] QFuture<Result<int>> save(const QString &actor, const Playbook &playbook, const QString &note);
    [[nodiscard]] QFuture<Result<>> markReviewed(const QString &actor, core::PlaybookId id);
    /// An archived playbook is no longer offered; its past stays.
    [[nodiscard]] QFuture<Result<>> archive(const QString &actor, core::PlaybookId id);
    [[nodiscard]] QFuture<Result<>> unarchive(const QString &actor, core::PlaybookId id);

private:
    store::Database &m_database;
};

} // namespace vigie::playbook
