// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/accounthttp.h"

#include "networks/apprules.h"
#include "networks/httprules.h"
#include "networks/oauthtokens.h"

#include <utility>

namespace vigie::networks
{

struct AccountHttp::Job {
    HttpRequest request; ///< without the key
    QPointer<QObject> context;
    HttpClient::OnceCallback done;
    bool isOnce = false;
    bool hasRenewed = false;
    QByteArray token; ///< it was sent with
    HttpClient::RequestId id = 0;
    QMetaObject::Connection contextGone;
};

AccountHttp &AccountHttp::of(Account &account, HttpClient &http, const core::Clock &clock)
{
    for (AccountHttp *const known : account.findChildren<AccountHttp *>(Qt::FindDirectChildrenOnly)) {
        if (&known->m_http == &http)
            return *known;
    }
    return *new AccountHttp(&account, http, sessionRulesOf(account.credentials(), clock), &account);
}

AccountHttp::AccountHttp(Account *account, HttpClient &http, SessionRules rules, QObject *parent)
    : QObject(parent)
    , m_account(account)
    , m_http(http)
    , m_rules(std::move(rules))
{
    if (account && m_rules.isExpired && m_rules.renewal.request)
        m_renewal = new TokenRenewal(*account, http, m_rules.renewal, this);
}

AccountHttp::~AccountHttp() = default;

void AccountHttp::send(const HttpRequest &request, QObject *context, HttpClient::Callback done)
{
    begin(
        request, context, [done = std::move(done)](const Result<HttpResponse> &result, Departure) { done(result); },
        false);
}

void AccountHttp::sendOnce(const HttpRequest &request, QObject *context, HttpClient::OnceCallback done)
{
    begin(request, context, std::move(done), true);
}

void AccountHttp::begin(const HttpRequest &request, QObject *context, HttpClient::OnceCallback done, bool isOnce)
{
    auto job = std::make_shared<Job>();
    job->request = request;
    job->request.isErrorBodyWanted = true;
    job->context = context;
    job->done = std::move(done);
    job->isOnce = isOnce;
    job->contextGone = connect(context, &QObject::destroyed, this, [this, weak = std::weak_ptr(job)] {
        if (const JobPtr gone = weak.lock())
            m_http.cancel(gone->id);
    });
    dispatch(job);
}

void AccountHttp::dispatch(const JobPtr &job)
{
    if (!job->context) // gone while the token was renewed: what it wanted must not be sent any more
        return;
    std::optional<Error> objection;
    if (m_account && !m_account->isSignedIn())
        objection = signedOutError();
    else if (const auto unsafe = httprules::objectionTo(job->request.url, PlainHttp::LoopbackOnly))
        objection = Error{.kind = ErrorKind::InvalidArgument, .detail = *unsafe};
    if (objection) {
        QMetaObject::invokeMethod(
            this, [this, job, error = *objection] { finish(job, fail(error), Departure::Nothing); },
            Qt::QueuedConnection);
        return;
    }
    HttpRequest request = job->request;
    if (m_account) {
        job->token = m_account->credentials().accessToken;
        request.headers.emplaceBack("Authorization", "Bearer " + job->token);
    }
    job->id = job->isOnce ? m_http.sendOnce(request, this,
                                            [this, job](const Result<HttpResponse> &result, Departure departure) {
                                                answered(job, result, departure);
                                            })
                          : m_http.send(request, this, [this, job](const Result<HttpResponse> &result) {
                                answered(job, result, Departure::Possible);
                            });
}

void AccountHttp::answered(const JobPtr &job, const Result<HttpResponse> &result, Departure departure)
{
    const bool isToRenew = result && m_renewal && !job->hasRenewed && m_rules.isExpired(*result);
    if (!isToRenew)
        return finish(job, result, departure);
    job->hasRenewed = true;
    m_renewal->renew(job->token, this, [this, job](const Result<> &renewed) {
        if (renewed)
            dispatch(job);
        else
            finish(job, fail(renewed.error()), Departure::Nothing);
    });
}

void AccountHttp::finish(const JobPtr &job, const Result<HttpResponse> &result, Departure departure)
{
    disconnect(job->contextGone);
    if (const HttpClient::OnceCallback done = std::exchange(job->done, nullptr); done && job->context)
        done(result, departure);
}

} // namespace vigie::networks
