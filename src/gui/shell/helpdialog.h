// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/shell/commandpalette.h"
#include "gui/shell/page.h"

#include <QDialog>

namespace vigie::gui
{

/// F1: what this page is for. `?`: the keys that work here. One dialog, read from the actions themselves.
class HelpDialog : public QDialog
{
    Q_OBJECT

public:
    HelpDialog(PageId page, const QList<Command> &commands, QWidget *parent);

private:
    [[nodiscard]] static QString helpText(PageId page);
};

} // namespace vigie::gui
