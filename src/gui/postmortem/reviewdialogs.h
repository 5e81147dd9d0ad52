// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "postmortem/review.h"

class QCheckBox;
class QComboBox;
class QDateEdit;
class QPlainTextEdit;

namespace vigie::gui
{

class Desk;
class PersonBox;

/// Adds a finding, or changes one: its words and its kind.
class FindingDialog : public ActDialog
{
    Q_OBJECT

public:
    /// `finding`: without an id, a new one of its review.
    FindingDialog(Desk &desk, const postmortem::Finding &finding, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    Desk &m_desk;
    postmortem::Finding m_finding;
    QComboBox *m_kindBox;
    QPlainTextEdit *m_textEdit;
};

class ActionDialog : public ActDialog
{
    Q_OBJECT

public:
    ActionDialog(Desk &desk, const postmortem::Action &action, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    Desk &m_desk;
    postmortem::Action m_action;
    QPlainTextEdit *m_textEdit;
    PersonBox *m_ownerBox;
    QCheckBox *m_dueCheck;
    QDateEdit *m_dueEdit;
    QComboBox *m_stateBox = nullptr; ///< only for one that exists
};

} // namespace vigie::gui
