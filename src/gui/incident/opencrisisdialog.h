// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"
#include "gui/common/actdialog.h"
#include "monitoring/alert.h"
#include "playbook/playbook.h"

class QComboBox;
class QLineEdit;

namespace vigie::gui
{

class Desk;
class PersonBox;
class SeverityPicker;

/**
 * Opens a crisis, by hand or from an alert, and goes to the crisis room with it. Call one of the two functions: the dialog
 * shows itself, waits for nobody and deletes itself.
 */
class OpenCrisisDialog : public ActDialog
{
    Q_OBJECT

public:
    static OpenCrisisDialog *openByHand(Desk &desk, QWidget *parent);
    /// Filled in from the alert; by hand where it is none. Where a crisis was opened from it already, goes there instead and gives a null pointer.
    static OpenCrisisDialog *openFor(Desk &desk, core::AlertId alert, QWidget *parent);

protected:
    [[nodiscard]] bool isComplete() const override;
    void act() override;

private:
    /// What is offered: read once, in a pool thread.
    struct Offer {
        std::vector<playbook::Playbook> playbooks = {};
        QStringList people = {};
    };
    OpenCrisisDialog(Desk &desk, const std::optional<monitoring::Alert> &alert, QWidget *parent);
    void loadOffer();
    void showOffer(Offer offer);
    void showPlan();
    [[nodiscard]] core::Language crisisLanguage() const;
    [[nodiscard]] const playbook::Playbook *plan() const; ///< null without one

    Desk &m_desk;
    core::AlertId m_alert;
    Offer m_offer;
    QLineEdit *m_titleEdit;
    QComboBox *m_playbookBox;
    SeverityPicker *m_severityPicker;
    QComboBox *m_languageBox;
    PersonBox *m_leadBox;
};

} // namespace vigie::gui
