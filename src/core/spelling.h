// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text.h"

namespace vigie::core
{

/// Gives terms as a text itself writes them: judges read folded text, and "precaution" is no French word.
class Spelling
{
public:
    explicit Spelling(const QString &text);

    /// The term itself where the text does not hold it in one piece ("nuuul" is read as "nuul").
    [[nodiscard]] QString of(const QString &foldedTerm) const;

private:
    QString m_text;
    FoldedText m_folded;
};

} // namespace vigie::core
