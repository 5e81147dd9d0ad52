// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/settings/settingssection.h"
#include "reply/replyservice.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QVBoxLayout;

namespace vigie::gui
{

class LegalHoldSwitch;

/// The desk itself: its brand, who acts here, its time, how it looks, and what must happen before a reply leaves.
class DeskSection : public SettingsSection
{
    Q_OBJECT

public:
    DeskSection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("Desk"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("house"); }
    [[nodiscard]] QAction *primaryAction() const override { return m_saveAction; }
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool isAbout(const store::Change &change) const override { return change.entity == store::Entity::Setting; }
    void load() override;
    void retranslate() override;

private:
    struct Values {
        QString brand = {};
        QString operatorName = {};
        QByteArray zone = {};
        reply::ApprovalPolicy approval = reply::ApprovalPolicy::FourEyes;
        QStringList contacts = {};

        bool operator==(const Values &) const = default;
    };
    struct Field {
        QLabel *caption = nullptr;
        QLabel *hint = nullptr;
    };
    [[nodiscard]] Field addField(QVBoxLayout *layout, QWidget *field);
    void setField(const Field &field, QWidget *widget, const QString &caption, const QString &hint);
    void fillZones();
    [[nodiscard]] Values typed() const;
    void show(const Values &values);
    void check();
    void save();
    void chooseLanguage();
    void chooseTheme();

    LegalHoldSwitch *m_legalHold;
    Values m_stored;
    bool m_isLoaded = false;
    QAction *m_saveAction;
    QLabel *m_deskTitle;
    QLabel *m_screenTitle;
    QLabel *m_replyTitle;
    QLabel *m_keepTitle;
    QLineEdit *m_brandEdit;
    QLineEdit *m_nameEdit;
    QComboBox *m_zoneBox;
    QComboBox *m_languageBox;
    QComboBox *m_themeBox;
    QComboBox *m_approvalBox;
    QPlainTextEdit *m_contactsEdit;
    Field m_brandField;
    Field m_nameField;
    Field m_zoneField;
    Field m_languageField;
    Field m_themeField;
    Field m_approvalField;
    Field m_contactsField;
};

} // namespace vigie::gui
