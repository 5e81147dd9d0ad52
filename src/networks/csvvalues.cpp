// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/csvvalues.h"

#include "core/text.h"
#include "networks/postfields.h"
#include "networks/timestamps.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// A date in three numbers, with or without a time, with or without "AM", "Z", "UTC" or an offset.
const QRegularExpression &numericDate()
{
    static const QRegularExpression expression(
        uR"(^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4}))"
        uR"((?:(?:T|t|,|\s|à)+(\d{1,2})\s?[:hH]\s?(\d{2})(?:[:](\d{2})(?:[.,]\d{1,9})?)?\s*([AaPp]\.?[Mm]\.?)?)?)"
        uR"(\s*(Z|z|UTC|GMT|[+-]\d{2}:?\d{2}(?:\s*UTC)?)?$)"_s);
    return expression;
}

std::optional<int> offsetOf(QStringView zone)
{
    if (zone.isEmpty())
        return std::nullopt;
    if (zone[0] != u'+' && zone[0] != u'-')
        return 0;
    const int hours = zone.mid(1, 2).toInt();
    const int minutes = zone.mid(zone[3] == u':' ? 4 : 3, 2).toInt();
    return (zone[0] == u'-' ? -1 : 1) * (hours * 60 + minutes);
}

std::optional<core::Instant> inZone(int year, int month, int day, int hour, int minute, int second,
                                    const QTimeZone &zone)
{
    const std::optional<core::Instant> asUtc = instantOf(year, month, day, hour, minute, second);
    if (!asUtc || zone.id() == "UTC")
        return asUtc;
    const QDateTime local(QDate(year, month, day), QTime(hour % 24, minute, std::min(second, 59)), zone);
    return local.isValid() ? std::optional(core::instantFrom(local)) : std::nullopt;
}

struct NumericDate {
    int first = 0;
    int second = 0;
    int third = 0;
    bool yearFirst = false;
    bool dotted = false;
    int hour = 0;
    int minute = 0;
    int seconds = 0;
    std::optional<int> offset;
};

std::optional<NumericDate> numericDateOf(QStringView value)
{
    const QRegularExpressionMatch match = numericDate().match(value.toString());
    if (!match.hasMatch())
        return std::nullopt;
    NumericDate date;
    date.first = match.capturedView(1).toInt();
    date.second = match.capturedView(3).toInt();
    date.third = match.capturedView(4).toInt();
    date.yearFirst = match.capturedLength(1) == 4;
    date.dotted = match.capturedView(2) == u".";
    const qsizetype yearDigits = date.yearFirst ? match.capturedLength(1) : match.capturedLength(4);
    if (match.capturedLength(1) == 3 || (date.yearFirst ? match.capturedLength(4) > 2 : yearDigits % 2 != 0))
        return std::nullopt;
    if (!date.yearFirst && yearDigits == 2)
        date.third += date.third < 69 ? 2000 : 1900;
    date.hour = match.capturedView(5).toInt();
    date.minute = match.capturedView(6).toInt();
    date.seconds = match.capturedView(7).toInt();
    if (match.capturedLength(8) > 0) {
        if (date.hour < 1 || date.hour > 12)
            return std::nullopt;
        const bool isAfternoon = match.capturedView(8)[0].toLower() == u'p';
        date.hour = date.hour % 12 + (isAfternoon ? 12 : 0);
    }
    date.offset = offsetOf(match.capturedView(9));
    return date;
}

DateHint hintOf(const NumericDate &date)
{
    if (date.yearFirst)
        return DateHint::None;
    if (date.dotted || date.first > 12)
        return DateHint::DayFirst;
    if (date.second > 12)
        return DateHint::MonthFirst;
    return date.first == date.second ? DateHint::None : DateHint::Ambiguous;
}

/// Unix seconds or milliseconds.
std::optional<core::Instant> unixTime(QStringView value)
{
    if (value.size() != 10 && value.size() != 13)
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = value.toLongLong(&isNumber);
    if (!isNumber || number < 0)
        return std::nullopt;
    return core::instantFromMillis(value.size() == 10 ? number * 1000 : number);
}

/// "31-Jan-2026 08:12PM": what is no number alone is read as feeds read it.
std::optional<core::Instant> dateInWords(QStringView value)
{
    static const QRegularExpression halfDay(uR"(\s*(\d{1,2})(:\d{2}(?::\d{2})?)\s*([AaPp])\.?[Mm]\.?\s*)"_s);
    QString text = value.toString();
    const QRegularExpressionMatch match = halfDay.match(text);
    if (match.hasMatch()) {
        const int hour = match.capturedView(1).toInt();
        if (hour < 1 || hour > 12)
            return std::nullopt;
        const int full = hour % 12 + (match.capturedView(3)[0].toLower() == u'p' ? 12 : 0);
        text.replace(match.capturedStart(), match.capturedLength(),
                     u" %1%2 "_s.arg(full).arg(match.capturedView(2)));
    }
    return parseFeedDate(text);
}

} // namespace

