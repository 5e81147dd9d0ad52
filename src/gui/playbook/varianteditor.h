// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "playbook/message.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace vigie::gui
{

class PillLabel;
class VariableHighlighter;

/**
 * One text of a message in one language: what it says, its state, who approved it and until when, how long it is where it goes.
 * Knows nothing of the database: it asks by its signals.
 */
class VariantEditor : public QWidget
{
    Q_OBJECT

public:
    struct Context {
        core::Format format;
        core::Instant now = {};
        QString actor = {};
        QString network = {}; ///< the one that is chosen; empty for any
        bool isReadOnly = false;
    };
    VariantEditor(core::Language language, QWidget *parent);

    /// Nothing: there is no text of its own for this network. What was typed and not saved stays, unless the text is another one.
    void showVariant(const std::optional<playbook::MessageVariant> &variant, const playbook::Playbook &plan, const Context &context);
    void setPreview(bool isPreview);
    void retranslate();
    [[nodiscard]] QString text() const;
    [[nodiscard]] bool isModified() const;

signals:
    void saveRequested(const QString &text, int basedOn);
    void addRequested();
    void approvalRequested();
    void approveRequested();
    void rejectRequested();

private:
    void showState();
    void showLength();
    void showPreview();
    [[nodiscard]] QString withExamples(const QString &text) const;

    const core::Language m_language;
    std::optional<playbook::MessageVariant> m_variant;
    playbook::Playbook m_plan;
    std::optional<Context> m_context;
    bool m_isPreview = false;

    QLabel *m_languageLabel;
    PillLabel *m_statePill;
    QPlainTextEdit *m_edit;
    QPlainTextEdit *m_previewEdit;
    VariableHighlighter *m_highlighter;
    QLabel *m_lengthLabel;
    QLabel *m_datesLabel;
    QLabel *m_problemLabel;
    QPushButton *m_saveButton;
    QPushButton *m_revertButton;
    QPushButton *m_askButton;
    QPushButton *m_approveButton;
    QPushButton *m_rejectButton;
    QPushButton *m_addButton;
};

} // namespace vigie::gui
