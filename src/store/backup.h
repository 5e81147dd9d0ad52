// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace vigie::store
{

/// Writes a whole, compact copy of the database as of now to `target`, which appears complete or not at all.
/// Others may read and write meanwhile. An existing `target` is replaced.
[[nodiscard]] Result<> backupTo(const Connection &connection, const QString &target);

/**
 * Puts the copy `source` in the place of the database `path`. Nobody may have `path` open.
 * `source` is first opened and verified; what was at `path` is kept as "<path>.before-restore".
 */
[[nodiscard]] Result<> restoreFrom(const QString &source, const QString &path);

} // namespace vigie::store
