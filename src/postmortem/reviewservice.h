// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/review.h"
#include "store/database.h"

#include <QFuture>
#include <QTimeZone>

namespace vigie::postmortem
{

/**
 * Writes what people make of a crisis. A final review refuses every change but those of its actions (Conflict) until it is
 * reopened. Any thread.
 */
class ReviewService
{
public:
    explicit ReviewService(store::Database &database) : m_database(database) {}

    /// Makes the review of an incident, already filled in the crisis's own language: a summary from the figures, the impact, and
    /// proposed findings, each to be kept, edited or removed. `zone`: of the times in those sentences. Gives the existing one, untouched, when there is one.
    [[nodiscard]] QFuture<Result<core::ReviewId>> prefill(const QString &actor, core::IncidentId incident,
                                                          const QTimeZone &zone = QTimeZone::systemTimeZone());

    /// What stands in `text` replaces what was there.
    struct Texts {
        QString summary = {};
        QString causes = {};
        QString impact = {};
    };
    [[nodiscard]] QFuture<Result<>> saveTexts(const QString &actor, core::ReviewId id, const Texts &texts);

    [[nodiscard]] QFuture<Result<core::FindingId>> addFinding(const QString &actor, const Finding &finding);
    [[nodiscard]] QFuture<Result<>> editFinding(const QString &actor, const Finding &finding);
    [[nodiscard]] QFuture<Result<>> removeFinding(const QString &actor, core::FindingId id);

    [[nodiscard]] QFuture<Result<core::ActionId>> addAction(const QString &actor, const Action &action);
    /// Owner, date, text and state; doneAt follows the state.
    [[nodiscard]] QFuture<Result<>> editAction(const QString &actor, const Action &action);
    [[nodiscard]] QFuture<Result<>> removeAction(const QString &actor, core::ActionId id);

    [[nodiscard]] QFuture<Result<>> finalise(const QString &actor, core::ReviewId id);
    [[nodiscard]] QFuture<Result<>> reopen(const QString &actor, core::ReviewId id);

private:
    store::Database &m_database;
};

} // namespace vigie::postmortem
