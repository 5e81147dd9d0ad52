// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/replycontext.h"
#include "gui/shell/page.h"

namespace vigie::gui
{

/// Everything it holds lives in the workspace and as long as it.
[[nodiscard]] ReplyContext replyContextOf(workspace::Workspace &workspace);

/// For PageFactories: the Replies page, and the composer beside any page.
[[nodiscard]] Page *makeReplyPage(Desk &desk, QWidget *parent);
[[nodiscard]] SidePanel *makeComposer(Desk &desk, core::MentionId mention, ReplyVisibility visibility, QWidget *parent);

} // namespace vigie::gui
