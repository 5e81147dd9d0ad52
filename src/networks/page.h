// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/post.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace vigie::networks
{

/// Where reading stopped. Opaque to all but the connector that made it.
using Cursor = QByteArray;

/// A stretch of time of which a source could not tell everything: a fact, shown in the curve and in the report.
struct Gap {
    core::Instant from;
    core::Instant to;
    QString reason; ///< English, see failureText()

    bool operator==(const Gap &) const = default;
};

/// What one fetch, or one moment of a stream, brought: posts in any order, and where to go on. An empty page keeps the old
/// cursor. A post that was edited comes again under its id.
struct Page {
    std::vector<Post> posts = {};
    std::optional<Cursor> next = std::nullopt;
    QStringList deleted = {};   ///< remote ids that are gone from the network
    std::vector<Gap> gaps = {};
    bool hasMore = false;       ///< more is waiting: fetch again from `next`, as soon as it is stored

    bool operator==(const Page &) const = default;
};

} // namespace vigie::networks
