// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskysignin.h"

#include "core/text.h"
#include "networks/blueskyids.h"
#include "networks/httprules.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// As people paste it: with "@", blanks, or the invisible marks that some pages put around a name.
QString cleanIdentifier(const QString &identifier)
{
    QString clean = core::sanitized(identifier).trimmed();
    return clean.startsWith(u'@') ? clean.sliced(1) : clean;
}

/// The account's own server, where the answer names one: the sign-in may have been on a door that many servers share. From
/// outside, nobody may send us to a server on this machine.
QUrl serverOf(const QUrl &asked, const QJsonObject &session)
{
    const QByteArray document = QJsonDocument(session.value(u"didDoc").toObject()).toJson();
    const auto identity = parseDidDocument(document, session.value(u"did").toString());
    const bool isUsable = identity && (identity->pds.scheme() == u"https" || asked.scheme() == u"http");
    return isUsable ? identity->pds : asked;
}

Error refusal(const XrpcReply &reply, core::Instant now)
{
    Error error = reply.error(now);
    if (reply.code == u"AuthFactorTokenRequired")
        error = {.kind = ErrorKind::Unauthorized, .detail = u"this is the account's main password: make an app password"_s};
    else if (reply.response.status == 401)
        error = {.kind = ErrorKind::Unauthorized, .detail = u"name or app password is wrong"_s};
    error.httpStatus = reply.response.status;
    return error;
}

} // namespace

BlueskySignIn::BlueskySignIn(HttpClient &http, const core::Clock &clock, QObject *parent)
    : SignIn(parent), m_http(http), m_clock(clock)
{
}

void BlueskySignIn::start(const SignInRequest &request)
{
    if (m_context)
        return;
    m_context = std::make_unique<QObject>();
    m_request = request;
    m_request.identifier = cleanIdentifier(request.identifier);
    const QString &identifier = m_request.identifier;
    if (!request.server.isEmpty())
        return createSession(request.server, identifier);
    if (!isHandle(identifier) && !isDid(identifier)) // a mail address: only the door of the network's founders takes it
        return createSession(QUrl(u"https://bsky.social"_s), identifier);
    resolveBlueskyIdentity(identifier, BlueskyServices::from(request.options), m_http, m_clock, m_context.get(),
                           [this](const Result<BlueskyIdentity> &identity) {
                               if (!identity)
                                   return finish(fail(identity.error()));
                               createSession(identity->pds, identity->did);
                           });
}

void BlueskySignIn::cancel()
{
    if (!m_context)
        return;
    m_context = std::make_unique<QObject>(); // what is under way calls back no more
    QMetaObject::invokeMethod(
        m_context.get(), [this] { finish(fail(ErrorKind::Cancelled, u"cancelled"_s)); }, Qt::QueuedConnection);
}

void BlueskySignIn::createSession(const QUrl &server, const QString &identifier)
{
    HttpRequest request;
    request.url = xrpcUrl(server, {.method = u"com.atproto.server.createSession"_s});
    request.verb = "POST";
    request.isErrorBodyWanted = true;
    request.headers.emplaceBack("Content-Type", "application/json");
    request.body = QJsonDocument(QJsonObject{{u"identifier"_s, identifier},
                                             {u"password"_s, QString::fromUtf8(m_request.password)}})
                       .toJson(QJsonDocument::Compact);
    m_http.send(request, m_context.get(), [this, server](const Result<HttpResponse> &result) { answered(server, result); });
}

void BlueskySignIn::answered(const QUrl &server, const Result<HttpResponse> &result)
{
    if (!result)
        return finish(fail(result.error()));
    finish(credentialsFrom(server, XrpcReply(*result)));
}

Result<Credentials> BlueskySignIn::credentialsFrom(const QUrl &server, const XrpcReply &reply) const
{
    if (!reply.isSuccess())
        return fail(refusal(reply, m_clock.now()));
    const QJsonObject session = reply.json();
    if (!session.value(u"active").toBool(true))
        return fail(ErrorKind::Unauthorized, u"the network has closed this account"_s);
    Credentials credentials{.network = u"bluesky"_s, .baseUrl = serverOf(server, session)};
    credentials.userId = session.value(u"did").toString();
    credentials.handle = session.value(u"handle").toString();
    credentials.accessToken = session.value(u"accessJwt").toString().toLatin1();
    credentials.refreshToken = session.value(u"refreshJwt").toString().toLatin1();
    credentials.options = m_request.options;
    if (!isDid(credentials.userId) || !isHandle(credentials.handle) || credentials.accessToken.isEmpty()
        || credentials.refreshToken.isEmpty())
        return fail(ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    return credentials;
}

void BlueskySignIn::finish(const Result<Credentials> &result)
{
    m_request = {}; // the password with it
    m_context.release()->deleteLater(); // we may be in a callback of its own
    emit finished(result);
}

} // namespace vigie::networks
