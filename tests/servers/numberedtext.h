// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

/// A reply that is told from all others, whatever a server makes of its markup.
[[nodiscard]] inline QString numberedText(int number)
{
    return QStringLiteral("Thank you for telling us. Our engineers work on number %1.").arg(number);
}

/// -1 for any other text.
[[nodiscard]] inline int numberIn(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("work on number (\\d+)\\."));
    const auto match = pattern.match(text);
    return match.hasMatch() ? match.capturedView(1).toInt() : -1;
}
