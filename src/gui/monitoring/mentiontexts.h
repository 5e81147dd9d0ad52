// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/painting.h"
#include "monitoring/mention.h"
#include "monitoring/priority.h"

namespace vigie::gui
{

// How a mention is told in words: the same in the list, the detail and to a screen reader. In the interface's language.

[[nodiscard]] QString tonalityName(analysis::Tonality tonality);
[[nodiscard]] Pill tonalityPill(analysis::Tonality tonality);
[[nodiscard]] QString statusName(monitoring::Status status);
/// The names of the risk topics, gravest first.
[[nodiscard]] QStringList riskNames(analysis::Risks risks, core::Language language);
/// The first risk as a pill, "+2" for the others; nothing when there is none.
[[nodiscard]] std::optional<Pill> riskPill(const monitoring::Mention &mention, core::Language language);
/// "Weighs towards negative: “awful”, “worst”. Towards positive: “thanks”."
[[nodiscard]] QString tonalityReason(const monitoring::Mention &mention, const core::Format &format);
/// "Legal threat: “lawyer”", a line for each topic.
[[nodiscard]] QString riskReason(const monitoring::Mention &mention, core::Language language);
/// "62 of 100: tone 20 of 35, risk 30 of 45, reach 12 of 20, …" As it is at `now`; all six factors, those that give nothing too.
[[nodiscard]] QString priorityReason(const monitoring::Mention &mention, core::Instant now,
                                     const monitoring::PriorityWeights &weights, const core::Format &format);
/// In the place of the text of a post that is gone from its network and may not be kept; else the text.
[[nodiscard]] QString shownText(const monitoring::Mention &mention);
/// "Deleted": on the card of a post that is gone.
[[nodiscard]] Pill gonePill();
/// When it went, and what became of its text here. Empty for a post that is there.
[[nodiscard]] QString goneReason(const monitoring::Mention &mention, const core::Format &format);
/// "Anna, @anna on Mastodon, 4 min ago, negative, legal threat: text."
[[nodiscard]] QString spokenSentence(const monitoring::Mention &mention, const core::Format &format, core::Instant now);

} // namespace vigie::gui
