// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/post.h"

#include <functional>
#include <vector>

namespace vigie::networks
{

/// A record of a file that was not taken, with the line on which it starts (from 1).
struct Reject {
    qint64 line = 0;
    QString reason; ///< English; names the field, never quotes the text of a post

    bool operator==(const Reject &) const = default;
};

/// What became of a file. read == accepted + rejected.
struct ImportReport {
    static constexpr std::size_t kMaxListed = 1000;

    qint64 read = 0; ///< records seen; blank lines and headers do not count
    qint64 accepted = 0;
    qint64 rejected = 0;         ///< all of them
    std::vector<Reject> rejects; ///< the first kMaxListed of them

    void reject(qint64 line, QString reason);
};

/// Takes posts in the order of the file, never an empty batch. A failure stops the reading and is returned as it is.
using PostSink = std::function<Result<>(std::vector<Post> &&posts)>;

struct ImportOptions {
    std::size_t batchSize = 1000;
};

} // namespace vigie::networks
