// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages.h"

#include "gui/drill/drillspage.h"
#include "gui/incident/crisisroompage.h"
#include "gui/incident/opencrisisdialog.h"
#include "gui/monitoring/watchpage.h"
#include "gui/playbook/playbookspage.h"
#include "gui/postmortem/reviewpage.h"
#include "gui/reply/composer.h"
#include "gui/reply/repliespage.h"
#include "gui/settings/settingspage.h"

namespace vigie::app
{

namespace
{

template <typename SomePage>
gui::PageFactories::MakePage maker()
{
    return [](gui::Desk &desk, QWidget *parent) -> gui::Page * { return new SomePage(desk, parent); };
}

} // namespace

gui::PageFactories pageFactories()
{
    using gui::PageId;
    gui::PageFactories factories;
    const auto page = [&factories](PageId id) -> auto & { return factories.pages[std::size_t(id)]; };
    const auto badge = [&factories](PageId id) -> auto & { return factories.badges[std::size_t(id)]; };
    page(PageId::Watch) = maker<gui::WatchPage>();
    page(PageId::CrisisRoom) = maker<gui::CrisisRoomPage>();
    page(PageId::Playbooks) = maker<gui::PlaybooksPage>();
    page(PageId::Replies) = maker<gui::RepliesPage>();
    page(PageId::Review) = maker<gui::ReviewPage>();
    page(PageId::Drills) = maker<gui::DrillsPage>();
    page(PageId::Settings) = maker<gui::SettingsPage>();
    badge(PageId::Watch) = &gui::WatchPage::badge;
    badge(PageId::CrisisRoom) = &gui::CrisisRoomPage::badge;
    badge(PageId::Replies) = &gui::RepliesPage::badge;
    factories.composer = [](gui::Desk &desk, core::MentionId mention, gui::ReplyVisibility visibility, QWidget *parent) -> gui::SidePanel * {
        return new gui::Composer(desk, mention, visibility, parent);
    };
    factories.openCrisis = [](gui::Desk &desk, core::AlertId alert, QWidget *parent) {
        gui::OpenCrisisDialog::openFor(desk, alert, parent);
    };
    return factories;
}

} // namespace vigie::app
