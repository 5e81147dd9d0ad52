// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/settings/directory.h"

#include "playbook/personrepository.h"
#include "playbook/playbookrepository.h"

#include <algorithm>

namespace vigie::gui
{

Result<Directory> readDirectory(const store::Connection &connection, core::Language language)
{
    auto people = playbook::PersonRepository::list(connection);
    if (!people)
        return fail(people.error());
    const auto playbooks = playbook::PlaybookRepository::list(connection);
    if (!playbooks)
        return fail(playbooks.error());
    Directory directory{.people = *std::move(people)};
    for (const playbook::PlaybookSummary &summary : *playbooks) {
        const auto plan = playbook::PlaybookRepository::read(connection, summary.id);
        if (!plan)
            return fail(plan.error());
        for (const playbook::Role &role : plan->roles) {
            const bool isKnown = std::any_of(directory.roles.begin(), directory.roles.end(),
                                             [&role](const KnownRole &known) { return known.key == role.key; });
            if (!isKnown)
                directory.roles.push_back({role.key, role.title.in(language)});
        }
    }
    return directory;
}

} // namespace vigie::gui
