// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "drill/drillrepository.h"
#include "drill/scenario.h"
#include "reply/replycheck.h"

namespace vigie::drill
{

/// Reads what the team did in this run and measures it against the scenario, up to `now`. Some milliseconds.
[[nodiscard]] Result<DrillScore> scoreRun(const store::Connection &connection, core::DrillRunId run,
                                          const Scenario &scenario, const reply::ReplyCheck &check, core::Instant now);

} // namespace vigie::drill
