// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "postmortem/reportdata.h"

namespace vigie::postmortem
{

/// What the figures alone allow to be said: a first text of a review, for people to change.
struct ReviewProposal {
    QString summary = {};
    QString impact = {};
    std::vector<Finding> findings = {}; ///< each text says that it is a proposal
};

/// In the format's language. Pure: the same figures give the same sentences.
[[nodiscard]] ReviewProposal proposeReview(const ReportData &data, const core::Format &format,
                                           const core::Phrasebook &phrases);

/// A mean for reading: one decimal below ten where it has one, none above.
[[nodiscard]] QString usualText(double perHour, const core::Format &format);

} // namespace vigie::postmortem
