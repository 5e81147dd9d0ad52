// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/appsignin.h"

#include "networks/apprules.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

bool isVisibleAscii(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char unit) { return unit > 0x20 && unit < 0x7F; });
}

Error invalid(const QString &detail)
{
    return {.kind = ErrorKind::InvalidArgument, .detail = detail};
}

} // namespace

AppSignIn::AppSignIn(const AppRules &rules, HttpClient &http, const core::Clock &clock, QObject *parent)
    : SignIn(parent)
    , m_rules(rules)
    , m_http(http)
    , m_clock(clock)
{
    connect(&m_consent, &BrowserConsent::answered, this, &AppSignIn::codeArrived);
}

void AppSignIn::start(const SignInRequest &request)
{
    if (m_context)
        return;
    m_context = std::make_unique<QObject>();
    m_request = request;
    m_request.identifier = request.identifier.trimmed();
    for (QByteArray *const pasted :
         {&m_request.password, &m_request.refreshToken, &m_request.clientId, &m_request.clientSecret})
        *pasted = pasted->trimmed();
    if (const auto objection = begin())
        QMetaObject::invokeMethod(
            m_context.get(), [this, error = *objection] { finish(fail(error)); }, Qt::QueuedConnection);
}

void AppSignIn::cancel()
{
    if (!m_context)
        return;
    m_context = std::make_unique<QObject>(); // what is under way calls back no more
    QMetaObject::invokeMethod(
        m_context.get(), [this] { finish(fail(ErrorKind::Cancelled, u"cancelled"_s)); }, Qt::QueuedConnection);
}

std::optional<Error> AppSignIn::begin()
{
    for (const QByteArray &pasted :
         {m_request.password, m_request.refreshToken, m_request.clientId, m_request.clientSecret}) {
        if (!isVisibleAscii(pasted))
            return invalid(u"this is no token and no client ID: there are blanks or letters in it that none has"_s);
    }
    if (!m_request.password.isEmpty()) {
        if (!m_request.refreshToken.isEmpty() && m_request.clientId.isEmpty())
            return invalid(u"a refresh token needs the client ID of its app, too"_s);
        verify({.network = m_request.network,
                .baseUrl = m_request.server,
                .accessToken = m_request.password,
                .refreshToken = m_request.refreshToken,
                .clientId = m_request.clientId,
                .clientSecret = m_request.clientSecret,
                .options = m_request.options});
        return {};
    }
    if (m_rules.page.isEmpty())
        return invalid(u"a token is needed, made on the network's own page"_s);
    if (m_request.clientId.isEmpty())
        return invalid(u"the client ID of your app is needed, or a token made on the network's own page"_s);
    if (!m_consent.listen(m_rules.port))
        return Error{.kind = ErrorKind::Network, .detail = u"cannot listen on port %1"_s.arg(m_rules.port)};
    QMetaObject::invokeMethod(
        m_context.get(), [this] { askInBrowser(); }, Qt::QueuedConnection);
    return {};
}

void AppSignIn::askInBrowser()
{
    QUrl page(m_rules.page);
    page.setQuery(m_consent.ask(BrowserConsent::Parameters{{u"client_id"_s, QString::fromLatin1(m_request.clientId)},
                                                           {u"scope"_s, m_rules.rights.join(u' ')}} +
                                m_rules.pageParameters));
    emit needsBrowser(page);
}

void AppSignIn::codeArrived(const Result<QString> &code)
{
    if (!m_context)
        return;
    if (!code)
        return finish(fail(code.error()));
    const Credentials who{.network = m_request.network,
                          .baseUrl = m_request.server,
                          .clientId = m_request.clientId,
                          .clientSecret = m_request.clientSecret,
                          .options = m_request.options};
    // Once, and never again by itself: a code that comes twice is taken back, with what it gave.
    m_http.sendOnce(oauth::tokenRequest(m_rules.tokenUrl(who), who,
                                        {{"grant_type", "authorization_code"},
                                         {"code", code->toUtf8()},
                                         {"redirect_uri", m_consent.redirect().toUtf8()},
                                         {"code_verifier", m_consent.verifier()}},
                                        m_rules.client),
                    m_context.get(), [this, who](const Result<HttpResponse> &result, Departure) {
                        if (!result)
                            return finish(fail(result.error()));
                        const auto tokens = oauth::takeTokens(who, *result, m_rules.rights, m_clock.now());
                        if (!tokens)
                            return finish(fail(tokens.error()));
                        if (tokens->refreshToken.isEmpty())
                            return finish(
                                fail(ErrorKind::Unauthorized, u"the network gave no right to stay signed in"_s));
                        verify(*tokens);
                    });
}

void AppSignIn::verify(Credentials credentials)
{
    if (credentials.baseUrl.isEmpty())
        credentials.baseUrl = QUrl(m_rules.api);
    m_account = std::make_unique<Account>(std::move(credentials));
    askWho(0);
}

void AppSignIn::askWho(std::size_t question)
{
    const auto request = m_rules.questions[question].request(m_account->credentials(), m_request.identifier);
    if (!request) {
        QMetaObject::invokeMethod(
            m_context.get(), [this, error = request.error()] { finish(fail(error)); }, Qt::QueuedConnection);
        return;
    }
    // With a session of its own: a pasted token that has run out is renewed with what was pasted beside.
    AccountHttp::of(*m_account, m_http, m_clock)
        .send(*request, m_context.get(),
              [this, question](const Result<HttpResponse> &result) { told(question, result); });
}

void AppSignIn::told(std::size_t question, const Result<HttpResponse> &result)
{
    if (!result)
        return finish(fail(result.error()));
    const bool isLast = question + 1 == m_rules.questions.size();
    if (result->status < 200 || result->status > 299) {
        if (!isLast && m_rules.isOtherKind && m_rules.isOtherKind(*result))
            return askWho(question + 1);
        return finish(fail(refusal(*result)));
    }
    auto account = m_rules.questions[question].take(result->body, m_account->credentials(), m_request.identifier);
    if (!account && account.error().kind == ErrorKind::NotFound && !isLast)
        return askWho(question + 1);
    if (account)
        account->baseUrl = m_request.server; // the usual one may move
    finish(account);
}

Error AppSignIn::refusal(const HttpResponse &response) const
{
    Error error = errorOfStatus(response, m_clock.now());
    m_rules.explain(error, response);
    const bool lacksRight =
        error.httpStatus == 403 || error.kind == ErrorKind::Conflict; // the latter is Meta's, with a 400
    if (error.httpStatus == 401) {
        error.kind = ErrorKind::Unauthorized;
        error.detail = u"the network does not take this token: it is wrong, or has run out"_s;
    } else if (lacksRight && error.kind != ErrorKind::RateLimited) {
        error.kind = ErrorKind::Unauthorized;
        error.detail = u"this token lacks a right; it needs: %1"_s.arg(m_rules.rights.join(u", "_s));
    }
    return error;
}

void AppSignIn::finish(const Result<Credentials> &result)
{
    m_consent.end();
    m_request = {}; // the token with it
    if (m_account)
        m_account.release()->deleteLater(); // we may be in a callback of its session
    m_context.release()->deleteLater();
    emit finished(result);
}

} // namespace vigie::networks
