// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <span>
#include <vector>

namespace vigie::analysis
{

struct RisingTerm {
    QString term;     ///< one or two words as people wrote them most, hashtags with their '#'
    int countNow = 0; ///< posts that hold it, not occurrences
    int countBefore = 0;
    double score = 0; ///< log-likelihood ratio; 10.83 is "one chance in a thousand"

    bool operator==(const RisingTerm &) const = default;
};

/**
 * What people talk of now and did not before: words and pairs of words whose share of posts has risen, by
 * log-likelihood ratio, best first. Function words of French and English, links and handles do not count; a pair
 * replaces its words where it carries nearly all of their posts. Terms in fewer than three posts of `now` are left out,
 * as is a score below 6.63. Empty where `now` is. Costs time with the number of texts: call it for an alert, not for a
 * post.
 */
[[nodiscard]] std::vector<RisingTerm> risingTerms(std::span<const QString> before, std::span<const QString> now,
                                                  std::size_t limit = 10);

/// The same for the addresses that posts link to, from two posts on. Without protocol, "www.", query and fragment.
[[nodiscard]] std::vector<RisingTerm> risingLinks(std::span<const QString> before, std::span<const QString> now,
                                                  std::size_t limit = 5);

} // namespace vigie::analysis
