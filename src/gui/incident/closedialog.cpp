// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/closedialog.h"

#include "gui/shell/page.h"
#include "incident/incidentservice.h"
#include "incident/taskservice.h"
#include "postmortem/reviewservice.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

const auto kStanddownPhase = u"standdown"_s;

bool isChecklistItem(const incident::Task &task)
{
    return task.state == incident::TaskState::Open && task.phase == kStanddownPhase;
}

bool isLeftOpen(const incident::Task &task)
{
    return task.state == incident::TaskState::Open && task.phase != kStanddownPhase && !isForLater(task);
}

} // namespace

CloseDialog::CloseDialog(Desk &desk, const Board &board, QWidget *parent)
    : ActDialog(parent), m_desk(desk), m_incident(board.incident.id), m_noteEdit(makeTextEdit(3))
{
    setWindowTitle(tr("Close the crisis"));
    setIntroduction(tr("The team stands down and the clocks stop. The review is then filled in from what was recorded."));
    setAct(tr("Close and go to the review"));
    addChecklist(board);
    addOpenTasks(board);
    addField(tr("&Note for the log"), m_noteEdit, tr("May stay empty."));
    check();
}

void CloseDialog::addChecklist(const Board &board)
{
    for (const incident::Task &task : board.tasks) {
        if (!isChecklistItem(task))
            continue;
        if (m_checklist.empty()) {
            auto *caption = new QLabel(tr("Before standing down"), this);
            setTextRole(caption, TextRole::Strong);
            addWide(caption);
        }
        // A box cannot break its text; a label beside it can.
        auto *line = new QWidget(this);
        auto *layout = new QHBoxLayout(line);
        layout->setContentsMargins(0, space::kTiny, 0, 0);
        layout->setSpacing(space::kSmall);
        auto *box = new QCheckBox(line);
        box->setAccessibleName(task.title);
        auto *label = new QLabel(task.title, line);
        label->setWordWrap(true);
        label->setBuddy(box);
        layout->addWidget(box, 0, Qt::AlignTop);
        layout->addWidget(label, 1);
        addWide(line);
        m_checklist.push_back({task.id, box});
    }
}

void CloseDialog::addOpenTasks(const Board &board)
{
    QStringList open;
    for (const incident::Task &task : board.tasks) {
        if (isLeftOpen(task))
            open += task.title;
    }
    if (!open.isEmpty()) {
        constexpr qsizetype kShown = 5;
        auto *label = new QLabel(this);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
        setTextRole(label, TextRole::Warning);
        QString text = tr("%n task(s) stay open; the log will say so:", nullptr, int(open.size()));
        for (const QString &title : open.mid(0, kShown))
            text += u"\n• "_s + title;
        if (open.size() > kShown)
            text += u"\n• "_s + tr("and %n more", nullptr, int(open.size() - kShown));
        label->setText(text);
        label->setContentsMargins(0, space::kSmall, 0, 0);
        addWide(label);
    }
}

void CloseDialog::act()
{
    auto &workspace = m_desk.workspace();
    for (const ChecklistItem &item : m_checklist) {
        if (!item.box->isChecked() || !item.box->isEnabled())
            continue;
        item.box->setEnabled(false); // ticked for good, even when closing fails afterwards
        store::whenDone(workspace.tasks().complete(workspace.actor(), item.task), parentWidget(),
                        [&desk = m_desk](const Result<> &done) {
                            if (!done)
                                desk.showError(tr("Could not tick an item of the checklist."), done.error());
                        });
    }
    finishWith(workspace.incidents().close(workspace.actor(), m_incident, m_noteEdit->toPlainText().trimmed()),
               [this](const Result<incident::CloseOutcome> &) { showReview(); });
}

void CloseDialog::showReview()
{
    // The dialog goes away at once; the window stays, and with it the desk.
    auto &workspace = m_desk.workspace();
    store::whenDone(workspace.reviews().prefill(workspace.actor(), m_incident), parentWidget(),
                    [&desk = m_desk, incident = m_incident](const Result<core::ReviewId> &review) {
                        if (!review)
                            desk.showError(tr("Could not fill in the review."), review.error());
                        desk.openPage(PageId::Review, incident.value);
                    });
}

} // namespace vigie::gui
