// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/timestamps.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// Reads exactly `count` digits at `at` and moves past them; -1 when they are not there.
int digits(std::string_view text, std::size_t &at, std::size_t count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const char c = text[at + i];
        if (!isDigit(c))
            return -1;
        value = value * 10 + (c - '0');
    }
    at += count;
    return value;
}

bool take(std::string_view text, std::size_t &at, char c)
{
    if (at >= text.size() || text[at] != c)
        return false;
    ++at;
    return true;
}

/// The digits after a decimal sign, as milliseconds; further digits are dropped.
int fraction(std::string_view text, std::size_t &at)
{
    int value = 0;
    int scale = 100;
    const std::size_t start = at;
    while (at < text.size() && isDigit(text[at])) {
        value += (text[at] - '0') * scale;
        scale /= 10;
        ++at;
    }
    return at == start ? -1 : value;
}

/// "Z", "+02:00", "+0200", "+02". Nothing when it is none of these.
std::optional<int> offsetMinutes(std::string_view text, std::size_t &at)
{
    if (at >= text.size())
        return std::nullopt;
    const char sign = text[at];
    if (sign == 'Z' || sign == 'z') {
        ++at;
        return 0;
    }
    if (sign != '+' && sign != '-')
        return std::nullopt;
    ++at;
    const int hours = digits(text, at, 2);
    if (hours < 0 || hours > 23)
        return std::nullopt;
    int minutes = 0;
    const bool colon = take(text, at, ':');
    if (colon || (at < text.size() && isDigit(text[at]))) {
        minutes = digits(text, at, 2);
        if (minutes < 0 || minutes > 59)
            return std::nullopt;
    }
    return (sign == '-' ? -1 : 1) * (hours * 60 + minutes);
}

constexpr bool isLeap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

constexpr int daysInMonth(int year, int month)
{
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && isLeap(year) ? 29 : kDays[std::size_t(month - 1)];
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, by counting in years that begin in March.
constexpr qint64 daysFromCivil(int year, int month, int day)
{
    const qint64 y = month <= 2 ? year - 1 : year;
    const qint64 era = (y >= 0 ? y : y - 399) / 400;
    const qint64 yearOfEra = y - era * 400;
    const qint64 dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const qint64 dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return era * 146097 + dayOfEra - 719468;
}

// -- dates of feeds ---------------------------------------------------------------------------------------------------

int monthOf(QStringView word)
{
    static constexpr std::array<QStringView, 12> kMonths = {u"jan", u"feb", u"mar", u"apr", u"may", u"jun",
                                                            u"jul", u"aug", u"sep", u"oct", u"nov", u"dec"};
    if (word.size() < 3)
        return 0;
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        if (word.left(3).compare(kMonths[i], Qt::CaseInsensitive) == 0)
            return int(i) + 1;
    }
    return 0;
}

/// Minutes east of UTC for the zones of RFC 822 and its neighbours; the military letters were defined with the wrong
/// sign there and count as UTC, as RFC 2822 asks.
std::optional<int> namedZone(QStringView word)
{
    static const QHash<QString, int> zones = {
        {u"UT"_s, 0},      {u"UTC"_s, 0},     {u"GMT"_s, 0},     {u"Z"_s, 0},       {u"EST"_s, -300}, {u"EDT"_s, -240},
        {u"CST"_s, -360},  {u"CDT"_s, -300},  {u"MST"_s, -420},  {u"MDT"_s, -360},  {u"PST"_s, -480}, {u"PDT"_s, -420},
        {u"AKST"_s, -540}, {u"AKDT"_s, -480}, {u"HST"_s, -600},  {u"WET"_s, 0},     {u"WEST"_s, 60},  {u"BST"_s, 60},
        {u"CET"_s, 60},    {u"CEST"_s, 120},  {u"MET"_s, 60},    {u"MEST"_s, 120},  {u"EET"_s, 120},  {u"EEST"_s, 180},
        {u"MSK"_s, 180},   {u"JST"_s, 540},   {u"AEST"_s, 600},  {u"AEDT"_s, 660},  {u"ET"_s, -300},  {u"CT"_s, -360},
        {u"MT"_s, -420},   {u"PT"_s, -480},   {u"AT"_s, -240},   {u"AST"_s, -240},  {u"ADT"_s, -180}};
    const auto found = zones.constFind(word.toString().toUpper());
    if (found != zones.constEnd())
        return *found;
    if (word.size() == 1 && word[0].isLetter())
        return 0;
    return std::nullopt;
}

