// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/retold.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace vigie::core
{

namespace
{

/// What stands where the template has %1 to %9, in the order of their numbers; nothing where the sentence is another one.
/// The shortest text is taken for each, so a template must have words between two of them.
std::optional<QStringList> filledIn(const QString &sentence, const QString &source)
{
    QStringList values(9);
    qsizetype at = 0; // in the sentence
    int pending = -1; // the number whose value begins at `at`
    for (qsizetype from = 0; from <= source.size();) {
        qsizetype mark = source.indexOf(u'%', from);
        while (mark >= 0 && (mark + 1 >= source.size() || source[mark + 1] < u'1' || source[mark + 1] > u'9'))
            mark = source.indexOf(u'%', mark + 1);
        const QStringView words = QStringView(source).sliced(from, (mark < 0 ? source.size() : mark) - from);
        const bool isLast = mark < 0;
        const qsizetype found = pending < 0 ? (sentence.startsWith(words) ? 0 : -1)
                                : isLast    ? (sentence.endsWith(words) ? sentence.size() - words.size() : -1)
                                            : sentence.indexOf(words, at);
        if (found < at)
            return std::nullopt;
        if (pending >= 0)
            values[pending] = sentence.sliced(at, found - at);
        at = found + words.size();
        if (isLast)
            return at == sentence.size() ? std::optional(values) : std::nullopt;
        pending = source[mark + 1].digitValue() - 1;
        from = mark + 2;
    }
    return std::nullopt;
}

} // namespace

QString retold(const Phrasebook &phrases, const char *context, std::span<const char *const> sources, const QString &english)
{
    for (const char *source : sources) {
        const auto values = filledIn(english, QString::fromUtf8(source));
        if (!values)
            continue;
        QString told = phrases.text(context, source);
        // Replaced by hand and from the end: what was filled in may itself hold a %1.
        for (qsizetype at = told.lastIndexOf(u'%'); at >= 0; at = at > 0 ? told.lastIndexOf(u'%', at - 1) : -1) {
            const int number = at + 1 < told.size() ? told[at + 1].digitValue() : -1;
            if (number >= 1)
                told.replace(at, 2, values->at(number - 1));
        }
        return told;
    }
    return english;
}

} // namespace vigie::core
