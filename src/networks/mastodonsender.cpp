// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonsender.h"

#include "networks/lengthrule.h"
#include "networks/mastodoninstance.h"
#include "networks/timestamps.h"

#include <QHostAddress>

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

using namespace std::chrono_literals;

/// A server keeps a key for an hour from when it got it; the rest is for slow ways and a clock that is not quite right.
constexpr auto kKeyLife = 55min;
/// What the two clocks may differ by, beyond what the server's own Date tells.
constexpr auto kClockSlack = 5min;
constexpr int kMaxFindPages = 5;

core::Instant serverTimeOf(const HttpResponse &response, core::Instant now)
{
    return parseFeedDate(QString::fromLatin1(response.header("Date"))).value_or(now);
}

} // namespace

/// One find() on its way through our own latest posts.
struct MastodonSender::Search {
    MastodonDraft draft;
    core::Instant at;
    Found done;
    core::Instant earliest = {}; ///< by the server's clock
    QString before = {};
    int pages = 0;
    bool isListWhole = false; ///< back to the attempt

    /// After the last look. Where not all could be looked through, nobody can say that it is not there.
    void endWithNothing() const
    {
        if (isListWhole)
            done(std::optional<SentPost>());
        else
            done(fail(ErrorKind::Network, u"the account has more new posts than could be looked through"_s));
    }
};

MastodonSender::MastodonSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
    : Sender(parent), m_account(account), m_http(http), m_clock(clock)
{
}

MastodonContext MastodonSender::context() const
{
    const Credentials &own = m_account.credentials();
    return {.server = mastodonServerOf(own.baseUrl),
            .domain = MastodonOptions::fromJson(own.options).domain,
            .receivedAt = m_clock.now()};
}

QUrl MastodonSender::address(const QString &path, const QUrlQuery &query) const
{
    return mastodonUrl(m_account.credentials().baseUrl, path, query);
}

void MastodonSender::get(const QUrl &url, Answer done)
{
    m_http.send(mastodonRequest(url, m_account.credentials().accessToken), this,
                [this, done = std::move(done)](const Result<HttpResponse> &result) {
                    if (result)
                        return done(result);
                    if (result.error().httpStatus == 401)
                        m_account.signOut(u"HTTP status %1"_s.arg(401));
                    done(fail(withOwnWait(result.error())));
                });
}

void MastodonSender::soon(std::function<void()> call)
{
    QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
}

void MastodonSender::prepare(const OutgoingPost &post, Prepared done)
{
    if (post.parentId.isEmpty()) {
        const Result<QByteArray> draft = draftOf(post, {});
        return soon([done = std::move(done), draft] { done(draft); });
    }
    const MastodonRef parent = mastodonRefFrom(post.parentId);
    if (!parent.server.isEmpty() && parent.server != context().server)
        return findParentHere(post, parent, std::move(done));
    get(address(u"/api/v1/statuses/"_s + mastodonPathPart(parent.id)),
        [this, post, done = std::move(done)](const Result<HttpResponse> &result) { prepareBelow(post, result, done); });
}

void MastodonSender::findParentHere(const OutgoingPost &post, const MastodonRef &parent, Prepared done)
{
    QUrl base;
    base.setAuthority(parent.server);
    const bool isLoopback = base.host() == u"localhost" || QHostAddress(base.host()).isLoopback();
    base.setScheme(isLoopback ? u"http"_s : u"https"_s);
    HttpRequest request = mastodonRequest(mastodonUrl(base, u"/api/v1/statuses/"_s + mastodonPathPart(parent.id)), {});
    m_http.send(request, this, [this, post, done = std::move(done)](const Result<HttpResponse> &there) {
        const auto status = there ? parseMastodonStatus(there->body, {}) : Result<MastodonStatus>(fail(there.error()));
        if (!status)
            return done(fail(withOwnWait(status.error())));
        QUrlQuery query;
        query.addQueryItem(u"q"_s, mastodonPathPart(status->uri));
        query.addQueryItem(u"type"_s, u"statuses"_s);
        query.addQueryItem(u"resolve"_s, u"true"_s);
        get(address(u"/api/v2/search"_s, query), [this, post, done](const Result<HttpResponse> &result) {
            const auto found = result ? parseMastodonSearch(result->body, context())
                                      : Result<MastodonList>(fail(result.error()));
            if (!found)
                return done(fail(found.error()));
            if (found->items.size() != 1)
                return done(fail(ErrorKind::NotFound, u"the account's server does not know the post that is answered"_s));
            done(draftOf(post, *found->items.front().status));
        });
    });
}

