// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodoninstance.h"

#include "networks/mastodonapi.h"
#include "networks/mastodonjson.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

using namespace mastodonjson;

namespace
{

int limitOf(const QJsonValue &value)
{
    return int(std::clamp<qint64>(value.toInteger(), 0, 10'000'000));
}

QUrl streamingOf(const QJsonValue &value)
{
    const QUrl url(lineOf(value), QUrl::StrictMode);
    const QString scheme = url.scheme();
    const bool isKnown = scheme == u"wss" || scheme == u"ws" || scheme == u"https" || scheme == u"http";
    return isKnown && !url.host().isEmpty() && url.userInfo().isEmpty() ? url : QUrl();
}

/// "https://name" as older servers write it, or "name".
QString domainOf(const QJsonValue &value)
{
    QString domain = lineOf(value).toLower();
    if (const qsizetype scheme = domain.indexOf(u"://"_s); scheme >= 0)
        domain = domain.mid(scheme + 3);
    return domain.section(u'/', 0, 0);
}

} // namespace

Result<MastodonAccount> parseMastodonAccount(const QByteArray &body)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    const QJsonObject object = document->object();
    MastodonAccount account{.id = idOf(object[u"id"_s]), .acct = lineOf(object[u"acct"_s])};
    if (account.acct.isEmpty())
        account.acct = lineOf(object[u"username"_s]);
    if (account.id.isEmpty() || account.acct.isEmpty())
        return notWhatWasAskedFor();
    return account;
}

Result<MastodonInstance> parseMastodonInstance(const QByteArray &body)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    const QJsonObject object = document->object();
    if (!object[u"version"_s].isString())
        return notWhatWasAskedFor();
    const QJsonObject configuration = object[u"configuration"_s].toObject();
    const QJsonObject statuses = configuration[u"statuses"_s].toObject();
    MastodonInstance instance;
    instance.domain = domainOf(object.contains(u"domain"_s) ? object[u"domain"_s] : object[u"uri"_s]);
    instance.version = lineOf(object[u"version"_s]).left(100);
    instance.maxCharacters = limitOf(statuses[u"max_characters"_s]);
    if (instance.maxCharacters == 0)
        instance.maxCharacters = limitOf(object[u"max_toot_chars"_s]); // Pleroma, and forks of old
    instance.charactersPerUrl = limitOf(statuses[u"characters_reserved_per_url"_s]);
    instance.streaming = streamingOf(configuration[u"urls"_s].toObject()[u"streaming"_s]);
    if (instance.streaming.isEmpty())
        instance.streaming = streamingOf(object[u"urls"_s].toObject()[u"streaming_api"_s]);
    return instance;
}

Result<QString> parseNodeInfoSoftware(const QByteArray &body)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    const QString name = lineOf(document->object()[u"software"_s].toObject()[u"name"_s]).toLower().left(100);
    if (name.isEmpty())
        return notWhatWasAskedFor();
    return name;
}

Result<QUrl> parseNodeInfoLinks(const QByteArray &body)
{
    const Result<QJsonDocument> document = mastodonDocument(body);
    if (!document)
        return fail(document.error());
    const QJsonArray links = document->object()[u"links"_s].toArray();
    QString best;
    QUrl found;
    for (const QJsonValue &link : links) {
        const QString rel = link.toObject()[u"rel"_s].toString();
        const QString href = urlOf(link.toObject()[u"href"_s]);
        if (rel.contains(u"nodeinfo"_s) && !href.isEmpty() && rel > best) {
            best = rel;
            found = QUrl(href);
        }
    }
    if (found.isEmpty())
        return notWhatWasAskedFor();
    return found;
}

QJsonObject MastodonOptions::toJson() const
{
    return {
        {u"domain"_s, domain},
        {u"software"_s, software},
        {u"max_characters"_s, maxCharacters},
        {u"characters_reserved_per_url"_s, charactersPerUrl},
        {u"streaming"_s, streaming.toString()},
        {u"honours_idempotency_key"_s, honoursKey},
    };
}

MastodonOptions MastodonOptions::fromJson(const QJsonObject &options)
{
    return {
        .domain = options[u"domain"_s].toString(),
        .software = options[u"software"_s].toString(),
        .maxCharacters = limitOf(options[u"max_characters"_s]),
        .charactersPerUrl = limitOf(options[u"characters_reserved_per_url"_s]),
        .streaming = streamingOf(options[u"streaming"_s]),
        .honoursKey = options[u"honours_idempotency_key"_s].toBool(),
    };
}

} // namespace vigie::networks
