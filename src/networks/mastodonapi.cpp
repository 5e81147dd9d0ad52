// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonapi.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

QString mastodonRemoteId(const QString &server, const QString &id)
{
    return server.isEmpty() || id.isEmpty() ? id : server + u'/' + id;
}

MastodonRef mastodonRefFrom(const QString &remoteId)
{
    const qsizetype slash = remoteId.indexOf(u'/');
    if (slash <= 0)
        return {{}, remoteId};
    const QString server = remoteId.left(slash);
    // Some servers have slashes in their ids.
    if (!server.contains(u'.') && !server.contains(u':') && server != u"localhost")
        return {{}, remoteId};
    return {server, remoteId.mid(slash + 1)};
}

QString mastodonServerOf(const QUrl &base)
{
    const int usual = base.scheme() == u"http" ? 80 : 443;
    const QString host = base.host().toLower();
    return base.port(usual) == usual ? host : u"%1:%2"_s.arg(host).arg(base.port());
}

QUrl mastodonUrl(const QUrl &base, const QString &path, const QUrlQuery &query)
{
    QUrl url;
    url.setScheme(base.scheme());
    url.setHost(base.host());
    url.setPort(base.port());
    url.setPath(path, QUrl::TolerantMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}

QString mastodonPathPart(const QString &opaque)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(opaque));
}

HttpRequest mastodonRequest(const QUrl &url, const QByteArray &token)
{
    HttpRequest request;
    request.url = url;
    request.headers.emplaceBack("Accept", "application/json");
    if (!token.isEmpty())
        request.headers.emplaceBack("Authorization", "Bearer " + token);
    return request;
}

Result<QJsonDocument> mastodonDocument(const QByteArray &body)
{
    const QByteArray bytes = body.startsWith("\xEF\xBB\xBF") ? body.mid(3) : body;
    QJsonParseError error;
    QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error == QJsonParseError::IllegalUTF8String)
        document = QJsonDocument::fromJson(QString::fromUtf8(bytes).toUtf8(), &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorKind::Parse, u"the server did not answer with JSON"_s);
    // Its text is not repeated: it may hold what was sent. Some servers put an object where a sentence was to be.
    if (document.isObject() && document.object().contains(u"error"_s) && !document.object().contains(u"id"_s))
        return fail(ErrorKind::Network, u"the server answered with an error of its own"_s);
    return document;
}

tl::unexpected<Error> notWhatWasAskedFor()
{
    return fail(ErrorKind::Parse, u"the server's answer is not what was asked for"_s);
}

Error withOwnWait(Error error)
{
    if (error.httpStatus == 429) {
        error.kind = ErrorKind::RateLimited;
        if (!error.retryAfter)
            error.retryAfter = std::chrono::minutes(5);
    }
    return error;
}

} // namespace vigie::networks
