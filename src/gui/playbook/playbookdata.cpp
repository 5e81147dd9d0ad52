// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/playbook/playbookdata.h"

#include "playbook/messagerepository.h"
#include "playbook/personrepository.h"

namespace vigie::gui
{

bool isReviewed(const playbook::PlaybookSummary &playbook, core::Instant now)
{
    return playbook.reviewedAt && now - *playbook.reviewedAt < kPlanIsStaleAfter;
}

Result<Library> readLibrary(const store::Connection &connection, core::Instant now)
{
    auto playbooks = playbook::PlaybookRepository::list(connection);
    if (!playbooks)
        return fail(playbooks.error());
    Library library{.playbooks = *std::move(playbooks)};
    for (const playbook::PlaybookSummary &summary : library.playbooks) {
        library.reviewed += isReviewed(summary, now) ? 1 : 0;
        const auto messages = playbook::MessageRepository::ofPlaybook(connection, summary.id);
        if (!messages)
            return fail(messages.error());
        for (const playbook::Message &message : *messages) {
            for (const playbook::MessageVariant &variant : message.variants) {
                ++library.texts;
                library.textsInDate += playbook::isUsable(variant, now) ? 1 : 0;
                library.textsWaiting += variant.state == playbook::ApprovalState::Pending ? 1 : 0;
            }
        }
    }
    const auto people = playbook::PersonRepository::list(connection);
    if (!people)
        return fail(people.error());
    library.people = int(people->size());
    for (const playbook::Person &person : *people)
        library.peopleVerified += playbook::isStale(person, now) ? 0 : 1;
    return library;
}

Result<OpenPlaybook> readPlaybook(const store::Connection &connection, core::PlaybookId id)
{
    const auto summary = playbook::PlaybookRepository::find(connection, id);
    if (!summary)
        return fail(summary.error());
    if (!*summary)
        return fail(ErrorKind::NotFound, QStringLiteral("there is no such playbook"));
    auto plan = playbook::PlaybookRepository::read(connection, id);
    if (!plan)
        return fail(plan.error());
    auto messages = playbook::MessageRepository::ofPlaybook(connection, id);
    if (!messages)
        return fail(messages.error());
    auto versions = playbook::PlaybookRepository::versions(connection, id);
    if (!versions)
        return fail(versions.error());
    return OpenPlaybook{.summary = **summary,
                        .plan = *std::move(plan),
                        .messages = *std::move(messages),
                        .versions = *std::move(versions)};
}

} // namespace vigie::gui
