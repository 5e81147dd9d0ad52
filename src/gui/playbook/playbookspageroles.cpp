// SPDX-License-Identifier: GPL-3.0-or-later
// Who does it, how grave it is, how often it speaks: the parts of a plan beside its steps.
#include "gui/common/cardlist.h"
#include "gui/common/icons.h"
#include "gui/playbook/plandialogs.h"
#include "gui/playbook/playbookspage.h"
#include "workspace/workspace.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::gui
{

namespace
{

const auto kRolePrefix = u"role/"_s;

/// How many parts of the plan name this role. One that is named cannot go: somebody would be told to do nothing.
int usesOf(const playbook::Playbook &plan, const QString &key)
{
    qsizetype uses = 0;
    uses += std::ranges::count(plan.steps, key, &playbook::Step::role);
    uses += std::ranges::count(plan.stakeholders, key, &playbook::Stakeholder::role);
    uses += std::ranges::count(plan.standdown, key, &playbook::StanddownItem::role);
    uses += std::ranges::count(plan.roles, key, &playbook::Role::deputyRole);
    uses += std::ranges::count(plan.messages, key, &playbook::MessageText::ownerRole);
    uses += std::ranges::count(plan.messages, key, &playbook::MessageText::approverRole);
    for (const playbook::Severity &severity : plan.severities)
        uses += severity.roles.count(key) + severity.approvals.count(key);
    return int(uses);
}

} // namespace

// Roles -------------------------------------------------------------------------------------------------------------------

void PlaybooksPage::openRole(const CardRow &row)
{
    const playbook::Role *role = m_current ? m_current->plan.role(QStringView(row.key).sliced(kRolePrefix.size())) : nullptr;
    if (!role || workspace().isReadOnly())
        return;
    auto *dialog = new RoleDialog(m_current->plan, *role, workspace().language(),
                                  [this](const playbook::Role &taken) { takeRole(taken); }, this);
    dialog->open();
}

void PlaybooksPage::addRole()
{
    if (!m_current || workspace().isReadOnly())
        return;
    auto *dialog = new RoleDialog(m_current->plan, {}, workspace().language(),
                                  [this](const playbook::Role &taken) { takeRole(taken); }, this);
    dialog->open();
}

void PlaybooksPage::takeRole(const playbook::Role &role)
{
    if (!m_current)
        return;
    auto &roles = m_current->plan.roles;
    const auto known = std::ranges::find(roles, role.key, &playbook::Role::key);
    if (known != roles.end())
        *known = role;
    else
        roles.push_back(role);
    showCurrent();
    if (const QModelIndex index = m_roleView->cards().indexOf(kRolePrefix + role.key); index.isValid())
        m_roleView->setCurrentIndex(index);
}

void PlaybooksPage::removeRole(const QString &key)
{
    if (!m_current)
        return;
    if (const int uses = usesOf(m_current->plan, key); uses > 0) {
        desk().showToast(tr("The plan still names this role in %n place(s): steps, levels, deputies, messages.", nullptr, uses));
        return;
    }
    const playbook::Playbook before = m_current->plan;
    std::erase_if(m_current->plan.roles, [&key](const playbook::Role &role) { return role.key == key; });
    showCurrent();
    desk().showUndoToast(tr("The role is out of the plan once you save it."), [this, before] {
        if (m_current && m_current->plan.key == before.key) {
            m_current->plan = before;
            showCurrent();
        }
    });
}

void PlaybooksPage::showRoleMenu(const CardRow &row, const QPoint &position)
{
    if (!m_current || workspace().isReadOnly() || !row.key.startsWith(kRolePrefix))
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(u"pencil"_s), tr("Edit the role…"), this, [this, row] { openRole(row); });
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), tr("Take it out of the plan"), this, [this, key = row.key.mid(kRolePrefix.size())] { removeRole(key); });
    menu->popup(position);
}

// Severity and cadence ----------------------------------------------------------------------------------------------------

void PlaybooksPage::editSeverity(int level)
{
    const playbook::Severity *severity = m_current ? m_current->plan.severity(level) : nullptr;
    if (!severity || workspace().isReadOnly())
        return;
    auto *dialog = new SeverityLevelDialog(
        m_current->plan, *severity, workspace().language(),
        [this](const playbook::Severity &taken) {
            auto &severities = m_current->plan.severities;
            const auto known = std::ranges::find(severities, taken.level, &playbook::Severity::level);
            if (known == severities.end())
                return; // another version came meanwhile
            *known = taken;
            showCurrent();
        },
        this);
    dialog->open();
}

void PlaybooksPage::editCadence()
{
    if (!m_current || workspace().isReadOnly())
        return;
    auto *dialog = new CadenceDialog(
        m_current->plan.cadence,
        [this](const playbook::Cadence &taken) {
            m_current->plan.cadence = taken;
            showCurrent();
        },
        this);
    dialog->open();
}

} // namespace vigie::gui
