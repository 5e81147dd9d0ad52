// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/alert.h"
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

private:
    store::Database &m_database;
};

} // namespace vigie::monitoring
