// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskyparser.h"
#include "networks/page.h"

namespace vigie::networks
{

/**
 * What reading a list remembers. Such lists tell the newest first and page back in time, so that reading is a walk from the top
 * to some time before what was the newest; it may take several fetches.
 *
 * No post is the mark to stop at: it may be deleted, and others may be listed below it later, because a busy network lists them
 * late, or because the clock of who wrote them is wrong. So each walk goes back over some minutes, and one an hour over a day.
 */
class BlueskyCursor
{
public:
    static constexpr std::chrono::minutes kOverlap{5};
    static constexpr std::chrono::hours kDeepOverlap{25};
    static constexpr std::chrono::hours kDeepEvery{1};

    /// Begins at the beginning for bytes that are none of ours.
    explicit BlueskyCursor(const Cursor &bytes = {});
    [[nodiscard]] Cursor toBytes() const;

    /// Where the walk goes on; empty at the top. Only the method that gave it understands it.
    [[nodiscard]] const QString &place() const { return m_place; }
    [[nodiscard]] const QString &method() const { return m_method; }
    [[nodiscard]] int pages() const { return m_pages; }

    /// Before the first page of a fetch.
    void begin(core::Instant now);
    /// True when the walk is far enough back.
    [[nodiscard]] bool take(const BlueskyPage &page);
    void goOn(const QString &place, const QString &method);
    /// The server has forgotten the place: from the top again. False when that has been tried in this walk.
    [[nodiscard]] bool restart();

    enum class End {
        Known,  ///< nothing is missing
        List,   ///< there is nothing further back
        Broken, ///< there may be more
    };
    /// The walk is over. The gap is what lies between the newest that was known before and where it ended.
    [[nodiscard]] std::optional<Gap> finish(End end, const QString &reason);

private:
    std::optional<core::Instant> m_newest; ///< of all walks that are over
    std::optional<core::Instant> m_deepAt; ///< when the last deep one began
    // Of the walk that is under way:
    QString m_place;
    QString m_method;
    std::optional<core::Instant> m_begunAt;
    bool m_isDeep = true;
    std::optional<core::Instant> m_freshNewest;
    std::optional<core::Instant> m_reached;
    int m_pages = 0;
    bool m_hasRestarted = false;
};

} // namespace vigie::networks
