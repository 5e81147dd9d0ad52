// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/theme.h"

#include <QIcon>
#include <QString>
#include <QStringView>

class QAbstractButton;
class QPainter;
class QRectF;

namespace vigie::gui
{

/**
 * An icon of the set in resources/icons.cmake, drawn as a vector at the size and pixel ratio asked for and tinted from the
 * tokens at paint time: it follows a switch of theme by itself. Disabled icons are muted, icons of a checked or selected
 * control take Link. An unknown name gives a null icon and a warning.
 */
[[nodiscard]] QIcon icon(const QString &name, Token token = Token::Text);

/// Puts an icon on a button that has its text already, with a little more air between the two than the style leaves.
void setButtonIcon(QAbstractButton *button, const QIcon &image);

/// For delegates: the icon in one colour. Rendered once per name, colour and size.
void paintIcon(QPainter *painter, const QRectF &rect, const QString &name, const QColor &color);

/// The icon's name for a network key ("mastodon", "x", "bluesky" …); a globe for those without a mark of their own.
[[nodiscard]] QString networkIconName(QStringView network);

} // namespace vigie::gui
