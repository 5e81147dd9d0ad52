// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/settings.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::store
{

Result<QString> Settings::value(const Connection &connection, const QString &key)
{
    const auto text = readFirst(connection, u"SELECT value FROM settings WHERE key = ?"_s, {key},
                                [](const Row &row) { return row.text(0); });
    if (!text)
        return fail(text.error());
    return text->value_or(QString());
}

Result<> Settings::setValue(Transaction &transaction, const QString &key, const QString &value)
{
    const auto written = execute(transaction, u"INSERT INTO settings (key, value) VALUES (?, ?)"
                                              " ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                                 {key, value});
    if (!written)
        return fail(written.error());
    transaction.announce({.entity = Entity::Setting, .kind = ChangeKind::Updated});
    return transaction.audit(u"setting.set"_s, u"setting"_s, 0, {{u"key"_s, key}, {u"value"_s, value}});
}

} // namespace vigie::store
