// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskysession.h"

#include "networks/account.h"
#include "networks/blueskyids.h"
#include "networks/httprules.h"

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

Error signedOutError()
{
    return {.kind = ErrorKind::Unauthorized, .detail = u"signed out: sign in again"_s};
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

struct BlueskySession::Job {
    XrpcCall call;
    QPointer<QObject> context;
    OnceDone done;
    bool isOnce = false;
    bool hasRenewed = false;
    QByteArray token; ///< it was sent with
    HttpClient::RequestId request = 0;
    QMetaObject::Connection contextGone;
};

BlueskySession::BlueskySession(Account &account, HttpClient &http, const core::Clock &clock)
    : QObject(&account), m_account(&account), m_server(account.credentials().baseUrl), m_http(http), m_clock(clock)
{
}

BlueskySession::BlueskySession(QUrl server, HttpClient &http, const core::Clock &clock, QObject *parent)
    : QObject(parent), m_account(nullptr), m_server(std::move(server)), m_http(http), m_clock(clock)
{
}

BlueskySession::~BlueskySession() = default;

BlueskySession &BlueskySession::of(Account &account, HttpClient &http, const core::Clock &clock)
{
    for (BlueskySession *const session : account.findChildren<BlueskySession *>(Qt::FindDirectChildrenOnly)) {
        if (&session->m_http == &http)
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
    begin(call, context, [done = std::move(done)](const Result<XrpcReply> &reply, Departure) { done(reply); }, false);
}

void BlueskySession::callOnce(const XrpcCall &call, QObject *context, OnceDone done)
{
    begin(call, context, std::move(done), true);
}

void BlueskySession::begin(const XrpcCall &call, QObject *context, OnceDone done, bool isOnce)
{
    auto job = std::make_shared<Job>();
    job->call = call;
    job->context = context;
    job->done = std::move(done);
    job->isOnce = isOnce;
    job->contextGone = connect(context, &QObject::destroyed, this, [this, weak = std::weak_ptr(job)] {
        if (const JobPtr gone = weak.lock())
            m_http.cancel(gone->request);
    });
    dispatch(job);
}

void BlueskySession::dispatch(const JobPtr &job)
{
    HttpRequest request;
    request.url = xrpcUrl(m_server, job->call);
    std::optional<Error> objection;
    if (m_account && !m_account->isSignedIn())
        objection = signedOutError();
    else if (const auto unsafe = httprules::objectionTo(request.url, PlainHttp::LoopbackOnly))
        objection = Error{.kind = ErrorKind::InvalidArgument, .detail = *unsafe};
    if (objection) {
        QMetaObject::invokeMethod(
            this, [this, job, error = *objection] { finish(job, fail(error), Departure::Nothing); },
            Qt::QueuedConnection);
        return;
    }
    request.isErrorBodyWanted = true;
    request.headers.emplaceBack("Accept", "application/json");
    if (m_account) {
        job->token = m_account->credentials().accessToken;
        request.headers.emplaceBack("Authorization", "Bearer " + job->token);
    }
    if (!job->call.proxy.isEmpty())
        request.headers.emplaceBack("atproto-proxy", job->call.proxy);
    if (job->call.isProcedure) {
        request.verb = "POST";
        request.body = job->call.body;
        request.headers.emplaceBack("Content-Type", "application/json");
    }
    job->request = job->isOnce
                       ? m_http.sendOnce(request, this,
                                         [this, job](const Result<HttpResponse> &result, Departure departure) {
                                             answered(job, result, departure);
                                         })
                       : m_http.send(request, this, [this, job](const Result<HttpResponse> &result) {
                             answered(job, result, Departure::Possible);
                         });
}

void BlueskySession::answered(const JobPtr &job, const Result<HttpResponse> &result, Departure departure)
{
    if (!result)
        return finish(job, fail(result.error()), departure);
    if (isCutShort(*result))
        return finish(job, fail(ErrorKind::Network, u"the answer broke off (Qt network error %1)"_s.arg(
                                                        int(QNetworkReply::RemoteHostClosedError))), departure);
    const XrpcReply reply(*result);
    if (m_account && reply.code == u"ExpiredToken" && !job->hasRenewed)
        return renew(job);
    if (m_account && isSignedOut(reply, job->call))
        m_account->signOut(u"the server answers %1"_s.arg(reply.code));
    finish(job, reply, departure);
}

void BlueskySession::renew(const JobPtr &job)
{
    job->hasRenewed = true;
    if (job->token != m_account->credentials().accessToken)
        return dispatch(job); // someone else's call was faster
    m_waiting.push_back(job);
    if (std::exchange(m_isRenewing, true))
        return;
    const QByteArray refreshToken = m_account->credentials().refreshToken;
    HttpRequest request;
    request.url = xrpcUrl(m_server, {.method = u"com.atproto.server.refreshSession"_s});
    request.verb = "POST";
    request.isErrorBodyWanted = true;
    request.headers.emplaceBack("Authorization", "Bearer " + refreshToken);
    m_http.send(request, this,
                [this, refreshToken](const Result<HttpResponse> &result) { renewed(refreshToken, result); });
}

void BlueskySession::renewed(const QByteArray &refreshToken, const Result<HttpResponse> &result)
{
    m_isRenewing = false;
    Result<> outcome;
    if (!result)
        outcome = fail(result.error());
    else if (refreshToken == m_account->credentials().refreshToken) // else a person has signed in meanwhile
        outcome = takeTokens(XrpcReply(*result));
    for (const JobPtr &job : std::exchange(m_waiting, {})) {
        if (outcome)
            dispatch(job);
        else
            finish(job, fail(outcome.error()), Departure::Nothing);
    }
}

Result<> BlueskySession::takeTokens(const XrpcReply &reply)
{
    if (!reply.isSuccess()) {
        if (!isSignedOut(reply, {}))
            return fail(reply.error(m_clock.now()));
        m_account->signOut(u"the server answers %1"_s.arg(reply.code));
        return fail(signedOutError());
    }
    const QJsonObject tokens = reply.json();
    Credentials credentials = m_account->credentials();
    credentials.accessToken = tokens.value(u"accessJwt").toString().toLatin1();
    credentials.refreshToken = tokens.value(u"refreshJwt").toString().toLatin1();
    if (credentials.accessToken.isEmpty() || credentials.refreshToken.isEmpty()
        || tokens.value(u"did").toString() != credentials.userId)
        return fail(ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    if (const QString handle = tokens.value(u"handle").toString(); isHandle(handle))
        credentials.handle = handle;
    m_account->renew(std::move(credentials));
    return {};
}

void BlueskySession::finish(const JobPtr &job, const Result<XrpcReply> &reply, Departure departure)
{
    disconnect(job->contextGone);
    if (const OnceDone done = std::exchange(job->done, nullptr); done && job->context)
        done(reply, departure);
}

} // namespace vigie::networks
