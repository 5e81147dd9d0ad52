// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "gui/reply/replycontext.h"
#include "reply/reply.h"

class QCheckBox;
class QDateTimeEdit;
class QLineEdit;
class QPlainTextEdit;

namespace vigie::gui
{

/// Writes down what a reply promised: what, to whom, by when.
class PromiseDialog : public ActDialog
{
    Q_OBJECT

public:
    PromiseDialog(ReplyContext context, const reply::Reply &reply, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    ReplyContext m_context;
    reply::Reply m_reply;
    QPlainTextEdit *m_textEdit = nullptr;
    QLineEdit *m_toEdit = nullptr;
    QCheckBox *m_dueCheck = nullptr;
    QDateTimeEdit *m_dueEdit = nullptr;
};

} // namespace vigie::gui
