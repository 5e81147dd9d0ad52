// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

#include <QStringView>

#include <array>

namespace vigie::analysis
{

/// core::isWordCharacter with its ASCII half in line, for the loops that run over every unit of every post.
[[nodiscard]] inline bool isWordUnit(char16_t unit)
{
    static constexpr auto kAscii = [] {
        std::array<bool, 128> table{};
        for (char16_t c = 0; c < 128; ++c)
            table[c] = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_';
        return table;
    }();
    return unit < 128 ? kAscii[unit] : core::isWordCharacter(unit);
}

struct Word {
    qsizetype start = 0;
    qsizetype end = 0;
    bool isHashtag = false;

    [[nodiscard]] QStringView in(QStringView text) const { return text.sliced(start, end - start); }
};

[[nodiscard]] inline bool startsLink(QStringView rest)
{
    return (rest.size() > 7 && rest[0] == u'h' && (rest.startsWith(u"http://") || rest.startsWith(u"https://"))) ||
           (rest.size() > 4 && rest[0] == u'w' && rest.startsWith(u"www."));
}

/// Calls `callback(Word)` for each word of folded text, leaving out links and handles. An apostrophe divides words.
template <typename Callback>
void forEachWord(QStringView folded, Callback &&callback)
{
    const qsizetype size = folded.size();
    qsizetype i = 0;
    const auto skipToSpace = [&] {
        while (i < size && !folded[i].isSpace())
            ++i;
    };
    while (i < size) {
        const char16_t unit = folded[i].unicode();
        if (!isWordUnit(unit)) {
            const bool opensHandle = unit == u'@' && i + 1 < size && isWordUnit(folded[i + 1].unicode());
            ++i;
            while (opensHandle && i < size &&
                   (isWordUnit(folded[i].unicode()) || folded[i] == u'@' || folded[i] == u'.' || folded[i] == u'-'))
                ++i;
            continue;
        }
        if (startsLink(folded.sliced(i))) {
            skipToSpace();
            continue;
        }
        Word word{i, i, i > 0 && folded[i - 1] == u'#'};
        while (i < size && isWordUnit(folded[i].unicode()))
            ++i;
        word.end = i;
        callback(word);
    }
}

/// True where a position of folded text lies in a link or a handle, whose letters say nothing.
[[nodiscard]] inline bool isInLinkOrHandle(QStringView folded, qsizetype position)
{
    qsizetype start = position;
    while (start > 0 && !folded[start - 1].isSpace())
        --start;
    const QStringView token = folded.sliced(start, position - start + 1);
    if (token.startsWith(u"http") || token.startsWith(u"www."))
        return token.contains(u':') || token.startsWith(u"www.");
    return position > start && token.contains(u'@');
}

} // namespace vigie::analysis
