// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// What many feeds write wrongly, mended before the text is read as XML. Lines stay where they are.

namespace vigie::networks
{

/// windows-1252's characters in the place of C1 controls, which no text means. 0x80 to 0x9f; others come back as they are.
[[nodiscard]] char16_t fromC1(char16_t unit);

/// Every "&" that begins no reference that XML knows becomes "&amp;", HTML's names become their characters, "&#X41;" and
/// numbers of no character become what was meant. CDATA and comments stay.
[[nodiscard]] QString withReferencesMended(const QString &xml);

/// "</rss" at the very end gets its ">".
void closeLastTag(QString &xml);

} // namespace vigie::networks
