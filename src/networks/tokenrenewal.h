// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/account.h"
#include "networks/httpclient.h"

#include <QPointer>

#include <functional>
#include <vector>

namespace vigie::networks
{

/// How a network gives new tokens for old ones.
struct RenewalRules {
    std::function<HttpRequest(const Credentials &who)> request;
    /// The same account with the tokens of an answer of any status. Unauthorized: the network renews no more.
    std::function<Result<Credentials>(const Credentials &who, const HttpResponse &response)> take;
};

/**
 * Renews the tokens of an account, once for all who wait: there is never a second renewal beside, nor (of a request
 * with a body) a second try when the answer got lost. New tokens are kept before anybody uses them. What the network
 * refuses for good signs the account out.
 *
 * Lives in the thread of its HttpClient. `account` and `http` must outlive it.
 */
class TokenRenewal final : public QObject
{
    Q_OBJECT
public:
    TokenRenewal(Account &account, HttpClient &http, RenewalRules rules, QObject *parent);

    using Done = std::function<void(const Result<> &renewed)>;
    /// `refused` is the access token that has run out. `done` is called once, at once where the account has another one
    /// by now; not at all when `context` is gone.
    void renew(const QByteArray &refused, QObject *context, Done done);

private:
    void claimed(const Result<Credentials> &kept);
    void ask();
    void answered(const QByteArray &refreshToken, const Result<HttpResponse> &result);
    void finish(const Result<> &outcome);

    struct Waiting {
        QPointer<QObject> context;
        Done done;
    };
    Account &m_account;
    HttpClient &m_http;
    const RenewalRules m_rules;
    std::vector<Waiting> m_waiting;
};

/// An account that must not be used any more.
[[nodiscard]] Error signedOutError();

} // namespace vigie::networks
