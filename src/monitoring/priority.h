// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/risk.h"
#include "analysis/tonality.h"

namespace vigie::monitoring
{

/// What the priority of a mention is made of.
struct PriorityInput {
    analysis::Tonality tonality = analysis::Tonality::Undetermined;
    double negativity = 0.5;
    analysis::Risks risks = {};
    qint64 followers = -1; ///< of the author; -1: not known
    qint64 reactions = 0;  ///< likes, reposts and replies together
};

/**
 * 0 to 100: in which order a person should look. The sum of three parts, so that each can be told:
 * - up to 35 for the tone: negativity above one half, in proportion; nothing for a neutral or positive post
 * - up to 45 for the gravest risk topic, and 3 for each further one
 * - up to 20 for the reach: the power of ten of followers plus ten times the reactions, full at a million
 */
[[nodiscard]] int priorityOf(const PriorityInput &input);

} // namespace vigie::monitoring
