// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <random>
#include <vector>

namespace vigie::cli
{

/// Texts that look like posts to everything that costs time: words drawn by Zipf's law from the program's own word lists
/// and a long tail of made-up ones, 60 % French, about 145 bytes, hashtags, handles, links, emoji. The same seed draws the same.
class BenchText
{
public:
    explicit BenchText(unsigned seed = 1);

    [[nodiscard]] QString next();
    /// A word of either vocabulary; 0 is the most frequent.
    [[nodiscard]] const QString &word(std::size_t rank, bool isFrench) const;
    [[nodiscard]] std::size_t size() const { return m_french.size(); }
    std::mt19937 &random() { return m_random; }

private:
    [[nodiscard]] const QString &draw(const std::vector<QString> &words);

    std::mt19937 m_random;
    std::vector<QString> m_french;
    std::vector<QString> m_english;
};

/// Seconds that this thread has computed. Unlike the time on the wall it hardly depends on what else the machine does.
[[nodiscard]] double cpuSeconds();
/// Resident memory of this process now, in MB; 0 where the system does not tell.
[[nodiscard]] double residentMemory();

} // namespace vigie::cli
