// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/benchdatabase.h"

#include "analysis/postjudge.h"
#include "bench/synthetic.h"
#include "monitoring/importer.h"
#include "monitoring/watchservice.h"
#include "networks/ndjsonreader.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::bench
{

void writePosts(const QString &path, int count)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("cannot write %s", qPrintable(path));
    SyntheticPosts posts(core::instantFromMillis(1'772'000'000'000), 6s);
    for (int i = 0; i < count; ++i)
        file.write(networks::toNdjson(posts.next()) + '\n');
}

void addWatches(store::Database &database)
{
    monitoring::WatchService watches(database);
    const QStringList queries{u"marque OR @marque"_s, u"\"service client\" OR remboursement"_s, u"fumée OR brûl*"_s,
                              u"outage OR \"no signal\""_s, u"boycott* -publicité lang:fr"_s};
    for (const QString &query : queries) {
        if (const auto added = watches.add(u"bench"_s, {.name = query, .query = query}).result(); !added)
            qFatal("%s", qPrintable(added.error().detail));
    }
}

double takeIn(const QString &databasePath, const QString &postsPath, int count)
{
    const core::SystemClock clock;
    auto database = store::Database::open(databasePath, clock);
    if (!database)
        qFatal("%s", qPrintable(database.error().detail));
    addWatches(**database);
    const auto judge = analysis::PostJudge::shipped();
    if (!judge)
        qFatal("%s", qPrintable(judge.error().toString()));
    monitoring::Intake entrance(**database, *judge);
    const Stopwatch watch;
    const auto report = monitoring::importFile(entrance, {.path = postsPath});
    const double seconds = watch.wall();
    if (!report || report->stored != count)
        qFatal("intake stored %lld of %d", report ? report->stored : -1, count);
    return seconds;
}

Arguments readArguments(const QStringList &arguments)
{
    const int count = arguments.value(1, u"1000000"_s).toInt();
    if (count <= 0) {
        std::fprintf(stderr, "usage: %s [N = 1000000] [FOLDER]\n", qPrintable(arguments.value(0)));
        std::exit(2);
    }
    return {.count = count, .folder = arguments.value(2, QCoreApplication::applicationDirPath() + u"/../bench-data"_s)};
}

QString sharedDatabase(const Arguments &arguments)
{
    const QDir folder(arguments.folder);
    if (!folder.mkpath(u"."_s))
        qFatal("cannot make %s", qPrintable(arguments.folder));
    const QString path = folder.absoluteFilePath(u"mentions-%1.db"_s.arg(arguments.count));
    if (!QFile::exists(path)) {
        std::fprintf(stderr, "making %s: about a minute for each million\n", qPrintable(path));
        // Under another name until it is whole: what an interrupted run leaves is not taken for a database of N mentions.
        const QString unfinished = path + u".unfinished"_s;
        const QString posts = path + u".ndjson"_s;
        for (const QString &rest : {unfinished, unfinished + u"-wal"_s, unfinished + u"-shm"_s})
            QFile::remove(rest);
        writePosts(posts, arguments.count);
        takeIn(unfinished, posts, arguments.count);
        QFile::remove(posts);
        tidy(unfinished);
        if (!QFile::rename(unfinished, path))
            qFatal("cannot rename %s", qPrintable(unfinished));
    }
    tidy(path);
    return path;
}

void tidy(const QString &path)
{
    const core::SystemClock clock;
    if (const auto opened = store::Database::open(path, clock); !opened)
        qFatal("%s", qPrintable(opened.error().detail));
}

} // namespace vigie::bench
