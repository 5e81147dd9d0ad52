// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/page.h"

#include <QJsonObject>

namespace vigie::networks
{

/**
 * Where a reader stands that gets the newest posts first and walks back, page by page, to what it knows already.
 *
 * It remembers the ids of many posts and not of one: an anchor that was deleted would never be met. A walk that breaks off
 * goes on where it stopped; what came meanwhile is the next walk's.
 */
struct WalkCursor {
    QStringList known = {};            ///< of earlier walks, the newest first
    core::Instant knownUntil = {};     ///< the newest of them
    QStringList fresh = {};            ///< of this walk
    core::Instant newest = {};         ///< of this walk
    QString pageToken = {};            ///< where this walk goes on; empty: at the newest
    int pages = 0;                     ///< of this walk
    QJsonObject more = {};             ///< what one network keeps beside

    static constexpr qsizetype kMostKnown = 300;

    /// Anything that toCursor() did not write is an empty one.
    [[nodiscard]] static WalkCursor from(const Cursor &cursor);
    [[nodiscard]] Cursor toCursor() const;
    [[nodiscard]] bool isFirst() const { return known.isEmpty(); }

    bool operator==(const WalkCursor &) const = default;
};

/**
 * Takes a page into account: `page` gets its cursor, whether more is waiting, and a gap where `mostPages` end before what is
 * known is met (a first walk makes none: nothing was promised). `nextToken` is empty on the network's last page.
 */
void walkOn(WalkCursor &walk, Page &page, const QString &nextToken, int mostPages);

} // namespace vigie::networks
