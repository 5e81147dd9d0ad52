// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "networks/feedparser.h"

namespace vigie::cli
{

/// The names that `posts --format` takes.
[[nodiscard]] QStringList postFormats();

/// Prints as NDJSON what the parser of a format makes of an answer. Gives the exit code; WrongUsage for an unknown format.
[[nodiscard]] int printPosts(Invocation &call, const QString &format, const QByteArray &answer,
                             const networks::FeedContext &from);

} // namespace vigie::cli
