// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "monitoring/account.h"
#include "monitoring/source.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace vigie::networks
{
struct Page;
}

namespace vigie::gui
{

class Desk;

/// Adds a source or changes one: a feed, or what an account lets us read. Shows what it would bring before it is added.
class SourceDialog : public ActDialog
{
    Q_OBJECT

public:
    SourceDialog(Desk &desk, const monitoring::Source &source, const std::vector<monitoring::Account> &accounts,
                 QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    void fillKinds();
    void fillAccounts();
    void showFields();
    void showPreview();
    void previewed(const Result<networks::Page> &page);
    [[nodiscard]] monitoring::SourceKind kind() const;
    [[nodiscard]] monitoring::Source described() const;

    Desk &m_desk;
    const monitoring::Source m_source;
    const std::vector<monitoring::Account> m_accounts; ///< that are signed in
    QLineEdit *m_nameEdit;
    QComboBox *m_kindBox;
    QComboBox *m_accountBox;
    QLineEdit *m_queryEdit;
    QLineEdit *m_urlEdit;
    QSpinBox *m_intervalBox;
    QPushButton *m_previewButton;
    QLabel *m_preview;
};

} // namespace vigie::gui
