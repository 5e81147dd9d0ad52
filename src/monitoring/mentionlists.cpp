// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of MentionRepository: which ids match a filter, newest first. Each part of a filter has an index that gives its
// ids in that order, so a list is an intersection of ordered lists and never touches a mention's own row.
#include "monitoring/mentionrepository.h"
#include "monitoring/storedquery.h"
#include "store/query.h"
#include "store/rawstatement.h"

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Value;
using Ids = std::vector<qint64>;

IdRange rangeOf(const MentionFilter &filter, std::optional<core::MentionId> before = std::nullopt)
{
    IdRange range;
    if (filter.from)
        range.first = firstMentionIdAt(*filter.from).value;
    if (filter.to)
        range.end = firstMentionIdAt(*filter.to).value;
    if (before)
        range.end = std::min(range.end, before->value);
    return range;
}


/// QSqlQuery makes a QVariant of every number, which a list of a million ids cannot afford.
Result<Ids> readIds(const store::Connection &connection, const QString &sql, const std::vector<Value> &values)
{
    auto statement = store::RawStatement::prepare(connection, sql.toUtf8());
    if (!statement)
        return fail(statement.error());
    int parameter = 0;
    for (const Value &value : values) {
        if (value.variant().metaType() == QMetaType::fromType<QString>())
            statement->bind(++parameter, QStringView(value.variant().toString()));
        else
            statement->bind(++parameter, value.variant().toLongLong());
    }
    Ids ids;
    while (true) {
        const auto step = statement->step();
        if (!step)
            return fail(step.error());
        if (*step == store::RawStatement::Step::Done)
            return ids;
        ids.push_back(statement->integer(0));
    }
}

/// The conditions that the index mentions_list covers, but for scope, status and range.
QString rowConditions(const MentionFilter &filter, std::vector<Value> &values)
{
    QString sql;
    if (filter.tonality) {
        sql += u" AND m.tonality = ?"_s;
        values.emplace_back(int(*filter.tonality));
    }
    if (!filter.language.isEmpty()) {
        sql += u" AND m.lang = ?"_s;
        values.emplace_back(filter.language);
    }
    if (filter.collapsesGroups)
        sql += u" AND m.group_id = m.id"_s;
    return sql;
}

std::vector<Status> statusesOf(const MentionFilter &filter)
{
    if (filter.status)
        return {*filter.status};
    return {Status::New, Status::Waiting, Status::Done};
}

/// From the index alone: one ordered run for each status, merged.
Result<Ids> idsByRow(const store::Connection &connection, core::DrillRunId scope, const MentionFilter &filter,
                     const IdRange &range, int limit)
{
    Ids merged;
    for (const Status status : statusesOf(filter)) {
        std::vector<Value> values{scope, int(status), range.first, range.end};
        QString sql = u"SELECT m.id FROM mentions m INDEXED BY mentions_list WHERE m.drill_run_id = ? AND m.status = ?"
                      " AND m.id >= ? AND m.id < ?"_s;
        sql += rowConditions(filter, values) + u" ORDER BY m.id DESC LIMIT ?"_s;
        values.emplace_back(limit);
        auto ids = readIds(connection, sql, values);
        if (!ids)
            return ids;
        if (merged.empty()) {
            merged = std::move(*ids);
            continue;
        }
        const auto middle = qsizetype(merged.size());
        merged.insert(merged.end(), ids->begin(), ids->end());
        std::inplace_merge(merged.begin(), merged.begin() + middle, merged.end(), std::greater<>());
    }
    if (limit >= 0 && merged.size() > std::size_t(limit))
        merged.resize(std::size_t(limit));
    return merged;
}

Ids intersection(const Ids &left, const Ids &right)
{
    Ids both;
    std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both),
                          std::greater<>());
    return both;
}

QString watchIdsSql()
{
    return u"SELECT mention_id FROM mention_watches WHERE watch_id = ? AND mention_id >= ? AND mention_id < ?"
           " ORDER BY mention_id DESC"_s;
}

