// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/xconnector.h"

#include "networks/xparser.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMostPages = 8;  ///< mentions end after 800
constexpr int kPage = 100;
constexpr int kLeastOfSearch = 10;
constexpr int kLeastOfMentions = 5;
constexpr int kLongestQuery = 4096;
/// The search knows seven days; an id from before is an error there.
constexpr std::chrono::hours kReach{7 * 24 - 1};

} // namespace

Connector *XConnector::make(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                            QObject *parent)
{
    const bool isSearch = task.what == ReadTask::What::Search && !task.query.trimmed().isEmpty();
    const bool isMentions = task.what == ReadTask::What::Mentions && account && !account->credentials().userId.isEmpty();
    return account && (isSearch || isMentions) ? new XConnector(task, *account, http, clock, parent) : nullptr;
}

XConnector::XConnector(const ReadTask &task, Account &account, HttpClient &http, const core::Clock &clock,
                       QObject *parent)
    : JsonReader(&account, http, clock, parent)
    , m_isSearch(task.what == ReadTask::What::Search)
    , m_query(task.query.trimmed())
{
}

Connector::Purse XConnector::purse() const
{
    if (m_askPurse)
        return m_askPurse();
    const QJsonValue option = account()->credentials().options.value(u"daily_budget_usd"_s);
    return {.budget = option.isDouble() ? qint64(option.toDouble() * 1000) : XCost::kDefaultBudget};
}

Result<> XConnector::begin(const Cursor &since)
{
    if (!account())
        return fail(ErrorKind::Unauthorized, u"the account is gone"_s);
    if (m_query.size() > kLongestQuery)
        return fail(ErrorKind::InvalidArgument, u"the search is longer than %1 characters"_s.arg(kLongestQuery));
    m_walk = WalkCursor::from(since);
    m_cost = XCost::from(m_walk.more.value(u"cost"_s).toObject());
    m_gaps.clear();
    const core::Instant now = clock().now();
    const qint64 price = m_isSearch ? XPrices::kPost : XPrices::kOwnedPost;
    const Purse purse = this->purse();
    const int most = m_cost.affordable(now, purse.budget - purse.spentByOthers, price, kPage);
    if (most < (m_isSearch ? kLeastOfSearch : kLeastOfMentions)) {
        return fail({.kind = ErrorKind::RateLimited,
                     .detail = u"the budget of this day is spent: %1 of %2 US dollars"_s.arg(
                         dollars(m_cost.spentOn(now) + purse.spentByOthers), dollars(purse.budget)),
                     .retryAfter = untilMidnightUtc(now)});
    }
    QString sinceId = m_walk.more.value(u"newest_id"_s).toString();
    if (m_isSearch && !m_walk.isFirst() && m_walk.knownUntil < now - kReach) {
        sinceId.clear();
        if (m_walk.pageToken.isEmpty())
            m_gaps.push_back({m_walk.knownUntil, now - kReach, u"the search reaches back seven days"_s});
    }
    const Credentials &credentials = account()->credentials();
    const QUrl base = credentials.baseUrl.isEmpty() ? QUrl(u"https://api.x.com"_s) : credentials.baseUrl;
    const QString path =
        m_isSearch ? u"/2/tweets/search/recent"_s
                   : u"/2/users/%1/mentions"_s.arg(QString::fromLatin1(QUrl::toPercentEncoding(credentials.userId)));
    get(serviceUrl(base, path,
                   {{u"query"_s, m_isSearch ? m_query : QString()},
                    {u"max_results"_s, QString::number(most)},
                    {u"since_id"_s, sinceId},
                    {m_isSearch ? u"next_token"_s : u"pagination_token"_s, m_walk.pageToken},
                    {u"post.fields"_s, u"conversation_id,created_at,lang,note_post,public_metrics"_s},
                    {u"expansions"_s, u"author_id,referenced_posts"_s},
                    {u"user.fields"_s, u"name,public_metrics,username"_s}}),
        [this](const HttpResponse &response) { answered(response); });
    return {};
}

void XConnector::answered(const HttpResponse &response)
{
    Result<PostListing> listing = parseXPosts(response.body);
    if (!listing)
        return finish(tl::unexpected(listing.error()));
    Page page;
    page.posts = std::move(listing->posts);
    page.deleted = listing->deleted;
    page.gaps = std::exchange(m_gaps, {});
    m_cost.note(clock().now(), qint64(page.posts.size()), listing->authors,
                m_isSearch ? XPrices::kPost : XPrices::kOwnedPost);
    m_cost.note(clock().now(), listing->others, 0, XPrices::kPost);
    m_walk.more[u"cost"_s] = m_cost.toJson();
    // What this walk has as its newest counts only when the walk is over: until then the older of them are still to come.
    const QString newest = m_walk.more.value(u"walk_newest_id"_s).toString();
    m_walk.more[u"walk_newest_id"_s] = laterXId(newest, listing->newestId);
    walkOn(m_walk, page, listing->nextToken, kMostPages);
    if (!page.hasMore) {
        const QString reached = m_walk.more.take(u"walk_newest_id"_s).toString();
        m_walk.more[u"newest_id"_s] = laterXId(m_walk.more.value(u"newest_id"_s).toString(), reached);
        page.next = m_walk.toCursor();
    }
    finish(page);
}

void XConnector::explain(Error &error, const HttpResponse &response) const
{
    if (const QString complaint = xComplaint(response.body); !complaint.isEmpty())
        error.detail += u": "_s + complaint;
}

} // namespace vigie::networks
