// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/desktonality.h"

namespace vigie::analysis
{

/// A word that now speaks otherwise at this desk than it did to the shipped model.
struct TaughtWord {
    QString term;      ///< as the newest of those posts writes it
    QString language;  ///< "fr", "en"
    double shift = 0;  ///< of its natural log odds of positive against negative, the mean over the posts; below 0: now worse
    int posts = 0;     ///< lessons that it stands in
    QString example;   ///< the newest of them
};

/**
 * What lessons have taught, told in words: how each word of their posts weighs in `taught`, beside what it weighs in `base`.
 * A word counts from two posts on; numbers and function words do not. Most telling first (the shift, times the root of its number of posts); at most `most`.
 */
[[nodiscard]] std::vector<TaughtWord> taughtWords(const TonalityFeatureMaker &maker, const TonalityModel &base, const TonalityModel &taught,
                                                  const std::vector<TonalityLesson> &lessons, std::size_t most = 40);

} // namespace vigie::analysis
