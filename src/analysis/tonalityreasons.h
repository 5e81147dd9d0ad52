// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/tonalitymodel.h"

namespace vigie::analysis
{

/// A weaker token is no reason, in natural log odds of positive against negative.
inline constexpr float kLeastReason = 0.1F;

/// A word or a picture: who is addressed, and what is linked to, says nothing to a reader.
[[nodiscard]] bool canBeReason(const TonalityToken &token);

/// What each token of the post adds to the log odds of positive against negative: its n-grams, and its part of the word lists.
void weighTokens(const TonalityWeights &weights, const TonalityFeatures &features, std::vector<float> &tokenWeights);

/// The folded word; together with its negator where that is near: "not good".
[[nodiscard]] QString termOf(const TonalityTokens &tokens, std::size_t token);

/// What moved the judgement, strongest first. `tokenWeights` is only room to work in.
[[nodiscard]] std::vector<Reason> reasonsOf(const TonalityWeights &weights, const TonalityFeatures &features,
                                            std::vector<float> &tokenWeights);

} // namespace vigie::analysis
