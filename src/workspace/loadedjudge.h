// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/risk.h"
#include "analysis/trainedtonality.h"

#include <QString>

#include <memory>

namespace vigie::workspace
{

/// What a judge of posts is made of, read from the program and from what a team has put beside its database.
struct LoadedJudge {
    std::unique_ptr<analysis::TrainedTonality> tonality;
    std::unique_ptr<analysis::RiskRules> risks;

    /// For a pool thread: some 35 ms of work.
    [[nodiscard]] static LoadedJudge beside(const QString &database);
};

} // namespace vigie::workspace
