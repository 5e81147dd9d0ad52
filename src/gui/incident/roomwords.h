// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/common/painting.h"
#include "gui/incident/room.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// The words and icons of a crisis, for every page that names one. In the language of the interface.
class RoomWords
{
    Q_DECLARE_TR_FUNCTIONS(RoomWords)

public:
    /// "4 · Critical": the playbook's own name for the level where there is one.
    [[nodiscard]] static QString severityName(int severity, core::Language language,
                                              const std::optional<playbook::Playbook> &plan = std::nullopt);
    [[nodiscard]] static Pill severityPill(int severity, core::Language language,
                                           const std::optional<playbook::Playbook> &plan = std::nullopt);
    /// The role's title in the plan; for a role the plan does not know, its key in readable form.
    [[nodiscard]] static QString roleTitle(const QString &key, core::Language language,
                                           const std::optional<playbook::Playbook> &plan);
    [[nodiscard]] static QString factStateName(incident::FactState state);
    [[nodiscard]] static QString factStateIcon(incident::FactState state);
    [[nodiscard]] static Token factStateToken(incident::FactState state);
    /// What kind of line of the log it is: "Note", "Decision", …
    [[nodiscard]] static QString logKindName(const QString &kind);
    [[nodiscard]] static QString logKindIcon(const QString &kind);
    [[nodiscard]] static Token logKindToken(const QString &kind);
};

} // namespace vigie::gui
