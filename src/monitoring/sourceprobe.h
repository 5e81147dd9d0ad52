// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/source.h"
#include "networks/page.h"
#include "core/result.h"
#include "store/database.h"

#include <QFuture>

namespace vigie::networks
{
class AccountBook;
class HttpClient;
} // namespace vigie::networks

namespace vigie::monitoring
{

/// "What would I see?": one reading of a source that may not exist yet. Stores nothing and moves no cursor. In the thread of
/// `http` and `accounts`, which must outlive the answer; so must `database`.
[[nodiscard]] QFuture<Result<networks::Page>> probeSource(const Source &source, store::Database &database,
                                                          networks::HttpClient &http, networks::AccountBook &accounts,
                                                          const core::Clock &clock);

} // namespace vigie::monitoring
