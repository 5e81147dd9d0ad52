// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/review.h"

using namespace Qt::StringLiterals;

namespace vigie::postmortem
{

QString findingKindKey(FindingKind kind)
{
    switch (kind) {
    case FindingKind::WentWrong:
        return u"went-wrong"_s;
    case FindingKind::ToImprove:
        return u"to-improve"_s;
    case FindingKind::Worked:
        return u"worked"_s;
    case FindingKind::Luck:
        return u"luck"_s;
    }
    return {};
}

FindingKind findingKindFromKey(QStringView key)
{
    for (const FindingKind kind : {FindingKind::WentWrong, FindingKind::Worked, FindingKind::Luck}) {
        if (findingKindKey(kind) == key)
            return kind;
    }
    return FindingKind::ToImprove;
}

QString actionStateKey(ActionState state)
{
    switch (state) {
    case ActionState::Open:
        return u"open"_s;
    case ActionState::Done:
        return u"done"_s;
    case ActionState::Dropped:
        return u"dropped"_s;
    }
    return {};
}

ActionState actionStateFromKey(QStringView key)
{
    if (key == u"done")
        return ActionState::Done;
    return key == u"dropped" ? ActionState::Dropped : ActionState::Open;
}

} // namespace vigie::postmortem
