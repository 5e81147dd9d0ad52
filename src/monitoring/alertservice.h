// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/alert.h"
#include "monitoring/watchjudge.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::monitoring
{

/// What people do with alerts. May be called from any thread; `database` must outlive the service.
class AlertService
{
public:
    explicit AlertService(store::Database &database) : m_database(database) {}

    /// Somebody looks into it. Conflict when it was dismissed.
    [[nodiscard]] QFuture<Result<>> acknowledge(const QString &actor, core::AlertId id);
    /// It was nothing.
    [[nodiscard]] QFuture<Result<>> dismiss(const QString &actor, core::AlertId id, const QString &reason = {});
    [[nodiscard]] QFuture<Result<>> linkIncident(const QString &actor, core::AlertId id, core::IncidentId incident);

    /// How often the watch would have given an alert on what it has counted since `from`, at each sensitivity. About a second
    /// for a year: call it in a pool thread (store::readAsync).
    [[nodiscard]] static Result<std::vector<Replay>> howOften(const store::Connection &connection, const Watch &watch,
                                                              core::Instant from);

private:
    store::Database &m_database;
};

} // namespace vigie::monitoring
