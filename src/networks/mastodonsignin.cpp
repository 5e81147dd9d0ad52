// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonsignin.h"

#include "networks/mastodonapi.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

const QString kOutOfBand = u"urn:ietf:wg:oauth:2.0:oob"_s;
/// What Vigie does, and no more. The names are the coarse ones: servers other than Mastodon know no finer.
const QString kScopes = u"read write"_s;

/// "mastodon.example", "https://mastodon.example/about", "@name@mastodon.example".
QUrl serverOf(const SignInRequest &request)
{
    QUrl url = request.server;
    if (url.isEmpty() && request.identifier.contains(u'@'))
        url = QUrl(u"https://"_s + request.identifier.section(u'@', -1), QUrl::StrictMode);
    else if (url.scheme().isEmpty() && !url.isEmpty())
        url = QUrl(u"https://"_s + url.toString(), QUrl::StrictMode);
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    return origin;
}

bool isRefused(const Error &error)
{
    return error.httpStatus == 401 || error.httpStatus == 403 || error.httpStatus == 422 || error.httpStatus == 400;
}

} // namespace

MastodonSignIn::MastodonSignIn(HttpClient &http, const core::Clock &clock, QObject *parent)
    : SignIn(parent), m_http(http), m_clock(clock)
{
    connect(&m_consent, &BrowserConsent::answered, this, &MastodonSignIn::codeArrived);
}

void MastodonSignIn::start(const SignInRequest &request)
{
    m_credentials.network = u"mastodon"_s;
    m_credentials.baseUrl = serverOf(request);
    m_credentials.accessToken = request.password.trimmed();
    if (!m_credentials.accessToken.isEmpty())
        return verify();
    if (!m_consent.listen())
        m_consent.useRedirect(kOutOfBand);
    registerApp(Form::UrlEncoded);
}

void MastodonSignIn::cancel()
{
    QMetaObject::invokeMethod(
        this, [this] { finish(fail(ErrorKind::Cancelled, u"cancelled"_s)); }, Qt::QueuedConnection);
}

void MastodonSignIn::call(HttpRequest request, Answer done)
{
    m_request = m_http.send(request, this, [this, done = std::move(done)](const Result<HttpResponse> &result) {
        m_request = 0;
        if (!m_isFinished)
            done(result);
    });
}

void MastodonSignIn::post(const QString &path, const QJsonObject &members, Form form, Answer done)
{
    HttpRequest request = mastodonRequest(mastodonUrl(m_credentials.baseUrl, path), {});
    request.verb = "POST";
    if (form == Form::Json) {
        request.headers.emplaceBack("Content-Type", "application/json");
        request.body = QJsonDocument(members).toJson(QJsonDocument::Compact);
    } else {
        request.headers.emplaceBack("Content-Type", "application/x-www-form-urlencoded");
        for (auto it = members.begin(); it != members.end(); ++it) {
            request.body += (request.body.isEmpty() ? "" : "&") + it.key().toLatin1() + '='
                            + QUrl::toPercentEncoding(it->toString());
        }
    }
    call(request, std::move(done));
}

void MastodonSignIn::registerApp(Form form)
{
    post(u"/api/v1/apps"_s, {{u"client_name"_s, u"Vigie"_s}, {u"redirect_uris"_s, m_consent.redirect()}, {u"scopes"_s, kScopes}}, form,
         [this, form](const Result<HttpResponse> &result) { appRegistered(result, form); });
}

void MastodonSignIn::appRegistered(const Result<HttpResponse> &result, Form form)
{
    const auto document = result ? mastodonDocument(result->body) : Result<QJsonDocument>(fail(result.error()));
    const QJsonObject app = document ? document->object() : QJsonObject();
    m_credentials.clientId = app[u"client_id"_s].toVariant().toString().toUtf8();
    m_credentials.clientSecret = app[u"client_secret"_s].toString().toUtf8();
    if (!m_credentials.clientId.isEmpty())
        return askInBrowser();
    const bool isUnderstood = result || isRefused(result.error());
    if (isUnderstood && form == Form::UrlEncoded)
        return registerApp(Form::Json);
    if (isUnderstood && m_consent.redirect() != kOutOfBand) { // no loopback here: the person copies the code
        m_consent.useRedirect(kOutOfBand);
        return registerApp(Form::UrlEncoded);
    }
    if (!document)
        return finish(fail(withOwnWait(document.error())));
    finish(notWhatWasAskedFor());
}

void MastodonSignIn::askInBrowser()
{
    const QUrlQuery query = m_consent.ask({
        {u"client_id"_s, QString::fromUtf8(m_credentials.clientId)},
        {u"scope"_s, kScopes},
        // The browser may be signed in as the person who sits before it, and not as the brand.
        {u"force_login"_s, u"true"_s},
    });
    emit needsBrowser(mastodonUrl(m_credentials.baseUrl, u"/oauth/authorize"_s, query));
}

