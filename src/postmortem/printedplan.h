// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/message.h"
#include "playbook/person.h"
#include "postmortem/report.h"

#include <vector>

namespace vigie::postmortem
{

/// What "grab and go" needs: the plan for the day on which neither the network nor this program can be reached.
struct PlanToPrint {
    playbook::Playbook plan = {};
    std::vector<playbook::Message> messages = {}; ///< those that may be used now are printed, the others only named
    std::vector<playbook::Person> people = {};    ///< whoever has a role is named with a telephone number and an address
    QString brand = {};
    std::optional<core::Instant> reviewedAt = std::nullopt;
    core::Instant printedAt = {};
};

/// The current version of the playbook of that name, with the people and messages of today. NotFound.
[[nodiscard]] Result<PlanToPrint> loadPlanToPrint(const store::Connection &connection, const QString &key, core::Instant now);

/// People and roles, steps, severity levels, who must be told, the approved messages of one language, standing down.
/// For writePdf(), like a report.
[[nodiscard]] ReportDocument composePlan(const PlanToPrint &print, core::Language language, const QTimeZone &zone);

} // namespace vigie::postmortem
