// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/playbook/playbookdata.h"
#include "gui/shell/page.h"

#include <QFuture>

class QButtonGroup;
class QCheckBox;
class QBoxLayout;
class QHBoxLayout;
class QLabel;
class QPushButton;

namespace vigie::gui
{

class VariantEditor;

/// A pre-approved message: French and English side by side, one pair for each network that has texts of its own.
class MessagePanel : public QWidget
{
    Q_OBJECT

public:
    MessagePanel(Desk &desk, QWidget *parent);

    void showMessage(const playbook::Message &message, const playbook::Playbook &plan);
    /// What was typed and not saved.
    [[nodiscard]] bool isModified() const;
    void retranslate();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showNetworks();
    void showTexts();
    void showDrift();
    void connectEditor(VariantEditor *editor, core::Language language);
    [[nodiscard]] const playbook::MessageVariant *variant(core::Language language) const;
    void save(core::Language language, const QString &text, int basedOn);
    void add(core::Language language);
    void askForApproval(core::Language language);
    void approve(core::Language language);
    void reject(core::Language language);
    void confirmAgreement();
    void offerNetworks();
    void finish(const QFuture<Result<>> &future, const QString &done, const QString &attempt);

    Desk &m_desk;
    playbook::Message m_message;
    playbook::Playbook m_plan;
    QString m_network;
    QLabel *m_titleLabel;
    QLabel *m_metaLabel;
    QLabel *m_situationLabel;
    QHBoxLayout *m_chips;
    QBoxLayout *m_texts;
    QButtonGroup *m_networkGroup;
    QPushButton *m_addNetworkButton;
    QPushButton *m_previewButton;
    QWidget *m_driftBar;
    QLabel *m_driftLabel;
    QPushButton *m_agreeButton;
    VariantEditor *m_french;
    VariantEditor *m_english;
};

} // namespace vigie::gui
