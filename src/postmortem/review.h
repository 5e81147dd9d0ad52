// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace vigie::postmortem
{

enum class FindingKind { WentWrong, ToImprove, Worked, Luck };
enum class ActionState { Open, Done, Dropped };
enum class ReviewState { Draft, Final };

[[nodiscard]] QString findingKindKey(FindingKind kind); ///< as stored: "went-wrong", "to-improve", "worked", "luck"
[[nodiscard]] FindingKind findingKindFromKey(QStringView key); ///< unknown keys: ToImprove
[[nodiscard]] QString actionStateKey(ActionState state);
[[nodiscard]] ActionState actionStateFromKey(QStringView key); ///< unknown keys: Open

struct Finding {
    core::FindingId id = {};
    core::ReviewId reviewId = {};
    FindingKind kind = FindingKind::ToImprove;
    QString text = {};
    int position = 0;
};

/// Something to be done so that it goes better next time.
struct Action {
    core::ActionId id = {};
    core::ReviewId reviewId = {};
    core::FindingId findingId = {}; ///< none: of the crisis as a whole
    QString text = {};
    QString owner = {};
    std::optional<core::Instant> dueAt = std::nullopt;
    ActionState state = ActionState::Open;
    std::optional<core::Instant> doneAt = std::nullopt;
};

/// What people make of a crisis afterwards. The figures are not in here: they are counted anew each time.
struct Review {
    core::ReviewId id = {};
    core::IncidentId incidentId = {};
    ReviewState state = ReviewState::Draft;
    QString summary = {};
    QString causes = {};
    QString impact = {};
    core::Instant createdAt = {};
    core::Instant updatedAt = {};
    std::vector<Finding> findings = {}; ///< by kind, then position
    std::vector<Action> actions = {};   ///< open first, the soonest due first
};

} // namespace vigie::postmortem
