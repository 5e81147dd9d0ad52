// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie::store
{
class Database;
}

namespace vigie::bench
{

// What fails here ends the program with a sentence: a benchmark has nobody to hand an error to.

/// Writes so many synthetic posts as NDJSON, the newest 6 s after the one before it.
void writePosts(const QString &path, int count);

/// Five of them.
void addWatches(store::Database &database);

/// Takes the posts in through the program's own entrance, everything on and five watches, into a new database. Gives the seconds.
double takeIn(const QString &databasePath, const QString &postsPath, int count);

/// What the benchmarks of a large database are called with: [N = 1000000] [FOLDER = bench-data beside the programs' folder].
struct Arguments {
    int count = 0;
    QString folder = {};
};
[[nodiscard]] Arguments readArguments(const QStringList &arguments);

/// The database of so many mentions in this folder; made first where it is not there yet, which takes about a minute a million.
[[nodiscard]] QString sharedDatabase(const Arguments &arguments);
/// Brings a database to this program's schema, and into its file what a program that was killed has left beside it.
void tidy(const QString &path);

} // namespace vigie::bench