/// Ids outside the scope's own can hold no hit: it spares a drill the hits of the real world.
Result<IdRange> scopeRange(const store::Connection &connection, core::DrillRunId scope, IdRange range)
{
    if (!scope.isValid())
        return range;
    IdRange own{std::numeric_limits<qint64>::max(), 0};
    for (const Status status : {Status::New, Status::Waiting, Status::Done}) {
        for (const QLatin1StringView order : {"ASC"_L1, "DESC"_L1}) {
            const auto ids = readIds(connection,
                                     u"SELECT id FROM mentions INDEXED BY mentions_list WHERE drill_run_id = ?"
                                     " AND status = ? ORDER BY id "_s
                                         + order + u" LIMIT 1"_s,
                                     {scope, int(status)});
            if (!ids)
                return fail(ids.error());
            if (!ids->empty()) {
                own.first = std::min(own.first, ids->front());
                own.end = std::max(own.end, ids->front() + 1);
            }
        }
    }
    return IdRange{std::max(own.first, range.first), std::min(own.end, range.end)};
}

/// What narrows a list beside the search, as conditions on the row of a candidate.
QString candidateConditions(const MentionFilter &filter, std::vector<Value> &values)
{
    QString sql = rowConditions(filter, values);
    if (filter.status) {
        sql += u" AND m.status = ?"_s;
        values.emplace_back(int(*filter.status));
    }
    if (filter.watch.isValid()) {
        sql += u" AND EXISTS (SELECT 1 FROM mention_watches w WHERE w.watch_id = ? AND w.mention_id = m.id)"_s;
        values.emplace_back(filter.watch);
    }
    if (!filter.label.isEmpty()) {
        sql += u" AND EXISTS (SELECT 1 FROM mention_labels ml WHERE ml.mention_id = m.id"
               " AND ml.label_id = (SELECT id FROM labels WHERE name = ?))"_s;
        values.emplace_back(filter.label);
    }
    return sql;
}

/// For a page: follows the order of one index and looks each candidate's row up until the page is full.
Result<Ids> idsByCandidate(const store::Connection &connection, core::DrillRunId scope, const MentionFilter &filter,
                           const IdRange &range, int limit)
{
    QString from;
    QString id;
    std::vector<Value> values;
    if (filter.watch.isValid()) {
        from = u"mention_watches c CROSS JOIN mentions m ON m.id = c.mention_id WHERE c.watch_id = ? AND "_s;
        id = u"c.mention_id"_s;
        values.emplace_back(filter.watch);
    } else {
        from = u"mention_labels c CROSS JOIN mentions m ON m.id = c.mention_id"
               " WHERE c.label_id = (SELECT id FROM labels WHERE name = ?) AND "_s;
        id = u"c.mention_id"_s;
        values.emplace_back(filter.label);
    }
    QString sql = u"SELECT m.id FROM "_s + from + id + u" >= ? AND "_s + id + u" < ? AND m.drill_run_id = ?"_s;
    values.insert(values.end(), {range.first, range.end, scope});
    sql += candidateConditions(filter, values);
    values.emplace_back(limit);
    return readIds(connection, sql + u" ORDER BY "_s + id + u" DESC LIMIT ?"_s, values);
}

qint64 &countOf(StatusCounts &counts, Status status)
{
    switch (status) {
    case Status::New:
        break;
    case Status::Waiting:
        return counts.waiting;
    case Status::Done:
        return counts.done;
    }
    return counts.isNew;
}

/// Nothing where the filter has no text; a text of which nothing can be made asks for nothing.
std::optional<StoredQuery> storedQuery(const MentionFilter &filter)
{
    const auto query = WatchQuery::typed(filter.text);
    return query ? std::optional(StoredQuery(*query, filter.now)) : std::nullopt;
}

} // namespace

Result<std::vector<Mention>> MentionRepository::page(const store::Connection &connection, core::DrillRunId scope,
                                                     const MentionFilter &filter, std::optional<core::MentionId> before,
                                                     int limit, Effort effort)
{
    const bool hasText = !filter.text.trimmed().isEmpty();
    const IdRange range = rangeOf(filter, before);
    Result<Ids> ids;
    if (hasText) {
        const auto query = storedQuery(filter);
        if (!query)
            return std::vector<Mention>();
        const auto own = scopeRange(connection, scope, range);
        if (!own)
            return fail(own.error());
        std::vector<Value> values;
        const QString conditions = candidateConditions(filter, values);
        constexpr int kGlance = 1000; // candidates: a few milliseconds
        ids = query->ids(connection, scope, *own, conditions, values, limit, effort == Effort::Glance ? kGlance : -1);
    } else {
        const bool needsCandidates = filter.watch.isValid() || !filter.label.isEmpty();
        ids = needsCandidates ? idsByCandidate(connection, scope, filter, range, limit)
                              : idsByRow(connection, scope, filter, range, limit);
    }
    if (!ids)
        return fail(ids.error());
    return byIds(connection, *ids);
}

