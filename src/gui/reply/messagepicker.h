// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/messagechoice.h"

#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPlainTextEdit;
class QPushButton;

namespace vigie::gui
{

class EmptyState;

/// Finds a pre-approved message and gives it to the composer. Texts that may not be used are shown with the reason.
class MessagePicker : public QWidget
{
    Q_OBJECT

public:
    explicit MessagePicker(QWidget *parent = nullptr);

    /// `network` is "private" for a private message; `uiLanguage` is that of the titles.
    void setShelves(std::vector<MessageShelf> shelves);
    void setWish(core::Language language, const QString &network, core::Language uiLanguage, core::Instant now);
    void start();
    void retranslate();

signals:
    void chosen(const vigie::playbook::MessageVariant &variant, const std::vector<vigie::playbook::Variable> &variables);
    void cancelled();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void fillCombo(QComboBox *combo, const QString &any, const QStringList &keys, QString (*word)(const QString &));
    void showPreview();
    void insert();

    MessageChoiceModel *m_model = nullptr;
    QLabel *m_titleLabel = nullptr;
    QPushButton *m_backButton = nullptr;
    QLineEdit *m_searchEdit = nullptr;
    QComboBox *m_phaseCombo = nullptr;
    QComboBox *m_audienceCombo = nullptr;
    QListView *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    QPlainTextEdit *m_preview = nullptr;
    QLabel *m_reasonLabel = nullptr;
    QPushButton *m_insertButton = nullptr;
    QTimer m_searchTimer;
    std::vector<MessageShelf> m_shelves;
    MessageWish m_wish;
    core::Language m_uiLanguage = core::Language::English;
};

} // namespace vigie::gui
