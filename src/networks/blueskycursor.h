// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskyparser.h"
#include "networks/page.h"

namespace vigie::networks
{

/**
 * What reading a list remembers. Such lists tell the newest first and page back in time, so that reading is a walk from the top
 * to what is known; it may take several fetches. One known post would not do as the mark to stop at: it may be deleted.
 */
class BlueskyCursor
{
public:
    static constexpr qsizetype kMostSeen = 400;

    /// Begins at the beginning for bytes that are none of ours.
    explicit BlueskyCursor(const Cursor &bytes = {});
    [[nodiscard]] Cursor toBytes() const;

    /// Where the walk goes on; empty at the top. Only the method that gave it understands it.
    [[nodiscard]] const QString &place() const { return m_place; }
    [[nodiscard]] const QString &method() const { return m_method; }
    [[nodiscard]] int pages() const { return m_pages; }

    /// True when the page ends with a known post: all before it is known.
    [[nodiscard]] bool take(const BlueskyPage &page);
    void goOn(const QString &place, const QString &method);
    /// The server has forgotten the place: from the top again. False when that has been tried in this walk.
    [[nodiscard]] bool restart();

    enum class End {
        Known,  ///< nothing is missing
        List,   ///< there is nothing further back
        Broken, ///< there may be more
    };
    /// The walk is over. The gap is what lies between its oldest post and the newest that was known before.
    [[nodiscard]] std::optional<Gap> finish(End end, const QString &reason);

private:
    void forgetWalk();

    QStringList m_seen; ///< the newest first
    std::optional<core::Instant> m_newest;
    // Of the walk that is under way:
    QString m_place;
    QString m_method;
    QStringList m_fresh;
    std::optional<core::Instant> m_freshNewest;
    std::optional<core::Instant> m_oldest;
    int m_pages = 0;
    bool m_hasRestarted = false;
};

} // namespace vigie::networks
