// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/postmortem/reviewdialogs.h"

#include "gui/incident/roomfields.h"
#include "gui/postmortem/reviewrows.h"
#include "gui/shell/page.h"
#include "playbook/personrepository.h"
#include "postmortem/reviewservice.h"
#include "workspace/workspace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

using postmortem::ActionState;
using postmortem::FindingKind;

FindingDialog::FindingDialog(Desk &desk, const postmortem::Finding &finding, QWidget *parent)
    : ActDialog(parent), m_desk(desk), m_finding(finding), m_kindBox(new QComboBox(this)), m_textEdit(makeTextEdit(5))
{
    const bool isNew = !finding.id.isValid();
    setWindowTitle(isNew ? tr("Add a finding") : tr("Change a finding"));
    setIntroduction(tr("Write what happened and why it was possible, not who is to blame."));
    setAct(isNew ? tr("Add the finding") : tr("Keep the change"));
    for (const FindingKind kind : {FindingKind::Worked, FindingKind::WentWrong, FindingKind::ToImprove, FindingKind::Luck})
        m_kindBox->addItem(ReviewRows::findingKindName(kind), int(kind));
    m_kindBox->setCurrentIndex(m_kindBox->findData(int(finding.kind)));
    m_textEdit->setPlainText(finding.text);
    addField(tr("&Kind"), m_kindBox);
    addField(tr("&Finding"), m_textEdit);
    m_textEdit->setFocus();
    check();
}

bool FindingDialog::isComplete() const
{
    return !m_textEdit->toPlainText().trimmed().isEmpty();
}

void FindingDialog::act()
{
    auto &workspace = m_desk.workspace();
    m_finding.kind = FindingKind(m_kindBox->currentData().toInt());
    m_finding.text = m_textEdit->toPlainText().trimmed();
    if (m_finding.id.isValid())
        finishWith(workspace.reviews().editFinding(workspace.actor(), m_finding));
    else
        finishWith(workspace.reviews().addFinding(workspace.actor(), m_finding));
}

ActionDialog::ActionDialog(Desk &desk, const postmortem::Action &action, QWidget *parent)
    : ActDialog(parent)
    , m_desk(desk)
    , m_action(action)
    , m_textEdit(makeTextEdit(3))
    , m_ownerBox(new PersonBox(this))
    , m_dueCheck(new QCheckBox(tr("Until"), this))
    , m_dueEdit(new QDateEdit(this))
{
    const bool isNew = !action.id.isValid();
    constexpr int kUsualDays = 30;
    setWindowTitle(isNew ? tr("Add an action") : tr("Change an action"));
    setAct(isNew ? tr("Add the action") : tr("Keep the change"));
    m_textEdit->setPlainText(action.text);
    m_ownerBox->setPerson(action.owner);
    const core::Format format = desk.workspace().format();
    const core::Instant due = action.dueAt.value_or(desk.workspace().clock().now() + std::chrono::days(kUsualDays));
    m_dueEdit->setCalendarPopup(true);
    m_dueEdit->setLocale(format.locale());
    m_dueEdit->setDate(core::toUtc(due).toTimeZone(format.zone()).date());
    m_dueEdit->setAccessibleName(tr("Due date"));
    m_dueCheck->setChecked(isNew || action.dueAt.has_value());
    m_dueEdit->setEnabled(m_dueCheck->isChecked());
    connect(m_dueCheck, &QCheckBox::toggled, m_dueEdit, &QWidget::setEnabled);

    addField(tr("&Action"), m_textEdit, tr("One sentence that begins with a verb."));
    addField(tr("&Owner"), m_ownerBox);
    auto *dueRow = new QWidget(this);
    auto *layout = new QHBoxLayout(dueRow);
    layout->setContentsMargins(0, space::kSmall, 0, 0);
    layout->addWidget(m_dueCheck);
    layout->addWidget(m_dueEdit, 1);
    addWide(dueRow);
    if (!isNew) {
        m_stateBox = new QComboBox(this);
        for (const ActionState state : {ActionState::Open, ActionState::Done, ActionState::Dropped})
            m_stateBox->addItem(ReviewRows::actionStateName(state), int(state));
        m_stateBox->setCurrentIndex(m_stateBox->findData(int(action.state)));
        addField(tr("&State"), m_stateBox);
    }
    const auto read = [](const store::Connection &connection) { return playbook::PersonRepository::list(connection); };
    store::readAsync(desk.workspace().database(), this, read, [this](const Result<std::vector<playbook::Person>> &people) {
        QStringList names;
        for (const playbook::Person &person : people.value_or(std::vector<playbook::Person>()))
            names += person.name;
        m_ownerBox->setPeople(names);
    });
    m_textEdit->setFocus();
    check();
}

bool ActionDialog::isComplete() const
{
    return !m_textEdit->toPlainText().trimmed().isEmpty();
}

void ActionDialog::act()
{
    auto &workspace = m_desk.workspace();
    m_action.text = m_textEdit->toPlainText().trimmed();
    m_action.owner = m_ownerBox->person();
    m_action.dueAt = std::nullopt;
    if (m_dueCheck->isChecked()) {
        const QDateTime endOfWork(m_dueEdit->date(), QTime(18, 0), workspace.format().zone());
        m_action.dueAt = core::instantFrom(endOfWork);
    }
    if (m_stateBox)
        m_action.state = ActionState(m_stateBox->currentData().toInt());
    if (m_action.id.isValid())
        finishWith(workspace.reviews().editAction(workspace.actor(), m_action));
    else
        finishWith(workspace.reviews().addAction(workspace.actor(), m_action));
}

} // namespace vigie::gui
