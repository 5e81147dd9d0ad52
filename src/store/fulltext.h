// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie::store
{

/**
 * Turns what a person types into a safe FTS5 expression: words must all be there, "a phrase" as it stands, word* by its
 * beginning. FTS5's own operators are taken as words. Empty when there is nothing to look for.
 */
[[nodiscard]] QString fullTextExpression(QStringView typed);

} // namespace vigie::store
