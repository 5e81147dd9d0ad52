// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace vigie::analysis
{

/// The hash of the tonality model's tokens and n-grams. Part of the model's format: a change needs new models.
constexpr quint64 kHashStart = 0xcbf2'9ce4'8422'2325ULL;

[[nodiscard]] constexpr quint64 hashStep(quint64 hash, char16_t unit)
{
    return (hash ^ unit) * 0x0000'0100'0000'01b3ULL;
}

/// All bits of the result depend on all bits of `hash`.
[[nodiscard]] constexpr quint64 scattered(quint64 hash)
{
    hash = (hash ^ (hash >> 33)) * 0xff51'afd7'ed55'8ccdULL;
    hash = (hash ^ (hash >> 33)) * 0xc4ce'b9fe'1a85'ec53ULL;
    return hash ^ (hash >> 33);
}

[[nodiscard]] inline quint64 hashOf(QStringView text)
{
    quint64 hash = kHashStart;
    for (const QChar unit : text)
        hash = hashStep(hash, unit.unicode());
    return hash;
}

} // namespace vigie::analysis
