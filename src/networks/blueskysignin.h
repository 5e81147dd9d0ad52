// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskyidentity.h"
#include "networks/signin.h"

namespace vigie::networks
{

/// Signs in with an app password: a password of its own that a person makes for Vigie in their settings, and can take back.
/// Only the session is kept.
class BlueskySignIn final : public SignIn
{
    Q_OBJECT
public:
    BlueskySignIn(HttpClient &http, const core::Clock &clock, QObject *parent);

    void start(const SignInRequest &request) override;
    void cancel() override;

private:
    void createSession(const QUrl &server, const QString &identifier);
    void answered(const QUrl &server, const Result<HttpResponse> &result);
    [[nodiscard]] Result<Credentials> credentialsFrom(const QUrl &server, const XrpcReply &reply) const;
    void finish(const Result<Credentials> &result);

    HttpClient &m_http;
    const core::Clock &m_clock;
    SignInRequest m_request;
    std::unique_ptr<QObject> m_context; ///< of what is under way; without it, nothing is
};

} // namespace vigie::networks
