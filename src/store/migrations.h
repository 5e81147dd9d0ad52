// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

namespace vigie::store
{

/// "VIGI" in SQLite's header: tells a database of ours from any other.
inline constexpr int kApplicationId = 0x56494749;

/// The schema that this program writes: the highest number in resources/sql/sqlite.
[[nodiscard]] int latestSchemaVersion();
/// What the file holds; 0 for an empty database. DatabaseTooNew, DatabaseDamaged, or NotFound when it is not ours.
[[nodiscard]] Result<int> schemaVersion(const Connection &connection);

/**
 * Brings the database to latestSchemaVersion(), each step and its number in one transaction.
 *
 * Before the first step on a database that holds something, a copy is put beside it: "<path>.before-<version>".
 * `connection` must be the only one open. On an error the database is as the last finished step left it.
 */
[[nodiscard]] Result<> migrate(Connection &connection, const QString &path);

} // namespace vigie::store