Result<std::vector<Mention>> MentionRepository::search(const store::Connection &connection, core::DrillRunId scope,
                                                       QStringView typed, int limit)
{
    if (typed.trimmed().isEmpty())
        return std::vector<Mention>();
    return page(connection, scope, MentionFilter{.text = typed.toString()}, std::nullopt, limit);
}

Result<std::vector<qint64>> MentionRepository::ids(const store::Connection &connection, core::DrillRunId scope,
                                                   const MentionFilter &filter)
{
    const bool hasText = !filter.text.trimmed().isEmpty();
    const auto query = hasText ? storedQuery(filter) : std::nullopt;
    if (hasText && !query)
        return Ids();
    const IdRange range = rangeOf(filter);
    const bool narrowsRows = filter.status || filter.tonality || !filter.language.isEmpty() || filter.collapsesGroups;
    std::optional<Ids> result;
    const auto narrow = [&result](Result<Ids> ids) -> Result<> {
        if (!ids)
            return fail(ids.error());
        result = result ? intersection(*result, *ids) : std::move(*ids);
        return {};
    };
    // A watch belongs to one scope, so its ids need no second look; those of a label or a search do.
    if (filter.watch.isValid()) {
        if (auto done = narrow(readIds(connection, watchIdsSql(), {filter.watch, range.first, range.end})); !done)
            return fail(done.error());
    }
    if (!filter.label.isEmpty()) {
        const QString sql = u"SELECT mention_id FROM mention_labels WHERE label_id = (SELECT id FROM labels WHERE name = ?)"
                            " AND mention_id >= ? AND mention_id < ? ORDER BY mention_id DESC"_s;
        if (auto done = narrow(readIds(connection, sql, {filter.label, range.first, range.end})); !done)
            return fail(done.error());
    }
    if (query) {
        const auto own = scopeRange(connection, scope, range);
        if (!own)
            return fail(own.error());
        if (auto done = narrow(query->ids(connection, scope, *own, {}, {}, -1)); !done)
            return fail(done.error());
    }
    const bool isScoped = filter.watch.isValid();
    if (!result || narrowsRows || !isScoped) {
        if (auto done = narrow(idsByRow(connection, scope, filter, range, -1)); !done)
            return fail(done.error());
    }
    return std::move(*result);
}

Result<StatusCounts> MentionRepository::statusCounts(const store::Connection &connection, core::DrillRunId scope,
                                                     const MentionFilter &filter)
{
    const IdRange range = rangeOf(filter);
    StatusCounts counts;
    if (filter.watch.isValid()) {
        const auto rows = store::readAll(
            connection,
            u"SELECT m.status, count(*) FROM mention_watches w CROSS JOIN mentions m ON m.id = w.mention_id"
            " WHERE w.watch_id = ? AND w.mention_id >= ? AND w.mention_id < ? AND m.drill_run_id = ? GROUP BY m.status"_s,
            {filter.watch, range.first, range.end, scope},
            [](const store::Row &row) { return std::pair(Status(row.smallInteger(0)), row.integer(1)); });
        if (!rows)
            return fail(rows.error());
        for (const auto &[status, count] : *rows)
            countOf(counts, status) = count;
        return counts;
    }
    for (const Status status : {Status::New, Status::Waiting, Status::Done}) {
        const auto number = store::readNumber(connection,
                                              u"SELECT count(*) FROM mentions INDEXED BY mentions_list"
                                              " WHERE drill_run_id = ? AND status = ? AND id >= ? AND id < ?"_s,
                                              {scope, int(status), range.first, range.end});
        if (!number)
            return fail(number.error());
        countOf(counts, status) = *number;
    }
    return counts;
}

} // namespace vigie::monitoring
