// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "gui/incident/room.h"

class QCheckBox;
class QPlainTextEdit;

namespace vigie::gui
{

class Desk;

/**
 * The team stands down: the plan's checklist, what is still open, and what happens with it. Nothing forbids closing with
 * open tasks: the log then says how many. Afterwards the review is filled in and shown.
 */
class CloseDialog : public ActDialog
{
    Q_OBJECT

public:
    CloseDialog(Desk &desk, const Board &board, QWidget *parent);

protected:
    void act() override;

private:
    struct ChecklistItem {
        core::TaskId task = {};
        QCheckBox *box = nullptr;
    };
    void addChecklist(const Board &board);
    void addOpenTasks(const Board &board);
    void showReview();

    Desk &m_desk;
    core::IncidentId m_incident;
    QPlainTextEdit *m_noteEdit;
    std::vector<ChecklistItem> m_checklist;
};

} // namespace vigie::gui
