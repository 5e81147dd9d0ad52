// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incidentservice.h"

namespace vigie::incident
{

/// The whole of opening a crisis, inside a writing job.
[[nodiscard]] Result<core::IncidentId> openIncident(store::Transaction &transaction, const core::Clock *clock,
                                                    const OpenRequest &request);

} // namespace vigie::incident
