// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/lengthrule.h"

namespace vigie::networks
{

/// The exact length of a private message there, which has other limits than a public post on most networks. Otherwise as
/// countLength(). From what the networks have published (see the sources in the .cpp); none was tried live.
[[nodiscard]] LengthCount countPrivateLength(QStringView network, QStringView text, std::optional<qsizetype> limit = {});

} // namespace vigie::networks
