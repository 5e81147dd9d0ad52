// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/youtubeconnector.h"

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMostPages = 20;
constexpr qsizetype kMostThreadsAtOnce = 20; ///< each costs a unit of the day's quota
constexpr qsizetype kMostThreadsKnown = 300;

} // namespace

Connector *YouTubeConnector::make(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                                  QObject *parent)
{
    const bool isAll = task.what == ReadTask::What::Mentions;
    const bool isSearch = task.what == ReadTask::What::Search && !task.query.trimmed().isEmpty();
    if (!account || account->credentials().userId.isEmpty() || (!isAll && !isSearch))
        return nullptr;
    return new YouTubeConnector(isSearch ? task.query.trimmed() : QString(), *account, http, clock, parent);
}

YouTubeConnector::YouTubeConnector(QString words, Account &account, HttpClient &http, const core::Clock &clock,
                                   QObject *parent)
    : JsonReader(&account, http, clock, parent)
    , m_words(std::move(words))
{
}

QUrl YouTubeConnector::url(const QString &path, QList<QPair<QString, QString>> query) const
{
    const QUrl base = account()->credentials().baseUrl;
    query.append({u"maxResults"_s, u"100"_s});
    query.append({u"textFormat"_s, u"plainText"_s});
    return serviceUrl(base.isEmpty() ? QUrl(u"https://www.googleapis.com/youtube/v3"_s) : base, path, query);
}

Result<> YouTubeConnector::begin(const Cursor &since)
{
    if (!account())
        return fail(ErrorKind::Unauthorized, u"the account is gone"_s);
    m_walk = WalkCursor::from(since);
    get(url(u"/commentThreads"_s, {{u"part"_s, u"snippet,replies"_s},
                                   {u"allThreadsRelatedToChannelId"_s, account()->credentials().userId},
                                   {u"order"_s, u"time"_s},
                                   {u"searchTerms"_s, m_words},
                                   {u"pageToken"_s, m_walk.pageToken}}),
        [this](const HttpResponse &response) { threadsArrived(response); });
    return {};
}

void YouTubeConnector::threadsArrived(const HttpResponse &response)
{
    Result<PostListing> listing = parseYouTube(response.body, YouTubeText::Plain);
    if (!listing)
        return finish(tl::unexpected(listing.error()));
    m_page = {};
    m_page.posts = std::move(listing->posts);
    m_nextToken = listing->nextToken;
    QHash<QString, int> inHand;
    for (const Post &post : m_page.posts) {
        if (!post.inReplyTo.isEmpty())
            ++inHand[post.inReplyTo];
    }
    m_waiting.clear();
    QJsonObject known = m_walk.more.value(u"threads"_s).toObject();
    for (auto it = listing->threads.cbegin(); it != listing->threads.cend(); ++it) {
        const bool hasAll = inHand.value(it.key()) >= it.value();
        const bool isUnchanged = known.value(it.key()).toInt(-1) == it.value();
        if (!hasAll && !isUnchanged) {
            if (m_waiting.size() >= kMostThreadsAtOnce)
                continue; // not noted: the next reading finds it changed
            m_waiting.append(it.key());
        }
        known.insert(it.key(), it.value());
    }
    // Those that a page no longer shows are not asked about again.
    if (m_walk.pageToken.isEmpty() && known.size() > kMostThreadsKnown) {
        known = {};
        for (auto it = listing->threads.cbegin(); it != listing->threads.cend(); ++it)
            known.insert(it.key(), it.value());
    }
    m_walk.more[u"threads"_s] = known;
    readNextThread();
}

void YouTubeConnector::readNextThread()
{
    if (m_waiting.isEmpty() || !account()) {
        walkOn(m_walk, m_page, m_nextToken, kMostPages);
        return finish(m_page);
    }
    get(url(u"/comments"_s, {{u"part"_s, u"snippet"_s}, {u"parentId"_s, m_waiting.takeFirst()}}),
        [this](const HttpResponse &response) {
            Result<PostListing> replies = parseYouTube(response.body, YouTubeText::Plain);
            if (!replies)
                return finish(tl::unexpected(replies.error()));
            std::move(replies->posts.begin(), replies->posts.end(), std::back_inserter(m_page.posts));
            readNextThread();
        });
}

void YouTubeConnector::explain(Error &error, const HttpResponse &response) const
{
    const QString complaint = youTubeComplaint(response.body);
    if (complaint.isEmpty())
        return;
    error.detail += u": "_s + complaint;
    if (const auto wait = youTubeWait(complaint, clock().now())) {
        error.kind = ErrorKind::RateLimited;
        error.retryAfter = wait;
    }
}

} // namespace vigie::networks
