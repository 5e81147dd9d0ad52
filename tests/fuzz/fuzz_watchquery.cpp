// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a query: it parses or says why not; what parses means the same when written out; the search over what is
// stored never fails and finds what the stream finds.
#include "core/text.h"
#include "monitoring/storedquery.h"
#include "store/migrations.h"
#include "store/query.h"

#include <QCoreApplication>

#include <cstdlib>

using namespace Qt::StringLiterals;
using namespace vigie;
using monitoring::QueryProblem;
using monitoring::WatchQuery;
using monitoring::WatchSet;

namespace
{

/// One database for all inputs, in memory; each replaces the one mention that it holds.
const store::Connection &connection()
{
    static int argc = 1;
    static char name[] = "fuzz_watchquery";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv); // Qt finds SQLite's driver by it
    static const auto opened = [] {
        auto fresh = store::Connection::open(u":memory:"_s, store::Access::ReadWrite);
        if (!fresh || !store::migrate(**fresh, {}))
            std::abort();
        return std::move(*fresh);
    }();
    return *opened;
}

void storeAlone(const QString &text)
{
    const auto run = [](const QString &sql, store::Values values = {}) {
        if (!store::execute(connection(), sql, values))
            std::abort();
    };
    run(u"INSERT OR IGNORE INTO authors (id, network, handle, first_seen_at) VALUES (1, 'x', '@a', 0)"_s);
    run(u"INSERT INTO mention_fts (mention_fts, rowid, text) SELECT 'delete', id, text FROM mentions"_s);
    run(u"DELETE FROM mentions"_s);
    run(u"INSERT INTO mentions (id, network, remote_id, author_id, url, text, lang, tonality, negativity, risks, reasons,"
        " fingerprint, group_id, priority, likes, reposts, replies, in_reply_to, root, posted_at, captured_at, sha256, is_irregular)"
        " VALUES (1048576, 'x', '1', 1, '', ?, 'fr', 0, 0.5, 0, '[]', 0, 1, 0, 0, 0, 0, '', '', 1, 1, x'00', ?)"_s,
        {text, !monitoring::isIndexedFaithfully(text)});
    run(u"INSERT INTO mention_fts (rowid, text) VALUES (1048576, ?)"_s, {text});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    // The query, a line feed, the post. Without a post the query itself is one.
    const QString input = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString text = input.section(u'\n', 0, 0);
    const QString post = core::sanitized(input.contains(u'\n') ? input.section(u'\n', 1) : text);
    const auto query = WatchQuery::parse(text);
    const auto problem = WatchQuery::problemIn(text);
    if (query.has_value() == problem.has_value())
        std::abort();
    if (problem) {
        if (problem->start < 0 || problem->start > text.size() || problem->length < 1
            || problem->start + problem->length > std::max(text.size(), problem->start + 1) || query.error().detail.isEmpty())
            std::abort();
        (void)WatchQuery::typed(text);
        return 0;
    }
    const QString folded = core::folded(post);
    const monitoring::QueryInput asked{.text = {post, folded}, .language = u"fr", .network = u"x", .author = u"@a",
                                        .postedAt = core::instantFromMillis(1)};
    const bool isFound = !WatchSet({{core::WatchId{1}, *query}}).match(asked).empty();
    const QString canonical = query->canonical();
    if (canonical.size() <= WatchQuery::kMaxLength) {
        const auto again = WatchQuery::parse(canonical);
        // Writing out the parentheses can pass the limit of depth; nothing else may be lost.
        if (again ? again->canonical() != canonical : !again.error().detail.contains(u"nested"))
            std::abort();
        if (again && WatchSet({{core::WatchId{1}, *again}}).match(asked).empty() == isFound)
            std::abort();
    }
    storeAlone(post);
    const auto stored = monitoring::StoredQuery(*query, {}).ids(connection(), {}, {}, {}, {}, -1);
    if (!stored || stored->empty() == isFound)
        std::abort();
    return 0;
}
