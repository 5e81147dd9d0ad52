// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "core/ids.h"
#include "gui/common/volumechart.h"
#include "store/connection.h"

namespace vigie::gui
{

/// What the desk itself did in this time, as pins of the curve: crises opened and closed, statements, answers sent.
/// What cannot be read is left out: the curve is shown without it. Called on a worker thread.
[[nodiscard]] std::vector<VolumePin> ownActs(const store::Connection &connection, core::DrillRunId scope, const TimeSpan &span);

} // namespace vigie::gui
