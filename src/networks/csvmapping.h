// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/csvreader.h"

namespace vigie::networks
{

// What csvreader.cpp needs of the table of vendors. Private to this room.

/// A header as it is compared: without case, accents, underscores and double blanks.
[[nodiscard]] QString headerKey(QStringView header);

/// The vendor's mapping when its typical headers are all there, otherwise the generic one; only with headers of the file.
[[nodiscard]] CsvMapping detectedMapping(const QStringList &headers);

/// `given`, with the fields that it does not name filled in by detection.
[[nodiscard]] CsvMapping mappingFor(const QStringList &headers, const std::optional<CsvMapping> &given);

/// How much a record looks like a row of headers; 0: not at all.
[[nodiscard]] int headerScore(const QStringList &fields);

/// "x" for "Twitter" and "SOCIALMEDIA,SOCIALMEDIA_TWITTER"; empty when nothing is known by that name.
[[nodiscard]] QString networkKeyOfName(const QString &name);

} // namespace vigie::networks
