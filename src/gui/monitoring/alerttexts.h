// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "monitoring/alert.h"

#include <QStringList>

#include <array>

namespace vigie::gui
{

// Why an alert was given, in words: the same on its card and in the window that tells everything. In the interface's language.

/// One number of an alert with what it is, and what stands behind it.
struct AlertFigure {
    QString caption = {}; ///< "usual"
    QString value = {};   ///< "14"
    QString note = {};    ///< "at this hour, over the last 4 d"
};
/// Observed, usual, threshold, since when.
[[nodiscard]] std::array<AlertFigure, 4> alertFigures(const monitoring::Alert &alert, const core::Format &format);

/// "since 10:20 · rising: outage 18, refund 7 · 62% negative, usually 20% · 12% copies", for one line of the card.
[[nodiscard]] QString alertEvidence(const monitoring::Alert &alert, const core::Format &format);
/// "18 posts, the day before 2": of a term or a link.
[[nodiscard]] QString risenBy(const analysis::RisingTerm &term, const core::Format &format);
/// "X 30 · Mastodon 9"
[[nodiscard]] QString networksOf(const monitoring::Alert &alert, const core::Format &format);
[[nodiscard]] QString sourcesOf(const monitoring::Alert &alert, const core::Format &format);
/// "@ana (X) 4 · @bo (Mastodon) 2"
[[nodiscard]] QString authorsOf(const monitoring::Alert &alert, const core::Format &format);
/// What the tone was, and how much of it only repeats another post; a sentence each.
[[nodiscard]] QStringList shareSentences(const monitoring::Alert &alert, const core::Format &format);
/// What it was before it grew: "10:05: Unusual volume, 39 (threshold 33)", a line each.
[[nodiscard]] QStringList growthLines(const monitoring::Alert &alert, const core::Format &format);
/// The time it is about: "11 March 2026, 10:05 to 11:05 UTC".
[[nodiscard]] QString windowText(const monitoring::Alert &alert, const core::Format &format);
/// "taken by ana"; empty while nobody has looked at it.
[[nodiscard]] QString settledBy(const monitoring::Alert &alert);

} // namespace vigie::gui
