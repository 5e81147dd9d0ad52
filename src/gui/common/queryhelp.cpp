// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/common/queryhelp.h"

#include "gui/shell/theme.h"
#include "monitoring/watchqueryhelp.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QScreen>
#include <QScrollArea>
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

QueryHelpDialog::QueryHelpDialog(core::Language language, QWidget *parent) : QDialog(parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What can be searched for and watched"));
    auto *contents = new QWidget;
    contents->setObjectName(u"scrollContents"_s);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
    column->addWidget(new QueryHelpView(language, contents));
    column->addStretch(1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(contents);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(windowTitle());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->setContentsMargins(space::kLarge, 0, space::kLarge, space::kLarge);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll, 1);
    layout->addWidget(buttons);
    constexpr double kShareOfScreen = 0.85;
    resize(qRound(600 * textScale()), std::min(qRound(720 * textScale()), int(screen()->availableGeometry().height() * kShareOfScreen)));
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
