// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace vigie::networks
{

/// The characters of a named entity ("eacute", "nbsp"), without "&" and ";"; empty when HTML has no such name. Any thread.
[[nodiscard]] QString namedEntity(QStringView name);

/// The character reference that begins at text[at] == '&', as HTML reads one in text.
struct CharacterReference {
    QString characters;   ///< empty when there is no reference here: the "&" stands for itself
    qsizetype length = 0; ///< units it takes in the text
};
[[nodiscard]] CharacterReference characterReferenceAt(QStringView text, qsizetype at);

/// All references of a text resolved; everything else is left as it is.
[[nodiscard]] QString withEntitiesResolved(QStringView text);

} // namespace vigie::networks
