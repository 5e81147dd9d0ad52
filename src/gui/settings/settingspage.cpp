// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/settingspage.h"

#include "gui/common/cardlist.h"
#include "gui/settings/accountsection.h"
#include "gui/settings/databasesection.h"
#include "gui/settings/desksection.h"
#include "gui/settings/learningsection.h"
#include "gui/settings/peoplesection.h"
#include "gui/settings/prioritysection.h"
#include "gui/settings/sourcesection.h"
#include "gui/settings/watchsection.h"
#include "workspace/workspace.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace vigie::gui
{

namespace
{
constexpr auto kReloadDelay = 80ms;
constexpr int kListWidth = 200;
}

SettingsPage::SettingsPage(Desk &desk, QWidget *parent) : Page(desk, parent)
{
    m_list = new CardView(this);
    m_list->setFixedWidth(qRound(kListWidth * textScale()));
    m_stack = new QStackedWidget(this);
    m_sections = {new DeskSection(desk, this),     new WatchSection(desk, this),  new PrioritySection(desk, this),
                  new LearningSection(desk, this), new AccountSection(desk, this), new SourceSection(desk, this),
                  new PeopleSection(desk, this),   new DatabaseSection(desk, this)};
    for (SettingsSection *section : std::as_const(m_sections)) {
        m_stack->addWidget(section);
        connect(section, &SettingsSection::headerChanged, this, [this, section] {
            if (section == current())
                emit headerChanged();
        });
    }
    auto *side = new QWidget(this);
    setPanel(side, Qt::RightEdge);
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, space::kSmall, 1, 0);
    sideLayout->addWidget(m_list);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(side);
    layout->addWidget(m_stack, 1);
    setFocusProxy(m_list);

    connect(m_list, &CardView::selected, this, [this](const CardRow &row) { showPart(SettingsPart(row.id)); });
    m_reloadTimer.setSingleShot(true);
    m_reloadTimer.setInterval(kReloadDelay);
    connect(&m_reloadTimer, &QTimer::timeout, this, [this] {
        for (SettingsSection *section : std::exchange(m_stale, {}))
            section->load();
    });
    connect(&workspace().database(), &store::Database::changed, this, &SettingsPage::noteChanges);
    connect(&workspace(), &workspace::Workspace::profileChanged, this, [this] { m_sections.first()->load(); });
    retranslate();
    m_list->setCurrentIndex(m_list->cards().index(0));
    for (SettingsSection *section : std::as_const(m_sections))
        section->load();
}

void SettingsPage::retranslate()
{
    m_list->setAccessibleName(tr("Parts of the settings"));
    showRows();
    for (SettingsSection *section : std::as_const(m_sections))
        section->retranslate();
}

void SettingsPage::showRows()
{
    std::vector<CardRow> rows;
    for (int i = 0; i < m_sections.size(); ++i)
        rows.push_back({.key = QString::number(i), .id = i, .iconName = m_sections.at(i)->iconName(), .text = m_sections.at(i)->title()});
    m_list->cards().setRows(std::move(rows));
}

void SettingsPage::setFileAsker(const FileAsker &asker)
{
    static_cast<SourceSection *>(section(SettingsPart::Sources))->setFileAsker(asker);
    static_cast<DatabaseSection *>(section(SettingsPart::Database))->setFileAsker(asker);
}

SettingsSection *SettingsPage::current() const
{
    return m_sections.at(std::max(0, m_stack->currentIndex()));
}

void SettingsPage::showPart(SettingsPart part)
{
    m_stack->setCurrentIndex(int(part));
    if (m_list->currentIndex().row() != int(part))
        m_list->setCurrentIndex(m_list->cards().index(int(part)));
    emit headerChanged();
}

void SettingsPage::activate(qint64 itemId)
{
    if (itemId >= 1 && itemId <= m_sections.size())
        showPart(SettingsPart(itemId - 1));
    section(SettingsPart::Database)->load(); // its size grows without anybody telling
}

void SettingsPage::noteChanges(const store::Changes &changes)
{
    for (SettingsSection *section : std::as_const(m_sections)) {
        const bool matters = std::any_of(changes.begin(), changes.end(), [section](const store::Change &change) { return section->isAbout(change); });
        if (matters && !m_stale.contains(section))
            m_stale += section;
    }
    if (!m_stale.isEmpty() && !m_reloadTimer.isActive())
        m_reloadTimer.start();
}

QString SettingsPage::headline() const
{
    return current()->headline();
}

QAction *SettingsPage::primaryAction() const
{
    return current()->primaryAction();
}

QList<QAction *> SettingsPage::headerActions() const
{
    return current()->otherActions();
}

QList<QAction *> SettingsPage::menuActions() const
{
    QList<QAction *> actions;
    for (const SettingsSection *section : m_sections) {
        if (!actions.isEmpty())
            actions += nullptr;
        if (QAction *primary = section->primaryAction())
            actions += primary;
        actions += section->otherActions();
    }
    return actions;
}

} // namespace vigie::gui