void MastodonSignIn::codeArrived(const Result<QString> &code)
{
    if (m_isFinished)
        return;
    if (!code)
        return finish(fail(code.error()));
    const QJsonObject members = {
        {u"grant_type"_s, u"authorization_code"_s},
        {u"code"_s, *code},
        {u"client_id"_s, QString::fromUtf8(m_credentials.clientId)},
        {u"client_secret"_s, QString::fromUtf8(m_credentials.clientSecret)},
        {u"redirect_uri"_s, m_consent.redirect()},
        {u"code_verifier"_s, QString::fromLatin1(m_consent.verifier())},
        {u"scope"_s, kScopes},
    };
    post(u"/oauth/token"_s, members, Form::UrlEncoded, [this](const Result<HttpResponse> &result) { tokenArrived(result); });
}

void MastodonSignIn::tokenArrived(const Result<HttpResponse> &result)
{
    if (!result) {
        Error error = withOwnWait(result.error());
        if (isRefused(error))
            error.kind = ErrorKind::Unauthorized;
        return finish(fail(error));
    }
    const Result<QJsonDocument> document = mastodonDocument(result->body);
    if (!document)
        return finish(fail(document.error()));
    m_credentials.accessToken = document->object()[u"access_token"_s].toString().toUtf8();
    m_credentials.refreshToken = document->object()[u"refresh_token"_s].toString().toUtf8();
    if (m_credentials.accessToken.isEmpty())
        return finish(notWhatWasAskedFor());
    verify();
}

void MastodonSignIn::verify()
{
    const QUrl url = mastodonUrl(m_credentials.baseUrl, u"/api/v1/accounts/verify_credentials"_s);
    call(mastodonRequest(url, m_credentials.accessToken), [this](const Result<HttpResponse> &result) {
        if (!result) {
            Error error = withOwnWait(result.error());
            if (isRefused(error))
                error.kind = ErrorKind::Unauthorized;
            return finish(fail(error));
        }
        const Result<MastodonAccount> self = parseMastodonAccount(result->body);
        if (!self)
            return finish(fail(self.error()));
        m_self = *self;
        askInstance(u"/api/v2/instance"_s);
    });
}

void MastodonSignIn::askInstance(const QString &path)
{
    call(mastodonRequest(mastodonUrl(m_credentials.baseUrl, path), m_credentials.accessToken),
         [this, path](const Result<HttpResponse> &result) {
             const auto instance = result ? parseMastodonInstance(result->body)
                                          : Result<MastodonInstance>(fail(result.error()));
             if (!instance && path == u"/api/v2/instance")
                 return askInstance(u"/api/v1/instance"_s);
             if (instance) {
                 m_options.domain = instance->domain;
                 m_options.maxCharacters = instance->maxCharacters;
                 m_options.charactersPerUrl = instance->charactersPerUrl;
                 m_options.streaming = instance->streaming;
             }
             askNodeInfo();
         });
}

void MastodonSignIn::askNodeInfo()
{
    call(mastodonRequest(mastodonUrl(m_credentials.baseUrl, u"/.well-known/nodeinfo"_s), {}),
         [this](const Result<HttpResponse> &result) {
             const auto document = result ? parseNodeInfoLinks(result->body) : Result<QUrl>(fail(result.error()));
             // What another server says of itself is not asked.
             if (document && mastodonServerOf(*document) == mastodonServerOf(m_credentials.baseUrl))
                 askSoftware(*document);
             else
                 succeed();
         });
}

void MastodonSignIn::askSoftware(const QUrl &document)
{
    call(mastodonRequest(document, {}), [this](const Result<HttpResponse> &result) {
        const auto software = result ? parseNodeInfoSoftware(result->body) : Result<QString>(fail(result.error()));
        m_options.software = software.value_or(QString());
        m_options.honoursKey = m_options.software == u"mastodon";
        succeed();
    });
}

void MastodonSignIn::succeed()
{
    if (m_options.domain.isEmpty())
        m_options.domain = mastodonServerOf(m_credentials.baseUrl);
    m_credentials.userId = m_self.id;
    m_credentials.handle = u'@' + m_self.acct;
    if (!m_self.acct.contains(u'@'))
        m_credentials.handle += u'@' + m_options.domain;
    m_credentials.options = m_options.toJson();
    finish(m_credentials);
}

void MastodonSignIn::finish(const Result<Credentials> &result)
{
    if (std::exchange(m_isFinished, true))
        return;
    m_consent.end();
    m_http.cancel(m_request);
    emit finished(result);
}

} // namespace vigie::networks
