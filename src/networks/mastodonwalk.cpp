// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/mastodonwalk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

constexpr int kVersion = 1;

/// An entry that is so much older than what was known as the newest has been read, or was written before the first reading.
constexpr std::chrono::hours kLongestOverlap{24};

QJsonArray toArray(const QStringList &ids)
{
    return QJsonArray::fromStringList(ids);
}

QStringList idsOf(const QJsonValue &value)
{
    QStringList ids;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &id : array) {
        if (id.isString() && ids.size() < MastodonCursor::kMostSeen)
            ids.append(id.toString());
    }
    return ids;
}

core::Instant instantOf(const QJsonValue &value)
{
    return core::instantFromMillis(value.toInteger());
}

QSet<QString> setOf(const QStringList &ids)
{
    return {ids.begin(), ids.end()};
}

/// A page that comes again must be known throughout.
qsizetype rememberedOf(const MastodonCursor::Walk &walk)
{
    return std::clamp<qsizetype>(walk.largestPage, MastodonCursor::kMaxSeen, MastodonCursor::kMostSeen);
}

QStringList newestOf(QStringList ids, const QStringList &older, qsizetype most)
{
    const QSet<QString> have = setOf(ids);
    for (const QString &id : older) {
        if (!have.contains(id))
            ids.append(id);
    }
    return ids.mid(0, most);
}

/// The walk is over: what it has met is known from now on.
void conclude(MastodonCursor &cursor, core::Instant now)
{
    const MastodonCursor::Walk walk = *cursor.walk;
    cursor.walk.reset();
    cursor.seen = newestOf(walk.met, cursor.seen, rememberedOf(walk));
    cursor.newest = std::max(cursor.newest, std::min(walk.newest, now));
    cursor.hasBegun = true;
}

} // namespace

Cursor MastodonCursor::toCursor() const
{
    QJsonObject object = {
        {u"v"_s, kVersion},
        {u"list"_s, list},
        {u"begun"_s, hasBegun},
        {u"seen"_s, toArray(seen)},
        {u"newest"_s, qint64(core::toMillis(newest))},
    };
    if (walk) {
        object.insert(u"walk"_s, QJsonObject{
                                     {u"before"_s, walk->before},
                                     {u"pages"_s, walk->pages},
                                     {u"entries"_s, walk->entries},
                                     {u"largest"_s, walk->largestPage},
                                     {u"new"_s, walk->hasNew},
                                     {u"known"_s, walk->hasMetKnown},
                                     {u"met"_s, toArray(walk->met)},
                                     {u"last"_s, toArray(walk->lastPage)},
                                     {u"since"_s, walk->since},
                                     {u"newest"_s, qint64(core::toMillis(walk->newest))},
                                     {u"oldest"_s, qint64(core::toMillis(walk->oldest))},
                                 });
    }
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

MastodonCursor MastodonCursor::fromCursor(const Cursor &cursor, const QString &list)
{
    const QJsonObject object = QJsonDocument::fromJson(cursor).object();
    MastodonCursor result;
    result.list = list;
    if (object[u"v"_s].toInt() != kVersion || object[u"list"_s].toString() != list)
        return result;
    result.hasBegun = object[u"begun"_s].toBool();
    result.seen = idsOf(object[u"seen"_s]);
    result.newest = instantOf(object[u"newest"_s]);
    const QJsonObject walk = object[u"walk"_s].toObject();
    if (!walk.isEmpty()) {
        result.walk = Walk{.before = walk[u"before"_s].toString(),
                           .pages = walk[u"pages"_s].toInt(),
                           .entries = walk[u"entries"_s].toInt(),
                           .largestPage = walk[u"largest"_s].toInt(),
                           .hasNew = walk[u"new"_s].toBool(),
                           .hasMetKnown = walk[u"known"_s].toBool(),
                           .met = idsOf(walk[u"met"_s]),
                           .lastPage = idsOf(walk[u"last"_s]),
                           .since = walk[u"since"_s].toString(),
                           .newest = instantOf(walk[u"newest"_s]),
                           .oldest = instantOf(walk[u"oldest"_s])};
    }
    return result;
}

MastodonStep walkOn(MastodonCursor cursor, const MastodonList &page, const QString &since, core::Instant now)
{
    using Walk = MastodonCursor::Walk;
    MastodonStep step;
    const bool isNewWalk = !cursor.walk;
    Walk &walk = isNewWalk ? cursor.walk.emplace(Walk{.since = since, .newest = cursor.newest, .oldest = now}) : *cursor.walk;
    const QSet<QString> known = setOf(cursor.seen);
    const QSet<QString> met = setOf(walk.met) + setOf(walk.lastPage);
    walk.largestPage = std::max(walk.largestPage, int(page.items.size()));
    const qsizetype remembered = rememberedOf(walk);
    bool hasNew = false;
    core::Instant youngest = core::Instant::min();
    QStringList ids;
    for (const MastodonItem &item : page.items) {
        ids.append(item.id);
        youngest = std::max(youngest, item.at);
        const bool isKnown = known.contains(item.id);
        const bool isNew = !isKnown && !met.contains(item.id);
        walk.hasMetKnown = walk.hasMetKnown || isKnown;
        hasNew = hasNew || isNew;
        if (item.status && (isNew || item.status->isEdited))
            step.posts.push_back(item.status->post);
        if (isNew) {
            walk.newest = std::max(walk.newest, item.at);
            walk.oldest = std::min(walk.oldest, item.at);
            if (walk.met.size() < remembered)
                walk.met.append(item.id);
        }
    }
    ++walk.pages;
    walk.entries += int(ids.size());
    const bool isFirst = !cursor.hasBegun;
    const bool isFarBack = !isFirst && !ids.isEmpty() && youngest < cursor.newest - kLongestOverlap;
    const bool isSpent = walk.pages >= (isFirst ? MastodonCursor::kMaxFirstPages : MastodonCursor::kMaxPages);
    walk.hasNew = walk.hasNew || hasNew;
    step.hasMore = hasNew && !isFarBack && !isSpent;
    // Some servers give their newest entries and nothing older, again and again or an empty page: what was read before has
    // not been met, neither an entry of it nor its time.
    const bool isCut = walk.hasNew && !walk.hasMetKnown && !cursor.seen.isEmpty() && walk.oldest > cursor.newest;
    if (!isFirst && !step.hasMore && !isFarBack && (isCut || (isSpent && hasNew))) {
        step.gap = Gap{.from = cursor.newest,
                       .to = walk.oldest,
                       .reason = isSpent ? u"more posts than could be read"_s : u"the server does not give older posts"_s};
    }
    step.hasNews = hasNew || !isNewWalk || isFirst;
    if (step.hasMore) {
        walk.before = ids.last();
        walk.lastPage = ids.mid(0, MastodonCursor::kMostSeen);
    } else {
        conclude(cursor, now);
    }
    step.cursor = std::move(cursor);
    return step;
}

} // namespace vigie::networks
