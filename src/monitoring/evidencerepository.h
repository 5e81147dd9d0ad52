// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/alert.h"
#include "store/connection.h"

#include <vector>

namespace vigie::monitoring
{

/// Looks up what an alert is about: who, where, which posts. Within one watch, in a range of time (the end excluded).
class EvidenceRepository
{
public:
    struct Range {
        core::WatchId watch = {};
        core::Instant from = {};
        core::Instant to = {};
    };

    /// The newest `limit` texts.
    [[nodiscard]] static Result<std::vector<QString>> texts(const store::Connection &connection, const Range &range,
                                                            int limit);
    /// "network:handle" of those who wrote most.
    [[nodiscard]] static Result<std::vector<NamedCount>> topAuthors(const store::Connection &connection, const Range &range,
                                                                    int limit);
    [[nodiscard]] static Result<std::vector<NamedCount>> networks(const store::Connection &connection, const Range &range);
    /// How many came by which source; what was imported or typed has none and does not count.
    [[nodiscard]] static Result<std::vector<NamedCount>> sources(const store::Connection &connection, const Range &range);
    /// Which part of the mentions repeats another one of the range: 0 to 1.
    [[nodiscard]] static Result<double> copies(const store::Connection &connection, const Range &range);
    /// Those of the highest priority, each from another near-duplicate group.
    [[nodiscard]] static Result<std::vector<core::MentionId>> examples(const store::Connection &connection,
                                                                       const Range &range, int limit);
};

} // namespace vigie::monitoring
