// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/hackernewsconnector.h"

#include "networks/hackernewsparser.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kSlice = 1000;     ///< hits of one query that the service will show
constexpr int kMostSlices = 20;  ///< of one walk
constexpr std::chrono::hours kOverlap{1}; ///< the index may be late by so much

bool isUserName(const QString &name)
{
    static const QRegularExpression expression(u"^[A-Za-z0-9_-]{1,40}$"_s);
    return expression.match(name).hasMatch();
}

qint64 toSeconds(core::Instant instant)
{
    return core::toMillis(instant) / 1000;
}

} // namespace

Connector *HackerNewsConnector::make(const ReadTask &task, Account *, HttpClient &http, const core::Clock &clock,
                                     QObject *parent)
{
    const bool isSearch = task.what == ReadTask::What::Search && !task.query.trimmed().isEmpty();
    const bool isAuthor = task.what == ReadTask::What::Mentions && isUserName(task.query);
    return isSearch || isAuthor ? new HackerNewsConnector(task, http, clock, parent) : nullptr;
}

HackerNewsConnector::HackerNewsConnector(const ReadTask &task, HttpClient &http, const core::Clock &clock,
                                         QObject *parent)
    : JsonReader(nullptr, http, clock, parent)
    , m_base(task.url.isEmpty() ? QUrl(u"https://hn.algolia.com/api/v1"_s) : task.url)
    , m_query(task.what == ReadTask::What::Search ? task.query.trimmed() : QString())
    , m_tags(task.what == ReadTask::What::Search ? u"(story,comment)"_s : u"(story,comment),author_"_s + task.query)
{
}

Result<> HackerNewsConnector::begin(const Cursor &since)
{
    m_walk = WalkCursor::from(since);
    QStringList filters;
    if (!m_walk.isFirst())
        filters << u"created_at_i>%1"_s.arg(std::max<qint64>(0, toSeconds(m_walk.knownUntil - kOverlap)));
    if (const qint64 before = m_walk.pageToken.toLongLong(); before > 0)
        filters << u"created_at_i<%1"_s.arg(before);
    get(serviceUrl(m_base, u"/search_by_date"_s,
                   {{u"query"_s, m_query},
                    {u"tags"_s, m_tags},
                    {u"numericFilters"_s, filters.join(u',')},
                    {u"hitsPerPage"_s, QString::number(kSlice)}}),
        [this](const HttpResponse &response) { answered(response); });
    return {};
}

void HackerNewsConnector::answered(const HttpResponse &response)
{
    Result<HackerNewsAnswer> answer = parseHackerNews(response.body, clock().now());
    if (!answer)
        return finish(tl::unexpected(answer.error()));
    Page page;
    page.posts = std::move(answer->posts);
    QString next;
    if (answer->allHits > answer->hits && answer->oldest) {
        // The oldest second again, in which more may have been written than the slice had room for. If it fills the
        // whole slice, what is left of it cannot be seen.
        const qint64 before = m_walk.pageToken.toLongLong();
        const bool isStuck = before > 0 && *answer->oldest + 1 >= before;
        if (isStuck) {
            const core::Instant second = core::instantFromMillis(*answer->oldest * 1000);
            page.gaps.push_back({second, second + std::chrono::seconds(1), u"more posts than are read at once"_s});
        }
        next = QString::number(isStuck ? *answer->oldest : *answer->oldest + 1);
    }
    walkOn(m_walk, page, next, kMostSlices);
    finish(page);
}

} // namespace vigie::networks
