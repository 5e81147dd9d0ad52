// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"

class QPlainTextEdit;
class QString;
class QWidget;

namespace vigie::gui
{

/// Two fields of a plan in a line, each with its caption above, as its buddy and its accessible name. French stands at the
/// left and English at the right, as on the page.
[[nodiscard]] QWidget *sideBySide(QWidget *left, QWidget *right, const QString &leftLabel, const QString &rightLabel, QWidget *parent);

/// A list of short texts in two fields, one a line: line by line they are one text in both languages.
void showLines(const std::vector<playbook::Text> &texts, QPlainTextEdit *french, QPlainTextEdit *english);
[[nodiscard]] std::vector<playbook::Text> textsOf(const QPlainTextEdit *french, const QPlainTextEdit *english);
/// Both have as many lines that are not blank.
[[nodiscard]] bool linesMatch(const QPlainTextEdit *french, const QPlainTextEdit *english);

} // namespace vigie::gui
