// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

#include <optional>
#include <vector>

namespace vigie::networks
{

enum class LengthUnit {
    Weighted,          ///< X: most letters 1, CJK and emoji 2, a link 23
    GraphemesAndBytes, ///< Bluesky: both limits hold
    Graphemes,         ///< Mastodon: a link 23, a far mention only its local part
    CodePoints,
};

/// As `vigiectl length` prints it: "weighted", "graphemes+bytes", "characters".
[[nodiscard]] QString lengthUnitName(LengthUnit unit);

struct LengthCount {
    qsizetype count = 0;
    qsizetype limit = 0; ///< 0: none
    bool fits = true;
    LengthUnit unit = LengthUnit::CodePoints;
    qsizetype bytes = 0;     ///< of UTF-8; only where the unit counts them
    qsizetype byteLimit = 0; ///< 0: none

    [[nodiscard]] qsizetype remaining() const { return limit - count; } ///< below 0 when too long; only with a limit
    bool operator==(const LengthCount &) const = default;
};

/// The exact length of `text` as that network counts it. `limit` replaces the usual one: a Mastodon server sets its own.
/// An unknown network counts code points without a limit. Any thread.
[[nodiscard]] LengthCount countLength(QStringView network, QStringView text, std::optional<qsizetype> limit = {});

/// A link as X and Mastodon see one, in UTF-16 units of the text.
struct LinkSpan {
    qsizetype start = 0;
    qsizetype length = 0;

    bool operator==(const LinkSpan &) const = default;
};

/// Links as X's own counter finds them, with a scheme or without. In order, never overlapping.
[[nodiscard]] std::vector<LinkSpan> linksAsXCounts(QStringView text);

} // namespace vigie::networks
