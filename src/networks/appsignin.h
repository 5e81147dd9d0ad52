// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/browserconsent.h"
#include "networks/httpclient.h"
#include "networks/signin.h"

#include <memory>
#include <optional>

namespace vigie::networks
{

struct AppRules;

/**
 * Signs in with an app of the desk's own: with a token that was made on the network's page (SignInRequest::password),
 * or else in the browser with the app's client ID. Either way the network is asked whose token it is, and nothing is
 * believed of what the person told about that. `identifier` says which account is meant where a token is for none, or
 * for several.
 */
class AppSignIn final : public SignIn
{
    Q_OBJECT
public:
    AppSignIn(const AppRules &rules, HttpClient &http, const core::Clock &clock, QObject *parent);

    void start(const SignInRequest &request) override;
    void enterCode(const QString &code) override { m_consent.enterCode(code); }
    void cancel() override;

private:
    [[nodiscard]] std::optional<Error> begin();
    void askInBrowser();
    void codeArrived(const Result<QString> &code);
    void verify(Credentials credentials);
    void askWho(std::size_t question);
    void told(std::size_t question, const Result<HttpResponse> &result);
    [[nodiscard]] Error refusal(const HttpResponse &response) const;
    void finish(const Result<Credentials> &result);

    const AppRules &m_rules;
    HttpClient &m_http;
    const core::Clock &m_clock;
    BrowserConsent m_consent;
    SignInRequest m_request;
    std::unique_ptr<QObject> m_context; ///< of what is under way; without it, nothing is
    std::unique_ptr<Account> m_account; ///< once there is a token
};

} // namespace vigie::networks
