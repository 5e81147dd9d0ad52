// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/shell/helpdialog.h"

#include "gui/common/queryhelp.h"
#include "gui/shell/rail.h"
#include "gui/shell/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

HelpDialog::HelpDialog(PageId page, const QList<Command> &commands, core::Language language, QWidget *parent)
    : ReadingDialog({600, 640}, parent)
{
    setWindowTitle(tr("Help and keys"));
    QVBoxLayout *column = newColumn();
    column->setSpacing(space::kSmall);

    auto *title = new QLabel(Rail::title(page));
    setTextRole(title, TextRole::Title);
    auto *text = new QLabel(helpText(page));
    text->setWordWrap(true);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    column->addWidget(title);
    column->addWidget(text);
    addKeys(column, commands);
    if (page == PageId::Watch || page == PageId::Settings) { // where queries are written
        auto *queries = new QLabel(tr("What can be searched for and watched"));
        setTextRole(queries, TextRole::Large);
        queries->setContentsMargins(0, space::kLarge, 0, 0);
        column->addWidget(queries);
        column->addWidget(new QueryHelpView(language, this));
    }
    column->addStretch(1);
}

void HelpDialog::addKeys(QVBoxLayout *column, const QList<Command> &commands)
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(space::kLarge);
    grid->setVerticalSpacing(space::kTiny);
    QString section;
    int row = 0;
    for (const Command &command : commands) {
        if (command.shortcut.isEmpty())
            continue;
        if (command.path != section) {
            section = command.path;
            auto *heading = new QLabel(section);
            setTextRole(heading, TextRole::Section);
            heading->setContentsMargins(0, space::kMedium, 0, 0);
            grid->addWidget(heading, row++, 0, 1, 2);
        }
        auto *key = new QLabel(command.shortcut.toString(QKeySequence::NativeText));
        setTextRole(key, TextRole::Strong);
        grid->addWidget(key, row, 0);
        grid->addWidget(new QLabel(command.name), row++, 1);
    }
    grid->setColumnStretch(1, 1);
    column->addLayout(grid);
}

QString HelpDialog::helpText(PageId page)
{
    switch (page) {
    case PageId::Watch:
        return tr("Everything people say, newest first. The curve shows how much is said and in which tone; drag over it to "
                  "see only that time. An alert says in figures why it was raised; open a crisis from it when it is one. "
                  "Work the list by keyboard: J and K move, R answers, E marks as done, S closes without an answer and asks "
                  "why.");
    case PageId::CrisisRoom:
        return tr("One crisis at a glance: how grave it is, when the next update is due, who does what, and everything that "
                  "was done, in order. What is confirmed, what is being checked and what must not be said stand side by side.");
    case PageId::Playbooks:
        return tr("What to do in each kind of crisis, prepared on a quiet day: steps with an owner and a time, roles, and "
                  "messages that were approved beforehand in French and in English.");
    case PageId::Replies:
        return tr("Answers on their way: drafts, what waits for approval, what is ready to go, what was sent. Nothing leaves "
                  "before somebody else has approved it, and nothing leaves twice.");
    case PageId::Review:
        return tr("What a crisis taught: its figures, what worked, what did not, and who will change what by when. The "
                  "document is written beside it and can be given to a board as a PDF.");
    case PageId::Drills:
        return tr("Practise on a recorded crisis. A drill has its own clock and its own data, can send nothing to anybody, and "
                  "never enters the statistics.");
    case PageId::Settings:
        return tr("Your brand, the words to watch, the sources, the people and their roles, and how Vigie looks and speaks.");
    }
    return {};
}

} // namespace vigie::gui
