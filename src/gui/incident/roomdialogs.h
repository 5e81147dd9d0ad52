// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "gui/incident/room.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QRadioButton;

namespace vigie::workspace
{
class Workspace;
}
namespace vigie::gui
{

class DelayBox;
class Desk;
class PersonBox;
class SeverityPicker;

/// One text and one act: a proof, a reason, a note.
class TextDialog : public ActDialog
{
    Q_OBJECT

public:
    struct Texts {
        QString title = {};
        QString introduction = {};
        QString label = {};
        QString act = {};
    };
    enum class Asks { Required, Optional };
    using Act = std::function<QFuture<Result<>>(const QString &text)>;
    TextDialog(const Texts &texts, Asks asks, Act act, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    Asks m_asks;
    Act m_act;
    QPlainTextEdit *m_edit;
};

/// A dialog about one crisis: who asks, and which it is.
class RoomDialog : public ActDialog
{
    Q_OBJECT

protected:
    RoomDialog(Desk &desk, core::IncidentId incident, QWidget *parent) : ActDialog(parent), m_desk(desk), m_incident(incident) {}

    [[nodiscard]] Desk &desk() const { return m_desk; }
    [[nodiscard]] workspace::Workspace &workspace() const;
    [[nodiscard]] core::IncidentId incident() const { return m_incident; }

private:
    Desk &m_desk;
    core::IncidentId m_incident;
};

/// Says where things stand, to the team or to everybody, and when the next word comes.
class PostUpdateDialog : public RoomDialog
{
    Q_OBJECT

public:
    PostUpdateDialog(Desk &desk, const Board &board, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    void showReach();

    QPlainTextEdit *m_textEdit;
    QRadioButton *m_internalButton;
    QRadioButton *m_publicButton;
    DelayBox *m_nextBox;
};

class SeverityDialog : public RoomDialog
{
    Q_OBJECT

public:
    SeverityDialog(Desk &desk, const Board &board, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    int m_before;
    SeverityPicker *m_picker;
    QPlainTextEdit *m_reasonEdit;
};

class DecisionDialog : public RoomDialog
{
    Q_OBJECT

public:
    DecisionDialog(Desk &desk, const Board &board, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    QPlainTextEdit *m_whatEdit;
    QPlainTextEdit *m_whyEdit;
    QPlainTextEdit *m_optionsEdit;
    DelayBox *m_recheckBox;
};

/// Gives a role of the plan to somebody, or hands it over with its open tasks.
class HandOverDialog : public RoomDialog
{
    Q_OBJECT

public:
    HandOverDialog(Desk &desk, const Board &board, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    void showRole();

    Board m_board;
    QComboBox *m_roleBox;
    QLabel *m_holderLabel;
    PersonBox *m_personBox;
    QPlainTextEdit *m_noteEdit;
};

class TaskDialog : public RoomDialog
{
    Q_OBJECT

public:
    TaskDialog(Desk &desk, const Board &board, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    QLineEdit *m_titleEdit;
    QPlainTextEdit *m_detailEdit;
    QComboBox *m_roleBox;
    PersonBox *m_assigneeBox;
    DelayBox *m_dueBox;
    QCheckBox *m_proofBox;
};

/// Adds a fact, or changes one: its words and how sure one is.
class FactDialog : public RoomDialog
{
    Q_OBJECT

public:
    /// `fact`: without an id, a new one.
    FactDialog(Desk &desk, const incident::Fact &fact, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    incident::Fact m_fact;
    QPlainTextEdit *m_textEdit;
    QComboBox *m_stateBox;
    QLineEdit *m_originEdit = nullptr; ///< only for a new one
};

class StakeholderDialog : public RoomDialog
{
    Q_OBJECT

public:
    StakeholderDialog(Desk &desk, const Board &board, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    QLineEdit *m_nameEdit;
    QComboBox *m_roleBox;
    DelayBox *m_dueBox;
};

} // namespace vigie::gui
