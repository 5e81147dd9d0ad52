// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/person.h"
#include "store/database.h"

namespace vigie::playbook
{

/// The directory of the team. Reading goes through PersonRepository.
class PersonService
{
public:
    explicit PersonService(store::Database &database)
        : m_database(database)
    {
    }

    /// Conflict when an active person has this name; InvalidArgument when it is blank.
    [[nodiscard]] QFuture<Result<core::PersonId>> add(const QString &actor, const Person &person);
    /// A change of e-mail or phone takes the verification away.
    [[nodiscard]] QFuture<Result<>> update(const QString &actor, const Person &person);
    [[nodiscard]] QFuture<Result<>> markVerified(const QString &actor, core::PersonId id);
    /// People who left stay in the past crises; they are only no longer offered.
    [[nodiscard]] QFuture<Result<>> deactivate(const QString &actor, core::PersonId id);

private:
    store::Database &m_database;
};

} // namespace vigie::playbook