void MastodonSender::prepareBelow(const OutgoingPost &post, const Result<HttpResponse> &parent, const Prepared &done)
{
    const auto status = parent ? parseMastodonStatus(parent->body, context()) : Result<MastodonStatus>(fail(parent.error()));
    if (!status)
        return done(fail(status.error()));
    done(draftOf(post, *status));
}

Result<QByteArray> MastodonSender::draftOf(const OutgoingPost &post, const MastodonStatus &parent) const
{
    const Credentials &own = m_account.credentials();
    const MastodonOptions options = MastodonOptions::fromJson(own.options);
    MastodonDraft draft{.inReplyToId = parent.id, .language = post.language.section(u'-', 0, 0)};
    const QString recipient = post.recipient.isEmpty() ? parent.post.author.handle : post.recipient;
    const bool isToOurselves = recipient.compare(own.handle, Qt::CaseInsensitive) == 0;
    if (post.isPrivate && (recipient.isEmpty() || isToOurselves))
        return fail(ErrorKind::InvalidArgument, u"a private message needs somebody who gets it"_s);
    draft.status = isToOurselves ? post.text : withMention(post.text, recipient, {options.domain, context().server});
    const QString wanted = post.isPrivate ? u"direct"_s : u"public"_s;
    const bool isNarrow = parent.visibility == u"unlisted" || parent.visibility == u"private" || parent.visibility == u"direct";
    draft.visibility = isNarrow ? narrowerVisibility(wanted, parent.visibility) : wanted;
    if (draft.status.trimmed().isEmpty())
        return fail(ErrorKind::InvalidArgument, u"there is no text to send"_s);
    if (options.maxCharacters > 0) {
        const LengthCount length = countLength(u"mastodon"_s, draft.status, options.maxCharacters);
        if (!length.fits)
            return fail(ErrorKind::InvalidArgument,
                        u"with the name of whom it answers, the text has %1 characters of %2"_s.arg(length.count)
                            .arg(options.maxCharacters));
    }
    return draft.toJson();
}

void MastodonSender::send(const OutgoingPost &post, Sent done)
{
    const std::optional<MastodonDraft> draft = MastodonDraft::fromJson(post.prepared);
    if (!draft || !m_account.isSignedIn() || post.idempotencyKey.isEmpty()) {
        const Error error = m_account.isSignedIn()
                                ? Error{.kind = ErrorKind::Internal, .detail = u"the reply was not prepared"_s}
                                : Error{.kind = ErrorKind::Unauthorized, .detail = u"the account is signed out"_s};
        return soon([done = std::move(done), error] { done({.kind = SendOutcome::Kind::NotSent, .post = {}, .error = error}); });
    }
    HttpRequest request = mastodonRequest(address(u"/api/v1/statuses"_s), m_account.credentials().accessToken);
    request.verb = "POST";
    request.body = post.prepared;
    request.timeout = 60s; // a long post takes an old server its time
    request.headers.emplaceBack("Content-Type", "application/json");
    request.headers.emplaceBack("Idempotency-Key", post.idempotencyKey.toUtf8().toPercentEncoding());
    m_http.sendOnce(request, this,
                    [this, draft = *draft, done = std::move(done)](const Result<HttpResponse> &result, Departure departure) {
                        const SendOutcome outcome = mastodonOutcome(result, departure, draft, context());
                        if (result && result->status == 401)
                            m_account.signOut(u"HTTP status %1"_s.arg(401));
                        done(outcome);
                    });
}

void MastodonSender::find(const OutgoingPost &post, Found done)
{
    const std::optional<MastodonDraft> draft = MastodonDraft::fromJson(post.prepared);
    if (!draft)
        return soon([done = std::move(done)] { done(fail(ErrorKind::Internal, u"the reply was not prepared"_s)); });
    auto search = std::make_shared<Search>(Search{.draft = *draft, .at = post.at, .done = std::move(done)});
    findOnPage(search);
}

