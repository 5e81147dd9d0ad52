// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"

namespace vigie::cli
{

/// --data DIR: the shipped model on each dev part, then each set left out of training in turn; the curve of negativity.
[[nodiscard]] int benchTonality(Invocation &call);

} // namespace vigie::cli
