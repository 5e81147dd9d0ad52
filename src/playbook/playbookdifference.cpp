// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbookdifference.h"

#include <algorithm>

namespace vigie::playbook
{
namespace
{

QString keyOf(const Severity &severity)
{
    return QString::number(severity.level);
}
template <typename Element>
QString keyOf(const Element &element)
{
    return element.key;
}

Text titleOf(const Severity &severity)
{
    return severity.name;
}
Text titleOf(const Variable &variable)
{
    return variable.label;
}
Text titleOf(const Stakeholder &stakeholder)
{
    return stakeholder.name;
}
Text titleOf(const StanddownItem &item)
{
    return item.text;
}
template <typename Element>
Text titleOf(const Element &element)
{
    return element.title;
}

template <typename Element>
void compare(PlaybookPart part, const std::vector<Element> &before, const std::vector<Element> &after,
             std::vector<Difference> &result)
{
    const auto twinOf = [](const Element &element, const std::vector<Element> &list) {
        return std::ranges::find_if(list, [&element](const Element &other) { return keyOf(other) == keyOf(element); });
    };
    const auto tell = [&](DifferenceKind kind, const Element &element) {
        result.push_back({.part = part, .kind = kind, .key = keyOf(element), .title = titleOf(element)});
    };
    for (const Element &element : after) {
        const auto twin = twinOf(element, before);
        if (twin == before.end())
            tell(DifferenceKind::Added, element);
        else if (*twin != element)
            tell(DifferenceKind::Changed, element);
    }
    for (const Element &element : before) {
        if (twinOf(element, after) == after.end())
            tell(DifferenceKind::Removed, element);
    }
}

} // namespace

std::vector<Difference> differences(const Playbook &before, const Playbook &after)
{
    std::vector<Difference> result;
    if (before.title != after.title || before.summary != after.summary || before.kind != after.kind)
        result.push_back({.part = PlaybookPart::General, .title = after.title});
    if (before.cadence != after.cadence)
        result.push_back({.part = PlaybookPart::Cadence});
    compare(PlaybookPart::Role, before.roles, after.roles, result);
    compare(PlaybookPart::Severity, before.severities, after.severities, result);
    compare(PlaybookPart::Variable, before.variables, after.variables, result);
    compare(PlaybookPart::Step, before.steps, after.steps, result);
    compare(PlaybookPart::Stakeholder, before.stakeholders, after.stakeholders, result);
    compare(PlaybookPart::Standdown, before.standdown, after.standdown, result);
    compare(PlaybookPart::Message, before.messages, after.messages, result);
    return result;
}

} // namespace vigie::playbook
