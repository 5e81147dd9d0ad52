// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QString>

#include <optional>

namespace vigie::cli
{

/// "2026-02-26 21:42:53", "2026-02-26", or ISO 8601; UTC where no offset stands, whatever the machine's zone.
[[nodiscard]] std::optional<core::Instant> timeIn(QString text);

/// What to say where --since holds no time.
[[nodiscard]] inline QString sinceUsage() { return QStringLiteral("--since takes a time like 2026-03-11T10:00:00Z"); }

} // namespace vigie::cli
