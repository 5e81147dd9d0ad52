// SPDX-License-Identifier: GPL-3.0-or-later
// What of the outbox is a setting of the desk: the suspension, and contacts that are no personal data.
#include "reply/outbox.h"
#include "reply/replysettingsrepository.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::reply
{

QFuture<Result<>> Outbox::suspend(const QString &actor, const QString &reason, std::optional<core::Instant> until)
{
    return m_database.submit(actor, [reason, until](store::Transaction &transaction) -> Result<> {
        if (reason.trimmed().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"a suspension needs a reason"_s);
        if (until && *until <= transaction.now())
            return fail(ErrorKind::InvalidArgument, u"a suspension must end in the future"_s);
        QJsonObject object = {{u"reason"_s, reason},
                              {u"by"_s, transaction.actor()},
                              {u"since"_s, core::toMillis(transaction.now())}};
        if (until)
            object.insert(u"until"_s, core::toMillis(*until));
        const QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
        if (const auto set = ReplySettingsRepository::setValue(transaction, kSuspensionSetting, json); !set)
            return set;
        return transaction.audit(u"publication.suspend"_s, u"settings"_s, 0, object);
    });
}

QFuture<Result<>> Outbox::resume(const QString &actor)
{
    return m_database.submit(actor, [](store::Transaction &transaction) -> Result<> {
        const auto standing = ReplySettingsRepository::value(transaction, kSuspensionSetting);
        if (!standing)
            return fail(standing.error());
        if (!*standing)
            return fail(ErrorKind::Conflict, u"publication is not suspended"_s);
        if (const auto removed = ReplySettingsRepository::remove(transaction, kSuspensionSetting); !removed)
            return removed;
        return transaction.audit(u"publication.resume"_s, u"settings"_s, 0);
    });
}

Result<std::optional<Suspension>> Outbox::suspension(const store::Connection &connection, core::Instant now)
{
    const auto value = ReplySettingsRepository::value(connection, kSuspensionSetting);
    if (!value)
        return fail(value.error());
    if (!*value)
        return std::nullopt;
    const QJsonDocument document = QJsonDocument::fromJson((*value)->toUtf8());
    // Unreadable means suspended: the error that is safe.
    if (!document.isObject())
        return Suspension{};
    const QJsonObject object = document.object();
    Suspension suspension;
    suspension.reason = object[u"reason"_s].toString();
    suspension.by = object[u"by"_s].toString();
    suspension.since = core::instantFromMillis(object[u"since"_s].toInteger());
    if (object.contains(u"until"_s))
        suspension.until = core::instantFromMillis(object[u"until"_s].toInteger());
    if (suspension.until && *suspension.until <= now)
        return std::nullopt;
    return suspension;
}

Result<QStringList> Outbox::allowedContacts(const store::Connection &connection)
{
    const auto value = ReplySettingsRepository::value(connection, kAllowedContactsSetting);
    if (!value)
        return fail(value.error());
    QStringList contacts;
    const QJsonArray array = QJsonDocument::fromJson(value->value_or(QString()).toUtf8()).array();
    for (const QJsonValue &contact : array)
        contacts << contact.toString();
    return contacts;
}

QFuture<Result<>> Outbox::setAllowedContacts(const QString &actor, const QStringList &contacts)
{
    return m_database.submit(actor, [contacts](store::Transaction &transaction) -> Result<> {
        const QString json = QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(contacts)).toJson(QJsonDocument::Compact));
        if (const auto set = ReplySettingsRepository::setValue(transaction, kAllowedContactsSetting, json); !set)
            return set;
        return transaction.audit(u"reply.set-contacts"_s, u"settings"_s, 0, {{u"count"_s, contacts.size()}});
    });
}

} // namespace vigie::reply
