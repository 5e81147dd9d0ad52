// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <span>

namespace vigie::core
{

/// A reason that comes as an English sentence (out of the database, or of a room that reads files), made from one of
/// `sources`, whose %1 to %9 stand for what was filled in. In the phrasebook's language; as it came where no source fits.
[[nodiscard]] QString retold(const Phrasebook &phrases, const char *context, std::span<const char *const> sources,
                             const QString &english);

} // namespace vigie::core
