// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/walkcursor.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// Posts that are held back for a while appear among older ones.
constexpr std::chrono::minutes kOverlap{10};
constexpr qsizetype kMaxTokenLength = 2000;

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &item : array) {
        if (item.isString() && result.size() < WalkCursor::kMostKnown)
            result.append(item.toString());
    }
    return result;
}

core::Instant instant(const QJsonValue &value)
{
    return core::instantFromMillis(value.toInteger());
}

void endWalk(WalkCursor &walk)
{
    QStringList known = walk.fresh;
    for (const QString &id : std::as_const(walk.known)) {
        if (!known.contains(id))
            known.append(id);
    }
    walk.known = known.mid(0, WalkCursor::kMostKnown);
    walk.knownUntil = std::max(walk.knownUntil, walk.newest);
    walk.fresh.clear();
    walk.newest = {};
    walk.pageToken.clear();
    walk.pages = 0;
}

} // namespace

WalkCursor WalkCursor::from(const Cursor &cursor)
{
    const QJsonObject object = QJsonDocument::fromJson(cursor).object();
    return {.known = strings(object.value(u"known"_s)),
            .knownUntil = instant(object.value(u"known_until"_s)),
            .fresh = strings(object.value(u"fresh"_s)),
            .newest = instant(object.value(u"newest"_s)),
            .pageToken = object.value(u"page"_s).toString().left(kMaxTokenLength),
            .pages = std::max(0, object.value(u"pages"_s).toInt()),
            .more = object.value(u"more"_s).toObject()};
}

Cursor WalkCursor::toCursor() const
{
    QJsonObject object{{u"known"_s, QJsonArray::fromStringList(known)}, {u"known_until"_s, core::toMillis(knownUntil)}};
    if (!pageToken.isEmpty()) {
        object.insert(u"fresh"_s, QJsonArray::fromStringList(fresh));
        object.insert(u"newest"_s, core::toMillis(newest));
        object.insert(u"page"_s, pageToken);
        object.insert(u"pages"_s, pages);
    }
    if (!more.isEmpty())
        object.insert(u"more"_s, more);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

void walkOn(WalkCursor &walk, Page &page, const QString &nextToken, int mostPages)
{
    const auto isOlder = [](const Post &a, const Post &b) { return a.postedAt < b.postedAt; };
    const auto oldest = std::min_element(page.posts.begin(), page.posts.end(), isOlder);
    for (const Post &post : page.posts) {
        walk.newest = std::max(walk.newest, post.postedAt);
        if (walk.fresh.size() < WalkCursor::kMostKnown && !walk.fresh.contains(post.remoteId))
            walk.fresh.append(post.remoteId);
    }
    ++walk.pages;
    const bool isMet = !walk.isFirst() && oldest != page.posts.end()
                       && (walk.known.contains(oldest->remoteId) || oldest->postedAt < walk.knownUntil - kOverlap);
    const bool isOver = isMet || nextToken.isEmpty() || nextToken == walk.pageToken;
    if (!isOver && walk.pages >= mostPages && !walk.isFirst() && oldest != page.posts.end())
        page.gaps.push_back({walk.knownUntil, oldest->postedAt, u"more posts than are read at once"_s});
    if (isOver || walk.pages >= mostPages) {
        endWalk(walk);
    } else {
        walk.pageToken = nextToken.left(kMaxTokenLength);
        page.hasMore = true;
    }
    page.next = walk.toCursor();
}

} // namespace vigie::networks
