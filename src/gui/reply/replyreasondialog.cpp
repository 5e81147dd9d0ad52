// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replyreasondialog.h"

#include "gui/shell/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

ReplyReasonDialog::ReplyReasonDialog(const Texts &texts, Until until, QWidget *parent)
    : QDialog(parent), m_reasonEdit(new QPlainTextEdit(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(texts.title);
    setMinimumWidth(qRound(440 * textScale()));
    auto *title = new QLabel(texts.title, this);
    setTextRole(title, TextRole::Title);
    auto *explanation = new QLabel(texts.explanation, this);
    setTextRole(explanation, TextRole::Muted);
    auto *label = new QLabel(texts.label, this);
    for (QLabel *each : {title, explanation, label}) {
        each->setTextFormat(Qt::PlainText);
        each->setWordWrap(true);
    }
    label->setBuddy(m_reasonEdit);
    m_reasonEdit->setObjectName(u"reasonEdit"_s);
    m_reasonEdit->setAccessibleName(texts.label);
    m_reasonEdit->setTabChangesFocus(true);
    m_reasonEdit->setFixedHeight(m_reasonEdit->fontMetrics().lineSpacing() * 4 + 2 * space::kSmall);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(space::kHuge, space::kHuge, space::kHuge, space::kLarge);
    layout->setSpacing(space::kSmall);
    layout->addWidget(title);
    layout->addWidget(explanation);
    layout->addSpacing(space::kSmall);
    layout->addWidget(label);
    layout->addWidget(m_reasonEdit);
    if (until == Until::Asked) {
        m_spanCombo = new QComboBox(this);
        m_spanCombo->setObjectName(u"spanCombo"_s);
        m_spanCombo->addItem(tr("Until somebody resumes"), 0);
        m_spanCombo->addItem(tr("For 30 minutes"), 30);
        m_spanCombo->addItem(tr("For 1 hour"), 60);
        m_spanCombo->addItem(tr("For 4 hours"), 240);
        m_spanCombo->addItem(tr("For 24 hours"), 1440);
        auto *spanLabel = new QLabel(tr("How long"), this);
        spanLabel->setBuddy(m_spanCombo);
        layout->addWidget(spanLabel);
        layout->addWidget(m_spanCombo);
    }
    auto *buttons = new QDialogButtonBox(this);
    QPushButton *const accept = buttons->addButton(texts.button, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    setButtonKind(accept, until == Until::Asked ? ButtonKind::Danger : ButtonKind::Primary);
    accept->setObjectName(u"acceptButton"_s);
    accept->setEnabled(false);
    layout->addSpacing(space::kSmall);
    layout->addWidget(buttons);
    connect(m_reasonEdit, &QPlainTextEdit::textChanged, this, [this, accept] { accept->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QString ReplyReasonDialog::reason() const
{
    return m_reasonEdit->toPlainText().trimmed();
}

std::optional<std::chrono::minutes> ReplyReasonDialog::span() const
{
    const int minutes = m_spanCombo ? m_spanCombo->currentData().toInt() : 0;
    return minutes > 0 ? std::optional(std::chrono::minutes(minutes)) : std::nullopt;
}

} // namespace vigie::gui
