// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QJsonObject>
#include <QString>

namespace vigie::networks
{

// Money in thousandths of a US dollar: whole numbers, because what is counted is somebody's.

/// What X asks for, as published in August 2026.
struct XPrices {
    static constexpr qint64 kPost = 5;      ///< read
    static constexpr qint64 kOwnedPost = 1; ///< a mention of the account, read by the app's owner
    static constexpr qint64 kUser = 10;     ///< read
    static constexpr qint64 kReply = 10;    ///< to who has summoned the account
    static constexpr qint64 kLinkedPost = 200; ///< a post of one's own with a link in it
};

/**
 * What reading has cost since midnight UTC, when X begins to count anew, and whether there is room for more. An estimate from
 * above: the same post read twice on a day is charged once there, and twice here.
 */
struct XCost {
    qint64 day = 0; ///< since 1970
    qint64 posts = 0;
    qint64 spent = 0;

    static constexpr qint64 kDefaultBudget = 2'000; ///< two dollars a day

    [[nodiscard]] static XCost from(const QJsonObject &json);
    /// Of what a reader of X left; nothing spent for any other cursor.
    [[nodiscard]] static XCost ofCursor(const QByteArray &cursor);
    [[nodiscard]] QJsonObject toJson() const;

    [[nodiscard]] qint64 spentOn(core::Instant now) const;
    void note(core::Instant now, qint64 postsRead, qint64 usersRead, qint64 postPrice);
    /// A post may bring along the one that it answers and the one that it quotes, each charged as read.
    static constexpr qint64 kMostReferenced = 2;
    /// How many posts, each with an author that is not known yet and with all that it may bring along, the rest of the budget
    /// pays for; at most `most`.
    [[nodiscard]] int affordable(core::Instant now, qint64 budget, qint64 postPrice, int most) const;

    bool operator==(const XCost &) const = default;
};

/// "1.25"
[[nodiscard]] QString dollars(qint64 thousandths);
[[nodiscard]] std::chrono::seconds untilMidnightUtc(core::Instant now);

} // namespace vigie::networks
