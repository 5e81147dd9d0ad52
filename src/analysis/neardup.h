// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/posttext.h"

#include <array>
#include <optional>
#include <vector>

namespace vigie::analysis
{

/**
 * What a text says, in 64 bits, without links, handles, "RT" and "via @name": sixteen digits of four bits, of which two texts
 * share about the share of their telling words and pairs of words that they have in common (min-hashing; Broder 1997, four
 * bits of each as in Li and König 2010). A text of fewer than four telling words
 * gets a plain hash marked as such, which only equals itself: of the page it links to, else of its words. 0 where nothing is
 * left to compare. Stable across versions: it may be stored.
 */
[[nodiscard]] quint64 fingerprint(const PostText &text);
[[nodiscard]] quint64 fingerprint(QStringView text);

/// True where two fingerprints belong in one group: eleven of the sixteen digits are equal, or all for short texts. False for
/// 0. On 30,000 real posts 1 % of what this groups shares less than half of its words; of copies with one word changed 93 % are
/// found.
[[nodiscard]] bool isNearDuplicate(quint64 left, quint64 right);

/**
 * Remembers the last `capacity` fingerprints and tells which group of near-duplicates a new one belongs to. Four bands
 * of four digits name the candidates: a pair with eleven equal digits is missed where no band of theirs is equal, or where
 * hundreds share it. A post that is near the first of a group joins it; one that is near a later one alone does not. Memory is
 * fixed: 32 bytes per entry and 1 MB. Not thread-safe: it lives where the intake lives.
 */
class NearDuplicateIndex
{
public:
    static constexpr std::size_t kDefaultCapacity = 200'000;

    explicit NearDuplicateIndex(std::size_t capacity = kDefaultCapacity);

    /// The id of the first post of the group, or nothing where the post starts one of its own (or its fingerprint is
    /// 0).
    std::optional<qint64> findAndAdd(quint64 fingerprint, qint64 id);
    /// Reads a stored post back after a restart, oldest first: `group` is the id of its group's first post (its own id
    /// if alone).
    void restore(quint64 fingerprint, qint64 group);
    [[nodiscard]] std::size_t size() const;

private:
    static constexpr std::size_t kBands = 4;
    struct Entry {
        quint64 fingerprint = 0;
        qint64 group = 0;
        std::array<quint32, kBands> older{}; ///< sequence number of the entry before it in the same bucket; 0 = none
    };

    [[nodiscard]] quint32 find(quint64 fingerprint) const;
    [[nodiscard]] bool isAlive(quint32 sequence) const;
    [[nodiscard]] const Entry &entry(quint32 sequence) const { return m_ring[sequence % m_ring.size()]; }
    void add(quint64 fingerprint, qint64 group);
    void renumber();

    std::vector<Entry> m_ring;
    std::array<std::vector<quint32>, kBands> m_newest; ///< by band value: sequence number of its newest entry
    quint32 m_sequence = 0;                            ///< of the newest entry; the first has 1
};

} // namespace vigie::analysis
