// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replypages.h"

#include "gui/reply/composer.h"
#include "gui/reply/replypage.h"
#include "reply/replycheck.h"
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

Page *makeReplyPage(Desk &desk, QWidget *parent)
{
    return new ReplyPage(desk, replyContextOf(desk.workspace()), parent);
}

SidePanel *makeComposer(Desk &desk, core::MentionId mention, ReplyVisibility visibility, QWidget *parent)
{
    auto *composer = new Composer(desk, replyContextOf(desk.workspace()), parent);
    composer->openMention(mention, visibility == ReplyVisibility::Private ? reply::Visibility::Private
                                                                          : reply::Visibility::Public);
    return composer;
}

} // namespace vigie::gui
