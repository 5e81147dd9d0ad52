// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchrepository.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;

QString selectWatches()
{
    return u"SELECT id, drill_run_id, name, query, sensitivity, threshold_per_hour, cooldown_s, created_at, is_enabled"
           " FROM watches "_s;
}

Watch watchFrom(const Row &row)
{
    return Watch{.id = row.id<core::WatchId>(0),
                 .scope = row.id<core::DrillRunId>(1),
                 .name = row.text(2),
                 .query = row.text(3),
                 .sensitivity = sensitivityFromKey(row.text(4)).value_or(analysis::Sensitivity::Balanced),
                 .thresholdPerHour = row.isNull(5) ? std::nullopt : std::optional(row.smallInteger(5)),
                 .cooldown = std::chrono::seconds(row.integer(6)),
                 .createdAt = row.instant(7),
                 .isEnabled = row.boolean(8)};
}

void announce(store::Transaction &transaction, store::ChangeKind kind, core::WatchId id, core::DrillRunId scope)
{
    transaction.announce(
        {.entity = store::Entity::Watch, .kind = kind, .id = id.value, .drillRunId = scope.value});
}

Result<Watch> existing(const store::Connection &connection, core::WatchId id)
{
    auto watch = WatchRepository::byId(connection, id);
    if (!watch)
        return fail(watch.error());
    if (!*watch)
        return fail(ErrorKind::NotFound, u"there is no watch %1"_s.arg(id.value));
    return std::move(**watch);
}

} // namespace

Result<std::vector<Watch>> WatchRepository::list(const store::Connection &connection, core::DrillRunId scope)
{
    return store::readAll(connection, selectWatches() + u"WHERE drill_run_id = ? ORDER BY name COLLATE NOCASE, id"_s, {scope},
                          watchFrom);
}

Result<std::optional<Watch>> WatchRepository::byId(const store::Connection &connection, core::WatchId id)
{
    return store::readFirst(connection, selectWatches() + u"WHERE id = ?"_s, {id}, watchFrom);
}

Result<core::WatchId> WatchRepository::add(store::Transaction &transaction, const Watch &watch)
{
    const auto id = store::insert(transaction,
                                  u"INSERT INTO watches (drill_run_id, name, query, sensitivity, threshold_per_hour,"
                                  " cooldown_s, created_at, is_enabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                  {watch.scope, watch.name, watch.query, sensitivityKey(watch.sensitivity),
                                   watch.thresholdPerHour, qint64(watch.cooldown.count()), transaction.now(),
                                   watch.isEnabled});
    if (!id)
        return fail(id.error());
    announce(transaction, store::ChangeKind::Inserted, {*id}, watch.scope);
    return core::WatchId{*id};
}

Result<> WatchRepository::update(store::Transaction &transaction, const Watch &watch)
{
    const auto known = existing(transaction, watch.id);
    if (!known)
        return fail(known.error());
    auto done = store::execute(transaction,
                               u"UPDATE watches SET name = ?, query = ?, sensitivity = ?, threshold_per_hour = ?,"
                               " cooldown_s = ?, is_enabled = ? WHERE id = ?"_s,
                               {watch.name, watch.query, sensitivityKey(watch.sensitivity), watch.thresholdPerHour,
                                qint64(watch.cooldown.count()), watch.isEnabled, watch.id});
    if (!done)
        return fail(done.error());
    announce(transaction, store::ChangeKind::Updated, watch.id, known->scope);
    return {};
}

Result<> WatchRepository::remove(store::Transaction &transaction, core::WatchId id)
{
    const auto known = existing(transaction, id);
    if (!known)
        return fail(known.error());
    const auto named = store::readNumber(transaction,
                                         u"SELECT (SELECT count(*) FROM alerts WHERE watch_id = ?)"
                                         " + (SELECT count(*) FROM incidents WHERE watch_id = ?)"_s,
                                         {id, id});
    if (!named)
        return fail(named.error());
    if (*named > 0)
        return fail(ErrorKind::Conflict, u"watch %1 has given alerts; it can be disabled, not removed"_s.arg(id.value));
    for (const QString &sql : {u"DELETE FROM mention_watches WHERE watch_id = ?"_s,
                               u"DELETE FROM volume_buckets WHERE watch_id = ?"_s, u"DELETE FROM watches WHERE id = ?"_s}) {
        if (auto done = store::execute(transaction, sql, {id}); !done)
            return fail(done.error());
    }
    announce(transaction, store::ChangeKind::Removed, id, known->scope);
    return {};
}

Result<qint64> WatchRepository::oldestOf(const store::Connection &connection, core::DrillRunId scope, int count)
{
    return store::readNumber(connection,
                             u"SELECT min(id) FROM (SELECT id FROM mentions WHERE drill_run_id = ? ORDER BY id DESC LIMIT ?)"_s,
                             {scope, count});
}

Result<int> WatchRepository::link(store::Transaction &transaction, core::WatchId watch, const std::vector<qint64> &mentions)
{
    const auto known = existing(transaction, watch);
    if (!known)
        return fail(known.error());
    int linked = 0;
    for (const qint64 mention : mentions) {
        const auto added = store::execute(transaction,
                                          u"INSERT OR IGNORE INTO mention_watches (watch_id, mention_id) VALUES (?, ?)"_s,
                                          {watch, mention});
        if (!added)
            return fail(added.error());
        if (*added == 0)
            continue;
        ++linked;
        const auto counted = store::execute(
            transaction,
            u"INSERT INTO volume_buckets (watch_id, start_at, total, negative, neutral, positive, undetermined)"
            " SELECT ?, posted_at / 300000 * 300000, 1, tonality = 1, tonality = 2, tonality = 3, tonality = 0"
            " FROM mentions WHERE id = ?"
            " ON CONFLICT (watch_id, start_at) DO UPDATE SET total = total + 1, negative = negative + excluded.negative,"
            " neutral = neutral + excluded.neutral, positive = positive + excluded.positive,"
            " undetermined = undetermined + excluded.undetermined"_s,
            {watch, mention});
        if (!counted)
            return fail(counted.error());
    }
    if (linked > 0)
        transaction.announce({.entity = store::Entity::Volume, .count = linked, .drillRunId = known->scope.value});
    return linked;
}

} // namespace vigie::monitoring
