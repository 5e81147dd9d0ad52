// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/source.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::monitoring
{

/// Adds, changes and removes sources. May be called from any thread; `database` must outlive the service.
class SourceService
{
public:
    explicit SourceService(store::Database &database) : m_database(database) {}

    /// InvalidArgument for an empty name, or a feed without an http(s) address; Conflict when the name is taken. An interval
    /// below a minute becomes a minute. `id`, `createdAt`, `cursor` and the state are filled in here.
    [[nodiscard]] QFuture<Result<core::SourceId>> add(const QString &actor, const Source &source);
    [[nodiscard]] QFuture<Result<>> update(const QString &actor, const Source &source);
    [[nodiscard]] QFuture<Result<>> setEnabled(const QString &actor, core::SourceId id, bool isEnabled);
    [[nodiscard]] QFuture<Result<>> remove(const QString &actor, core::SourceId id);

private:
    store::Database &m_database;
};

} // namespace vigie::monitoring
