// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

namespace vigie::playbook
{

/// The reason of a Finding in the phrasebook's language.
[[nodiscard]] QString findingText(const QString &reason, const core::Phrasebook &phrases);

} // namespace vigie::playbook
