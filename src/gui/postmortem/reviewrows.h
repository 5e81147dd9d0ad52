// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/cardlist.h"
#include "postmortem/reportdata.h"
#include "postmortem/reviewrepository.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// What makes the rows of the review page out of its data, and the words that go with them.
class ReviewRows
{
    Q_DECLARE_TR_FUNCTIONS(ReviewRows)

public:
    ReviewRows(const core::Format &format, core::Instant now) : m_format(format), m_now(now) {}

    [[nodiscard]] std::vector<CardRow> crises(const std::vector<postmortem::ReviewListEntry> &entries) const;
    /// Four sections, each with a plus while the review is a draft; group is the FindingKind.
    [[nodiscard]] static std::vector<CardRow> findings(const postmortem::Review &review);
    [[nodiscard]] std::vector<CardRow> actions(const postmortem::Review &review) const;
    [[nodiscard]] std::vector<CardRow> timeline(const std::vector<postmortem::TimelineEntry> &entries) const;

    [[nodiscard]] static QString findingKindName(postmortem::FindingKind kind);
    [[nodiscard]] static QString actionStateName(postmortem::ActionState state);

private:
    const core::Format &m_format;
    core::Instant m_now;
};

} // namespace vigie::gui
