// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QDialog>

#include <optional>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace vigie::gui
{

/// Asks for a sentence: why a reply goes back to its writer, why nothing may go out. Opened without waiting; deletes itself.
class ReplyReasonDialog : public QDialog
{
    Q_OBJECT

public:
    struct Texts {
        QString title = {};
        QString explanation = {}; ///< what will happen, in one or two sentences
        QString label = {};
        QString button = {};
    };
    enum class Until { NotAsked, Asked };

    ReplyReasonDialog(const Texts &texts, Until until, QWidget *parent);

    [[nodiscard]] QString reason() const;
    /// How long it holds; nothing: until a person ends it.
    [[nodiscard]] std::optional<std::chrono::minutes> span() const;

private:
    QPlainTextEdit *m_reasonEdit = nullptr;
    QComboBox *m_spanCombo = nullptr;
};

} // namespace vigie::gui
