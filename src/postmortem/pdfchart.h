// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/pdfpages.h"

namespace vigie::postmortem::pdf
{

/// The curve: bars stacked by tonality, the usual level behind them, one's own acts pinned by number, alerts, gaps hatched.
/// All of it vectors and text.
void paintChart(Pages &pages, const core::Format &format, const ChartBlock &chart);
/// What paintChart will need, with the key below it.
[[nodiscard]] qreal chartHeight(const ChartBlock &chart);

/// A round number of steps of an axis that reaches `highest`: 1, 2 or 5 times a power of ten. For the tests too.
[[nodiscard]] double niceStep(double highest, int steps);

} // namespace vigie::postmortem::pdf
