// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/httpclient.h"
#include "networks/tokenrenewal.h"

#include <QPointer>

#include <memory>

namespace vigie::networks
{

/// How a network says that a token has run out, and gives another.
struct SessionRules {
    /// True for the answer to a request of which nothing was accepted because of the token. None: no token runs out.
    std::function<bool(const HttpResponse &response)> isExpired;
    RenewalRules renewal;
};

/**
 * HTTP with the key of one account, or as nobody. Each request carries the access token, in its header alone, and goes
 * to https or to this machine alone. Where the token has run out it is renewed, once for all who wait, and the very
 * same request is made again, once. For an account that is signed out nothing is sent.
 *
 * Callbacks come as HttpClient's do; an answer of any status is a response. When `context` goes, so does the request.
 */
class AccountHttp final : public QObject
{
    Q_OBJECT
public:
    /// The one of an account whose network is in the table of apprules.h, or that renews nothing; the account owns it.
    [[nodiscard]] static AccountHttp &of(Account &account, HttpClient &http, const core::Clock &clock);
    /// `account` may be null: nobody. What it is given must outlive it.
    AccountHttp(Account *account, HttpClient &http, SessionRules rules, QObject *parent);
    ~AccountHttp() override;

    void send(const HttpRequest &request, QObject *context, HttpClient::Callback done);
    /// By HttpClient::sendOnce(). The one repetition is of a request that was not accepted.
    void sendOnce(const HttpRequest &request, QObject *context, HttpClient::OnceCallback done);

private:
    struct Job;
    using JobPtr = std::shared_ptr<Job>;

    void begin(const HttpRequest &request, QObject *context, HttpClient::OnceCallback done, bool isOnce);
    void dispatch(const JobPtr &job);
    void answered(const JobPtr &job, const Result<HttpResponse> &result, Departure departure);
    void finish(const JobPtr &job, const Result<HttpResponse> &result, Departure departure);

    Account *const m_account;
    HttpClient &m_http;
    const SessionRules m_rules;
    TokenRenewal *m_renewal = nullptr; ///< null: nothing is renewed
};

} // namespace vigie::networks
