// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace vigie::networks
{

/// Bytes in one of the older encodings that the web still has (the multi-byte ones of Asia, ISO 8859, windows-125x, KOI8…),
/// by the C library's converter. `name` in lower case. Nothing for any other name, and for bytes that are not in it.
[[nodiscard]] std::optional<QString> decodedFromLegacy(const QByteArray &name, const QByteArray &bytes);

} // namespace vigie::networks
