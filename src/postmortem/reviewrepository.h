// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/review.h"
#include "store/query.h"
#include "store/transaction.h"

namespace vigie::postmortem
{

/// One line of the list of past and running crises.
struct ReviewListEntry {
    core::IncidentId incidentId = {};
    core::DrillRunId drillRunId = {};
    QString title = {};
    int severity = 1; ///< 1 to 4; 4 is the gravest
    bool isClosed = false;
    core::Instant beganAt = {};
    std::optional<core::Instant> closedAt = std::nullopt;
    core::ReviewId reviewId = {}; ///< none: not begun
    ReviewState state = ReviewState::Draft;
    int openActions = 0;
};

/// SQL of reviews, findings and actions, nothing else.
class ReviewRepository
{
public:
    /// Nothing when the crisis has no review yet.
    [[nodiscard]] static Result<std::optional<Review>> ofIncident(const store::Connection &connection, core::IncidentId id);
    [[nodiscard]] static Result<std::optional<Review>> find(const store::Connection &connection, core::ReviewId id);
    /// Crises of one scope, newest first; `beforeId` none for the first page. Drills: those of every run.
    enum class Scope { Real, Drills };
    [[nodiscard]] static Result<std::vector<ReviewListEntry>> list(const store::Connection &connection, Scope scope,
                                                                   core::IncidentId beforeId, int limit);
    /// Open actions of all real reviews, the soonest due first.
    [[nodiscard]] static Result<std::vector<Action>> openActions(const store::Connection &connection, int limit);
    [[nodiscard]] static Result<std::optional<Finding>> findFinding(const store::Connection &connection, core::FindingId id);
    [[nodiscard]] static Result<std::optional<Action>> findAction(const store::Connection &connection, core::ActionId id);

    [[nodiscard]] static Result<core::ReviewId> insert(store::Transaction &transaction, core::IncidentId incident);
    [[nodiscard]] static Result<> updateTexts(store::Transaction &transaction, const Review &review);
    [[nodiscard]] static Result<> setState(store::Transaction &transaction, core::ReviewId id, ReviewState state);
    [[nodiscard]] static Result<core::FindingId> insertFinding(store::Transaction &transaction, const Finding &finding);
    [[nodiscard]] static Result<> updateFinding(store::Transaction &transaction, const Finding &finding);
    /// Its actions stay, without it.
    [[nodiscard]] static Result<> removeFinding(store::Transaction &transaction, core::FindingId id);
    [[nodiscard]] static Result<core::ActionId> insertAction(store::Transaction &transaction, const Action &action);
    [[nodiscard]] static Result<> updateAction(store::Transaction &transaction, const Action &action);
    [[nodiscard]] static Result<> removeAction(store::Transaction &transaction, core::ActionId id);
};

} // namespace vigie::postmortem