DateHint dateHintOf(QStringView value)
{
    const std::optional<NumericDate> date = numericDateOf(value.trimmed());
    return date ? hintOf(*date) : DateHint::None;
}

CsvDate csvDate(QStringView value, DateOrder order, const QTimeZone &zone)
{
    const QStringView text = value.trimmed();
    if (text.isEmpty() || text.size() > 100)
        return {};
    const QByteArray latin = text.toLatin1();
    if (const auto instant = parseRfc3339(std::string_view(latin.constData(), std::size_t(latin.size()))))
        return {instant, false};
    if (const auto instant = unixTime(text))
        return {instant, false};
    const std::optional<NumericDate> date = numericDateOf(text);
    if (!date)
        return {text[0].isDigit() && text.size() < 8 ? std::nullopt : dateInWords(text), false};
    int year = date->third;
    int month = date->second;
    int day = date->first;
    if (date->yearFirst) {
        std::swap(year, day);
    } else {
        const DateHint hint = hintOf(*date);
        if (hint == DateHint::Ambiguous && order == DateOrder::Unknown)
            return {std::nullopt, true};
        // The date itself knows better than the column when only one reading exists.
        if (hint == DateHint::MonthFirst || (hint == DateHint::Ambiguous && order == DateOrder::MonthFirst))
            std::swap(month, day);
    }
    if (date->offset)
        return {instantOf(year, month, day, date->hour, date->minute, date->seconds, 0, *date->offset), false};
    return {inZone(year, month, day, date->hour, date->minute, date->seconds, zone), false};
}

std::optional<qint64> csvCount(QStringView value)
{
    static const QRegularExpression grouped(u"^\\d{1,3}(?:([.,  \\x{202f}'])\\d{3})(?:\\1\\d{3})*$"_s);
    static const QRegularExpression plain(u"^(\\d{1,18})(?:[.,]0+)?$"_s);
    QString text = value.trimmed().toString();
    if (grouped.match(text).hasMatch())
        text.removeIf([](QChar unit) { return !unit.isDigit(); });
    const QRegularExpressionMatch match = plain.match(text);
    bool isNumber = false;
    const qint64 number = match.capturedView(1).toLongLong(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

QString csvIdentifier(QStringView value)
{
    QStringView text = value.trimmed();
    if (text.size() >= 3 && text.startsWith(u"=\"") && text.endsWith(u'"'))
        text = text.mid(2, text.size() - 3).trimmed();
    else if (text.size() >= 2 && text.startsWith(u'=') && text[1].isDigit())
        text = text.mid(1);
    const QByteArray utf8 = text.toUtf8();
    return identifierFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
}

bool isRoundedIdentifier(QStringView value)
{
    static const QRegularExpression rounded(u"^[+-]?\\d(?:[.,]\\d+)?[eE][+]?\\d{1,3}$"_s);
    return rounded.match(value.trimmed().toString()).hasMatch();
}

QString csvLanguage(const QString &value)
{
    static const QHash<QString, QString> names = {
        {u"english"_s, u"en"_s},   {u"anglais"_s, u"en"_s},    {u"french"_s, u"fr"_s},     {u"francais"_s, u"fr"_s},
        {u"spanish"_s, u"es"_s},   {u"espagnol"_s, u"es"_s},   {u"german"_s, u"de"_s},     {u"allemand"_s, u"de"_s},
        {u"italian"_s, u"it"_s},   {u"italien"_s, u"it"_s},    {u"portuguese"_s, u"pt"_s}, {u"portugais"_s, u"pt"_s},
        {u"dutch"_s, u"nl"_s},     {u"neerlandais"_s, u"nl"_s}, {u"arabic"_s, u"ar"_s},    {u"arabe"_s, u"ar"_s},
        {u"polish"_s, u"pl"_s},    {u"polonais"_s, u"pl"_s},   {u"turkish"_s, u"tr"_s},    {u"turc"_s, u"tr"_s}};
    const auto found = names.constFind(core::folded(value.trimmed()));
    if (found != names.constEnd())
        return *found;
    const QByteArray utf8 = value.trimmed().toUtf8();
    const QString tag = languageTagFromUtf8(std::string_view(utf8.constData(), std::size_t(utf8.size())));
    const qsizetype primary = tag.indexOf(u'-') < 0 ? tag.size() : tag.indexOf(u'-');
    return primary <= 3 ? tag : QString();
}

} // namespace vigie::networks
