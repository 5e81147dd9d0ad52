// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QWidget;

namespace vigie::gui
{

/**
 * Runs `then` once, when what the widget shows next has been handed to the display: for work that this frame must neither wait
 * for nor share the processor with. A widget that is not shown yet runs it after its first frame; one that goes before, never.
 */
void afterPaint(QWidget &widget, std::function<void()> then);

} // namespace vigie::gui
