// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIODevice>
#include <QString>

namespace vigie::cli
{

/// Takes the next line, with what ends it. False where no byte comes any more; QIODevice::atEnd() would be true from the
/// start for a pipe that was opened by its name.
[[nodiscard]] inline bool takeLine(QIODevice &input, QByteArray &line)
{
    line = input.readLine();
    return !line.isEmpty();
}

/// The path to read: "-" is standard input, as scripts expect.
[[nodiscard]] inline QString inputPath(const QString &argument)
{
    return argument == QLatin1String("-") ? QStringLiteral("/dev/stdin") : argument;
}

/// Drops the byte order mark that some editors put before the first line.
inline void dropByteOrderMark(QByteArray &firstLine)
{
    if (firstLine.startsWith("\xef\xbb\xbf"))
        firstLine.remove(0, 3);
}

} // namespace vigie::cli
