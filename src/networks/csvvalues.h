// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/csvreader.h"

#include <optional>

namespace vigie::networks
{

// The values of a CSV export, as spreadsheets leave them. Private to this room.

/// What one date tells of the order in which the column writes days and months.
enum class DateHint { None, Ambiguous, DayFirst, MonthFirst };
[[nodiscard]] DateHint dateHintOf(QStringView value);

struct CsvDate {
    std::optional<core::Instant> instant;
    bool isAmbiguous = false; ///< 03/04/2026, and nobody said which
};
[[nodiscard]] CsvDate csvDate(QStringView value, DateOrder order, const QTimeZone &zone);

/// "1 234", "1,234", "12.0"; nothing for what is no count.
[[nodiscard]] std::optional<qint64> csvCount(QStringView value);

/// Without the ="…" in which digits are kept from becoming a number.
[[nodiscard]] QString csvIdentifier(QStringView value);
/// 1.23E+18: the rest of the digits is lost.
[[nodiscard]] bool isRoundedIdentifier(QStringView value);

/// "fr" of "fr", "fr-FR", "French", "français"; empty when it is neither a tag nor a name we know.
[[nodiscard]] QString csvLanguage(const QString &value);

} // namespace vigie::networks
