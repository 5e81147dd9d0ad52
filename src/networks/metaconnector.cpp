// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/metaconnector.h"

#include "networks/metaparser.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kMostPages = 10;

bool isReadable(const ReadTask &task, const Account *account)
{
    return task.what == ReadTask::What::Mentions && account && !account->credentials().userId.isEmpty();
}

MetaConnector::Place facebook()
{
    const QString comment = u"id,message,from,created_time,parent{id},like_count,comment_count,permalink_url"_s;
    return {
        u"/feed"_s,
        u"id,message,from,created_time,permalink_url,comments.filter(stream).order(reverse_chronological).limit(100){%1}"_s
            .arg(comment),
        parseFacebook};
}

MetaConnector::Place instagram()
{
    const QString comment = u"id,text,username,timestamp,like_count"_s;
    return {
        u"/media"_s,
        u"id,caption,username,timestamp,permalink,comments_count,comments.limit(50){%1,replies.limit(50){%1}}"_s.arg(
            comment),
        parseInstagram};
}

} // namespace

Connector *MetaConnector::makeFacebook(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                                       QObject *parent)
{
    return isReadable(task, account) ? new MetaConnector(facebook(), *account, http, clock, parent) : nullptr;
}

Connector *MetaConnector::makeInstagram(const ReadTask &task, Account *account, HttpClient &http,
                                        const core::Clock &clock, QObject *parent)
{
    return isReadable(task, account) ? new MetaConnector(instagram(), *account, http, clock, parent) : nullptr;
}

MetaConnector::MetaConnector(Place place, Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
    : JsonReader(&account, http, clock, parent), m_place(std::move(place))
{
}

Result<> MetaConnector::begin(const Cursor &since)
{
    if (!account())
        return fail(ErrorKind::Unauthorized, u"the account is gone"_s);
    m_walk = WalkCursor::from(since);
    const Credentials &credentials = account()->credentials();
    const QUrl base = credentials.baseUrl.isEmpty() ? QUrl(u"https://graph.facebook.com/v25.0"_s) : credentials.baseUrl;
    const QString path = u'/' + QString::fromLatin1(QUrl::toPercentEncoding(credentials.userId)) + m_place.edge;
    get(serviceUrl(base, path, {{u"fields"_s, m_place.fields}, {u"limit"_s, u"25"_s}, {u"after"_s, m_walk.pageToken}}),
        [this](const HttpResponse &response) { answered(response); });
    return {};
}

bool MetaConnector::isOurs(const Post &post) const
{
    const Credentials &credentials = account()->credentials();
    const QString handle = credentials.handle.startsWith(u'@') ? credentials.handle : u'@' + credentials.handle;
    return post.author.handle == credentials.userId || (!credentials.handle.isEmpty() && post.author.handle == handle);
}

void MetaConnector::answered(const HttpResponse &response)
{
    Result<PostListing> listing = m_place.parse(response.body);
    if (!listing) {
        // An error may come with a 200.
        const auto told = metaError(response.body, response.headers, response.status);
        return finish(tl::unexpected(told.value_or(listing.error())));
    }
    Page page;
    page.posts = std::move(listing->posts);
    walkOn(m_walk, page, listing->nextToken, kMostPages);
    // What the brand itself writes is nothing to be told about. Only now: the walk counts its posts, too.
    if (account())
        page.posts.erase(
            std::remove_if(page.posts.begin(), page.posts.end(), [this](const Post &post) { return isOurs(post); }),
            page.posts.end());
    finish(page);
}

void MetaConnector::explain(Error &error, const HttpResponse &response) const
{
    if (const auto told = metaError(response.body, response.headers, response.status))
        error = *told;
}

} // namespace vigie::networks
