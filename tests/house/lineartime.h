// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <ctime>
#include <limits>

namespace vigie::tests
{

/// Of this thread alone, in nanoseconds: what else runs on the machine does not count.
[[nodiscard]] inline double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e9 + double(time.tv_nsec);
}

/// Runs `work` until it has taken long enough to be measured. Nanoseconds for one run.
template <typename Work>
[[nodiscard]] double costOf(Work &&work)
{
    constexpr double kMeasurable = 2e6;
    const double start = processorTime();
    double spent = 0;
    int runs = 0;
    while (spent < kMeasurable) {
        work();
        ++runs;
        spent = processorTime() - start;
    }
    return spent / runs;
}

/**
 * How many times as much the whole costs as a quarter of it: about 4 where the cost grows with the size, 16 where it grows with
 * its square. The best of several runs of each, in turn, so that a machine that slows down slows both. Ends as soon as the
 * answer is no more than the limit. A sixteenth may be given in place of the quarter, with kLinearTwice: where large blocks of
 * memory are paid for page by page, and small ones are not, one step on the way is no growth.
 */
inline constexpr double kLinear = 8;
inline constexpr double kLinearTwice = kLinear * kLinear;
template <typename Part, typename Whole>
[[nodiscard]] double growth(Part &&part, Whole &&whole, double limit = kLinear)
{
    constexpr int kRounds = 4;
    double least = std::numeric_limits<double>::max();
    double leastWhole = least;
    double ratio = 0;
    for (int round = 0; round < kRounds; ++round) {
        least = std::min(least, costOf(part));
        leastWhole = std::min(leastWhole, costOf(whole));
        ratio = leastWhole / least;
        if (round > 0 && ratio <= limit)
            break;
    }
    return ratio;
}

} // namespace vigie::tests
