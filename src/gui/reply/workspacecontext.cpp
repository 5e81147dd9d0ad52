// SPDX-License-Identifier: GPL-3.0-or-later
// The only file here that knows the workspace.
#include "gui/reply/composer.h"
#include "gui/reply/repliespage.h"
#include "workspace/workspace.h"

namespace vigie::gui
{

ReplyContext replyContextOf(workspace::Workspace &workspace)
{
    workspace::Workspace *const w = &workspace;
    return {.database = w->database(),
            .replies = w->replies(),
            .outbox = w->outbox(),
            .promises = w->promises(),
            .check = w->replyCheck(),
            .deskValues = w->deskValues(),
            .actor = [w] { return w->actor(); },
            .scope = [w] { return w->scope(); },
            .language = [w] { return w->language(); },
            .format = [w](core::Language language) { return w->format(language); },
            .brand = [w] { return w->profile().brand; },
            .openUrl = systemUrlOpener()};
}

RepliesPage::RepliesPage(Desk &desk, QWidget *parent) : RepliesPage(desk, replyContextOf(desk.workspace()), parent) {}

Composer::Composer(Desk &desk, core::MentionId mention, ReplyVisibility visibility, QWidget *parent)
    : Composer(desk, replyContextOf(desk.workspace()), parent)
{
    openMention(mention, visibility == ReplyVisibility::Private ? reply::Visibility::Private : reply::Visibility::Public);
}

} // namespace vigie::gui
