// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskycursor.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr qint64 kMostMillis = qint64(1) << 53;

std::optional<core::Instant> timeFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(core::instantFromMillis(std::clamp<qint64>(value.toInteger(), 0, kMostMillis)))
                            : std::nullopt;
}

void insertTime(QJsonObject &object, const QString &key, std::optional<core::Instant> time)
{
    if (time)
        object.insert(key, core::toMillis(*time));
}

/// Where in time a page is. Not by its last post: one with a wrong date may stand anywhere.
core::Instant middleOf(const std::vector<Post> &posts)
{
    std::vector<core::Instant> times;
    times.reserve(posts.size());
    for (const Post &post : posts)
        times.push_back(post.postedAt);
    const auto middle = times.begin() + std::ptrdiff_t(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

} // namespace

BlueskyCursor::BlueskyCursor(const Cursor &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    m_newest = timeFrom(object.value(u"newest"));
    m_deepAt = timeFrom(object.value(u"deep"));
    const QJsonObject walk = object.value(u"walk").toObject();
    m_place = walk.value(u"place").toString();
    if (m_place.isEmpty())
        return;
    m_method = walk.value(u"method").toString();
    m_begunAt = timeFrom(walk.value(u"begun"));
    m_isDeep = walk.value(u"deep").toBool(true);
    m_freshNewest = timeFrom(walk.value(u"newest"));
    m_reached = timeFrom(walk.value(u"reached"));
    m_pages = std::clamp(walk.value(u"pages").toInt(), 0, 1'000'000);
    m_hasRestarted = walk.value(u"restarted").toBool();
}

Cursor BlueskyCursor::toBytes() const
{
    QJsonObject object;
    insertTime(object, u"newest"_s, m_newest);
    insertTime(object, u"deep"_s, m_deepAt);
    if (!m_place.isEmpty()) {
        QJsonObject walk{{u"place"_s, m_place},
                         {u"method"_s, m_method},
                         {u"deep"_s, m_isDeep},
                         {u"pages"_s, m_pages},
                         {u"restarted"_s, m_hasRestarted}};
        insertTime(walk, u"begun"_s, m_begunAt);
        insertTime(walk, u"newest"_s, m_freshNewest);
        insertTime(walk, u"reached"_s, m_reached);
        object.insert(u"walk"_s, walk);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void BlueskyCursor::begin(core::Instant now)
{
    if (!m_place.isEmpty() && m_begunAt)
        return;
    m_begunAt = now;
    // The clock may have been set back as well.
    m_isDeep = !m_newest || !m_deepAt || now - *m_deepAt >= kDeepEvery || *m_deepAt - now >= kDeepEvery;
}

bool BlueskyCursor::take(const BlueskyPage &page)
{
    ++m_pages;
    if (page.posts.empty())
        return false;
    for (const Post &post : page.posts)
        m_freshNewest = std::max(m_freshNewest.value_or(post.postedAt), post.postedAt);
    m_reached = middleOf(page.posts);
    const std::chrono::milliseconds overlap = m_isDeep ? kDeepOverlap : kOverlap;
    return m_newest && *m_reached <= *m_newest - overlap;
}

void BlueskyCursor::goOn(const QString &place, const QString &method)
{
    m_place = place;
    m_method = method;
}

bool BlueskyCursor::restart()
{
    m_place.clear();
    m_pages = 0;
    return !std::exchange(m_hasRestarted, true);
}

std::optional<Gap> BlueskyCursor::finish(End end, const QString &reason)
{
    // A list that fits on one page has been seen whole. What lies before the very first walk was never promised.
    const bool mayMiss = end == End::Broken || (end == End::List && m_pages > 1);
    std::optional<Gap> gap;
    if (mayMiss && m_newest && m_reached && *m_newest < *m_reached)
        gap = Gap{*m_newest, *m_reached, reason};
    // A post from a future that is not there yet must not hide all others until then.
    if (m_freshNewest && m_begunAt)
        m_freshNewest = std::min(*m_freshNewest, *m_begunAt);
    if (m_freshNewest)
        m_newest = std::max(m_newest.value_or(*m_freshNewest), *m_freshNewest);
    if (m_isDeep && m_newest)
        m_deepAt = m_begunAt;
    BlueskyCursor next;
    next.m_newest = m_newest;
    next.m_deepAt = m_deepAt;
    *this = next;
    return gap;
}

} // namespace vigie::networks
