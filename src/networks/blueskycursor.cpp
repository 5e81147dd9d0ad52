// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskycursor.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

QStringList textsFrom(const QJsonValue &value)
{
    QStringList texts;
    for (const QJsonValue text : value.toArray()) {
        if (text.isString() && texts.size() < BlueskyCursor::kMostSeen)
            texts.append(text.toString());
    }
    return texts;
}

std::optional<core::Instant> timeFrom(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(core::instantFromMillis(value.toInteger())) : std::nullopt;
}

void insertTime(QJsonObject &object, const QString &key, std::optional<core::Instant> time)
{
    if (time)
        object.insert(key, core::toMillis(*time));
}

} // namespace

BlueskyCursor::BlueskyCursor(const Cursor &bytes)
{
    const QJsonObject object = QJsonDocument::fromJson(bytes).object();
    m_seen = textsFrom(object.value(u"seen"));
    m_newest = timeFrom(object.value(u"newest"));
    const QJsonObject walk = object.value(u"walk").toObject();
    m_place = walk.value(u"place").toString();
    if (m_place.isEmpty())
        return;
    m_method = walk.value(u"method").toString();
    m_fresh = textsFrom(walk.value(u"fresh"));
    m_freshNewest = timeFrom(walk.value(u"newest"));
    m_oldest = timeFrom(walk.value(u"oldest"));
    m_pages = std::clamp(walk.value(u"pages").toInt(), 0, 1'000'000);
    m_hasRestarted = walk.value(u"restarted").toBool();
}

Cursor BlueskyCursor::toBytes() const
{
    QJsonObject object{{u"seen"_s, QJsonArray::fromStringList(m_seen)}};
    insertTime(object, u"newest"_s, m_newest);
    if (!m_place.isEmpty()) {
        QJsonObject walk{{u"place"_s, m_place},
                         {u"method"_s, m_method},
                         {u"fresh"_s, QJsonArray::fromStringList(m_fresh)},
                         {u"pages"_s, m_pages},
                         {u"restarted"_s, m_hasRestarted}};
        insertTime(walk, u"newest"_s, m_freshNewest);
        insertTime(walk, u"oldest"_s, m_oldest);
        object.insert(u"walk"_s, walk);
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

bool BlueskyCursor::take(const BlueskyPage &page)
{
    ++m_pages;
    const QSet<QString> known(m_seen.begin(), m_seen.end());
    const QSet<QString> fresh(m_fresh.begin(), m_fresh.end());
    for (const Post &post : page.posts) {
        m_oldest = std::min(m_oldest.value_or(post.postedAt), post.postedAt);
        m_freshNewest = std::max(m_freshNewest.value_or(post.postedAt), post.postedAt);
        if (m_fresh.size() < kMostSeen && !fresh.contains(post.remoteId))
            m_fresh.append(post.remoteId);
    }
    return !page.posts.empty() && known.contains(page.posts.back().remoteId);
}

void BlueskyCursor::goOn(const QString &place, const QString &method)
{
    m_place = place;
    m_method = method;
}

bool BlueskyCursor::restart()
{
    if (m_hasRestarted)
        return false;
    forgetWalk();
    m_hasRestarted = true;
    return true;
}

std::optional<Gap> BlueskyCursor::finish(End end, const QString &reason)
{
    // A list that fits on one page has been seen whole. What lies before the very first walk was never promised.
    const bool mayMiss = end == End::Broken || (end == End::List && m_pages > 1);
    std::optional<Gap> gap;
    if (mayMiss && m_newest && m_oldest && *m_newest < *m_oldest)
        gap = Gap{*m_newest, *m_oldest, reason};
    for (const QString &id : std::as_const(m_seen)) {
        if (m_fresh.size() >= kMostSeen)
            break;
        if (!m_fresh.contains(id))
            m_fresh.append(id);
    }
    m_seen = m_fresh;
    if (m_freshNewest)
        m_newest = std::max(m_newest.value_or(*m_freshNewest), *m_freshNewest);
    forgetWalk();
    return gap;
}

void BlueskyCursor::forgetWalk()
{
    m_place.clear();
    m_method.clear();
    m_fresh.clear();
    m_freshNewest.reset();
    m_oldest.reset();
    m_pages = 0;
    m_hasRestarted = false;
}

} // namespace vigie::networks
