// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/watchservice.h"

#include "core/text.h"
#include "monitoring/recordacts.h"
#include "monitoring/watchquery.h"
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
    const auto candidates = WatchRepository::newest(transaction, scope, WatchService::kBackfill);
    if (!candidates)
        return fail(candidates.error());
    const WatchSet set({{id, query}});
    std::vector<qint64> found;
    for (const WatchRepository::Candidate &candidate : *candidates) {
        const QString folded = core::folded(candidate.text);
        if (!set.match({{candidate.text, folded}, candidate.language, candidate.network, candidate.author}).empty())
            found.push_back(candidate.mention);
    }
    return WatchRepository::link(transaction, id, found);
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
