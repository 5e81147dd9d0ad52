// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/command.h"
#include "monitoring/watchquery.h"

namespace vigie::cli
{

/// The option --lang, for what is told of queries.
[[nodiscard]] QCommandLineOption queryLanguageOption();
/// The query language as a table.
[[nodiscard]] QString queryGrammar(core::Language language);
/// Parses, or says where the query stops making sense and what was expected there; the exit code is BadInput then.
[[nodiscard]] std::optional<monitoring::WatchQuery> readQuery(const Invocation &call, const QString &source);

} // namespace vigie::cli
