// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sourceservice.h"

#include "monitoring/recordacts.h"
#include "monitoring/sourcerepository.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr std::chrono::seconds kShortestInterval = std::chrono::minutes(1);

Result<Source> checked(Source source)
{
    source.name = source.name.trimmed();
    source.url = source.url.trimmed();
    source.interval = std::max(source.interval, kShortestInterval);
    if (source.name.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a source needs a name"_s);
    if (source.kind == SourceKind::Feed) {
        const QUrl url(source.url, QUrl::StrictMode);
        const bool isWeb = url.scheme() == u"https" || url.scheme() == u"http";
        if (!url.isValid() || !isWeb || url.host().isEmpty())
            return fail(ErrorKind::InvalidArgument, u"a feed needs an address that begins with https:// or http://"_s);
    }
    return source;
}

/// What the log keeps of an address: queries may hold keys.
QString withoutSecrets(const QString &address)
{
    return QUrl(address).toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

RecordWords words()
{
    return {.kind = u"source"_s, .enable = u"source.resume"_s, .disable = u"source.pause"_s, .remove = u"source.remove"_s};
}

} // namespace

QFuture<Result<core::SourceId>> SourceService::add(const QString &actor, const Source &source)
{
    const auto clean = checked(source);
    if (!clean)
        return QtFuture::makeReadyFuture(Result<core::SourceId>(fail(clean.error())));
    return m_database.submit(actor, [source = *clean](store::Transaction &transaction) -> Result<core::SourceId> {
        const auto id = SourceRepository::add(transaction, source);
        if (!id)
            return id;
        const QJsonObject details{{u"name"_s, source.name}, {u"url"_s, withoutSecrets(source.url)}};
        if (auto audited = transaction.audit(u"source.add"_s, u"source"_s, id->value, details); !audited)
            return fail(audited.error());
        return id;
    });
}

QFuture<Result<>> SourceService::update(const QString &actor, const Source &source)
{
    const auto clean = checked(source);
    if (!clean)
        return QtFuture::makeReadyFuture(Result<>(fail(clean.error())));
    return m_database.submit(actor, [source = *clean](store::Transaction &transaction) -> Result<> {
        if (auto done = SourceRepository::update(transaction, source); !done)
            return done;
        const QJsonObject details{{u"name"_s, source.name}, {u"url"_s, withoutSecrets(source.url)}};
        return transaction.audit(u"source.update"_s, u"source"_s, source.id.value, details);
    });
}

QFuture<Result<>> SourceService::setEnabled(const QString &actor, core::SourceId id, bool isEnabled)
{
    return setRecordEnabled<SourceRepository>(m_database, actor, id, isEnabled, words());
}

QFuture<Result<>> SourceService::remove(const QString &actor, core::SourceId id)
{
    return removeRecord<SourceRepository>(m_database, actor, id, words());
}

} // namespace vigie::monitoring
