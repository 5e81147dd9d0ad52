// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchservice.h"

#include "monitoring/recordacts.h"
#include "monitoring/storedquery.h"
#include "monitoring/watchrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

Result<WatchQuery> checked(const Watch &watch)
{
    if (watch.name.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a watch needs a name"_s);
    if (watch.thresholdPerHour && *watch.thresholdPerHour < 1)
        return fail(ErrorKind::InvalidArgument, u"a threshold must be at least 1 an hour"_s);
    return WatchQuery::parse(watch.query);
}

/// Links what is stored already, so that a new watch does not begin empty.
Result<int> backfill(store::Transaction &transaction, core::WatchId id, core::DrillRunId scope, const WatchQuery &query)
{
    // The newest only: in the writer's thread a look through everything would hold the intake up.
    const auto oldest = WatchRepository::oldestOf(transaction, scope, WatchService::kBackfill);
    if (!oldest)
        return fail(oldest.error());
    const StoredQuery stored(query, transaction.now());
    const auto found = stored.ids(transaction.connection(), scope, {.first = *oldest}, {}, {}, -1);
    if (!found)
        return fail(found.error());
    return WatchRepository::link(transaction, id, *found);
}

template <typename Answer>
QFuture<Result<Answer>> refused(const Error &error)
{
    return QtFuture::makeReadyFuture(Result<Answer>(fail(error)));
}

RecordWords words()
{
    return {.kind = u"watch"_s, .enable = u"watch.enable"_s, .disable = u"watch.disable"_s, .remove = u"watch.remove"_s};
}

} // namespace

QFuture<Result<core::WatchId>> WatchService::add(const QString &actor, const Watch &watch)
{
    const auto query = checked(watch);
    if (!query)
        return refused<core::WatchId>(query.error());
    return m_database.submit(actor, [watch, query = *query](store::Transaction &transaction) -> Result<core::WatchId> {
        const auto id = WatchRepository::add(transaction, watch);
        if (!id)
            return id;
        const auto linked = backfill(transaction, *id, watch.scope, query);
        if (!linked)
            return fail(linked.error());
        const QJsonObject details{{u"name"_s, watch.name}, {u"query"_s, watch.query}, {u"linked"_s, *linked}};
        if (auto audited = transaction.audit(u"watch.add"_s, u"watch"_s, id->value, details); !audited)
            return fail(audited.error());
        return id;
    });
}

QFuture<Result<>> WatchService::update(const QString &actor, const Watch &watch)
{
    if (const auto query = checked(watch); !query)
        return refused<void>(query.error());
    return m_database.submit(actor, [watch](store::Transaction &transaction) -> Result<> {
        if (auto done = WatchRepository::update(transaction, watch); !done)
            return done;
        const QJsonObject details{{u"name"_s, watch.name},
                                  {u"query"_s, watch.query},
                                  {u"sensitivity"_s, sensitivityKey(watch.sensitivity)},
                                  {u"enabled"_s, watch.isEnabled}};
        return transaction.audit(u"watch.update"_s, u"watch"_s, watch.id.value, details);
    });
}

QFuture<Result<>> WatchService::setEnabled(const QString &actor, core::WatchId id, bool isEnabled)
{
    return setRecordEnabled<WatchRepository>(m_database, actor, id, isEnabled, words());
}

QFuture<Result<>> WatchService::remove(const QString &actor, core::WatchId id)
{
    return removeRecord<WatchRepository>(m_database, actor, id, words());
}

} // namespace vigie::monitoring
