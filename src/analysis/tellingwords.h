// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace vigie::analysis
{

/// Neither a number nor one of the words that French and English put into every sentence. `folded`: one word.
[[nodiscard]] bool isTellingWord(QStringView folded);

} // namespace vigie::analysis
