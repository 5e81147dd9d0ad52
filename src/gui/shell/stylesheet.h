// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/theme.h"

#include <QString>

namespace vigie::gui
{

/// The one style sheet, made from the tokens. Knows the names set by setTextRole(), setButtonKind() and setPanel().
[[nodiscard]] QString styleSheetFor(Scheme scheme, double textScale);

} // namespace vigie::gui
