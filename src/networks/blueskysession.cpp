// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskysession.h"

#include "networks/account.h"
#include "networks/blueskyids.h"

#include <QHash>
#include <QJsonDocument>
#include <QNetworkReply>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qsizetype kMaxCode = 64;

QUrl addressFrom(const QJsonObject &options, const QString &key, const QString &usual)
{
    const QUrl url(options.value(key).toString(), QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() ? url : QUrl(usual);
}

/// The name of an error, and nothing else that a server may write there.
QString codeFrom(const HttpResponse &response)
{
    if (response.status < 400)
        return {};
    const QString code = QJsonDocument::fromJson(response.body).object().value(u"error").toString();
    const bool isWord = code.size() <= kMaxCode && std::all_of(code.begin(), code.end(), [](QChar unit) {
                            return unit.unicode() < 0x80 && unit.isLetterOrNumber();
                        });
    return isWord ? code : QString();
}

/// The account, and not this one request, is what the server will not have. An app password without the right to direct
/// messages is told "InvalidToken" there, so that only what the PDS answers for itself counts.
bool isSignedOut(const XrpcReply &reply, const XrpcCall &call)
{
    static const QStringList codes = {u"ExpiredToken"_s,    u"InvalidToken"_s,   u"AuthMissing"_s,
                                      u"AccountTakedown"_s, u"AccountDeactivated"_s};
    const bool isRefusal = reply.response.status == 400 || reply.response.status == 401 || reply.response.status == 403;
    return call.proxy.isEmpty() && isRefusal && (codes.contains(reply.code) || reply.response.status == 401);
}

/// An error's body ended before its time: its code, which decides, may be missing.
bool isCutShort(const HttpResponse &response)
{
    bool isNumber = false;
    const qint64 length = response.header("Content-Length").toLongLong(&isNumber);
    return isNumber && response.body.size() < length;
}

HttpRequest renewalOf(const Credentials &who)
{
    return {.url = xrpcUrl(who.baseUrl, {.method = u"com.atproto.server.refreshSession"_s}),
            .headers = {{"Authorization", "Bearer " + who.refreshToken}},
            .verb = "POST"};
}

Result<Credentials> renewedBy(const Credentials &who, const XrpcReply &reply, core::Instant now)
{
    if (!reply.isSuccess()) {
        Error error = reply.error(now);
        if (isSignedOut(reply, {}))
            error = signedOutError();
        else if (error.kind == ErrorKind::Unauthorized) // not for good, as far as it tells
            error.kind = ErrorKind::Network;
        return fail(error);
    }
    const QJsonObject tokens = reply.json();
    Credentials credentials = who;
    credentials.accessToken = tokens.value(u"accessJwt").toString().toLatin1();
    credentials.refreshToken = tokens.value(u"refreshJwt").toString().toLatin1();
    if (credentials.accessToken.isEmpty() || credentials.refreshToken.isEmpty()
        || tokens.value(u"did").toString() != credentials.userId)
        return fail(ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    if (const QString handle = tokens.value(u"handle").toString(); isHandle(handle))
        credentials.handle = handle;
    return credentials;
}

SessionRules sessionRules(const core::Clock &clock)
{
    return {.isExpired = [](const HttpResponse &response) { return codeFrom(response) == u"ExpiredToken"; },
            .renewal = {.request = renewalOf,
                        .take = [&clock](const Credentials &who, const HttpResponse &response) {
                            return renewedBy(who, XrpcReply(response), clock.now());
                        }}};
}

} // namespace

BlueskyServices BlueskyServices::from(const QJsonObject &options)
{
    BlueskyServices services;
    services.plc = addressFrom(options, u"plc"_s, u"https://plc.directory"_s);
    services.appView = addressFrom(options, u"appview"_s, u"https://public.api.bsky.app"_s);
    services.jetstream = addressFrom(options, u"jetstream"_s, u"wss://jetstream2.us-east.bsky.network/subscribe"_s);
    const QString proxy = options.value(u"chat_proxy").toString();
    const bool isProxy = isDid(QStringView(proxy).left(proxy.indexOf(u'#'))) && isRecordKey(proxy.section(u'#', 1));
    services.chatProxy = isProxy ? proxy.toLatin1() : QByteArray("did:web:api.bsky.chat#bsky_chat");
    return services;
}

XrpcReply::XrpcReply(HttpResponse answer) : response(std::move(answer)), code(codeFrom(response)) {}

QJsonObject XrpcReply::json() const
{
    return QJsonDocument::fromJson(response.body).object();
}

Error XrpcReply::error(core::Instant now) const
{
    static const QHash<QString, ErrorKind> kinds = {
        {u"ExpiredToken"_s, ErrorKind::Unauthorized},   {u"InvalidToken"_s, ErrorKind::Unauthorized},
        {u"AuthMissing"_s, ErrorKind::Unauthorized},    {u"AccountTakedown"_s, ErrorKind::Unauthorized},
        {u"RecordNotFound"_s, ErrorKind::NotFound},     {u"NotFound"_s, ErrorKind::NotFound},
        {u"RateLimitExceeded"_s, ErrorKind::RateLimited}, {u"UpstreamTimeout"_s, ErrorKind::Timeout},
        {u"InvalidSwap"_s, ErrorKind::Conflict},        {u"InvalidRequest"_s, ErrorKind::InvalidArgument},
    };
    Error error = errorOfStatus(response, now);
    if (code.isEmpty())
        return error;
    error.kind = kinds.value(code, error.kind);
    error.detail = u"the server answers %1"_s.arg(code);
    return error;
}

QUrl xrpcUrl(const QUrl &server, const XrpcCall &call)
{
    QUrl url = server;
    QString path = server.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path + u"/xrpc/"_s + call.method);
    // Not by QUrlQuery: it leaves "+" as it stands, which a server reads as a blank.
    QByteArray query;
    for (const auto &[name, value] : call.parameters)
        query += (query.isEmpty() ? "" : "&") + QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value);
    url.setQuery(query.isEmpty() ? QString() : QString::fromLatin1(query), QUrl::StrictMode);
    return url;
}

