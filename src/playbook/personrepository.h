// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/person.h"
#include "store/transaction.h"

#include <vector>

namespace vigie::playbook
{

enum class Who { Active, Everybody };

class PersonRepository
{
public:
    /// By name. A team is small: at most 1,000.
    [[nodiscard]] static Result<std::vector<Person>> list(const store::Connection &connection, Who who = Who::Active);
    [[nodiscard]] static Result<std::optional<Person>> find(const store::Connection &connection, core::PersonId id);
    [[nodiscard]] static Result<std::optional<Person>> findActive(const store::Connection &connection,
                                                                  const QString &name);
    /// Active people with this role, the longest in the directory first.
    [[nodiscard]] static Result<std::vector<Person>> withRole(const store::Connection &connection,
                                                              const QString &roleKey);

    [[nodiscard]] static Result<core::PersonId> insert(store::Transaction &transaction, const Person &person);
    /// Everything but the date of verification.
    [[nodiscard]] static Result<> update(store::Transaction &transaction, const Person &person);
    [[nodiscard]] static Result<> setVerifiedAt(store::Transaction &transaction, core::PersonId id,
                                                std::optional<core::Instant> at);
};

} // namespace vigie::playbook
