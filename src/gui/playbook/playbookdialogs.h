// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "playbook/playbookdifference.h"
#include "playbook/playbookfile.h"

#include <functional>

class QLineEdit;
class QPlainTextEdit;

namespace vigie::gui
{

/// A note for an act: required for a refusal, welcome for an approval.
class NoteDialog : public ActDialog
{
    Q_OBJECT

public:
    struct Texts {
        QString title = {};
        QString introduction = {};
        QString field = {};
        QString act = {};
        bool isRequired = false;
        ButtonKind kind = ButtonKind::Primary;
    };
    using Act = std::function<QFuture<Result<>>(const QString &note)>;
    NoteDialog(const Texts &texts, Act act, std::function<void()> done, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    const bool m_isRequired;
    Act m_act;
    std::function<void()> m_done;
    QPlainTextEdit *m_noteEdit;
};

/// Saves the plan as its next version: what is different, and why.
class SavePlanDialog : public ActDialog
{
    Q_OBJECT

public:
    using Save = std::function<QFuture<Result<int>>(const QString &note)>;
    SavePlanDialog(const std::vector<playbook::Difference> &differences, int version, core::Language language, Save save,
                   std::function<void(int)> done, QWidget *parent);

protected:
    void act() override;

private:
    Save m_save;
    std::function<void(int)> m_done;
    QPlainTextEdit *m_noteEdit;
};

/// Title and summary of a plan, in both languages.
class PlanHeadDialog : public ActDialog
{
    Q_OBJECT

public:
    using Take = std::function<void(const playbook::Text &title, const playbook::Text &summary)>;
    PlanHeadDialog(const playbook::Playbook &plan, Take take, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    Take m_take;
    QLineEdit *m_titleFrEdit;
    QLineEdit *m_titleEnEdit;
    QPlainTextEdit *m_summaryFrEdit;
    QPlainTextEdit *m_summaryEnEdit;
};

/// Why a file cannot be taken: each place with its line and the reason.
class FindingsDialog : public QDialog
{
    Q_OBJECT

public:
    FindingsDialog(const QString &path, const std::vector<playbook::Finding> &findings, core::Language language, QWidget *parent);
};

} // namespace vigie::gui
