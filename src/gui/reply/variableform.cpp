// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/variableform.h"

#include "gui/shell/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

VariableForm::VariableForm(QWidget *parent) : QWidget(parent), m_titleLabel(new QLabel(this)), m_layout(new QVBoxLayout)
{
    setTextRole(m_titleLabel, TextRole::Section);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::kSmall);
    layout->addWidget(m_titleLabel);
    layout->addLayout(m_layout);
    hide();
}

void VariableForm::setVariables(const std::vector<AskedVariable> &variables)
{
    std::erase_if(m_fields, [&](const Field &field) {
        const bool isGone = std::none_of(variables.begin(), variables.end(), [&](const AskedVariable &variable) {
            return variable.key == field.variable.key;
        });
        if (isGone) {
            // Called out of the field's own signal: it leaves the layout at once, and goes when that has returned.
            for (QWidget *widget : {static_cast<QWidget *>(field.label), static_cast<QWidget *>(field.edit)}) {
                m_layout->removeWidget(widget);
                widget->hide();
                widget->deleteLater();
            }
        }
        return isGone;
    });
    for (const AskedVariable &variable : variables) {
        const auto known = std::find_if(m_fields.begin(), m_fields.end(),
                                        [&](const Field &field) { return field.variable.key == variable.key; });
        if (known != m_fields.end()) {
            known->variable = variable;
            known->label->setText(variable.label);
            known->edit->setPlaceholderText(variable.example);
            continue;
        }
        Field field{variable, new QLabel(variable.label, this), new QLineEdit(this)};
        field.label->setTextFormat(Qt::PlainText);
        field.label->setWordWrap(true);
        field.label->setBuddy(field.edit);
        setTextRole(field.label, TextRole::SmallMuted);
        field.edit->setObjectName(u"variable_"_s + variable.key);
        field.edit->setAccessibleName(variable.label);
        field.edit->setPlaceholderText(variable.example);
        field.edit->setText(variable.proposal);
        field.label->setContentsMargins(0, space::kTiny, 0, 0);
        m_layout->addWidget(field.label);
        m_layout->addWidget(field.edit);
        connect(field.edit, &QLineEdit::editingFinished, this, [this, key = variable.key] { commitField(key); });
        m_fields.push_back(std::move(field));
    }
    for (std::size_t i = 1; i < m_fields.size(); ++i)
        setTabOrder(m_fields[i - 1].edit, m_fields[i].edit);
    retranslate();
    setVisible(!m_fields.empty());
}

void VariableForm::commitField(const QString &key)
{
    const auto field = std::find_if(m_fields.begin(), m_fields.end(),
                                    [&key](const Field &candidate) { return candidate.variable.key == key; });
    if (field == m_fields.end())
        return;
    const QString value = field->edit->text().trimmed();
    // What is only proposed, and was never touched, is not a person's word.
    if (value.isEmpty() || (!field->edit->hasFocus() && !field->edit->isModified()))
        return;
    const bool hadFocus = field->edit->hasFocus();
    const AskedVariable variable = field->variable;
    emit filled(variable, value);
    if (hadFocus)
        focusFirst();
}

void VariableForm::commit()
{
    std::vector<QString> keys;
    for (const Field &field : m_fields)
        keys.push_back(field.variable.key);
    for (const QString &key : keys)
        commitField(key);
}

void VariableForm::focusFirst()
{
    if (!m_fields.empty())
        m_fields.front().edit->setFocus();
}

void VariableForm::retranslate()
{
    //: Above the fields for what a pre-approved message still needs, such as a link or a time.
    m_titleLabel->setText(tr("%n thing(s) to fill in before this may leave", nullptr, int(m_fields.size())));
}

} // namespace vigie::gui
