// SPDX-License-Identifier: GPL-3.0-or-later
//
// The newest 100 hits of a rare and of a common word among N mentions, as the Watch page asks for them (status "to do", whole
// cards), against the plain SQLite C API that reads the same rows from the same file, in one run.
//
//   bench_search [N = 1000000] [FOLDER]

#include "bench/benchdatabase.h"
#include "bench/synthetic.h"
#include "monitoring/mentionrepository.h"
#include "store/database.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace vigie;

namespace
{

constexpr int kHits = 100;
constexpr int kRuns = 400;

void check(int code, sqlite3 *db)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
        qFatal("reference: %s", sqlite3_errmsg(db));
}

/// What the C API needs for the same cards: the rows with their authors, group sizes and labels, every value copied out.
class Reference
{
public:
    explicit Reference(const QString &path)
    {
        check(sqlite3_open_v2(path.toUtf8().constData(), &m_db, SQLITE_OPEN_READONLY, nullptr), m_db);
        check(sqlite3_exec(m_db, "PRAGMA cache_size = -8000; PRAGMA temp_store = MEMORY", nullptr, nullptr, nullptr), m_db);
        check(sqlite3_prepare_v2(m_db,
                                 "SELECT m.*, a.*, (SELECT count(*) FROM (SELECT 1 FROM mentions g WHERE g.group_id = m.group_id LIMIT 1000)),"
                                 " (SELECT group_concat(l.name) FROM mention_labels ml JOIN labels l ON l.id = ml.label_id"
                                 "  WHERE ml.mention_id = m.id)"
                                 " FROM mention_fts f CROSS JOIN mentions m ON m.id = f.rowid JOIN authors a ON a.id = m.author_id"
                                 " WHERE mention_fts MATCH ? AND m.drill_run_id = 0 AND m.status = 0 ORDER BY f.rowid DESC LIMIT ?",
                                 -1, &m_rows, nullptr),
              m_db);
        check(sqlite3_prepare_v2(m_db, "SELECT count(*) FROM mention_fts WHERE mention_fts MATCH ?", -1, &m_count, nullptr), m_db);
    }
    ~Reference()
    {
        sqlite3_finalize(m_rows);
        sqlite3_finalize(m_count);
        sqlite3_close(m_db);
    }
    Reference(const Reference &) = delete;
    Reference &operator=(const Reference &) = delete;

    int read(const QByteArray &word)
    {
        m_texts.clear();
        m_numbers.clear();
        bindWord(m_rows, word);
        sqlite3_bind_int(m_rows, 2, kHits);
        int rows = 0;
        for (; sqlite3_step(m_rows) == SQLITE_ROW; ++rows) {
            for (int column = 0; column < sqlite3_column_count(m_rows); ++column)
                copy(column);
        }
        sqlite3_reset(m_rows);
        return rows;
    }

    qint64 count(const QByteArray &word)
    {
        bindWord(m_count, word);
        sqlite3_step(m_count);
        const qint64 found = sqlite3_column_int64(m_count, 0);
        sqlite3_reset(m_count);
        return found;
    }

private:
    static void bindWord(sqlite3_stmt *statement, const QByteArray &word)
    {
        sqlite3_bind_text(statement, 1, word.constData(), int(word.size()), SQLITE_STATIC);
    }

    void copy(int column)
    {
        switch (sqlite3_column_type(m_rows, column)) {
        case SQLITE_INTEGER:
        case SQLITE_FLOAT:
            m_numbers.push_back(sqlite3_column_double(m_rows, column));
            break;
        case SQLITE_TEXT:
        case SQLITE_BLOB:
            const void *bytes = sqlite3_column_blob(m_rows, column);
            m_texts.emplace_back(static_cast<const char *>(bytes), std::size_t(sqlite3_column_bytes(m_rows, column)));
            break;
        }
    }

    sqlite3 *m_db = nullptr;
    sqlite3_stmt *m_rows = nullptr;
    sqlite3_stmt *m_count = nullptr;
    std::vector<std::string> m_texts;
    std::vector<double> m_numbers;
};

std::size_t ours(const store::Connection &reader, const QString &word)
{
    const monitoring::MentionFilter filter{.status = monitoring::Status::New, .text = word};
    const auto hits = monitoring::MentionRepository::page(reader, {}, filter, std::nullopt, kHits);
    if (!hits)
        qFatal("%s", qPrintable(hits.error().toString()));
    return hits->size();
}

void measure(const char *kind, const QString &word, const store::Connection &reader, Reference &plain, int mentions)
{
    const QByteArray quoted = '"' + word.toUtf8() + '"';
    std::vector<double> vigieWall;
    std::vector<double> vigieCpu;
    std::vector<double> plainWall;
    std::vector<double> plainCpu;
    std::size_t rows = 0;
    for (int i = 0; i < kRuns; ++i) { // in turn, so that both meet the same moments of the machine
        const bench::Stopwatch first;
        rows = ours(reader, word);
        vigieWall.push_back(first.wall() * 1000);
        vigieCpu.push_back(first.cpu() * 1000);
        const bench::Stopwatch second;
        if (std::size_t(plain.read(quoted)) != rows)
            qFatal("the reference does not find the same rows");
        plainWall.push_back(second.wall() * 1000);
        plainCpu.push_back(second.cpu() * 1000);
    }
    std::printf("{\"bench\":\"search\",\"mentions\":%d,\"word\":\"%s\",\"hits\":%lld,\"rows\":%zu,\"vigie_ms\":%.3f,"
                "\"vigie_p95_ms\":%.3f,\"vigie_cpu_ms\":%.3f,\"plain_sqlite_ms\":%.3f,\"plain_cpu_ms\":%.3f,\"ratio\":%.2f,\"goal_ms\":1}\n",
                mentions, kind, static_cast<long long>(plain.count(quoted)), rows, bench::median(vigieWall),
                bench::percentile(vigieWall, 0.95), bench::median(vigieCpu), bench::median(plainWall), bench::median(plainCpu),
                bench::median(vigieCpu) / bench::median(plainCpu));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const bench::Arguments arguments = bench::readArguments(QCoreApplication::arguments());
    const QString path = bench::sharedDatabase(arguments);
    const core::SystemClock clock;
    const auto database = store::Database::open(path, clock, store::Access::ReadOnly);
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    const auto reader = (*database)->reader();
    if (!reader)
        qFatal("%s", qPrintable(reader.error().detail));
    Reference plain(path);
    const bench::SyntheticPosts words(core::instantFromMillis(0), std::chrono::seconds(1));
    // Words of the French vocabulary by Zipf's law: the first ones stand in every fifth post, the last ones in a handful.
    measure("rare", words.frenchWord(40'000), **reader, plain, arguments.count);
    measure("common", words.frenchWord(20), **reader, plain, arguments.count);
    return 0;
}
