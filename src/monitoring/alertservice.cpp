// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/alertservice.h"

#include "monitoring/alertrepository.h"
#include "monitoring/volumerepository.h"
#include "monitoring/watchdetection.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{

QFuture<Result<>> AlertService::acknowledge(const QString &actor, core::AlertId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        const auto alert = AlertRepository::byId(transaction, id);
        if (!alert)
            return fail(alert.error());
        if (*alert && (*alert)->state == AlertState::Dismissed)
            return fail(ErrorKind::Conflict, u"alert %1 was dismissed"_s.arg(id.value));
        if (*alert && (*alert)->state == AlertState::Acknowledged)
            return {}; // the first to take it stays the one
        if (auto done = AlertRepository::setState(transaction, id, AlertState::Acknowledged); !done)
            return done;
        return transaction.audit(u"alert.acknowledge"_s, u"alert"_s, id.value);
    });
}

QFuture<Result<>> AlertService::dismiss(const QString &actor, core::AlertId id, const QString &reason)
{
    return m_database.submit(actor, [id, reason](store::Transaction &transaction) -> Result<> {
        if (auto done = AlertRepository::setState(transaction, id, AlertState::Dismissed); !done)
            return done;
        return transaction.audit(u"alert.dismiss"_s, u"alert"_s, id.value, {{u"reason"_s, reason}});
    });
}

QFuture<Result<>> AlertService::linkIncident(const QString &actor, core::AlertId id, core::IncidentId incident)
{
    return m_database.submit(actor, [id, incident](store::Transaction &transaction) -> Result<> {
        if (auto done = AlertRepository::linkIncident(transaction, id, incident); !done)
            return done;
        return transaction.audit(u"alert.link"_s, u"alert"_s, id.value, {{u"incident"_s, incident.value}});
    });
}

Result<std::vector<Replay>> AlertService::howOften(const store::Connection &connection, const Watch &watch,
                                                   core::Instant from)
{
    const auto newest = VolumeRepository::newest(connection, watch.scope, watch.id);
    if (!newest)
        return fail(newest.error());
    const core::Instant to = newest->value_or(from) + analysis::Bucket::kLength;
    const auto counted = WatchDetection::buckets(connection, watch.scope, watch.id, from, to);
    if (!counted)
        return fail(counted.error());
    return replay(watch, *counted);
}

} // namespace vigie::monitoring
