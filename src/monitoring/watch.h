// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analysis/volumeanomaly.h"
#include "core/clock.h"
#include "core/ids.h"

#include <QString>

#include <chrono>
#include <optional>

namespace vigie::monitoring
{

/// A standing question to the stream of posts, and how readily it gives an alert.
struct Watch {
    core::WatchId id = {};
    core::DrillRunId scope = {}; ///< a drill has watches of its own, so that its counts never mix with the real ones
    QString name = {};
    QString query = {}; ///< see watchquery.h
    analysis::Sensitivity sensitivity = analysis::Sensitivity::Balanced;
    std::optional<int> thresholdPerHour = std::nullopt; ///< a fixed threshold, beside the learned one
    std::chrono::seconds cooldown = std::chrono::hours(1); ///< no second alert within this
    core::Instant createdAt = {};
    bool isEnabled = true;

    bool operator==(const Watch &) const = default;
};

/// "low", "balanced", "high".
[[nodiscard]] QString sensitivityKey(analysis::Sensitivity sensitivity);
[[nodiscard]] std::optional<analysis::Sensitivity> sensitivityFromKey(QStringView key);

/// The watch_id under which volume_buckets counts everything of one scope: 0 for the real world, -N for drill run N.
[[nodiscard]] constexpr core::WatchId allMentionsKey(core::DrillRunId scope)
{
    return core::WatchId{-scope.value};
}

} // namespace vigie::monitoring
