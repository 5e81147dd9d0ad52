// SPDX-License-Identifier: GPL-3.0-or-later
// What of the outbox is a setting of the desk: the suspension, the hold, and contacts that are no personal data.
#include "reply/outbox.h"
#include "reply/outboxacts.h"
#include "reply/outboxrepository.h"
#include "reply/replysettingsrepository.h"
#include "reply/statereasons.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{

constexpr std::chrono::seconds kDefaultHold(10);
constexpr std::chrono::seconds kLongestHold = std::chrono::minutes(5);

/// What was about to leave does not leave either when publication resumes: by then the crisis may be another one.
Result<int> holdBackAll(store::Transaction &transaction)
{
    const auto waiting = OutboxRepository::queuedBefore(transaction, core::Instant::max());
    if (!waiting)
        return fail(waiting.error());
    for (const core::ReplyId id : *waiting) {
        auto reply = outboxacts::load(transaction, id);
        const auto held = reply ? outboxacts::holdBack(transaction, *reply, kSuspendedMeanwhile.toString(),
                                                       u"reply.held-back"_s)
                                : fail(reply.error());
        if (!held)
            return fail(held.error());
    }
    return int(waiting->size());
}

} // namespace

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
        if (const auto held = holdBackAll(transaction); !held)
            return fail(held.error());
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

Result<std::chrono::seconds> Outbox::hold(const store::Connection &connection)
{
    const auto value = ReplySettingsRepository::value(connection, kHoldSetting);
    if (!value)
        return fail(value.error());
    bool isNumber = false;
    const std::chrono::seconds set(value->value_or(QString()).toInt(&isNumber));
    return isNumber && set.count() >= 0 && set <= kLongestHold ? set : kDefaultHold;
}

QFuture<Result<>> Outbox::setHold(const QString &actor, std::chrono::seconds hold)
{
    return m_database.submit(actor, [hold](store::Transaction &transaction) -> Result<> {
        if (hold.count() < 0 || hold > kLongestHold)
            return fail(ErrorKind::InvalidArgument, u"a reply is held between 0 and %1 seconds"_s.arg(kLongestHold.count()));
        const auto set = ReplySettingsRepository::setValue(transaction, kHoldSetting, QString::number(hold.count()));
        if (!set)
            return set;
        return transaction.audit(u"reply.set-hold"_s, u"settings"_s, 0, {{u"seconds"_s, qint64(hold.count())}});
    });
}

} // namespace vigie::reply
