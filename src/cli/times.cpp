// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/times.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace vigie::cli
{

std::optional<core::Instant> timeIn(QString text)
{
    static const QRegularExpression offset(u"(?:Z|[+-]\\d\\d(?::?\\d\\d)?)$"_s);
    constexpr qsizetype kDateLength = 10;
    text = text.trimmed().toUpper();
    if (text.size() == kDateLength)
        text += u"T00:00:00"_s;
    if (text.size() < kDateLength + 1)
        return std::nullopt;
    QString time = text.sliced(kDateLength + 1).remove(u' ');
    // Read as local time, an hour that a change of clocks skips would be no time at all.
    if (!offset.match(time).hasMatch())
        time += u'Z';
    const QDateTime read = QDateTime::fromString(text.first(kDateLength) + u'T' + time, Qt::ISODate);
    return read.isValid() ? std::optional(core::instantFrom(read)) : std::nullopt;
}

} // namespace vigie::cli
