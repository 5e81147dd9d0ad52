// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/messagetemplate.h"

#include <QSet>

#include <algorithm>

namespace vigie::playbook
{
namespace
{

constexpr qsizetype kMaxNameLength = 64;

/// Spaces, and the characters that are there without being seen: a value of these says nothing.
bool isInvisible(QChar c)
{
    return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control ||
           c == QChar(0x00AD) || c == QChar(0x034F) || c == QChar(0x115F) || c == QChar(0x1160) || c == QChar(0x2800) ||
           c == QChar(0x3164);
}

bool isBlank(QStringView value)
{
    return std::ranges::all_of(value, isInvisible);
}

QStringView withoutSpaces(QStringView inner)
{
    while (!inner.isEmpty() && isInvisible(inner.front()))
        inner = inner.sliced(1);
    while (!inner.isEmpty() && isInvisible(inner.back()))
        inner.chop(1);
    return inner;
}

bool isVariableName(QStringView name)
{
    const auto isLetter = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !name.isEmpty() && name.size() <= kMaxNameLength && isLetter(name.front()) &&
           std::ranges::all_of(name, [&](QChar c) { return isLetter(c) || (c >= u'0' && c <= u'9'); });
}

/// What starts with the "{{" at `open`. It must close on its line, before another "{{", and soon: names are short.
Placeholder placeholderAt(QStringView text, qsizetype open)
{
    constexpr qsizetype kLongest = 200;
    const QStringView rest = text.sliced(open + 2).left(kLongest);
    const qsizetype close = rest.indexOf(u"}}");
    const qsizetype next = rest.indexOf(u"{{");
    const qsizetype lineEnd = rest.indexOf(u'\n');
    const bool isClosed = close >= 0 && (next < 0 || close < next) && (lineEnd < 0 || close < lineEnd);
    if (!isClosed)
        return {.name = {}, .start = open, .length = 2, .isWellFormed = false};
    const QStringView inner = rest.first(close);
    const QStringView name = withoutSpaces(inner);
    const bool isWellFormed = isVariableName(name);
    return {.name = isWellFormed ? name.toString().toLower() : inner.toString(),
            .start = open,
            .length = close + 4,
            .isWellFormed = isWellFormed};
}

} // namespace

std::vector<Placeholder> placeholders(QStringView text)
{
    std::vector<Placeholder> found;
    for (qsizetype i = 0; i + 1 < text.size();) {
        if (text[i] != text[i + 1] || (text[i] != u'{' && text[i] != u'}')) {
            ++i;
            continue;
        }
        if (text[i] == u'{')
            found.push_back(placeholderAt(text, i));
        else // a closing pair that belongs to nothing
            found.push_back({.name = {}, .start = i, .length = 2, .isWellFormed = false});
        i += found.back().length;
    }
    return found;
}

QStringList variableNames(QStringView text)
{
    QStringList names;
    QSet<QString> seen;
    for (const Placeholder &placeholder : placeholders(text)) {
        if (!placeholder.isWellFormed || seen.contains(placeholder.name))
            continue;
        seen.insert(placeholder.name);
        names.append(placeholder.name);
    }
    return names;
}

FilledText fillTemplate(QStringView text, const VariableValues &values)
{
    FilledText filled;
    qsizetype copied = 0;
    for (const Placeholder &placeholder : placeholders(text)) {
        if (!placeholder.isWellFormed)
            continue;
        const auto value = values.constFind(placeholder.name);
        if (value == values.constEnd() || isBlank(*value)) {
            if (!filled.missing.contains(placeholder.name))
                filled.missing.append(placeholder.name);
            continue;
        }
        filled.text += text.sliced(copied, placeholder.start - copied);
        filled.text += withoutSpaces(*value);
        copied = placeholder.start + placeholder.length;
    }
    filled.text += text.sliced(copied);
    filled.unfilled = placeholders(filled.text);
    return filled;
}

bool isReadyToSend(QStringView text)
{
    return !isBlank(text) && placeholders(text).empty();
}

} // namespace vigie::playbook
