// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/usuallevel.h"

#include <algorithm>
#include <limits>

namespace vigie::analysis
{
namespace
{

// How many values a mean remembers: eight weeks of one hour of the week, four weeks of days, two days of hours.
constexpr double kWeeksKept = 8;
constexpr double kDaysKept = 20;
constexpr double kHoursKept = 48;
constexpr int kWeeksNeeded = 2;
constexpr int kDaysNeeded = 3;
constexpr double kMostTimesUsual = 2;
constexpr double kMostBeyond = 8; // posts; so that a level can rise from nothing

qint64 hourNumber(core::Instant instant)
{
    return std::chrono::floor<std::chrono::hours>(instant).time_since_epoch().count();
}

std::size_t place(qint64 hour, int modulus)
{
    return std::size_t((hour % modulus + modulus) % modulus); // years before 1970 as well
}

} // namespace

/// `needed`: from how many values on the mean is trusted to say what is too much.
void UsualLevel::Mean::learn(double posts, double memory, int needed)
{
    if (seen >= needed)
        posts = std::min(posts, kMostTimesUsual * double(value) + kMostBeyond);
    const double weight = 1 / std::min(seen + 1.0, memory);
    value = float(value + (posts - double(value)) * weight);
    seen = quint8(std::min(seen + 1, int(std::numeric_limits<quint8>::max())));
}

UsualLevel::Level UsualLevel::at(core::Instant instant) const
{
    const qint64 hour = hourNumber(instant);
    if (const Mean &mean = m_ofWeek[place(hour, kHoursOfWeek)]; mean.seen >= kWeeksNeeded)
        return {double(mean.value), Basis::HourOfWeek};
    if (const Mean &mean = m_ofDay[place(hour, 24)]; mean.seen >= kDaysNeeded)
        return {double(mean.value), Basis::HourOfDay};
    if (m_lately.seen > 0)
        return {double(m_lately.value), Basis::Lately};
    return {};
}

void UsualLevel::learn(core::Instant hourStart, double posts)
{
    const qint64 hour = hourNumber(hourStart);
    m_ofWeek[place(hour, kHoursOfWeek)].learn(posts, kWeeksKept, kWeeksNeeded);
    m_ofDay[place(hour, 24)].learn(posts, kDaysKept, kDaysNeeded);
    m_lately.learn(posts, kHoursKept, 24);
    m_hours = std::min(m_hours + 1, 99 * kHoursOfWeek);
}

} // namespace vigie::analysis
