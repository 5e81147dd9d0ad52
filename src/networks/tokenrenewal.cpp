// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/tokenrenewal.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{

Error signedOutError()
{
    return {.kind = ErrorKind::Unauthorized, .detail = u"signed out: sign in again"_s};
}

TokenRenewal::TokenRenewal(Account &account, HttpClient &http, RenewalRules rules, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_http(http)
    , m_rules(std::move(rules))
{
}

void TokenRenewal::renew(const QByteArray &refused, QObject *context, Done done)
{
    if (refused != m_account.credentials().accessToken)
        return done({}); // somebody was faster
    m_waiting.push_back({context, std::move(done)});
    if (m_waiting.size() > 1)
        return;
    if (KeyKeeper *const keeper = m_account.keeper())
        keeper->claim(this, [this](const Result<Credentials> &kept) { claimed(kept); });
    else
        ask();
}

void TokenRenewal::claimed(const Result<Credentials> &kept)
{
    if (!kept) { // a token that cannot be kept is not asked for: it would be lost, and the old one with it
        Error error = kept.error();
        if (error.kind == ErrorKind::Unauthorized)
            error.kind = ErrorKind::File;
        return finish(fail(error));
    }
    if (kept->accessToken == m_account.credentials().accessToken)
        return ask();
    m_account.renew(*kept); // another thread, or another program, has renewed
    m_account.keeper()->release();
    finish({});
}

void TokenRenewal::ask()
{
    const Credentials &who = m_account.credentials();
    m_http.sendOnce(m_rules.request(who), this,
                    [this, refreshToken = who.refreshToken](const Result<HttpResponse> &result, Departure) {
                        answered(refreshToken, result);
                    });
}

void TokenRenewal::answered(const QByteArray &refreshToken, const Result<HttpResponse> &result)
{
    KeyKeeper *const keeper = m_account.keeper();
    const auto end = [this, keeper](const Result<> &outcome) {
        if (keeper)
            keeper->release();
        finish(outcome);
    };
    if (!result)
        return end(fail(result.error()));
    if (refreshToken != m_account.credentials().refreshToken)
        return end({}); // a person has signed in meanwhile
    const Result<Credentials> renewed = m_rules.take(m_account.credentials(), *result);
    if (!renewed) {
        if (renewed.error().kind == ErrorKind::Unauthorized)
            m_account.signOut(renewed.error().detail);
        return end(fail(renewed.error()));
    }
    const auto use = [this, renewed = *renewed, end] {
        m_account.renew(renewed);
        end({});
    };
    if (keeper)
        keeper->keep(*renewed, this, use);
    else
        use();
}

void TokenRenewal::finish(const Result<> &outcome)
{
    for (const Waiting &waiting : std::exchange(m_waiting, {})) {
        if (waiting.context)
            waiting.done(outcome);
    }
}

} // namespace vigie::networks
