// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/redditconnector.h"

#include "networks/redditparser.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMostPages = 10; ///< a listing ends after about a thousand

/// Where a task is asked; empty when it cannot be.
QString pathOf(const ReadTask &task)
{
    static const QRegularExpression community(u"^(?:r/)?([A-Za-z0-9_]{2,40})$"_s);
    switch (task.what) {
    case ReadTask::What::Mentions:
        return u"/message/mentions"_s;
    case ReadTask::What::Search:
        return task.query.trimmed().isEmpty() ? QString() : u"/search"_s;
    case ReadTask::What::Hashtag:
        if (const QRegularExpressionMatch match = community.match(task.query); match.hasMatch())
            return u"/r/"_s + match.captured(1) + u"/comments"_s;
        break;
    case ReadTask::What::Feed:
    case ReadTask::What::Firehose:
    case ReadTask::What::Folder:
        break;
    }
    return {};
}

} // namespace

Connector *RedditConnector::make(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                                 QObject *parent)
{
    const QString path = pathOf(task);
    const QString query = task.what == ReadTask::What::Search ? task.query.trimmed() : QString();
    return account && !path.isEmpty() ? new RedditConnector(path, query, *account, http, clock, parent) : nullptr;
}

RedditConnector::RedditConnector(QString path, QString query, Account &account, HttpClient &http,
                                 const core::Clock &clock, QObject *parent)
    : JsonReader(&account, http, clock, parent)
    , m_path(std::move(path))
    , m_query(std::move(query))
{
}

Result<> RedditConnector::begin(const Cursor &since)
{
    if (!account())
        return fail(ErrorKind::Unauthorized, u"the account is gone"_s);
    m_walk = WalkCursor::from(since);
    const QUrl base = account()->credentials().baseUrl;
    const bool isSearch = !m_query.isEmpty();
    get(serviceUrl(base.isEmpty() ? QUrl(u"https://oauth.reddit.com"_s) : base, m_path,
                   {{u"raw_json"_s, u"1"_s},
                    {u"limit"_s, u"100"_s},
                    {u"q"_s, m_query},
                    {u"sort"_s, isSearch ? u"new"_s : QString()},
                    {u"type"_s, isSearch ? u"link"_s : QString()},
                    {u"after"_s, m_walk.pageToken}}),
        [this](const HttpResponse &response) { answered(response); });
    return {};
}

void RedditConnector::answered(const HttpResponse &response)
{
    Result<PostListing> listing = parseReddit(response.body);
    if (!listing)
        return finish(tl::unexpected(listing.error()));
    Page page;
    page.posts = std::move(listing->posts);
    page.deleted = listing->deleted;
    walkOn(m_walk, page, listing->nextToken, kMostPages);
    finish(page);
}

void RedditConnector::explain(Error &error, const HttpResponse &response) const
{
    if (const QString complaint = redditComplaint(response.body); !complaint.isEmpty())
        error.detail += u": "_s + complaint;
}

} // namespace vigie::networks
