// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyreader.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMostFailures = 3;

BlueskySession &sessionFor(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                           QObject *owner)
{
    if (account)
        return BlueskySession::of(*account, http, clock);
    const QUrl server = task.url.isEmpty() ? BlueskyServices::from({}).appView : task.url;
    return *new BlueskySession(server, http, owner);
}

/// An older server does not know the method; a newer one may have it switched off, and calls the request invalid.
bool mayLackMethod(const XrpcReply &reply)
{
    const int status = reply.response.status;
    return status == 404 || status == 501 || (status == 400 && reply.code == u"InvalidRequest")
           || reply.code == u"MethodNotImplemented" || reply.code == u"XRPCNotSupported";
}

} // namespace

BlueskyReader::BlueskyReader(ReadTask task, Account *account, HttpClient &http, const core::Clock &clock, QObject *parent)
    : Connector(parent)
    , m_task(std::move(task))
    , m_clock(clock)
    , m_session(sessionFor(m_task, account, http, clock, this))
{
}

BlueskyReader::~BlueskyReader() = default;

void BlueskyReader::fetch(const Cursor &since)
{
    if (m_context)
        return;
    m_context = std::make_unique<QObject>();
    m_since = since;
    m_cursor = BlueskyCursor(since);
    m_cursor.begin(m_clock.now());
    m_page = {};
    m_given.clear();
    m_pages = 0;
    ask();
}

void BlueskyReader::cancel()
{
    if (!m_context)
        return;
    m_context = std::make_unique<QObject>(); // what is under way calls back no more
    QMetaObject::invokeMethod(
        m_context.get(), [this] { finish(fail(ErrorKind::Cancelled, u"cancelled"_s)); }, Qt::QueuedConnection);
}

XrpcCall BlueskyReader::nextCall() const
{
    XrpcCall call;
    if (m_task.what == ReadTask::What::Mentions) {
        call.method = u"app.bsky.notification.listNotifications"_s;
        for (const QString &reason : {u"mention"_s, u"reply"_s, u"quote"_s})
            call.parameters.emplaceBack(u"reasons"_s, reason);
    } else if (m_hasSecondSearch.value_or(true)) {
        const bool isTag = m_task.what == ReadTask::What::Hashtag;
        call.method = u"app.bsky.feed.searchPostsV2"_s;
        call.parameters = {{isTag ? u"hashtags"_s : u"query"_s, m_task.query}, {u"sort"_s, u"recent"_s}};
    } else {
        const bool isTag = m_task.what == ReadTask::What::Hashtag;
        call.method = u"app.bsky.feed.searchPosts"_s;
        call.parameters = {{u"q"_s, isTag ? u'#' + m_task.query : m_task.query}, {u"sort"_s, u"latest"_s}};
        if (isTag)
            call.parameters.emplaceBack(u"tag"_s, m_task.query);
    }
    call.parameters.emplaceBack(u"limit"_s, u"100"_s);
    if (!m_cursor.place().isEmpty() && m_cursor.method() == call.method)
        call.parameters.emplaceBack(u"cursor"_s, m_cursor.place());
    return call;
}

void BlueskyReader::ask()
{
    m_session.call(nextCall(), m_context.get(), [this](const Result<XrpcReply> &reply) { answered(reply); });
}

void BlueskyReader::answered(const Result<XrpcReply> &reply)
{
    if (!reply)
        return finish(fail(reply.error()));
    if (!reply->isSuccess())
        return failed(*reply);
    m_failures = 0;
    m_hasSecondSearch = m_hasSecondSearch.value_or(true);
    const Result<BlueskyPage> page = parseBlueskyPage(reply->response.body, m_clock.now());
    if (!page)
        return finish(fail(page.error()));
    take(*page);
}

void BlueskyReader::failed(const XrpcReply &reply)
{
    if (m_task.what != ReadTask::What::Mentions && !m_hasSecondSearch && mayLackMethod(reply)) {
        m_hasSecondSearch = false;
        return ask();
    }
    const Error error = reply.error(m_clock.now());
    const bool isPlaceRefused = reply.response.status == 400 && error.kind != ErrorKind::Unauthorized;
    // A place that the server has lost may also be answered as if the server were broken; sooner or later we believe it.
    const bool isServerBroken = reply.response.status >= 500 && ++m_failures >= kMostFailures;
    if (m_cursor.place().isEmpty() || !(isPlaceRefused || isServerBroken))
        return finish(fail(error));
    m_failures = 0;
    if (m_cursor.restart())
        ask();
    else
        endWalk(BlueskyCursor::End::Broken);
}

void BlueskyReader::take(const BlueskyPage &page)
{
    for (const Post &post : page.posts) {
        if (!m_given.contains(post.remoteId)) {
            m_given.insert(post.remoteId);
            m_page.posts.push_back(post);
        }
    }
    m_page.deleted += page.deleted;
    ++m_pages;
    if (m_cursor.take(page))
        return endWalk(BlueskyCursor::End::Known);
    if (page.cursor.isEmpty() || page.cursor == m_cursor.place()) {
        // Notifications are told to their end; a search may stop somewhere.
        const bool isWhole = m_task.what == ReadTask::What::Mentions;
        return endWalk(isWhole ? BlueskyCursor::End::Known : BlueskyCursor::End::List);
    }
    if (m_cursor.pages() >= kPagesPerWalk)
        return endWalk(BlueskyCursor::End::Broken);
    m_cursor.goOn(page.cursor, nextCall().method);
    // What is newest is handed over before the walk goes back over what is mostly known.
    if (m_cursor.pages() > 1 && m_pages < kPagesPerFetch)
        return ask();
    m_page.hasMore = true;
    give();
}

void BlueskyReader::endWalk(BlueskyCursor::End end)
{
    if (const auto gap = m_cursor.finish(end, u"the network does not tell what lies further back"_s))
        m_page.gaps.push_back(*gap);
    give();
}

void BlueskyReader::give()
{
    if (const Cursor next = m_cursor.toBytes(); next != m_since)
        m_page.next = next;
    finish(std::exchange(m_page, {}));
}

void BlueskyReader::finish(const Result<Page> &result)
{
    m_context.release()->deleteLater(); // we may be in a callback of its own
    emit fetched(result);
}

} // namespace vigie::networks
