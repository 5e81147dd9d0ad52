// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "networks/post.h"

#include <QByteArray>
#include <QStringList>

#include <random>
#include <vector>

namespace vigie::bench
{

/**
 * Posts that look like posts to everything that costs time: words drawn by Zipf's law from the program's own texts (60 %
 * French), about 145 bytes, hashtags, handles, links, emoji, 20,000 authors. The same seed gives the same posts.
 */
class SyntheticPosts
{
public:
    explicit SyntheticPosts(core::Instant begin, std::chrono::milliseconds step, unsigned seed = 1);
    [[nodiscard]] networks::Post next();

    /// A word of the French vocabulary; 0 is the most frequent.
    [[nodiscard]] QString frenchWord(std::size_t rank) const { return m_french[rank]; }

private:
    [[nodiscard]] QString word(const std::vector<QString> &words);

    std::vector<QString> m_french;
    std::vector<QString> m_english;
    core::Instant m_at;
    const std::chrono::milliseconds m_step;
    std::mt19937 m_random;
    qint64 m_count = 0;
};

/// Seconds since it was made: on the wall, and of the processor for the thread that made it. The second is the steadier one
/// where other programs run.
class Stopwatch
{
public:
    Stopwatch();
    [[nodiscard]] double wall() const;
    [[nodiscard]] double cpu() const;

private:
    std::chrono::steady_clock::time_point m_start;
    double m_cpuStart;
};

/// Median of what is given.
[[nodiscard]] double median(std::vector<double> values);
[[nodiscard]] double percentile(std::vector<double> values, double share);
/// Resident memory of this process in MB: the highest so far, and now.
[[nodiscard]] double peakMemory();
[[nodiscard]] double memory();

} // namespace vigie::bench