BlueskySession::BlueskySession(Account &account, HttpClient &http, const core::Clock &clock)
    : QObject(&account)
    , m_account(&account)
    , m_server(account.credentials().baseUrl)
    , m_http(&account, http, sessionRules(clock), this)
    , m_client(http)
{
}

BlueskySession::BlueskySession(QUrl server, HttpClient &http, QObject *parent)
    : QObject(parent), m_account(nullptr), m_server(std::move(server)), m_http(nullptr, http, {}, this), m_client(http)
{
}

BlueskySession &BlueskySession::of(Account &account, HttpClient &http, const core::Clock &clock)
{
    for (BlueskySession *const session : account.findChildren<BlueskySession *>(Qt::FindDirectChildrenOnly)) {
        if (&session->m_client == &http)
            return *session;
    }
    return *new BlueskySession(account, http, clock);
}

BlueskyServices BlueskySession::services() const
{
    return BlueskyServices::from(m_account ? m_account->credentials().options : QJsonObject());
}

void BlueskySession::call(const XrpcCall &call, QObject *context, Done done)
{
    m_http.send(requestOf(call), context, [this, call, done = std::move(done)](const Result<HttpResponse> &result) {
        done(replyTo(call, result));
    });
}

void BlueskySession::callOnce(const XrpcCall &call, QObject *context, OnceDone done)
{
    m_http.sendOnce(requestOf(call), context,
                    [this, call, done = std::move(done)](const Result<HttpResponse> &result, Departure departure) {
                        done(replyTo(call, result), departure);
                    });
}

HttpRequest BlueskySession::requestOf(const XrpcCall &call) const
{
    HttpRequest request;
    request.url = xrpcUrl(m_server, call);
    request.headers.emplaceBack("Accept", "application/json");
    if (!call.proxy.isEmpty())
        request.headers.emplaceBack("atproto-proxy", call.proxy);
    if (call.isProcedure) {
        request.verb = "POST";
        request.body = call.body;
        request.headers.emplaceBack("Content-Type", "application/json");
    }
    return request;
}

Result<XrpcReply> BlueskySession::replyTo(const XrpcCall &call, const Result<HttpResponse> &result) const
{
    if (!result)
        return fail(result.error());
    if (isCutShort(*result))
        return fail(ErrorKind::Network,
                    u"the answer broke off (Qt network error %1)"_s.arg(int(QNetworkReply::RemoteHostClosedError)));
    XrpcReply reply(*result);
    if (m_account && isSignedOut(reply, call))
        m_account->signOut(u"the server answers %1"_s.arg(reply.code));
    return reply;
}

} // namespace vigie::networks
