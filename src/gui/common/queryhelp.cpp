// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/queryhelp.h"

#include "gui/shell/theme.h"
#include "monitoring/watchqueryhelp.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

constexpr int kFormWidth = 150;       // of the left column, so that all sections line up
constexpr qsizetype kLongestForm = 19; // characters; a longer one takes a line of its own

QLabel *addLabel(QWidget *parent, const QString &text, TextRole role)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setTextRole(label, role);
    return label;
}

/// "has:link  has:question" are two forms of one line.
QStringList formsOf(const monitoring::QueryHelpLine &line)
{
    return line.form.split(u"  "_s);
}

} // namespace

QueryHelpView::QueryHelpView(core::Language language, QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(space::kLarge);
    grid->setVerticalSpacing(2);
    grid->setColumnMinimumWidth(0, qRound(kFormWidth * textScale()));
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const monitoring::QueryHelpSection &section : monitoring::queryHelp(core::Phrasebook(language))) {
        if (row > 0)
            grid->setRowMinimumHeight(row++, space::kMedium);
        grid->addWidget(addLabel(this, section.title, TextRole::Section), row++, 0, 1, 2);
        if (!section.note.isEmpty())
            grid->addWidget(addLabel(this, section.note, TextRole::Muted), row++, 0, 1, 2);
        const bool areLong = std::ranges::any_of(section.lines, [](const auto &line) {
            return std::ranges::any_of(formsOf(line), [](const QString &form) { return form.size() > kLongestForm; });
        });
        for (const monitoring::QueryHelpLine &line : section.lines) {
            QLabel *form = addLabel(this, formsOf(line).join(u'\n'), TextRole::Strong);
            QLabel *meaning = addLabel(this, line.meaning, areLong ? TextRole::Muted : TextRole::Body);
            grid->addWidget(form, row, 0, 1, areLong ? 2 : 1, Qt::AlignTop);
            grid->addWidget(meaning, areLong ? ++row : row, areLong ? 0 : 1, 1, areLong ? 2 : 1);
            ++row;
            if (areLong)
                grid->setRowMinimumHeight(row++, space::kTiny); // what belongs together stands closer
        }
    }
}

QueryHelpDialog::QueryHelpDialog(core::Language language, QWidget *parent) : ReadingDialog({600, 720}, parent)
{
    setWindowTitle(tr("What can be searched for and watched"));
    QVBoxLayout *column = newColumn();
    column->addWidget(new QueryHelpView(language, this));
    column->addStretch(1);
}

void QueryHelpDialog::showFor(core::Language language, QWidget *owner)
{
    auto *dialog = owner->findChild<QueryHelpDialog *>(QString(), Qt::FindDirectChildrenOnly);
    if (!dialog)
        dialog = new QueryHelpDialog(language, owner);
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace vigie::gui
