// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/mastodonparser.h"
#include "networks/page.h"

#include <optional>

namespace vigie::networks
{

/**
 * Where the reading of one list stands: what was read before, and how far down the present walk has come.
 *
 * Every reading walks from the newest entry downwards, page by page, until a page brings nothing that is new. Upwards (min_id)
 * would need no memory; but a server that ignores min_id answers with its newest page, which cannot be told from news, and
 * what lies between would be lost. Downwards both end at what is known. The walk is part of the cursor: a crash or a rate
 * limit in its middle loses nothing, it goes on where it was.
 */
struct MastodonCursor {
    struct Walk {
        QString before = {};     ///< id of the last entry of the page before; the next page ends above it
        int pages = 0;
        int entries = 0;
        int largestPage = 0;
        bool hasNew = false;
        bool hasMetKnown = false; ///< the proof that nothing lies between
        QStringList met = {};    ///< the newest of this walk, as many as will be remembered
        QStringList lastPage = {};
        QString since = {};      ///< what the server is asked to end at, where it was asked to
        core::Instant newest = {};
        core::Instant oldest = {};

        bool operator==(const Walk &) const = default;
    };

    /// So many ids are remembered that no deletion of a single one can hide the place; more where a server gives more at once.
    static constexpr qsizetype kMaxSeen = 400;
    static constexpr qsizetype kMostSeen = 5000;
    /// Of a walk to what is known: nearly as many requests as Mastodon allows in a quarter of an hour.
    static constexpr int kMaxPages = 250;
    static constexpr int kMaxFirstPages = 25; ///< of the first walk: how much of the past is brought in

    QString list = {};     ///< what is read; a cursor of another list counts as empty
    bool hasBegun = false; ///< a first walk has ended
    QStringList seen = {}; ///< the newest first
    core::Instant newest = {};
    std::optional<Walk> walk = std::nullopt;

    /// What a server may be asked to end at: not the last that is known but one before it, so that what is known is met
    /// again where the server obeys. Empty where too little is known.
    [[nodiscard]] QString since() const { return seen.value(kOverlap); }
    static constexpr qsizetype kOverlap = 5;

    [[nodiscard]] Cursor toCursor() const;
    /// A fresh one where `cursor` was not made by toCursor() for this list.
    [[nodiscard]] static MastodonCursor fromCursor(const Cursor &cursor, const QString &list);

    bool operator==(const MastodonCursor &) const = default;
};

/// What to make of one more page.
struct MastodonStep {
    MastodonCursor cursor = {};
    std::vector<Post> posts = {};  ///< new ones, and known ones that were edited
    std::optional<Gap> gap = std::nullopt;
    bool hasMore = false;          ///< the walk goes on
    bool hasNews = false;          ///< the cursor is worth storing
};

/// `page` is the answer to the cursor's walk, or, where it has none, the newest page. `since`: what the request of a new walk
/// asked to end at.
[[nodiscard]] MastodonStep walkOn(MastodonCursor cursor, const MastodonList &page, const QString &since, core::Instant now);

} // namespace vigie::networks
