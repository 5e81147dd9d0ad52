// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QString>

#include <optional>

namespace vigie::cli
{

/// "2026-02-26 21:42:53", "2026-02-26", or ISO 8601; UTC where no offset stands, whatever the machine's zone.
[[nodiscard]] std::optional<core::Instant> timeIn(QString text);

} // namespace vigie::cli
