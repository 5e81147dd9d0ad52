// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format.h"

using namespace Qt::StringLiterals;
using namespace std::chrono;

namespace vigie::core
{
namespace
{
constexpr char16_t kNoBreakSpace = u'\u00a0';
constexpr char16_t kMinus = u'\u2212';

QString padded(qint64 value)
{
    return QString::number(value).rightJustified(2, u'0');
}
} // namespace

Format::Format(Language language, QTimeZone zone)
    : m_language(language)
    , m_zone(zone.isValid() ? std::move(zone) : QTimeZone::utc())
    , m_locale(language == Language::French ? QLocale(QLocale::French, QLocale::France)
                                            : QLocale(QLocale::English, QLocale::UnitedKingdom))
{
}

QString Format::number(qint64 value) const
{
    return m_locale.toString(value);
}

QString Format::decimal(double value, int digits) const
{
    return m_locale.toString(value, 'f', digits);
}

QString Format::percent(double share) const
{
    const QString value = m_locale.toString(share * 100.0, 'f', 0);
    return m_language == Language::French ? value + kNoBreakSpace + u'%' : value + u'%';
}

QString Format::time(Instant instant) const
{
    const QTime time = toUtc(instant).toTimeZone(m_zone).time();
    if (m_language == Language::French)
        return QString::number(time.hour()) + kNoBreakSpace + u'h' + kNoBreakSpace + padded(time.minute());
    return padded(time.hour()) + u':' + padded(time.minute());
}

QString Format::date(Instant instant) const
{
    const QDate date = toUtc(instant).toTimeZone(m_zone).date();
    const bool isFirstInFrench = m_language == Language::French && date.day() == 1;
    const QString day = isFirstInFrench ? u"1er"_s : QString::number(date.day());
    return day + kNoBreakSpace + m_locale.toString(date, u"MMMM yyyy"_s);
}

QString Format::dateShort(Instant instant) const
{
    const QDate date = toUtc(instant).toTimeZone(m_zone).date();
    return QString::number(date.day()) + kNoBreakSpace + m_locale.toString(date, u"MMM"_s);
}

QString Format::dateTime(Instant instant) const
{
    return date(instant) + (m_language == Language::French ? u" à "_s : u", "_s) + time(instant);
}

QString Format::dateTimeWithZone(Instant instant) const
{
    return dateTime(instant) + u" ("_s + m_zone.abbreviation(toUtc(instant)) + u')';
}

QString Format::duration(milliseconds duration) const
{
    const QString sign = duration.count() < 0 ? QString(QChar(kMinus)) : QString();
    const auto total = duration_cast<seconds>(duration.count() < 0 ? -duration : duration).count();
    const qint64 days = total / 86400;
    const qint64 hoursLeft = total / 3600 % 24;
    const qint64 minutesLeft = total / 60 % 60;
    const auto unit = [](qint64 value, QStringView name) {
        return QString::number(value) + QChar(kNoBreakSpace) + name.toString();
    };
    if (days > 0) {
        const QString dayUnit = m_language == Language::French ? u"j"_s : u"d"_s;
        return sign + unit(days, dayUnit) + (hoursLeft > 0 ? QChar(kNoBreakSpace) + unit(hoursLeft, u"h") : QString());
    }
    if (hoursLeft > 0)
        return sign + unit(hoursLeft, u"h") + QChar(kNoBreakSpace) + padded(minutesLeft);
    if (minutesLeft > 0)
        return sign + unit(minutesLeft, u"min");
    return sign + unit(total, u"s");
}

QString Format::age(Instant instant, Instant now) const
{
    const auto elapsed = now - instant;
    if (elapsed < minutes(1) && elapsed > -minutes(1))
        return m_language == Language::French ? u"à l’instant"_s : u"now"_s;
    if (elapsed < hours(1))
        return duration(elapsed);
    if (elapsed < hours(24))
        return QString::number(duration_cast<hours>(elapsed).count()) + QChar(kNoBreakSpace) + u'h';
    return dateShort(instant);
}

} // namespace vigie::core
