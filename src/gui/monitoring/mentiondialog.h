// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "gui/shell/page.h"
#include "networks/post.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace vigie::gui
{

/// A mention that no source brings: a screenshot by e-mail, a letter, a closed group. It is judged, counted and kept like any
/// other, and says who typed it. Of the real world only: an exercise has its own posts.
class MentionDialog : public ActDialog
{
    Q_OBJECT

public:
    MentionDialog(Desk &desk, QWidget *parent);

signals:
    void added(vigie::core::MentionId mention);

protected:
    bool isComplete() const override;
    void act() override;

private:
    [[nodiscard]] networks::Post post() const;
    [[nodiscard]] bool hasUsableAddress() const;
    void followAddress();

    Desk &m_desk;
    QComboBox *m_networkBox;
    QLineEdit *m_addressEdit;
    QLineEdit *m_authorEdit;
    QPlainTextEdit *m_textEdit;
    QDateTimeEdit *m_whenEdit;
};

} // namespace vigie::gui
