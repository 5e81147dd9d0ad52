// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/mention.h"
#include "networks/post.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::monitoring
{

class Intake;

/**
 * What people do with mentions. Each act is one transaction with one audit row and its announcements; may be called from any
 * thread. `database` and `intake` must outlive the service. Reading goes through MentionRepository.
 */
class MentionService
{
public:
    MentionService(store::Database &database, Intake &intake) : m_database(database), m_intake(intake) {}

    /// `reason` is why nothing is said to a mention that is closed without an answer; it becomes a note, too. May be empty.
    [[nodiscard]] QFuture<Result<>> setStatus(const QString &actor, core::MentionId id, Status status,
                                              const QString &reason = {});
    /// The same for many at once; none changes when one does not exist.
    [[nodiscard]] QFuture<Result<>> setStatus(const QString &actor, const std::vector<core::MentionId> &ids, Status status,
                                              const QString &reason = {});
    /// An empty name takes the mention from whoever has it.
    [[nodiscard]] QFuture<Result<>> assign(const QString &actor, core::MentionId id, const QString &person);
    [[nodiscard]] QFuture<Result<>> addLabel(const QString &actor, core::MentionId id, const QString &label);
    [[nodiscard]] QFuture<Result<>> removeLabel(const QString &actor, core::MentionId id, const QString &label);
    [[nodiscard]] QFuture<Result<qint64>> addNote(const QString &actor, core::MentionId id, const QString &text);
    [[nodiscard]] QFuture<Result<>> correctTonality(const QString &actor, core::MentionId id, analysis::Tonality tonality);
    /// A mention that a person types or pastes. An empty network becomes "manual", an empty remote id is made of the URL or
    /// the text, an unset time becomes now. Answers the id; that of the known mention when it was there already.
    [[nodiscard]] QFuture<Result<core::MentionId>> addByHand(const QString &actor, networks::Post post);
    /// Whether the text of what is deleted on its network stays here; see TombstoneRepository. What went before stays gone.
    [[nodiscard]] QFuture<Result<>> setLegalHold(const QString &actor, bool isHeld);

private:
    store::Database &m_database;
    Intake &m_intake;
};

} // namespace vigie::monitoring
