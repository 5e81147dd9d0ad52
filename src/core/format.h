// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/language.h"

#include <QLocale>
#include <QString>
#include <QTimeZone>

namespace vigie::core
{

/**
 * Numbers, dates and durations as people of one language read them, in one zone. Every page, report and card uses this,
 * so that the same instant is never written in two ways. French spaces are no-break (U+00A0) or narrow no-break (U+202F).
 * Immutable; may be used from any thread.
 */
class Format
{
public:
    Format(Language language, QTimeZone zone);

    [[nodiscard]] Language language() const { return m_language; }
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

    [[nodiscard]] QString number(qint64 value) const;                 ///< 12 480 / 12,480
    [[nodiscard]] QString decimal(double value, int digits = 1) const; ///< 1 234,5 / 1,234.5
    [[nodiscard]] QString percent(double share) const;                ///< 0.25: 25 % / 25%
    [[nodiscard]] QString time(Instant instant) const;                ///< 14 h 30 / 14:30
    [[nodiscard]] QString date(Instant instant) const;                ///< 22 février 2026 / 22 February 2026
    [[nodiscard]] QString dateShort(Instant instant) const;           ///< 22 févr. / 22 Feb
    [[nodiscard]] QString dateTime(Instant instant) const;            ///< date and time, no zone
    [[nodiscard]] QString dateTimeWithZone(Instant instant) const;    ///< with the zone's abbreviation or offset
    /// "9 min", "2 h 05", "3 j 4 h" / "3 d 4 h"; seconds under a minute. Negative durations carry a minus sign.
    [[nodiscard]] QString duration(std::chrono::milliseconds duration) const;
    /// The age of an instant for a list: "now", "4 min", "3 h", then the short date.
    [[nodiscard]] QString age(Instant instant, Instant now) const;

private:
    Language m_language;
    QTimeZone m_zone;
    QLocale m_locale;
};

} // namespace vigie::core
