// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/actdialog.h"
#include "gui/settings/directory.h"
#include "gui/settings/settingssection.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace vigie::gui
{

/// The team: who to call, in which role, who stands in, and whether the numbers still hold.
class PeopleSection : public ListSection
{
    Q_OBJECT

public:
    PeopleSection(Desk &desk, QWidget *parent);

    [[nodiscard]] QString title() const override { return tr("People"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("people"); }
    [[nodiscard]] QAction *primaryAction() const override { return m_addAction; }
    [[nodiscard]] QList<QAction *> otherActions() const override { return {m_verifyAction}; }
    [[nodiscard]] QString headline() const override;
    [[nodiscard]] bool isAbout(const store::Change &change) const override { return change.entity == store::Entity::Person; }
    void load() override;
    void retranslate() override;

private:
    void showRows();
    void edit(qint64 id);
    void verify(qint64 id);
    void verifySelected();
    void remove(qint64 id);
    void showMenu(const CardRow &row, const QPoint &position);
    [[nodiscard]] const playbook::Person *person(qint64 id) const;
    [[nodiscard]] QString roleTitle(const QString &key) const;

    std::vector<playbook::Person> m_people;
    std::vector<KnownRole> m_roles;
    QAction *m_addAction;
    QAction *m_verifyAction;
};

class PersonDialog : public ActDialog
{
    Q_OBJECT

public:
    PersonDialog(Desk &desk, const playbook::Person &person, const std::vector<playbook::Person> &people,
                 const std::vector<KnownRole> &roles, QWidget *parent);

protected:
    bool isComplete() const override;
    void act() override;

private:
    Desk &m_desk;
    playbook::Person m_person;
    QLineEdit *m_nameEdit;
    QLineEdit *m_jobEdit;
    QLineEdit *m_phoneEdit;
    QLineEdit *m_emailEdit;
    QComboBox *m_deputyBox;
    std::vector<std::pair<QString, QCheckBox *>> m_roleBoxes;
};

} // namespace vigie::gui
