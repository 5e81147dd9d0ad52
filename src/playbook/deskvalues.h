// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "playbook/messagetemplate.h"
#include "store/database.h"

namespace vigie::playbook
{

/**
 * Values of variables that were once asked for: the desk's own (brand, hotline, …), and those of one crisis.
 * Kept in `settings` as "variable.<key>" and "variable.<incident>.<key>".
 */
class DeskValueRepository
{
public:
    /// The desk's values; those of `incident` (when it is one) stand before them.
    [[nodiscard]] static Result<VariableValues> read(const store::Connection &connection,
                                                     core::IncidentId incident = {});
    /// An empty value forgets it. Without an incident it is the desk's.
    [[nodiscard]] static Result<> write(store::Transaction &transaction, const VariableValues &values,
                                        core::IncidentId incident = {});
};

class DeskValueService
{
public:
    explicit DeskValueService(store::Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QFuture<Result<>> remember(const QString &actor, const VariableValues &values,
                                             core::IncidentId incident = {});

private:
    store::Database &m_database;
};

} // namespace vigie::playbook