/// "14:05", "14:05:09", "14:05:09.25": hours, minutes, seconds.
bool parseClock(QStringView word, int &hour, int &minute, int &second)
{
    const QList<QStringView> parts = word.split(u':');
    if (parts.size() < 2 || parts.size() > 3)
        return false;
    bool ok = false;
    hour = parts[0].toInt(&ok);
    if (!ok || parts[0].size() > 2)
        return false;
    minute = parts[1].toInt(&ok);
    if (!ok || parts[1].size() > 2)
        return false;
    second = 0;
    if (parts.size() == 3) {
        const qsizetype dot = parts[2].indexOf(u'.');
        second = parts[2].left(dot < 0 ? parts[2].size() : dot).toInt(&ok);
        if (!ok)
            return false;
    }
    return hour >= 0 && minute >= 0 && second >= 0;
}

struct LooseDate {
    int year = -1;
    int month = 0;
    int day = 0;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset = 0;
};

int fullYear(int number, qsizetype digitCount)
{
    if (digitCount > 2)
        return number;
    return number < 69 ? 2000 + number : 1900 + number;
}

/// A zone as RFC 822 writes it in numbers, "+0200" and also "+02:00" or "+2"; nothing for other words.
std::optional<int> numericZone(QStringView word)
{
    if (word.size() < 2 || (word[0] != u'+' && word[0] != u'-'))
        return std::nullopt;
    QString number = word.mid(1).toString().remove(u':');
    bool ok = false;
    const int value = number.toInt(&ok);
    if (!ok || number.size() > 4)
        return std::nullopt;
    const int minutes = number.size() <= 2 ? value * 60 : (value / 100) * 60 + value % 100;
    return word[0] == u'-' ? -minutes : minutes;
}

/// One word of an RFC 822 or ctime date. False when the word fits nowhere.
bool takeWord(QStringView word, LooseDate &date)
{
    if (const std::optional<int> zone = numericZone(word)) {
        date.offset = *zone;
        return true;
    }
    if (word.contains(u':')) {
        // "14:05:09+0200" and "14:05:09GMT" are written without the blank
        qsizetype end = 0;
        while (end < word.size() && (word[end].isDigit() || word[end] == u':' || word[end] == u'.'))
            ++end;
        return parseClock(word.left(end), date.hour, date.minute, date.second)
               && (end == word.size() || takeWord(word.mid(end), date));
    }
    if (const int month = monthOf(word); month != 0 && date.month == 0) {
        date.month = month;
        return true;
    }
    bool ok = false;
    const int number = word.toInt(&ok);
    if (ok && number >= 0) {
        if (word.size() <= 2 && date.day == 0)
            date.day = number;
        else if (date.year < 0)
            date.year = fullYear(number, word.size());
        else
            return false;
        return true;
    }
    if (const std::optional<int> zone = namedZone(word)) {
        date.offset = *zone;
        return true;
    }
    return false;
}

std::optional<core::Instant> parseWordDate(QStringView text)
{
    static constexpr std::array<QStringView, 7> kDays = {u"mon", u"tue", u"wed", u"thu", u"fri", u"sat", u"sun"};
    QString spaced = text.toString();
    // "01-Jan-2004" and "Thu,01 Jan 2004"; a minus before a digit pair at the end is a zone and stays.
    for (qsizetype i = 1; i + 1 < spaced.size(); ++i) {
        if (spaced[i] == u'-' && (spaced[i - 1].isLetter() || spaced[i + 1].isLetter()))
            spaced[i] = u' ';
    }
    spaced.replace(u',', u' ');
    LooseDate date;
    bool first = true;
    const QStringList words = spaced.split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 10)
        return std::nullopt;
    for (const QString &word : words) {
        const bool isDay = first && word.size() >= 3 && !word[0].isDigit()
                           && std::any_of(kDays.begin(), kDays.end(), [&word](QStringView day) {
                                  return QStringView(word).left(3).compare(day, Qt::CaseInsensitive) == 0;
                              });
        first = false;
        if (!isDay && !takeWord(word, date))
            return std::nullopt;
    }
    if (date.year < 0 || date.month == 0 || date.day == 0)
        return std::nullopt;
    return instantOf(date.year, date.month, date.day, date.hour, date.minute, date.second, 0, date.offset);
}

