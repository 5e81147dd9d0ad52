// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace vigie::gui
{
class MainWindow;
}

namespace vigie::app
{

/// Shows every page at two sizes, writes a PNG of each to the folder, then quits the program with the number of failures.
void takeScreenshots(gui::MainWindow &window, const QString &folder);

} // namespace vigie::app
