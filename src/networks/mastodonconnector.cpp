// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonconnector.h"

#include "networks/account.h"
#include "networks/mastodonapi.h"
#include "networks/mastodoninstance.h"
#include "networks/mastodonsearchprobe.h"
#include "networks/mastodonstream.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kNotificationsPerPage = 80;
constexpr int kStatusesPerPage = 40;
/// Every so many fetches the server is not asked to end at what we know: it may have lost the place, and then gives nothing.
constexpr int kOpenFetchEvery = 8;

} // namespace

/// One request of a walk.
struct MastodonConnector::Ask {
    MastodonCursor cursor;
    QString since; ///< of a new walk
};

MastodonConnector::MastodonConnector(ReadTask task, Account *account, HttpClient &http, const core::Clock &clock,
                                     QObject *parent)
    : Connector(parent), m_task(std::move(task)), m_account(account), m_http(http), m_clock(clock)
{
}

MastodonConnector::~MastodonConnector()
{
    m_http.cancel(m_request);
}

QUrl MastodonConnector::base() const
{
    return m_account ? m_account->credentials().baseUrl : m_task.url;
}

QByteArray MastodonConnector::token() const
{
    return m_account ? m_account->credentials().accessToken : QByteArray();
}

MastodonContext MastodonConnector::context() const
{
    const QString domain = m_account ? MastodonOptions::fromJson(m_account->credentials().options).domain : QString();
    return {.server = mastodonServerOf(base()), .domain = domain, .receivedAt = m_clock.now()};
}

QString MastodonConnector::listName() const
{
    const QString server = mastodonServerOf(base());
    switch (m_task.what) {
    case ReadTask::What::Hashtag:
        return u"hashtag %1 %2"_s.arg(server, m_task.query);
    case ReadTask::What::Search:
        return u"search %1 %2"_s.arg(server, m_task.query);
    default:
        return u"mentions %1 %2"_s.arg(server, m_account ? m_account->credentials().userId : QString());
    }
}

std::optional<Error> MastodonConnector::objection() const
{
    if (m_account && !m_account->isSignedIn())
        return Error{.kind = ErrorKind::Unauthorized, .detail = u"the account is signed out"_s};
    if (token().isEmpty() && m_task.what != ReadTask::What::Hashtag)
        return Error{.kind = ErrorKind::Unauthorized, .detail = u"this cannot be read without an account"_s};
    return std::nullopt;
}

void MastodonConnector::fetch(const Cursor &since)
{
    if (std::exchange(m_isBusy, true))
        return;
    if (const std::optional<Error> error = objection())
        return finishSoon(*error);
    Ask ask{.cursor = MastodonCursor::fromCursor(since, listName()), .since = {}};
    // Posts of others come late and with their own old time: only the list of our notifications grows at one end.
    const bool isOpenFetch = m_fetches++ % kOpenFetchEvery == 0;
    if (m_task.what == ReadTask::What::Mentions && !isOpenFetch && !ask.cursor.walk)
        ask.since = ask.cursor.since();
    request(ask);
}

void MastodonConnector::cancel()
{
    m_http.cancel(m_request);
    if (m_probe) {
        delete m_probe;
        finishSoon({.kind = ErrorKind::Cancelled, .detail = u"cancelled"_s});
    }
    if (m_stream)
        m_stream->cancel();
}

QUrl MastodonConnector::urlOf(const Ask &ask) const
{
    QUrlQuery query;
    const std::optional<MastodonCursor::Walk> &walk = ask.cursor.walk;
    const QString since = walk ? walk->since : ask.since;
    const auto add = [&query](const QString &name, const QString &value) {
        query.addQueryItem(name, mastodonPathPart(value));
    };
    if (m_task.what == ReadTask::What::Search) {
        add(u"q"_s, m_task.query);
        add(u"type"_s, u"statuses"_s);
        add(u"limit"_s, QString::number(kStatusesPerPage));
        if (walk)
            add(u"offset"_s, QString::number(walk->entries));
        return mastodonUrl(base(), u"/api/v2/search"_s, query);
    }
    const bool isMentions = m_task.what == ReadTask::What::Mentions;
    add(u"limit"_s, QString::number(isMentions ? kNotificationsPerPage : kStatusesPerPage));
    if (isMentions && m_sendsTypes) {
        add(u"types%5B%5D"_s, u"mention"_s);
        add(u"types%5B%5D"_s, u"quote"_s);
        add(u"include_filtered"_s, u"true"_s); // the server's own policy must not hide a crisis
    }
    if (walk)
        add(u"max_id"_s, walk->before);
    if (!since.isEmpty())
        add(u"since_id"_s, since);
    if (isMentions)
        return mastodonUrl(base(), u"/api/v1/notifications"_s, query);
    const QString tag = m_task.query.startsWith(u'#') ? m_task.query.mid(1) : m_task.query;
    return mastodonUrl(base(), u"/api/v1/timelines/tag/"_s + mastodonPathPart(tag), query);
}

void MastodonConnector::request(const Ask &ask)
{
    m_request = m_http.send(mastodonRequest(urlOf(ask), token()), this,
                            [this, ask](const Result<HttpResponse> &result) { answered(result, ask); });
}

Result<MastodonList> MastodonConnector::parse(const QByteArray &body) const
{
    switch (m_task.what) {
    case ReadTask::What::Search:
        return parseMastodonSearch(body, context());
    case ReadTask::What::Hashtag:
        return parseMastodonStatuses(body, context());
    default:
        return parseMastodonNotifications(body, context());
    }
}

