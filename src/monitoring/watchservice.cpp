// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchservice.h"

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
    return m_database.submit(actor, [id, isEnabled](store::Transaction &transaction) -> Result<> {
        const auto watch = WatchRepository::byId(transaction, id);
        if (!watch)
            return fail(watch.error());
        if (!*watch)
            return fail(ErrorKind::NotFound, u"there is no watch %1"_s.arg(id.value));
        Watch changed = **watch;
        changed.isEnabled = isEnabled;
        if (auto done = WatchRepository::update(transaction, changed); !done)
            return done;
        return transaction.audit(isEnabled ? u"watch.enable"_s : u"watch.disable"_s, u"watch"_s, id.value);
    });
}

QFuture<Result<>> WatchService::remove(const QString &actor, core::WatchId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        if (auto done = WatchRepository::remove(transaction, id); !done)
            return done;
        return transaction.audit(u"watch.remove"_s, u"watch"_s, id.value);
    });
}

} // namespace vigie::monitoring
