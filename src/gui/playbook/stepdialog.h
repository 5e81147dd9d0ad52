// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "playbook/playbook.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QSpinBox;

namespace vigie::gui
{

/// One step of a plan, in both languages. Nothing is saved here: the plan on the page takes it.
class StepDialog : public ActDialog
{
    Q_OBJECT

public:
    using Take = std::function<void(const playbook::Step &)>;
    /// A step without a key is a new one.
    StepDialog(const playbook::Playbook &plan, const playbook::Step &step, core::Language language, Take take, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    void fillBoxes(const playbook::Playbook &plan, core::Language language);
    [[nodiscard]] playbook::Step step() const;

    playbook::Step m_before;
    QStringList m_keys;
    Take m_take;
    QLineEdit *m_titleFrEdit;
    QLineEdit *m_titleEnEdit;
    QPlainTextEdit *m_detailFrEdit;
    QPlainTextEdit *m_detailEnEdit;
    QComboBox *m_phaseBox;
    QComboBox *m_roleBox;
    QSpinBox *m_offsetBox;
    QComboBox *m_fromBox;
};

/// A key for a new element: from its title, and not one of `taken`; `fallback` begins one that has no letter to begin with.
[[nodiscard]] QString freshKey(const QString &title, const QStringList &taken, const QString &fallback);

} // namespace vigie::gui
