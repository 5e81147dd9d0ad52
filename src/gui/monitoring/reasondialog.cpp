// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/monitoring/reasondialog.h"

#include "gui/shell/theme.h"
#include "monitoring/ui_reasondialog.h"

#include <QPushButton>

namespace vigie::gui
{

ReasonDialog::ReasonDialog(QWidget *parent) : QDialog(parent), m_ui(std::make_unique<Ui::ReasonDialog>())
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *okButton = m_ui->buttonBox->button(QDialogButtonBox::Ok);
    okButton->setText(tr("Close without an answer"));
    setButtonKind(okButton, ButtonKind::Primary);
    okButton->setEnabled(false);
    m_ui->reasonComboBox->addItems({tr("Provocation: an answer would feed it"), tr("Not about us"),
                                    tr("Already answered in public"), tr("An opinion that needs no answer"),
                                    tr("Spam or automated")});
    m_ui->reasonComboBox->setCurrentIndex(-1);
    connect(m_ui->reasonComboBox, &QComboBox::editTextChanged, okButton,
            [okButton](const QString &text) { okButton->setEnabled(!text.trimmed().isEmpty()); });
}

ReasonDialog::~ReasonDialog() = default;

QString ReasonDialog::reason() const
{
    return m_ui->reasonComboBox->currentText().trimmed();
}

} // namespace vigie::gui
