// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/language.h"
#include "drill/score.h"
#include "store/query.h"
#include "store/transaction.h"

#include <optional>
#include <vector>

namespace vigie::drill
{

/// One exercise that was played, or is.
struct DrillRun {
    core::DrillRunId id = {};
    QString scenario = {};
    QString title = {};
    core::Language language = core::Language::English;
    core::IncidentId incident = {};
    core::Instant startedAt = {}; ///< in the time of the scenario
    std::optional<core::Instant> endedAt = std::nullopt;
    std::optional<DrillScore> score = std::nullopt;
};

class DrillRepository
{
public:
    /// Newest first.
    [[nodiscard]] static Result<std::vector<DrillRun>> list(const store::Connection &connection, int limit = 50);
    [[nodiscard]] static Result<std::optional<DrillRun>> find(const store::Connection &connection, core::DrillRunId id);

    [[nodiscard]] static Result<core::DrillRunId> insert(store::Transaction &transaction, const DrillRun &run);
    [[nodiscard]] static Result<> setIncident(store::Transaction &transaction, core::DrillRunId id,
                                              core::IncidentId incident);
    [[nodiscard]] static Result<> finish(store::Transaction &transaction, core::DrillRunId id, const DrillScore &score);
};

} // namespace vigie::drill
