// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/composersession.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace vigie::gui
{

/// Asks for what a text still needs, one field each. A value goes into the text on Enter or when its field is left.
class VariableForm : public QWidget
{
    Q_OBJECT

public:
    explicit VariableForm(QWidget *parent = nullptr);

    /// Keeps the fields that stay, with what was typed in them.
    void setVariables(const std::vector<AskedVariable> &variables);
    /// Puts what was typed, but not confirmed yet, into the text.
    void commit();
    void focusFirst();
    void retranslate();

signals:
    void filled(const vigie::gui::AskedVariable &variable, const QString &value);

private:
    struct Field {
        AskedVariable variable;
        QLabel *label = nullptr;
        QLineEdit *edit = nullptr;
    };
    void commitField(const QString &key);

    QLabel *m_titleLabel = nullptr;
    QVBoxLayout *m_layout = nullptr;
    std::vector<Field> m_fields;
};

} // namespace vigie::gui
