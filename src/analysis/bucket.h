// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <chrono>

namespace vigie::analysis
{

/// The posts of one watch in one period of five minutes.
struct Bucket {
    static constexpr std::chrono::minutes kLength{5};
    static constexpr int kPerHour = 12;
    static constexpr int kPerDay = 288;

    core::Instant start = {};
    int total = 0;
    int negative = 0;
    /// False while a source could not be read: the counts are then the least there was, and silence says nothing.
    bool isComplete = true;

    bool operator==(const Bucket &) const = default;

    /// The start of the bucket that an instant falls in.
    [[nodiscard]] static core::Instant startOf(core::Instant instant)
    {
        return std::chrono::floor<std::chrono::duration<qint64, std::ratio<300>>>(instant);
    }
};

/// How readily an alarm is given. Stored in the database by these numbers: never renumber.
enum class Sensitivity { Low = 0, Balanced = 1, High = 2 };

} // namespace vigie::analysis
