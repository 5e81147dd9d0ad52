// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <optional>

namespace vigie::gui
{

/**
 * How well what was typed fits a name: its characters must occur in their order, without regard to case and accents.
 * Higher is better: beginnings of words and runs count most. Nothing when it does not fit; 0 for an empty needle.
 */
[[nodiscard]] std::optional<int> fuzzyScore(QStringView typed, QStringView name);

} // namespace vigie::gui
