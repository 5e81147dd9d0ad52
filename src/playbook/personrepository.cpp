// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/personrepository.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

using store::Row;

// Role keys hold no comma, so they come in one column.
QString selectPeople()
{
    return u"SELECT id, name, job_title, email, phone, note, deputy_id, verified_at, is_active, "
           "(SELECT group_concat(role_key, ',') FROM person_roles WHERE person_id = people.id) FROM people "_s;
}

Person readPerson(const Row &row)
{
    Person person{.id = row.id<core::PersonId>(0),
                  .name = row.text(1),
                  .jobTitle = row.text(2),
                  .email = row.text(3),
                  .phone = row.text(4),
                  .note = row.text(5),
                  .deputyId = row.id<core::PersonId>(6),
                  .verifiedAt = row.optionalInstant(7),
                  .isActive = row.boolean(8),
                  .roles = row.text(9).split(u',', Qt::SkipEmptyParts)};
    person.roles.sort();
    return person;
}

Result<> writeRoles(store::Transaction &transaction, core::PersonId id, const QStringList &roles)
{
    if (auto cleared = store::execute(transaction, u"DELETE FROM person_roles WHERE person_id = ?"_s, {id}); !cleared)
        return fail(cleared.error());
    for (const QString &role : roles) {
        auto written = store::execute(transaction,
                                      u"INSERT INTO person_roles (person_id, role_key) VALUES (?, ?) "
                                      "ON CONFLICT DO NOTHING"_s,
                                      {id, role});
        if (!written)
            return fail(written.error());
    }
    return {};
}

} // namespace

Result<std::vector<Person>> PersonRepository::list(const store::Connection &connection, Who who)
{
    return store::readAll(connection,
                          selectPeople() + u"WHERE is_active >= ? ORDER BY name COLLATE NOCASE, id LIMIT 1000"_s,
                          {who == Who::Active ? 1 : 0}, readPerson);
}

Result<std::optional<Person>> PersonRepository::find(const store::Connection &connection, core::PersonId id)
{
    return store::readFirst(connection, selectPeople() + u"WHERE id = ?"_s, {id}, readPerson);
}

Result<std::optional<Person>> PersonRepository::findActive(const store::Connection &connection, const QString &name)
{
    return store::readFirst(connection, selectPeople() + u"WHERE is_active = 1 AND name = ? COLLATE NOCASE"_s, {name},
                            readPerson);
}

Result<std::vector<Person>> PersonRepository::withRole(const store::Connection &connection, const QString &roleKey)
{
    return store::readAll(connection,
                          selectPeople() +
                              u"WHERE is_active = 1 AND id IN (SELECT person_id FROM person_roles WHERE role_key = ?) "
                              "ORDER BY id LIMIT 1000"_s,
                          {roleKey}, readPerson);
}

Result<core::PersonId> PersonRepository::insert(store::Transaction &transaction, const Person &person)
{
    const auto id =
        store::insert(transaction,
                      u"INSERT INTO people (name, job_title, email, phone, note, deputy_id, verified_at, is_active) "
                      "VALUES (?,?,?,?,?,?,?,?)"_s,
                      {person.name, person.jobTitle, person.email, person.phone, person.note,
                       store::Value::orNull(person.deputyId), person.verifiedAt, person.isActive});
    if (!id)
        return fail(id.error());
    const core::PersonId personId{*id};
    if (auto roles = writeRoles(transaction, personId, person.roles); !roles)
        return fail(roles.error());
    return personId;
}

Result<> PersonRepository::update(store::Transaction &transaction, const Person &person)
{
    const auto changed = store::execute(
        transaction,
        u"UPDATE people SET name = ?, job_title = ?, email = ?, phone = ?, note = ?, deputy_id = ?, is_active = ? "
        "WHERE id = ?"_s,
        {person.name, person.jobTitle, person.email, person.phone, person.note, store::Value::orNull(person.deputyId),
         person.isActive, person.id});
    if (!changed)
        return fail(changed.error());
    return writeRoles(transaction, person.id, person.roles);
}

Result<> PersonRepository::setVerifiedAt(store::Transaction &transaction, core::PersonId id,
                                         std::optional<core::Instant> at)
{
    const auto changed = store::execute(transaction, u"UPDATE people SET verified_at = ? WHERE id = ?"_s, {at, id});
    if (!changed)
        return fail(changed.error());
    return {};
}

} // namespace vigie::playbook
