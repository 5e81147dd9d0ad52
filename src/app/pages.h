// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/page.h"

namespace vigie::app
{

/// Every page of the desk, as the window makes them.
[[nodiscard]] gui::PageFactories pageFactories();

} // namespace vigie::app