void MastodonConnector::answered(const Result<HttpResponse> &result, const Ask &ask)
{
    m_request = 0;
    if (!result) {
        const int status = result.error().httpStatus.value_or(0);
        const bool isNotUnderstood = status == 400 || status == 422;
        if (m_task.what == ReadTask::What::Mentions && isNotUnderstood && std::exchange(m_sendsTypes, false))
            return request(ask);
        if (m_task.what == ReadTask::What::Search && (isNotUnderstood || status == 404 || status == 405 || status == 501))
            return finish(fail(noSearchHere()));
        // An empty 401 is the way in which these servers say that a token is not known any more.
        if (status == 401 && m_account)
            m_account->signOut(u"HTTP status %1"_s.arg(status));
        return finish(fail(withOwnWait(result.error())));
    }
    const Result<MastodonList> list = parse(result->body);
    if (!list)
        return finish(fail(list.error()));
    MastodonStep step = walkOn(ask.cursor, *list, ask.since, m_clock.now());
    Page page;
    page.posts = std::move(step.posts);
    if (step.hasNews)
        page.next = step.cursor.toCursor();
    if (step.gap)
        page.gaps.push_back(*step.gap);
    page.hasMore = step.hasMore;
    const bool isDoubtful = m_task.what == ReadTask::What::Search && step.cursor.seen.isEmpty() && !step.hasMore;
    if (isDoubtful && !m_isSearchProven)
        return probeSearch(page);
    finish(page);
}

void MastodonConnector::probeSearch(const Page &page)
{
    m_probe = new MastodonSearchProbe(*m_account, m_http, this);
    connect(m_probe, &MastodonSearchProbe::finished, this, [this, page](MastodonSearchProbe::Answer answer) {
        std::exchange(m_probe, nullptr)->deleteLater();
        m_isSearchProven = answer == MastodonSearchProbe::Answer::Searches;
        finish(answer == MastodonSearchProbe::Answer::SearchesNot ? Result<Page>(fail(noSearchHere())) : Result<Page>(page));
    });
    m_probe->start();
}

void MastodonConnector::finish(const Result<Page> &result)
{
    m_isBusy = false;
    emit fetched(result);
}

void MastodonConnector::finishSoon(const Error &error)
{
    QMetaObject::invokeMethod(this, [this, error] { finish(fail(error)); }, Qt::QueuedConnection);
}

bool MastodonConnector::canStream() const
{
    return m_offersStream && !objection() && !token().isEmpty() && m_task.what != ReadTask::What::Search;
}

void MastodonConnector::stream(const Cursor &)
{
    if (m_stream)
        return;
    const bool isHashtag = m_task.what == ReadTask::What::Hashtag;
    const QUrl told = m_account ? MastodonOptions::fromJson(m_account->credentials().options).streaming : QUrl();
    // A server behind another one does not know by itself whether it is called with encryption.
    const bool isItself = told.host() == base().host() && told.port() == base().port();
    MastodonStream::Target target{.base = told.isEmpty() || isItself ? base() : told,
                                  .name = isHashtag ? u"hashtag"_s : u"user"_s,
                                  .token = token()};
    if (isHashtag)
        target.tag = m_task.query.startsWith(u'#') ? m_task.query.mid(1) : m_task.query;
    m_stream = new MastodonStream(target, m_http, this);
    connect(m_stream, &MastodonStream::opened, this, &MastodonConnector::streamOpened);
    connect(m_stream, &MastodonStream::happened, this, &MastodonConnector::streamEvent);
    connect(m_stream, &MastodonStream::ended, this, [this](const Error &reason) {
        std::exchange(m_stream, nullptr)->deleteLater();
        if (reason.kind == ErrorKind::NotFound)
            m_offersStream = false;
        if (reason.httpStatus == 401 && m_account)
            m_account->signOut(u"HTTP status %1"_s.arg(401));
        emit streamEnded(withOwnWait(reason));
    });
    m_stream->open();
}

bool MastodonConnector::concernsUs(const MastodonStatus &status) const
{
    const QString us = m_account->credentials().userId;
    return status.mentionedAccountIds.contains(us) || status.inReplyToAccountId == us;
}

std::optional<Post> MastodonConnector::streamedPost(const QByteArray &event, const QByteArray &payload) const
{
    const bool isHashtag = m_task.what == ReadTask::What::Hashtag;
    if (event == "notification" && !isHashtag) {
        const Result<MastodonItem> item = parseMastodonNotification(payload, context());
        return item && item->status ? std::optional(item->status->post) : std::nullopt;
    }
    // The stream of a user holds the whole home timeline: others' posts are none of our mentions, but their edits may be.
    if ((event == "update" && isHashtag) || event == "status.update") {
        const Result<MastodonStatus> status = parseMastodonStatus(payload, context());
        if (status && (isHashtag || concernsUs(*status)))
            return status->post;
    }
    return std::nullopt;
}

void MastodonConnector::streamEvent(const QByteArray &event, const QByteArray &payload)
{
    Page page;
    if (event == "delete") {
        const QString id = QString::fromUtf8(payload).trimmed();
        if (!id.isEmpty() && id.size() <= 200)
            page.deleted.append(mastodonRemoteId(context().server, id));
    } else if (const std::optional<Post> post = streamedPost(event, payload)) {
        page.posts.push_back(*post);
    }
    if (!page.posts.empty() || !page.deleted.isEmpty())
        emit streamed(page);
}

} // namespace vigie::networks
