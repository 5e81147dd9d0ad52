// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "gui/common/readingdialog.h"
#include "gui/shell/commandpalette.h"
#include "gui/shell/page.h"

class QVBoxLayout;

namespace vigie::gui
{

/// F1: what this page is for, and where queries are written, how. `?`: the keys that work here. One dialog, read from the
/// actions themselves.
class HelpDialog : public ReadingDialog
{
    Q_OBJECT

public:
    HelpDialog(PageId page, const QList<Command> &commands, core::Language language, QWidget *parent);

private:
    static void addKeys(QVBoxLayout *column, const QList<Command> &commands);
    [[nodiscard]] static QString helpText(PageId page);
};

} // namespace vigie::gui
