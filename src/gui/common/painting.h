// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/theme.h"

#include <QString>
#include <QTextOption>

class QPainter;
class QRectF;

namespace vigie::gui
{

/// A disc with the first letter (or emoji) of a name, in one of eight hues chosen by the key; the letter keeps AA.
void paintAvatar(QPainter *painter, const QRectF &rect, const QString &name, const QString &key, Scheme scheme);

struct Pill {
    QString text;
    QString iconName = {}; ///< drawn before the text; colour is never the only sign
    Token ink = Token::Muted;
    Token ground = Token::NeutralTint;
};
/// Height of a pill in the small size, and the width one needs.
[[nodiscard]] int pillHeight();
[[nodiscard]] int pillWidth(const Pill &pill);
/// Draws with the left edge at rect.left(), vertically centred. Gives the width used.
int paintPill(QPainter *painter, const QRectF &rect, const Pill &pill, Scheme scheme);

/// The text in one line: line breaks and runs of spaces are one space each. No-break spaces stay, or French would break before
/// its colons.
[[nodiscard]] QString oneLine(const QString &text);
/// Height of plain text, all of it: what QTextDocument would say, without a document to be laid out and laid out back.
[[nodiscard]] int textHeight(const QString &text, const QFont &font, int width, QTextOption::WrapMode wrapMode);
/// Up to `lines` lines of plain text, the last elided. Line breaks become spaces. Gives the height used.
int paintText(QPainter *painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color, int lines);

} // namespace vigie::gui
