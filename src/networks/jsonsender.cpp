// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/jsonsender.h"

#include "core/text.h"
#include "networks/accounthttp.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMostPagesOfOwn = 5;
constexpr std::chrono::minutes kClockGrace{5}; ///< a network's clock may be behind ours

QString essence(const QString &text)
{
    static const QRegularExpression links(u"https?://\\S+"_s);
    static const QRegularExpression names(u"^(?:\\s*@[\\w.@-]+)+"_s);
    QString rest = text;
    rest.remove(names);
    rest.remove(links);
    rest = core::folded(rest);
    rest.removeIf([](QChar unit) { return !unit.isLetterOrNumber() && !unit.isSurrogate(); });
    return rest;
}

SendOutcome outcome(SendOutcome::Kind kind, Error error)
{
    return {.kind = kind, .post = {}, .error = std::move(error)};
}

} // namespace

bool isSameText(const QString &sent, const QString &found)
{
    const QString core = essence(sent);
    return core == essence(found) && (!core.isEmpty() || sent.simplified() == found.simplified());
}

JsonSender::JsonSender(const SendRules &rules, Account &account, HttpClient &http, const core::Clock &clock,
                       QObject *parent)
    : Sender(parent)
    , m_rules(rules)
    , m_account(&account)
    , m_http(http)
    , m_clock(clock)
{
}

void JsonSender::later(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void JsonSender::ask(HttpRequest request, HttpClient::Callback done)
{
    if (!m_account)
        return later([done] { done(fail(ErrorKind::Unauthorized, u"the account is gone"_s)); });
    request.headers.emplaceBack("Accept", "application/json");
    AccountHttp::of(*m_account, m_http, m_clock).send(request, this, std::move(done));
}

void JsonSender::askOnce(HttpRequest request, HttpClient::OnceCallback done)
{
    if (!m_account)
        return later([done] { done(fail(ErrorKind::Unauthorized, u"the account is gone"_s), Departure::Nothing); });
    request.headers.emplaceBack("Accept", "application/json");
    AccountHttp::of(*m_account, m_http, m_clock).sendOnce(request, this, std::move(done));
}

Error JsonSender::errorOf(const HttpResponse &response)
{
    Error error = errorOfStatus(response, m_clock.now());
    m_rules.explain(error, response);
    if (error.httpStatus == 401 && m_account)
        m_account->signOut(error.detail);
    return error;
}

void JsonSender::prepare(const OutgoingPost &post, Prepared done)
{
    const Credentials who = m_account ? m_account->credentials() : Credentials();
    const Result<HttpRequest> possible = m_rules.publish(who, post);
    HttpRequest look = possible && m_rules.lookBefore ? m_rules.lookBefore(who, post) : HttpRequest();
    if (look.url.isEmpty()) {
        later([done, possible] { done(possible ? Result<QByteArray>(QByteArray()) : fail(possible.error())); });
        return;
    }
    ask(look, [this, who, done](const Result<HttpResponse> &result) {
        if (!result)
            return done(fail(result.error()));
        if (result->status < 200 || result->status > 299)
            return done(fail(errorOf(*result)));
        const Result<> allowed = m_rules.allows(result->body, who);
        done(allowed ? Result<QByteArray>(QByteArray()) : fail(allowed.error()));
    });
}

void JsonSender::send(const OutgoingPost &post, Sent done)
{
    const Result<HttpRequest> request =
        m_account && m_account->isSignedIn()
            ? m_rules.publish(m_account->credentials(), post)
            : Result<HttpRequest>(fail(ErrorKind::Unauthorized, u"the account is signed out"_s));
    if (!request) {
        later([done, error = request.error()] { done(outcome(SendOutcome::Kind::NotSent, error)); });
        return;
    }
    askOnce(*request, [this, done](const Result<HttpResponse> &result, Departure departure) {
        done(outcomeOf(result, departure));
    });
}

SendOutcome JsonSender::outcomeOf(const Result<HttpResponse> &result, Departure departure)
{
    using Kind = SendOutcome::Kind;
    if (!result)
        return outcome(departure == Departure::Nothing ? Kind::NotSent : Kind::Unknown, result.error());
    const int status = result->status;
    if (status >= 200 && status <= 299) {
        const auto published = m_rules.published(result->body, m_account ? m_account->credentials() : Credentials());
        if (published)
            return {.kind = Kind::Sent, .post = *published, .error = {}};
        const ErrorKind kind = published.error().kind;
        if (kind == ErrorKind::Unauthorized && m_account)
            m_account->signOut(published.error().detail);
        const bool isLater = kind == ErrorKind::RateLimited || kind == ErrorKind::Unauthorized;
        const bool isRefused = kind == ErrorKind::Conflict || kind == ErrorKind::NotFound;
        return outcome(isLater ? Kind::NotSent : isRefused ? Kind::Refused : Kind::Unknown, published.error());
    }
    const Error error = errorOf(*result);
    if (status < 400 || status >= 500 || status == 408)
        return outcome(Kind::Unknown, error);
    if (m_rules.isDuplicate && m_rules.isDuplicate(*result))
        return outcome(Kind::Unknown, error); // it is there: find() gets its address
    const bool isLater = error.kind == ErrorKind::RateLimited || error.httpStatus == 401;
    return outcome(isLater ? Kind::NotSent : Kind::Refused, error);
}

void JsonSender::find(const OutgoingPost &post, Found done)
{
    findOn(post, {}, 1, done);
}

void JsonSender::findOn(const OutgoingPost &post, const QString &pageToken, int page, const Found &done)
{
    if (!m_account) {
        later([done] { done(fail(ErrorKind::Unauthorized, u"the account is gone"_s)); });
        return;
    }
    const Credentials who = m_account->credentials();
    ask(m_rules.own(who, post, pageToken), [this, who, post, page, done](const Result<HttpResponse> &result) {
        if (!result)
            return done(fail(result.error()));
        if (result->status < 200 || result->status > 299)
            return done(fail(errorOf(*result)));
        const auto listing = m_rules.listing(result->body);
        if (!listing)
            return done(fail(listing.error()));
        const auto isIt = [&](const Post &one) {
            return m_rules.isOurs(one, who) && (m_rules.isListingOfParent || one.inReplyTo == post.parentId)
                   && one.postedAt >= post.at - kClockGrace && isSameText(post.text, one.text);
        };
        const auto found = std::find_if(listing->posts.begin(), listing->posts.end(), isIt);
        if (found != listing->posts.end())
            return done(std::optional(SentPost{.remoteId = found->remoteId, .url = found->url}));
        if (listing->nextToken.isEmpty())
            return done(std::optional<SentPost>());
        if (page >= kMostPagesOfOwn)
            return done(fail(ErrorKind::NotFound, u"not among the newest, and there are more"_s));
        findOn(post, listing->nextToken, page + 1, done);
    });
}

void JsonSender::remove(const QString &remoteId, Removed done)
{
    const Credentials who = m_account ? m_account->credentials() : Credentials();
    askOnce(m_rules.remove(who, remoteId), [this, done](const Result<HttpResponse> &result, Departure) {
        if (!result)
            return done(fail(result.error()));
        const bool isDone = result->status >= 200 && result->status <= 299;
        done(isDone ? Result<>() : fail(errorOf(*result)));
    });
}

bool JsonSender::maySendAgain(const OutgoingPost &, core::Instant) const
{
    return false;
}

} // namespace vigie::networks
