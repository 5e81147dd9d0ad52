// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

namespace vigie::networks
{

/// Why something could not be fetched (Error::detail, Source::stateReason), in the phrasebook's language.
[[nodiscard]] QString failureText(const QString &reason, const core::Phrasebook &phrases);
/// Why a file, or a record of it, was not taken (Reject::reason, Error::detail of the readers), in the phrasebook's language.
[[nodiscard]] QString rejectText(const QString &reason, const core::Phrasebook &phrases);

} // namespace vigie::networks