void MastodonSender::findOnPage(const std::shared_ptr<Search> &search)
{
    QUrlQuery query;
    query.addQueryItem(u"limit"_s, u"40"_s);
    if (!search->before.isEmpty())
        query.addQueryItem(u"max_id"_s, mastodonPathPart(search->before));
    const QString own = mastodonPathPart(m_account.credentials().userId);
    get(address(u"/api/v1/accounts/%1/statuses"_s.arg(own), query), [this, search](const Result<HttpResponse> &result) {
        if (result)
            findInPage(search, *result);
        else
            search->done(fail(result.error()));
    });
}

void MastodonSender::findInPage(const std::shared_ptr<Search> &search, const HttpResponse &response)
{
    const Result<MastodonList> page = parseMastodonStatuses(response.body, context());
    if (!page)
        return search->done(fail(page.error()));
    // Our clock may be a day off: what counts is how long ago the attempt was, on the clock that dates the posts.
    const core::Instant now = m_clock.now();
    search->earliest = search->at + (serverTimeOf(response, now) - now) - kClockSlack;
    // By the last entry: a pinned post may stand before newer ones.
    const bool reachesBack = page->items.empty() || page->items.back().id == search->before
                             || page->items.back().at < search->earliest;
    for (const MastodonItem &item : page->items) {
        if (isTheDraft(*item.status, search->draft, search->earliest))
            return search->done(std::optional(sentPostOf(*item.status, search->draft)));
    }
    if (!reachesBack && ++search->pages < kMaxFindPages) {
        search->before = page->items.back().id;
        return findOnPage(search);
    }
    search->isListWhole = reachesBack;
    if (search->draft.inReplyToId.isEmpty())
        return search->endWithNothing();
    findInThread(search);
}

/// Some servers leave replies, or what is private, out of the list of an account's posts; and who answers hundreds in minutes
/// has a long list.
void MastodonSender::findInThread(const std::shared_ptr<Search> &search)
{
    const QString parent = mastodonPathPart(search->draft.inReplyToId);
    get(address(u"/api/v1/statuses/%1/context"_s.arg(parent)), [this, search](const Result<HttpResponse> &result) {
        if (!result) {
            // What was answered is gone, and so is its thread; the account's own list has told that the reply is not there.
            if (result.error().kind == ErrorKind::NotFound)
                return search->endWithNothing();
            return search->done(fail(result.error()));
        }
        const Result<MastodonList> thread = parseMastodonThread(result->body, context());
        if (!thread)
            return search->done(fail(thread.error()));
        for (const MastodonItem &item : thread->items) {
            const bool isOurs = item.status->accountId == m_account.credentials().userId;
            if (isOurs && isTheDraft(*item.status, search->draft, search->earliest))
                return search->done(std::optional(sentPostOf(*item.status, search->draft)));
        }
        search->endWithNothing();
    });
}

void MastodonSender::remove(const QString &remoteId, Removed done)
{
    const MastodonRef ref = mastodonRefFrom(remoteId);
    if (ref.id.isEmpty() || (!ref.server.isEmpty() && ref.server != context().server)) {
        return soon([done = std::move(done)] {
            done(fail(ErrorKind::InvalidArgument, u"the post is on another server than the account"_s));
        });
    }
    HttpRequest request =
        mastodonRequest(address(u"/api/v1/statuses/"_s + mastodonPathPart(ref.id)), m_account.credentials().accessToken);
    request.verb = "DELETE";
    m_http.send(request, this, [this, id = ref.id, done = std::move(done)](const Result<HttpResponse> &result) {
        if (result)
            return done({});
        if (result.error().httpStatus == 401)
            m_account.signOut(u"HTTP status %1"_s.arg(401));
        if (result.error().kind == ErrorKind::NotFound)
            return confirmGone(id, done);
        done(fail(withOwnWait(result.error())));
    });
}

/// A server that cannot delete says 404 as well.
void MastodonSender::confirmGone(const QString &id, Removed done)
{
    get(address(u"/api/v1/statuses/"_s + mastodonPathPart(id)), [done = std::move(done)](const Result<HttpResponse> &result) {
        if (result)
            done(fail(ErrorKind::Conflict, u"the server does not delete posts for us"_s));
        else
            done(fail(result.error()));
    });
}

bool MastodonSender::maySendAgain(const OutgoingPost &post, core::Instant now) const
{
    const bool isInTime = now >= post.at && now - post.at < kKeyLife;
    return isInTime && !post.idempotencyKey.isEmpty()
           && MastodonOptions::fromJson(m_account.credentials().options).honoursKey;
}

} // namespace vigie::networks
