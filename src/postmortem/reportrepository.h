// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "postmortem/reportdata.h"
#include "store/query.h"

namespace vigie::postmortem
{

/// SQL of the rows that a report lists, nothing else.
class ReportRepository
{
public:
    static constexpr int kMostEntries = 1000;

    /// The starred entries of the running log in order of time; all of them where none is starred.
    [[nodiscard]] static Result<std::vector<TimelineEntry>> timeline(const store::Connection &connection,
                                                                     core::IncidentId id);
    /// Sent replies and published statements, in order of time.
    [[nodiscard]] static Result<std::vector<SentMessage>> messages(const store::Connection &connection,
                                                                   core::IncidentId id);
    [[nodiscard]] static Result<std::vector<DecisionEntry>> decisions(const store::Connection &connection,
                                                                      core::IncidentId id);
    [[nodiscard]] static Result<QString> watchName(const store::Connection &connection, core::WatchId id);
};

} // namespace vigie::postmortem
