// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/importreport.h"

#include <QByteArrayView>

class QIODevice;

namespace vigie::networks
{

inline constexpr qsizetype kMaxNdjsonLine = 1'000'000; ///< bytes; a longer line is rejected, never held in memory

/**
 * Reads posts, one JSON object a line, in the form that toNdjson() writes. The device must be open for reading; it is
 * read in blocks, so a file may be larger than memory. A byte order mark, CR LF and blank lines are tolerated.
 *
 * A bad line is rejected with its reason and the rest is read. Fails only when the device or the sink fails.
 * Blocks; call it off the GUI thread.
 */
[[nodiscard]] Result<ImportReport> readNdjson(QIODevice &device, const PostSink &sink, const ImportOptions &options = {});

/// One line without its line break. The error is one sentence, fit for Reject::reason.
[[nodiscard]] Result<Post> postFromJson(QByteArrayView line);

/// The inverse: one compact line without line break. What is empty or unknown is left out; members of `extra` follow.
[[nodiscard]] QByteArray toNdjson(const Post &post);

} // namespace vigie::networks
