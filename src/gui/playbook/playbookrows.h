// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/cardlist.h"
#include "gui/playbook/playbookdata.h"

#include "core/format.h"

namespace vigie::gui
{

// The rows of the page's lists. Keys begin with what a row is: "step/…", "phase/…", "message/…", "playbook/…".

[[nodiscard]] std::vector<CardRow> playbookRows(const Library &library, const core::Format &format, core::Instant now);
/// Severities, cadence, steps by phase, who must be told, standing down. Sections of steps can be added to.
[[nodiscard]] std::vector<CardRow> planRows(const playbook::Playbook &plan, const core::Format &format);
[[nodiscard]] std::vector<CardRow> roleRows(const playbook::Playbook &plan, core::Language language);
/// By phase; each with the state that needs somebody most.
[[nodiscard]] std::vector<CardRow> messageRows(const OpenPlaybook &playbook, core::Language language, core::Instant now);

} // namespace vigie::gui
