// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/watchquery.h"

namespace vigie::monitoring
{

/// An expression of FTS5 that every faithfully indexed text satisfies which matches the query, and as few others as it can
/// be said simply. Empty where none can be said: for a query without words, or in a script that is indexed otherwise.
[[nodiscard]] QString indexExpression(const WatchQuery &query);

} // namespace vigie::monitoring
