// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QStringView>

#include <optional>
#include <string_view>

namespace vigie::networks
{

/// RFC 3339, and ISO 8601 as programs write it: any offset, "T" or a blank, any fraction of a second. A zone is required.
/// Years 1 to 9999. Takes no locale and allocates nothing.
[[nodiscard]] std::optional<core::Instant> parseRfc3339(std::string_view text);

/// What feeds hold: RFC 822 with one-letter, American and numeric zones, W3CDTF down to the bare year, ctime, and the
/// commoner mistakes (no comma, two-digit years, full names of months, hour 24). No zone means UTC.
[[nodiscard]] std::optional<core::Instant> parseFeedDate(QStringView text);

/// The Instant of a calendar date and time; nothing for a date that does not exist. Second 60 counts as 59.
[[nodiscard]] std::optional<core::Instant> instantOf(int year, int month, int day, int hour = 0, int minute = 0,
                                                     int second = 0, int millisecond = 0, int offsetMinutes = 0);

} // namespace vigie::networks
