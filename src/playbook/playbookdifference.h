// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/playbook.h"

namespace vigie::playbook
{

enum class PlaybookPart { General, Cadence, Role, Severity, Variable, Step, Stakeholder, Standdown, Message };
enum class DifferenceKind { Added, Removed, Changed };

struct Difference {
    PlaybookPart part = PlaybookPart::Step;
    DifferenceKind kind = DifferenceKind::Changed;
    QString key = {}; ///< the element's key; a severity's level; empty for General and Cadence
    Text title = {};  ///< what the element is called, as it is now, or as it was when removed

    bool operator==(const Difference &) const = default;
};

/// What must change in `before` to become `after`. The version number is no difference; neither is the order of a list.
[[nodiscard]] std::vector<Difference> differences(const Playbook &before, const Playbook &after);

} // namespace vigie::playbook
