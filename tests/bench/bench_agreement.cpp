// SPDX-License-Identifier: GPL-3.0-or-later
//
// The stream and the search over what is stored find the same posts: the test of tst_storedquery at its full size.
//
//   bench_agreement [posts = 100000] [queries = 200] [seed = 1]

#include "monitoring/queryagreement.h"

#include <QCoreApplication>

#include <cstdio>

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto number = [&application](int index, int otherwise) {
        return application.arguments().size() > index ? application.arguments().at(index).toInt() : otherwise;
    };
    const auto agreement
        = vigie::monitoring::queryAgreement(number(1, 100'000), number(2, 200), unsigned(number(3, 1)));
    std::printf("{\"bench\":\"agreement\",\"posts\":%d,\"queries\":%d,\"indexed_queries\":%d,\"unfaithful_posts\":%d,\"matches\":%lld,"
                "\"queries_that_differ\":%lld,\"stream_s\":%.1f,\"search_s\":%.1f}\n",
                agreement.posts, agreement.queries, agreement.indexed, agreement.unfaithful,
                static_cast<long long>(agreement.matches), static_cast<long long>(agreement.differences.size()),
                agreement.streamSeconds, agreement.searchSeconds);
    for (const QString &difference : agreement.differences)
        std::fprintf(stderr, "%s\n", qPrintable(difference));
    return agreement.differences.isEmpty() ? 0 : 1;
}
