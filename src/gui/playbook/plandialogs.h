// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "playbook/playbook.h"

#include <functional>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;

namespace vigie::gui
{

// Parts of a plan, each in both languages. Nothing is saved here: the plan on the page takes it.

/// A role card: what it is there for, what it does, who stands in.
class RoleDialog : public ActDialog
{
    Q_OBJECT

public:
    using Take = std::function<void(const playbook::Role &)>;
    /// A role without a key is a new one.
    RoleDialog(const playbook::Playbook &plan, const playbook::Role &role, core::Language language, Take take, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    playbook::Role m_role;
    QStringList m_keys;
    Take m_take;
    QLineEdit *m_titleFrEdit;
    QLineEdit *m_titleEnEdit;
    QPlainTextEdit *m_missionFrEdit;
    QPlainTextEdit *m_missionEnEdit;
    QPlainTextEdit *m_dutiesFrEdit;
    QPlainTextEdit *m_dutiesEnEdit;
    QComboBox *m_deputyBox;
    QCheckBox *m_manyBox;
};

/// A severity level: how one knows it, and what it sets in motion.
class SeverityLevelDialog : public ActDialog
{
    Q_OBJECT

public:
    using Take = std::function<void(const playbook::Severity &)>;
    SeverityLevelDialog(const playbook::Playbook &plan, const playbook::Severity &severity, core::Language language, Take take,
                   QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    playbook::Severity m_severity;
    Take m_take;
    QLineEdit *m_nameFrEdit;
    QLineEdit *m_nameEnEdit;
    QPlainTextEdit *m_criteriaFrEdit;
    QPlainTextEdit *m_criteriaEnEdit;
    QSpinBox *m_cadenceBox;
    QListWidget *m_rolesList;
    QListWidget *m_approvalsList;
};

/// How often the crisis speaks: the first word, and then in phases that follow each other.
class CadenceDialog : public ActDialog
{
    Q_OBJECT

public:
    using Take = std::function<void(const playbook::Cadence &)>;
    CadenceDialog(const playbook::Cadence &cadence, Take take, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    struct PhaseRow {
        QWidget *row = nullptr;
        QSpinBox *everyBox = nullptr;
        QSpinBox *untilBox = nullptr;
    };
    void addPhase(std::chrono::minutes every, std::chrono::minutes until);
    void removePhase(QWidget *row);
    [[nodiscard]] QSpinBox *makeMinutes(int least, std::chrono::minutes value);

    Take m_take;
    QSpinBox *m_statementBox;
    QSpinBox *m_scopeBox;
    QVBoxLayout *m_phaseLayout;
    std::vector<PhaseRow> m_phases; ///< all but the last, which has no end
    QSpinBox *m_lastBox;
};

} // namespace vigie::gui
