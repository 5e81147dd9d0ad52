// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages.h"

#ifdef VIGIE_PAGE_MONITORING
#include "gui/monitoring/watchpage.h"
#endif
#ifdef VIGIE_PAGE_INCIDENT
#include "gui/incident/crisisroompage.h"
#endif
#ifdef VIGIE_PAGE_PLAYBOOK
#include "gui/playbook/playbookspage.h"
#endif
#ifdef VIGIE_PAGE_REPLY
#include "gui/reply/composer.h"
#include "gui/reply/repliespage.h"
#endif
#ifdef VIGIE_PAGE_POSTMORTEM
#include "gui/postmortem/reviewpage.h"
#endif
#ifdef VIGIE_PAGE_DRILL
#include "gui/drill/drillspage.h"
#endif
#ifdef VIGIE_PAGE_SETTINGS
#include "gui/settings/settingspage.h"
#endif

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
    gui::PageFactories factories;
    [[maybe_unused]] const auto page = [&factories](gui::PageId id) -> auto & { return factories.pages[std::size_t(id)]; };
    [[maybe_unused]] const auto badge = [&factories](gui::PageId id) -> auto & { return factories.badges[std::size_t(id)]; };
#ifdef VIGIE_PAGE_MONITORING
    page(gui::PageId::Watch) = maker<gui::WatchPage>();
    badge(gui::PageId::Watch) = &gui::WatchPage::badge;
#endif
#ifdef VIGIE_PAGE_INCIDENT
    page(gui::PageId::CrisisRoom) = maker<gui::CrisisRoomPage>();
#endif
#ifdef VIGIE_PAGE_PLAYBOOK
    page(gui::PageId::Playbooks) = maker<gui::PlaybooksPage>();
#endif
#ifdef VIGIE_PAGE_REPLY
    page(gui::PageId::Replies) = maker<gui::RepliesPage>();
    factories.composer = [](gui::Desk &desk, core::MentionId mention, gui::ReplyVisibility visibility, QWidget *parent) -> gui::SidePanel * {
        return new gui::Composer(desk, mention, visibility, parent);
    };
#endif
#ifdef VIGIE_PAGE_POSTMORTEM
    page(gui::PageId::Review) = maker<gui::ReviewPage>();
#endif
#ifdef VIGIE_PAGE_DRILL
    page(gui::PageId::Drills) = maker<gui::DrillsPage>();
#endif
#ifdef VIGIE_PAGE_SETTINGS
    page(gui::PageId::Settings) = maker<gui::SettingsPage>();
#endif
    return factories;
}

} // namespace vigie::app
