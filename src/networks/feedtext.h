// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace vigie::networks
{

/**
 * The text of a feed out of its bytes: by byte order mark, then the charset of the HTTP header, then the XML declaration,
 * else UTF-8, and windows-1252 when the bytes are no UTF-8. Junk before the first "<" and the XML declaration are
 * replaced by blanks and line breaks, so that lines stay true; what many feeds write wrongly and a reader of XML would not
 * take is mended (see feedrepair.h).
 */
[[nodiscard]] Result<QString> feedText(const QByteArray &bytes, const QByteArray &contentType);

} // namespace vigie::networks
