// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/deskvalues.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

QString prefixOf(core::IncidentId incident)
{
    return incident.isValid() ? u"variable.%1."_s.arg(incident.value) : u"variable."_s;
}

Result<> readInto(const store::Connection &connection, const QString &prefix, VariableValues &values)
{
    // A range instead of LIKE, whose wildcard "_" is part of our names; "/" is the character after ".".
    QString behind = prefix;
    behind.back() = u'/';
    const auto rows =
        store::readAll(connection, u"SELECT key, value FROM settings WHERE key > ? AND key < ? LIMIT 5000"_s,
                       {prefix, behind}, [](const store::Row &row) { return std::pair(row.text(0), row.text(1)); });
    if (!rows)
        return fail(rows.error());
    for (const auto &[key, value] : *rows) {
        const QString name = key.sliced(prefix.size());
        if (!name.contains(u'.'))
            values.insert(name, value);
    }
    return {};
}

} // namespace

Result<VariableValues> DeskValueRepository::read(const store::Connection &connection, core::IncidentId incident)
{
    VariableValues values;
    if (auto desk = readInto(connection, prefixOf({}), values); !desk)
        return fail(desk.error());
    if (incident.isValid()) {
        if (auto own = readInto(connection, prefixOf(incident), values); !own)
            return fail(own.error());
    }
    return values;
}

Result<> DeskValueRepository::write(store::Transaction &transaction, const VariableValues &values,
                                    core::IncidentId incident)
{
    for (auto value = values.begin(); value != values.end(); ++value) {
        const QString key = prefixOf(incident) + value.key().toLower();
        const auto written = value->trimmed().isEmpty()
                                 ? store::execute(transaction, u"DELETE FROM settings WHERE key = ?"_s, {key})
                                 : store::execute(transaction,
                                                  u"INSERT INTO settings (key, value) VALUES (?, ?) "
                                                  "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                                                  {key, value->trimmed()});
        if (!written)
            return fail(written.error());
    }
    return {};
}

QFuture<Result<>> DeskValueService::remember(const QString &actor, const VariableValues &values,
                                             core::IncidentId incident)
{
    return m_database.submit(actor, [values, incident](store::Transaction &transaction) -> Result<> {
        if (auto written = DeskValueRepository::write(transaction, values, incident); !written)
            return written;
        transaction.announce({.entity = store::Entity::Setting, .parentId = incident.value});
        QStringList names = values.keys();
        names.sort();
        return transaction.audit(u"variables.remember"_s, incident.isValid() ? u"incident"_s : u"settings"_s,
                                 incident.value, {{u"names"_s, QJsonArray::fromStringList(names)}});
    });
}

} // namespace vigie::playbook
