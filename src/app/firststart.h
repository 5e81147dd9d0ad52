// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

class QSettings;

namespace vigie::gui
{
class MainWindow;
}

namespace vigie::app
{

/// Shows the first three steps over the window when its database knows nothing yet, once for each database. Returns at once.
void offerFirstStart(gui::MainWindow &window, QSettings &settings);

} // namespace vigie::app
