// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sourceservice.h"

#include "monitoring/recordacts.h"
#include "monitoring/sourcerepository.h"

#include <QFileInfo>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr std::chrono::seconds kShortestInterval = std::chrono::minutes(1);

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QStringList schemes = {u"https"_s, u"http"_s, u"wss"_s, u"ws"_s};
    return url.isValid() && schemes.contains(url.scheme()) && !url.host().isEmpty();
}

Result<Source> checked(Source source)
{
    source.name = source.name.trimmed();
    source.url = source.url.trimmed();
    source.interval = std::max(source.interval, kShortestInterval);
    if (source.name.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a source needs a name"_s);
    source.query = source.query.trimmed();
    const bool needsAddress = source.kind == SourceKind::Feed || source.kind == SourceKind::Firehose;
    if (needsAddress && !isWebAddress(source.url))
        return fail(ErrorKind::InvalidArgument, u"a feed needs an address that begins with https:// or http://"_s);
    const bool needsQuery = source.kind == SourceKind::Search || source.kind == SourceKind::Hashtag;
    if (needsQuery && source.query.isEmpty())
        return fail(ErrorKind::InvalidArgument, u"a search needs words to look for"_s);
    if (source.kind == SourceKind::Hashtag && source.query.startsWith(u'#'))
        source.query.remove(0, 1);
    if (source.kind == SourceKind::Mentions && !source.accountId.isValid())
        return fail(ErrorKind::InvalidArgument, u"mentions are read with an account"_s);
    if (source.kind == SourceKind::Folder && !QFileInfo(source.url).isDir())
        return fail(ErrorKind::InvalidArgument, u"there is no such folder"_s);
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
