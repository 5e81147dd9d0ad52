// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/clock.h"

namespace vigie::core
{

QString toIso(Instant instant)
{
    const bool hasMillis = toMillis(instant) % 1000 != 0;
    return toUtc(instant).toString(hasMillis ? Qt::ISODateWithMs : Qt::ISODate);
}

Instant SystemClock::now() const
{
    return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Instant DeskClock::now() const
{
    const qint64 held = m_held.load();
    return held == kNotHeld ? SystemClock().now() : instantFromMillis(held);
}

} // namespace vigie::core
