// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/personservice.h"

#include "playbook/personrepository.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

using store::Change;
using store::ChangeKind;
using store::Entity;

/// Other rooms store people by name, so two active people cannot share one.
Result<> checkName(store::Transaction &transaction, const Person &person)
{
    if (person.name.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a person needs a name"_s);
    const auto namesake = PersonRepository::findActive(transaction, person.name.trimmed());
    if (!namesake)
        return fail(namesake.error());
    if (*namesake && (*namesake)->id != person.id && person.isActive)
        return fail(ErrorKind::Conflict, u"there is a person with this name already"_s);
    if (person.deputyId.isValid() && person.deputyId == person.id)
        return fail(ErrorKind::InvalidArgument, u"nobody can be their own deputy"_s);
    return {};
}

Result<Person> require(store::Transaction &transaction, core::PersonId id)
{
    auto person = PersonRepository::find(transaction, id);
    if (!person)
        return fail(person.error());
    if (!*person)
        return fail(ErrorKind::NotFound, u"there is no person %1"_s.arg(id.value));
    return **person;
}

Result<> conclude(store::Transaction &transaction, const QString &action, core::PersonId id, ChangeKind kind,
                  const QJsonObject &details = {})
{
    transaction.announce({.entity = Entity::Person, .kind = kind, .id = id.value});
    return transaction.audit(action, u"person"_s, id.value, details);
}

} // namespace

QFuture<Result<core::PersonId>> PersonService::add(const QString &actor, const Person &person)
{
    return m_database.submit(actor, [person](store::Transaction &transaction) -> Result<core::PersonId> {
        Person added = person;
        added.id = {};
        added.name = person.name.trimmed();
        if (auto checked = checkName(transaction, added); !checked)
            return fail(checked.error());
        const auto id = PersonRepository::insert(transaction, added);
        if (!id)
            return id;
        if (auto told = conclude(transaction, u"person.add"_s, *id, ChangeKind::Inserted,
                                 {{u"roles"_s, QJsonArray::fromStringList(added.roles)}});
            !told)
            return fail(told.error());
        return id;
    });
}

QFuture<Result<>> PersonService::update(const QString &actor, const Person &person)
{
    return m_database.submit(actor, [person](store::Transaction &transaction) -> Result<> {
        const auto before = require(transaction, person.id);
        if (!before)
            return fail(before.error());
        Person after = person;
        after.name = person.name.trimmed();
        if (auto checked = checkName(transaction, after); !checked)
            return checked;
        if (auto written = PersonRepository::update(transaction, after); !written)
            return written;
        if (before->email != after.email || before->phone != after.phone) {
            if (auto cleared = PersonRepository::setVerifiedAt(transaction, after.id, std::nullopt); !cleared)
                return cleared;
        }
        return conclude(transaction, u"person.update"_s, after.id, ChangeKind::Updated,
                        {{u"roles"_s, QJsonArray::fromStringList(after.roles)}});
    });
}

QFuture<Result<>> PersonService::markVerified(const QString &actor, core::PersonId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        if (const auto person = require(transaction, id); !person)
            return fail(person.error());
        if (auto written = PersonRepository::setVerifiedAt(transaction, id, transaction.now()); !written)
            return written;
        return conclude(transaction, u"person.verify"_s, id, ChangeKind::Updated);
    });
}

QFuture<Result<>> PersonService::deactivate(const QString &actor, core::PersonId id)
{
    return m_database.submit(actor, [id](store::Transaction &transaction) -> Result<> {
        auto person = require(transaction, id);
        if (!person)
            return fail(person.error());
        person->isActive = false;
        if (auto written = PersonRepository::update(transaction, *person); !written)
            return written;
        return conclude(transaction, u"person.deactivate"_s, id, ChangeKind::Updated);
    });
}

} // namespace vigie::playbook
