// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"
#include "gui/common/painting.h"
#include "playbook/message.h"
#include "playbook/playbook.h"
#include "playbook/playbookdifference.h"

#include <QCoreApplication>

namespace vigie::gui
{

/// The words of plans and messages, in the language of the interface.
class PlaybookWords
{
    Q_DECLARE_TR_FUNCTIONS(PlaybookWords)

public:
    [[nodiscard]] static QString kind(const QString &key);
    [[nodiscard]] static QString stepPhase(const QString &key);
    [[nodiscard]] static QStringList stepPhases(); ///< keys, in the order of a crisis
    [[nodiscard]] static QString messagePhase(const QString &key);
    [[nodiscard]] static QStringList messagePhases();
    [[nodiscard]] static QString audience(const QString &key);
    [[nodiscard]] static QString network(const QString &key); ///< "Any network", "Private message", "Bluesky"
    [[nodiscard]] static QString language(core::Language language);
    /// "T+15 min", "T+2 h 05"; after standing down: "End+1 h".
    [[nodiscard]] static QString offset(const playbook::Step &step, const core::Format &format);
    [[nodiscard]] static QString offset(std::chrono::minutes minutes, const core::Format &format);
    /// The role's title in the plan, else its key in readable form.
    [[nodiscard]] static QString role(const playbook::Playbook &plan, const QString &key, core::Language language);
    /// "from severity 3", "on Mastodon or X"; empty without conditions.
    [[nodiscard]] static QString condition(const playbook::Condition &condition);
    /// Draft, waiting, approved, rejected, expired or due for a review.
    [[nodiscard]] static Pill statePill(const playbook::MessageVariant &variant, core::Instant now);
    /// The worst state of all texts of a message, as one pill.
    [[nodiscard]] static Pill statePill(const playbook::Message &message, core::Instant now);
    [[nodiscard]] static QString difference(const playbook::Difference &difference, core::Language language);
};

} // namespace vigie::gui
