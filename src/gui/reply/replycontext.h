// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "core/ids.h"
#include "core/language.h"

#include <QString>
#include <QUrl>

#include <functional>

namespace vigie::playbook
{
class DeskValueService;
}
namespace vigie::reply
{
class Outbox;
class PromiseService;
class ReplyCheck;
class ReplyService;
} // namespace vigie::reply
namespace vigie::store
{
class Database;
}
namespace vigie::workspace
{
class Workspace;
}

namespace vigie::gui
{

/// Opens a page in the person's browser; false when that could not be done.
using UrlOpener = std::function<bool(const QUrl &)>;
/// Refuses everything but http and https.
[[nodiscard]] UrlOpener systemUrlOpener();

/// What writing and settling replies needs of the workspace, and no more. All of it outlives the widgets that hold it.
struct ReplyContext {
    store::Database &database;
    reply::ReplyService &replies;
    reply::Outbox &outbox;
    reply::PromiseService &promises;
    const reply::ReplyCheck &check;
    playbook::DeskValueService &deskValues;
    std::function<QString()> actor;
    std::function<core::DrillRunId()> scope;
    std::function<core::Language()> language; ///< of the interface
    std::function<core::Format(core::Language)> format;
    std::function<QString()> brand;
    UrlOpener openUrl;

    [[nodiscard]] core::Format uiFormat() const { return format(language()); }
};

/// Everything it holds lives in the workspace and as long as it.
[[nodiscard]] ReplyContext replyContextOf(workspace::Workspace &workspace);

} // namespace vigie::gui
