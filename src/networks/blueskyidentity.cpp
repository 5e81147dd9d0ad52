// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyidentity.h"

#include "networks/blueskyids.h"
#include "networks/httprules.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

using Done = std::function<void(const Result<BlueskyIdentity> &identity)>;

constexpr qint64 kMaxDocument = 200'000;

Error notFound()
{
    return {.kind = ErrorKind::NotFound, .detail = u"the network does not know this name"_s};
}

QUrl serverFrom(const QJsonArray &services, const QString &did)
{
    for (const QJsonValue value : services) {
        const QJsonObject service = value.toObject();
        const QString id = service.value(u"id").toString();
        if ((id == u"#atproto_pds" || id == did + u"#atproto_pds"_s)
            && service.value(u"type").toString() == u"AtprotoPersonalDataServer")
            return QUrl(service.value(u"serviceEndpoint").toString(), QUrl::StrictMode);
    }
    return {};
}

void fetchDocument(const QString &did, const QString &handle, const BlueskyServices &services, HttpClient &http,
                   QObject *context, const Done &done)
{
    HttpRequest request;
    request.url = didDocumentUrl(did, services.plc);
    request.maxBodySize = kMaxDocument;
    http.send(request, context, [did, handle, done](const Result<HttpResponse> &response) {
        if (!response)
            return done(fail(response.error()));
        Result<BlueskyIdentity> identity = parseDidDocument(response->body, did);
        if (identity && !handle.isEmpty() && identity->handle.compare(handle, Qt::CaseInsensitive) != 0)
            return done(fail(ErrorKind::Unauthorized, u"the name and the account do not point at each other"_s));
        done(identity);
    });
}

} // namespace

Result<BlueskyIdentity> parseDidDocument(const QByteArray &json, const QString &did)
{
    const QJsonObject document = QJsonDocument::fromJson(json).object();
    if (document.value(u"id").toString() != did)
        return fail(ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    BlueskyIdentity identity{.did = did};
    for (const QJsonValue value : document.value(u"alsoKnownAs").toArray()) {
        const QString name = value.toString();
        if (name.startsWith(u"at://") && isHandle(QStringView(name).sliced(5))) {
            identity.handle = name.sliced(5);
            break;
        }
    }
    identity.pds = serverFrom(document.value(u"service").toArray(), did);
    if (const auto objection = httprules::objectionTo(identity.pds, PlainHttp::LoopbackOnly))
        return fail(ErrorKind::Parse, *objection);
    return identity;
}

QUrl didDocumentUrl(const QString &did, const QUrl &plc)
{
    if (!isDid(did))
        return {};
    if (did.startsWith(u"did:plc:")) {
        QUrl url = plc;
        const bool endsInSlash = plc.path().endsWith(u'/');
        url.setPath(plc.path() + (endsInSlash ? QString() : u"/"_s) + did);
        return url;
    }
    if (!did.startsWith(u"did:web:"))
        return {};
    // A port is written "%3A"; anything behind a plain colon would be a path, which this network does not use.
    const QString host = did.sliced(8).section(u"%3A"_s, 0, 0, QString::SectionCaseInsensitiveSeps);
    const QString port = did.sliced(8).section(u"%3A"_s, 1, -1, QString::SectionCaseInsensitiveSeps);
    const bool isHere = host == u"localhost";
    const bool isPort = std::all_of(port.begin(), port.end(), [](QChar unit) { return unit >= u'0' && unit <= u'9'; });
    if (!(isHere || isHandle(host)) || !isPort)
        return {};
    return QUrl((isHere ? u"http://"_s : u"https://"_s) + host + (port.isEmpty() ? QString() : u':' + port)
                    + u"/.well-known/did.json"_s,
                QUrl::StrictMode);
}

void resolveBlueskyIdentity(const QString &identifier, const BlueskyServices &services, HttpClient &http,
                            const core::Clock &clock, QObject *context, Done done)
{
    if (isDid(identifier))
        return fetchDocument(identifier, {}, services, http, context, done);
    HttpRequest request;
    // What is no handle is answered "unknown" as one that nobody has.
    request.url = xrpcUrl(services.appView, {.method = u"com.atproto.identity.resolveHandle"_s,
                                             .parameters = {{u"handle"_s, identifier}}});
    request.isErrorBodyWanted = true;
    http.send(request, context,
              [identifier, services, &http, &clock, context, done](const Result<HttpResponse> &response) {
                  if (!response)
                      return done(fail(response.error()));
                  const XrpcReply reply(*response);
                  const QString did = reply.json().value(u"did").toString();
                  if (reply.response.status == 400 || (reply.isSuccess() && !isDid(did)))
                      return done(fail(notFound()));
                  if (!reply.isSuccess())
                      return done(fail(reply.error(clock.now())));
                  fetchDocument(did, identifier, services, http, context, done);
              });
}

} // namespace vigie::networks
