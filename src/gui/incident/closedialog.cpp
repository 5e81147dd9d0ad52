// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/closedialog.h"

#include "gui/common/cardlist.h"
#include "gui/incident/roomrows.h"
#include "gui/shell/page.h"
#include "incident/incidentservice.h"
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

/// Open, and not meant for after standing down: those have no due time until the team stands down.
bool isLeftOpen(const incident::Task &task)
{
    return task.state == incident::TaskState::Open && task.phase != kStanddownPhase && task.dueAt;
}

} // namespace

CloseDialog::CloseDialog(Desk &desk, const Board &board, QWidget *parent)
    : ActDialog(parent), m_desk(desk), m_incident(board.incident.id), m_noteEdit(makeTextEdit(3))
{
    setWindowTitle(tr("Close the crisis"));
    setIntroduction(tr("The team stands down and the clocks stop. The review is then filled in from what was recorded."));
    setAct(tr("Close and go to the review"));
    const core::Language language = desk.workspace().language();
    if (board.plan && !board.plan->standdown.empty()) {
        auto *caption = new QLabel(tr("Before standing down"), this);
        setTextRole(caption, TextRole::Strong);
        addWide(caption);
        for (const playbook::StanddownItem &item : board.plan->standdown) {
            // A box cannot break its text; a label beside it can.
            auto *line = new QWidget(this);
            auto *layout = new QHBoxLayout(line);
            layout->setContentsMargins(0, space::kTiny, 0, 0);
            layout->setSpacing(space::kSmall);
            auto *box = new QCheckBox(line);
            box->setAccessibleName(item.text.in(language));
            auto *label = new QLabel(item.text.in(language), line);
            label->setWordWrap(true);
            label->setBuddy(box);
            layout->addWidget(box, 0, Qt::AlignTop);
            layout->addWidget(label, 1);
            addWide(line);
            m_checklist.push_back(box);
        }
    }
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
    addField(tr("&Note for the log"), m_noteEdit, tr("May stay empty."));
    check();
}

void CloseDialog::act()
{
    auto &workspace = m_desk.workspace();
    QString note = m_noteEdit->toPlainText().trimmed();
    QStringList unchecked;
    for (const QCheckBox *box : m_checklist) {
        if (!box->isChecked())
            unchecked += box->accessibleName();
    }
    if (!unchecked.isEmpty() && unchecked.size() < qsizetype(m_checklist.size())) {
        if (!note.isEmpty())
            note += u'\n';
        note += tr("Not ticked: %1", "%1: items of the stand-down checklist").arg(unchecked.join(u"; "_s));
    }
    setErrorText({});
    finishWith(workspace.incidents().close(workspace.actor(), m_incident, note),
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