/// W3CDTF and its relatives: "2003", "2003-12", "2003-12-31", "20031231", "2003-12-31T10:14Z", "2003-12-31 10:14:55".
std::optional<core::Instant> parseIsoDate(std::string_view text)
{
    std::size_t at = 0;
    const int year = digits(text, at, 4);
    if (year < 0)
        return std::nullopt;
    int month = 1;
    int day = 1;
    if (at < text.size() && text[at] != 'T') {
        const bool dashes = take(text, at, '-');
        month = digits(text, at, 2);
        if (at < text.size() && text[at] != 'T' && text[at] != ' ') {
            if (dashes && !take(text, at, '-'))
                return std::nullopt;
            day = digits(text, at, 2);
        }
    }
    if (month < 0 || day < 0)
        return std::nullopt;
    if (at == text.size())
        return instantOf(year, month, day);
    if (!take(text, at, 'T') && !take(text, at, 't') && !take(text, at, ' '))
        return std::nullopt;
    const int hour = digits(text, at, 2);
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    if (take(text, at, ':')) {
        minute = digits(text, at, 2);
        if (take(text, at, ':')) {
            second = digits(text, at, 2);
            if (take(text, at, '.') || take(text, at, ','))
                milliseconds = fraction(text, at);
        }
    }
    if (hour < 0 || minute < 0 || second < 0 || milliseconds < 0)
        return std::nullopt;
    while (take(text, at, ' ')) {
    }
    if (at == text.size())
        return instantOf(year, month, day, hour, minute, second, milliseconds);
    std::optional<int> offset = offsetMinutes(text, at);
    if (!offset) {
        offset = namedZone(QString::fromLatin1(text.data() + at, qsizetype(text.size() - at)));
        at = text.size();
    }
    if (!offset || at != text.size())
        return std::nullopt;
    return instantOf(year, month, day, hour, minute, second, milliseconds, *offset);
}

} // namespace

std::optional<core::Instant> instantOf(int year, int month, int day, int hour, int minute, int second, int millisecond,
                                       int offsetMinutes)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
        return std::nullopt;
    const bool endOfDay = hour == 24 && minute == 0 && second == 0;
    if (hour < 0 || (hour > 23 && !endOfDay) || minute < 0 || minute > 59 || second < 0 || second > 60)
        return std::nullopt;
    if (millisecond < 0 || millisecond > 999 || offsetMinutes <= -24 * 60 || offsetMinutes >= 24 * 60)
        return std::nullopt;
    const qint64 minutes = daysFromCivil(year, month, day) * 1440 + hour * 60 + minute - offsetMinutes;
    return core::instantFromMillis(minutes * 60'000 + (second == 60 ? 59 : second) * 1000 + millisecond);
}

std::optional<core::Instant> parseRfc3339(std::string_view text)
{
    std::size_t at = 0;
    const int year = digits(text, at, 4);
    if (year < 0 || !take(text, at, '-'))
        return std::nullopt;
    const int month = digits(text, at, 2);
    if (month < 0 || !take(text, at, '-'))
        return std::nullopt;
    const int day = digits(text, at, 2);
    if (day < 0 || !(take(text, at, 'T') || take(text, at, 't') || take(text, at, ' ')))
        return std::nullopt;
    const int hour = digits(text, at, 2);
    if (hour < 0 || !take(text, at, ':'))
        return std::nullopt;
    const int minute = digits(text, at, 2);
    if (minute < 0)
        return std::nullopt;
    int second = 0;
    int milliseconds = 0;
    if (take(text, at, ':')) {
        second = digits(text, at, 2);
        if (second >= 0 && (take(text, at, '.') || take(text, at, ',')))
            milliseconds = fraction(text, at);
    }
    const std::optional<int> offset = offsetMinutes(text, at);
    if (second < 0 || milliseconds < 0 || !offset || at != text.size())
        return std::nullopt;
    return instantOf(year, month, day, hour, minute, second, milliseconds, *offset);
}

std::optional<core::Instant> parseFeedDate(QStringView text)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > 100)
        return std::nullopt;
    if (trimmed[0].isDigit()) {
        const QByteArray latin = trimmed.toLatin1();
        if (const auto instant = parseIsoDate(std::string_view(latin.constData(), std::size_t(latin.size()))))
            return instant;
    }
    return parseWordDate(trimmed);
}

} // namespace vigie::networks
