// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <vector>

namespace vigie::core
{

/// One character as matching sees it: lower case, without its accent ("É" → 'e', "œ" → 'o' then 'e', "ß" → "ss").
/// Latin, Greek and Cyrillic by table; everything else is only lowered by Qt. Straight and curly apostrophes are one.
[[nodiscard]] QString folded(QStringView text);

/// The same, with, for each folded UTF-16 unit, the index of the unit of `text` it came from.
struct FoldedText {
    QString text;
    std::vector<qsizetype> origin;
};
[[nodiscard]] FoldedText foldedWithOrigin(QStringView text);

/// What a person would call characters: extended grapheme clusters of UAX #29, by QTextBoundaryFinder.
[[nodiscard]] qsizetype graphemeCount(QStringView text);
[[nodiscard]] qsizetype codePointCount(QStringView text);
/// The first `limit` graphemes, ending in "…" where something was cut.
[[nodiscard]] QString elided(QStringView text, qsizetype limit);

/// Broken surrogates become U+FFFD; control characters other than tab and line feed go; CR LF becomes LF;
/// directional overrides (U+202A–E, U+2066–9), which can disguise a text, go too.
[[nodiscard]] QString sanitized(QStringView text);

/// True for letters, digits, and what joins to them in a word (marks, underscore).
[[nodiscard]] bool isWordCharacter(char16_t unit);

} // namespace vigie::core
