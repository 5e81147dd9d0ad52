// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/evidencerepository.h"

#include "monitoring/mention.h"
#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;
using store::Value;

/// The watch's mentions in the range, by the primary key of mention_watches.
QString fromMentions()
{
    return u" FROM mention_watches w CROSS JOIN mentions m ON m.id = w.mention_id"_s;
}

QString inRange()
{
    return u" WHERE w.watch_id = ? AND w.mention_id >= ? AND w.mention_id < ?"_s;
}

std::vector<Value> valuesOf(const EvidenceRepository::Range &range, int limit)
{
    return {range.watch, firstMentionIdAt(range.from), firstMentionIdAt(range.to), limit};
}

NamedCount namedCountFrom(const Row &row)
{
    return {row.text(0), row.smallInteger(1)};
}

} // namespace

Result<std::vector<QString>> EvidenceRepository::texts(const store::Connection &connection, const Range &range, int limit)
{
    return store::readAll(connection,
                          u"SELECT m.text"_s + fromMentions() + inRange() + u" ORDER BY w.mention_id DESC LIMIT ?"_s,
                          valuesOf(range, limit), [](const Row &row) { return row.text(0); });
}

Result<std::vector<NamedCount>> EvidenceRepository::topAuthors(const store::Connection &connection, const Range &range,
                                                               int limit)
{
    return store::readAll(connection,
                          u"SELECT a.network || ':' || a.handle, count(*) AS n"_s + fromMentions()
                              + u" JOIN authors a ON a.id = m.author_id"_s + inRange()
                              + u" AND a.handle <> '' GROUP BY a.id ORDER BY n DESC, a.id LIMIT ?"_s,
                          valuesOf(range, limit), namedCountFrom);
}

Result<std::vector<NamedCount>> EvidenceRepository::networks(const store::Connection &connection, const Range &range)
{
    return store::readAll(connection,
                          u"SELECT m.network, count(*) AS n"_s + fromMentions() + inRange()
                              + u" GROUP BY m.network ORDER BY n DESC, m.network LIMIT ?"_s,
                          valuesOf(range, 20), namedCountFrom);
}

Result<std::vector<NamedCount>> EvidenceRepository::sources(const store::Connection &connection, const Range &range)
{
    return store::readAll(connection,
                          u"SELECT s.name, count(*) AS n"_s + fromMentions() + u" JOIN sources s ON s.id = m.source_id"_s
                              + inRange() + u" GROUP BY s.id ORDER BY n DESC, s.id LIMIT ?"_s,
                          valuesOf(range, 20), namedCountFrom);
}

Result<double> EvidenceRepository::copies(const store::Connection &connection, const Range &range)
{
    const auto share = store::readFirst(
        connection,
        u"SELECT count(*), count(DISTINCT m.group_id)"_s + fromMentions() + inRange() + u" LIMIT ?"_s,
        valuesOf(range, 1), [](const Row &row) {
            const double all = double(row.integer(0));
            return all > 0 ? (all - double(row.integer(1))) / all : 0.0;
        });
    if (!share)
        return fail(share.error());
    return share->value_or(0.0);
}

Result<std::vector<core::MentionId>> EvidenceRepository::examples(const store::Connection &connection, const Range &range,
                                                                  int limit)
{
    // With max(), SQLite takes the other columns from the row that holds the maximum.
    return store::readAll(connection,
                          u"SELECT m.id, max(m.priority) AS p"_s + fromMentions() + inRange()
                              + u" GROUP BY m.group_id ORDER BY p DESC, m.id DESC LIMIT ?"_s,
                          valuesOf(range, limit), [](const Row &row) { return row.id<core::MentionId>(0); });
}

} // namespace vigie::monitoring
