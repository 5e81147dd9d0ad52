// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/replysettingsrepository.h"

using namespace Qt::StringLiterals;

namespace vigie::reply
{

Result<std::optional<QString>> ReplySettingsRepository::value(const store::Connection &connection, QStringView key)
{
    return store::readFirst(connection, u"SELECT value FROM settings WHERE key = ?"_s, {key},
                            [](const store::Row &row) { return row.text(0); });
}

Result<> ReplySettingsRepository::setValue(store::Transaction &transaction, QStringView key, const QString &value)
{
    const auto changed = store::execute(transaction,
                                        u"INSERT INTO settings (key, value) VALUES (?, ?) "
                                        "ON CONFLICT (key) DO UPDATE SET value = excluded.value"_s,
                                        {key, value});
    if (!changed)
        return fail(changed.error());
    transaction.announce({.entity = store::Entity::Setting, .kind = store::ChangeKind::Updated});
    return {};
}

Result<> ReplySettingsRepository::remove(store::Transaction &transaction, QStringView key)
{
    const auto changed = store::execute(transaction, u"DELETE FROM settings WHERE key = ?"_s, {key});
    if (!changed)
        return fail(changed.error());
    transaction.announce({.entity = store::Entity::Setting, .kind = store::ChangeKind::Removed});
    return {};
}

} // namespace vigie::reply
