// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "gui/common/readingdialog.h"

#include <QWidget>

namespace vigie::gui
{

/// The query language in the reader's words: what can be written, what it finds, examples, and what a mistake looks like.
class QueryHelpView : public QWidget
{
    Q_OBJECT

public:
    QueryHelpView(core::Language language, QWidget *parent);
};

/// The same in a window of its own, which stays beside what is being typed: show it with show(). Deletes itself.
class QueryHelpDialog : public ReadingDialog
{
    Q_OBJECT

public:
    QueryHelpDialog(core::Language language, QWidget *parent);
    /// The one that `owner` has open already comes to the front; else a new one.
    static void showFor(core::Language language, QWidget *owner);
};

} // namespace vigie::gui
