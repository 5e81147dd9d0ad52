// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "monitoring/account.h"
#include "monitoring/source.h"

class QCheckBox;
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
class PillLabel;

/**
 * Adds a source or changes one: a feed, what an account lets us read, a folder, or a webhook, whose secret is shown once. Says
 * what it would bring before it is added.
 */
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
    void buildFields();
    void buildLocalFields();
    void chooseFolder();
    void addWebhook(monitoring::Source source);
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
    QLineEdit *m_folderEdit;
    QPushButton *m_folderButton;
    QSpinBox *m_portBox;
    QCheckBox *m_fileBox; ///< shown once the keychain has failed
    PillLabel *m_untestedPill;
    QSpinBox *m_intervalBox;
    QPushButton *m_previewButton;
    QLabel *m_preview;
};

} // namespace vigie::gui
