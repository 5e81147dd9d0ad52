// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/message.h"
#include "playbook/person.h"
#include "playbook/playbookrepository.h"

namespace vigie::gui
{

/// What the list of plans shows, and how ready the desk is: facts, no total.
struct Library {
    std::vector<playbook::PlaybookSummary> playbooks = {};
    int reviewed = 0; ///< in the last half year
    int texts = 0;
    int textsInDate = 0; ///< approved and not expired
    int textsWaiting = 0;
    int people = 0;
    int peopleVerified = 0; ///< in the last 90 days
};
[[nodiscard]] Result<Library> readLibrary(const store::Connection &connection, core::Instant now);

/// One plan with its messages of today.
struct OpenPlaybook {
    playbook::PlaybookSummary summary = {};
    playbook::Playbook plan = {};
    std::vector<playbook::Message> messages = {};
    std::vector<playbook::PlaybookVersion> versions = {};
};
/// NotFound where it is gone.
[[nodiscard]] Result<OpenPlaybook> readPlaybook(const store::Connection &connection, core::PlaybookId id);

/// Nobody has read the plan for this long: it is shown as due.
inline constexpr std::chrono::days kPlanIsStaleAfter{182};
[[nodiscard]] bool isReviewed(const playbook::PlaybookSummary &playbook, core::Instant now);

} // namespace vigie::gui
