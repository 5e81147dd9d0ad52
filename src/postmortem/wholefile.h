// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace vigie::postmortem
{

/// `path` holds all of `bytes` afterwards, or what it held before. A device or a folder is refused: replacing it would
/// destroy it.
[[nodiscard]] Result<> writeWholeFile(const QString &path, const QByteArray &bytes);

} // namespace vigie::postmortem
