// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/watchquery.h"

namespace vigie::monitoring
{

/// An expression of FTS5 that every faithfully indexed text satisfies which matches the query, and as few others as it can
/// be said simply. Empty where none can be said: for a query without words, or in a script that is indexed otherwise.
[[nodiscard]] QString indexExpression(const WatchQuery &query);

/// Whether the query is one word that the index has as it is, so that indexExpression() finds in isPlainUtf8() texts exactly
/// what the query does: they need no second look.
[[nodiscard]] bool isIndexedWord(const WatchQuery &query);
/// Whether a text is of nothing but the characters below U+0140, which the index divides and folds as we do.
[[nodiscard]] bool isPlainUtf8(QByteArrayView text);

} // namespace vigie::monitoring
