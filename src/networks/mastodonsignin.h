// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/browserconsent.h"
#include "networks/httpclient.h"
#include "networks/mastodoninstance.h"
#include "networks/signin.h"

namespace vigie::networks
{

/**
 * Signs in to a server that speaks Mastodon's API.
 *
 * `server` is the address, or `identifier` a handle with one ("@name@mastodon.example"). Vigie registers itself there anew
 * (its secret is this installation's own), a person agrees in the browser, and the code comes over loopback; or the person
 * pastes it, or the address at which the browser has ended. A `password` is taken as an access token made on the server's own
 * settings page. What the server says of itself goes along in Credentials::options (MastodonOptions).
 */
class MastodonSignIn final : public SignIn
{
    Q_OBJECT
public:
    MastodonSignIn(HttpClient &http, const core::Clock &clock, QObject *parent = nullptr);

    void start(const SignInRequest &request) override;
    void enterCode(const QString &code) override { m_consent.enterCode(code); }
    void cancel() override;

private:
    using Answer = std::function<void(const Result<HttpResponse> &result)>;
    enum class Form { UrlEncoded, Json };

    void call(HttpRequest request, Answer done);
    void post(const QString &path, const QJsonObject &members, Form form, Answer done);
    void registerApp(Form form);
    void appRegistered(const Result<HttpResponse> &result, Form form);
    void askInBrowser();
    void codeArrived(const Result<QString> &code);
    void tokenArrived(const Result<HttpResponse> &result);
    void verify();
    void askInstance(const QString &path);
    void askNodeInfo();
    void askSoftware(const QUrl &document);
    void succeed();
    void finish(const Result<Credentials> &result);

    HttpClient &m_http;
    const core::Clock &m_clock;
    Credentials m_credentials;
    MastodonAccount m_self;
    MastodonOptions m_options;
    BrowserConsent m_consent;
    HttpClient::RequestId m_request = 0;
    bool m_isFinished = false;
};

} // namespace vigie::networks
