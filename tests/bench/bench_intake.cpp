// SPDX-License-Identifier: GPL-3.0-or-later
//
// Intake of N NDJSON posts with everything on (parsing, language, tonality, risks, watches, near-duplicates, buckets, detection,
// full text, audit) against the plain SQLite C API that inserts the same rows into the same schema, in one run.
//
//   bench_intake [N = 200000]

#include "bench/benchdatabase.h"
#include "bench/synthetic.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QTemporaryDir>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vigie;

namespace
{

constexpr int kBatch = 5000;
/// The rows that the intake wrote, in the order in which it wrote them, ready to be bound again.
struct Table {
    QByteArray name;
    QByteArray columns; ///< for SELECT and INSERT
    QByteArray order;
    std::vector<sqlite3_value *> values;
    int columnCount = 0;
};

void check(int code, sqlite3 *db)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        qFatal("reference: %s", sqlite3_errmsg(db));
}

std::vector<Table> readTables(const QString &path)
{
    std::vector<Table> tables{{"authors", "*", "id", {}, 0},
                              {"mentions", "*", "rowid", {}, 0},
                              {"mention_watches", "*", "mention_id", {}, 0},
                              {"volume_buckets", "*", "start_at", {}, 0},
                              {"watches", "*", "id", {}, 0}};
    sqlite3 *db = nullptr;
    check(sqlite3_open(path.toUtf8().constData(), &db), db);
    for (Table &table : tables) {
        sqlite3_stmt *statement = nullptr;
        const QByteArray sql = "SELECT * FROM " + table.name + " ORDER BY " + table.order;
        check(sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr), db);
        table.columnCount = sqlite3_column_count(statement);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < table.columnCount; ++i)
                table.values.push_back(sqlite3_value_dup(sqlite3_column_value(statement, i)));
        }
        sqlite3_finalize(statement);
    }
    sqlite3_close(db);
    return tables;
}

sqlite3_stmt *prepareInsert(sqlite3 *db, const Table &table)
{
    QByteArray marks = "?";
    for (int i = 1; i < table.columnCount; ++i)
        marks += ", ?";
    sqlite3_stmt *statement = nullptr;
    const QByteArray sql = "INSERT INTO " + table.name + " VALUES (" + marks + ")";
    check(sqlite3_prepare_v2(db, sql.constData(), -1, &statement, nullptr), db);
    return statement;
}

void insertRow(sqlite3 *db, sqlite3_stmt *statement, const Table &table, std::size_t row)
{
    for (int i = 0; i < table.columnCount; ++i)
        sqlite3_bind_value(statement, i + 1, table.values[row * std::size_t(table.columnCount) + std::size_t(i)]);
    check(sqlite3_step(statement), db);
    sqlite3_reset(statement);
}

/// Seconds that the plain C API takes for the same rows: each batch one transaction, full text fed explicitly, as the best of
/// the measured ways does it.
double reference(const QString &path, const std::vector<Table> &tables)
{
    sqlite3 *db = nullptr;
    check(sqlite3_open(path.toUtf8().constData(), &db), db);
    check(sqlite3_exec(db, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                           "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000; PRAGMA wal_autocheckpoint = 8000;",
                       nullptr, nullptr, nullptr), db);
    std::vector<sqlite3_stmt *> inserts;
    for (const Table &table : tables)
        inserts.push_back(prepareInsert(db, table));
    sqlite3_stmt *fts = nullptr;
    check(sqlite3_prepare_v2(db, "INSERT INTO mention_fts (rowid, text) VALUES (?, ?)", -1, &fts, nullptr), db);
    const Table &mentions = tables[1];
    const auto count = mentions.values.size() / std::size_t(mentions.columnCount);

    const bench::Stopwatch watch;
    check(sqlite3_exec(db, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), db);
    for (std::size_t t : {0U, 3U, 4U}) { // authors, buckets and watches are few
        const Table &table = tables[t];
        for (std::size_t row = 0; row < table.values.size() / std::size_t(table.columnCount); ++row)
            insertRow(db, inserts[t], table, row);
    }
    const Table &hits = tables[2];
    const auto hitCount = hits.values.size() / std::size_t(hits.columnCount);
    std::size_t hit = 0;
    for (std::size_t row = 0; row < count; ++row) {
        insertRow(db, inserts[1], mentions, row);
        sqlite3_value *const id = mentions.values[row * std::size_t(mentions.columnCount)];
        sqlite3_bind_value(fts, 1, id);
        sqlite3_bind_value(fts, 2, mentions.values[row * std::size_t(mentions.columnCount) + 7]);
        check(sqlite3_step(fts), db);
        sqlite3_reset(fts);
        for (; hit < hitCount && sqlite3_value_int64(hits.values[hit * 2 + 1]) <= sqlite3_value_int64(id); ++hit)
            insertRow(db, inserts[2], hits, hit);
        if (row % kBatch == kBatch - 1)
            check(sqlite3_exec(db, "COMMIT; BEGIN IMMEDIATE", nullptr, nullptr, nullptr), db);
    }
    check(sqlite3_exec(db, "COMMIT", nullptr, nullptr, nullptr), db);
    const double seconds = watch.wall();
    for (sqlite3_stmt *statement : inserts)
        sqlite3_finalize(statement);
    sqlite3_finalize(fts);
    sqlite3_close(db);
    return seconds;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int count = argc > 1 ? QByteArray(argv[1]).toInt() : 200'000;
    const QTemporaryDir folder;
    const QString posts = folder.filePath(u"posts.ndjson"_s);
    bench::writePosts(posts, count);

    const double ours = bench::takeIn(folder.filePath(u"vigie.db"_s), posts, count);
    const auto tables = readTables(folder.filePath(u"vigie.db"_s));
    {
        // The same empty schema, made by the program itself.
        const core::SystemClock clock;
        const auto database = store::Database::open(folder.filePath(u"plain.db"_s), clock);
        if (!database)
            qFatal("%s", qPrintable(database.error().detail));
    }
    const double plain = reference(folder.filePath(u"plain.db"_s), tables);
    std::printf("{\"bench\":\"intake\",\"posts\":%d,\"vigie_s\":%.2f,\"vigie_posts_per_s\":%.0f,"
                "\"plain_sqlite_s\":%.2f,\"plain_rows_per_s\":%.0f,\"ratio\":%.2f,\"goal\":0.6,\"peak_mb\":%.0f}\n",
                count, ours, count / ours, plain, count / plain, plain / ours, bench::peakMemory());
    return 0;
}
