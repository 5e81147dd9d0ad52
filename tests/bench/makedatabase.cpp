// SPDX-License-Identifier: GPL-3.0-or-later
//
// Makes the database that the benchmarks share, where it is not there yet, and prints its path. A program of its own, because
// bench_start may not hold a single page of Qt in memory while it measures a cold start.
//
//   makedatabase [N = 1000000] [FOLDER = bench-data beside the programs' folder]
//   makedatabase DATABASE     only takes over what a killed program has left beside it

#include "bench/benchdatabase.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>

using namespace vigie;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QString path = arguments.value(1);
    if (QFileInfo(path).isFile())
        bench::tidy(path);
    else
        path = bench::sharedDatabase(bench::readArguments(arguments));
    std::puts(qPrintable(path));
    return 0;
}
