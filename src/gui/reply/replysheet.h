// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/composersession.h"
#include "gui/reply/replycontext.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;

namespace vigie::gui
{

class ElidedLabel;
class FindingList;
class PillFlow;
class PillLabel;
class ReplyEditor;
class VariableForm;

/**
 * The paper one text is written on: what it still asks for, its words, their length and what the check found in them. The
 * composer has one, or two where a public and a private text make one answer. Shows its session, and decides nothing.
 */
class ReplySheet : public QWidget
{
    Q_OBJECT

public:
    ReplySheet(ComposerSession &session, ReplyContext context, QWidget *parent);

    [[nodiscard]] ComposerSession &session() const { return m_session; }
    [[nodiscard]] ReplyEditor &editor() const { return *m_editor; }

    /// Two sheets have a head each, with the state of their text; one alone needs none.
    void setHalf(bool isHalf);
    void setWritable(bool isWritable);
    /// The session's text, as it was loaded.
    void showText();
    void showAll();
    void insertMessage(const playbook::MessageVariant &variant, const std::vector<playbook::Variable> &variables);
    /// Values that were typed and not confirmed go into the text.
    void commitVariables();
    void retranslate();

signals:
    void typed();
    void messageWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showReport();
    void placeInsertButton();
    [[nodiscard]] bool hasRoomForWords() const;
    void fillVariable(const AskedVariable &variable, const QString &value);
    [[nodiscard]] QString counterText() const;

    ComposerSession &m_session;
    ReplyContext m_context;
    bool m_isHalf = false;
    bool m_isWritable = false;
    bool m_showsWords = true; ///< on the button that inserts

    QBoxLayout *m_column = nullptr;
    QWidget *m_head = nullptr;
    QLabel *m_headIcon = nullptr;
    ElidedLabel *m_headLabel = nullptr;
    PillLabel *m_statePill = nullptr;
    QPushButton *m_insertButton = nullptr;
    VariableForm *m_variables = nullptr;
    ReplyEditor *m_editor = nullptr;
    QLabel *m_counterLabel = nullptr;
    PillFlow *m_parts = nullptr;
    FindingList *m_findings = nullptr;
};

} // namespace vigie::gui
