// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/watch.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::monitoring
{

/**
 * Adds, changes and removes watches. A query that does not parse is refused with ErrorKind::Parse, its place and what was
 * expected. May be called from any thread; `database` must outlive the service.
 */
class WatchService
{
public:
    explicit WatchService(store::Database &database) : m_database(database) {}

    /// `id` and `createdAt` of the watch are filled in here. Mentions that are already stored are looked through as well
    /// (the newest `kBackfill`), in the same transaction; they count, but give no alert.
    [[nodiscard]] QFuture<Result<core::WatchId>> add(const QString &actor, const Watch &watch);
    /// Mentions found so far stay with the watch, whatever its new query.
    [[nodiscard]] QFuture<Result<>> update(const QString &actor, const Watch &watch);
    [[nodiscard]] QFuture<Result<>> setEnabled(const QString &actor, core::WatchId id, bool isEnabled);
    [[nodiscard]] QFuture<Result<>> remove(const QString &actor, core::WatchId id);

    static constexpr int kBackfill = 20'000;

private:
    store::Database &m_database;
};

} // namespace vigie::monitoring
