// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/source.h"
#include "networks/page.h"
#include "store/connection.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::monitoring
{

class SourceRepository
{
public:
    /// By name. Disabled ones as well.
    [[nodiscard]] static Result<std::vector<Source>> list(const store::Connection &connection);
    [[nodiscard]] static Result<std::optional<Source>> byId(const store::Connection &connection, core::SourceId id);
    [[nodiscard]] static Result<std::optional<Source>> byName(const store::Connection &connection, const QString &name);

    /// Conflict when the name is taken.
    [[nodiscard]] static Result<core::SourceId> add(store::Transaction &transaction, const Source &source);
    /// Name, URL, query, interval and whether it is enabled; another URL or query forgets the cursor.
    [[nodiscard]] static Result<> update(store::Transaction &transaction, const Source &source);
    /// Its mentions stay.
    [[nodiscard]] static Result<> remove(store::Transaction &transaction, core::SourceId id);

    /// With the posts it covers, in their transaction.
    [[nodiscard]] static Result<> storeCursor(store::Transaction &transaction, core::SourceId id, const QByteArray &cursor);
    /// A stretch of which the source could not tell everything.
    [[nodiscard]] static Result<> noteGap(store::Transaction &transaction, core::SourceId id, const networks::Gap &gap);
    /// The source was read: it is live, and its gap ends.
    [[nodiscard]] static Result<> noteSuccess(store::Transaction &transaction, core::SourceId id);
    /// Opens a gap since the last success, unless one is open already.
    [[nodiscard]] static Result<> noteFailure(store::Transaction &transaction, core::SourceId id, SourceState state,
                                              const QString &reason);
};

} // namespace vigie::monitoring
