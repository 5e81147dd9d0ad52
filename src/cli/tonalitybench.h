// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace vigie::cli
{

/// --data DIR: the shipped model on each dev part, then each set left out of training in turn; the curve of negativity.
[[nodiscard]] int benchTonality(Invocation &call);
/// --data DIR: macro-F1 of each set as an unseen desk after 0, 100, 300 and 1,000 corrections, on the rest of its posts.
[[nodiscard]] int benchLearning(Invocation &call);
/// --data DIR: posts a second on one thread, and what folding and CLD2 alone take on the same posts.
[[nodiscard]] int benchAnalyse(Invocation &call);

} // namespace vigie::cli
