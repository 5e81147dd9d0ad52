// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/playbook.h"

#include <algorithm>

namespace vigie::playbook
{
namespace
{

template <typename Element>
const Element *withKey(const std::vector<Element> &list, QStringView wanted)
{
    const auto found = std::ranges::find_if(list, [wanted](const Element &element) { return element.key == wanted; });
    return found == list.end() ? nullptr : &*found;
}

/// With no cadence at all people still expect to hear something.
constexpr std::chrono::minutes kFallbackInterval{60};

} // namespace

bool Condition::holds(int severity, const QStringList &networksSeen) const
{
    if (severity < minSeverity)
        return false;
    return networks.isEmpty() ||
           std::ranges::any_of(networks, [&](const QString &network) { return networksSeen.contains(network); });
}

const Role *Playbook::role(QStringView wanted) const
{
    return withKey(roles, wanted);
}

const Severity *Playbook::severity(int level) const
{
    const auto found = std::ranges::find(severities, level, &Severity::level);
    return found == severities.end() ? nullptr : &*found;
}

const Step *Playbook::step(QStringView wanted) const
{
    return withKey(steps, wanted);
}

const Variable *Playbook::variable(QStringView wanted) const
{
    return withKey(variables, wanted);
}

const MessageText *Playbook::message(QStringView wanted) const
{
    return withKey(messages, wanted);
}

std::chrono::minutes Playbook::updateInterval(int severityLevel, std::chrono::minutes age) const
{
    using std::chrono::minutes;
    if (const Severity *level = severity(severityLevel); level && level->cadence)
        return std::max(*level->cadence, minutes(1));
    for (const CadencePhase &phase : cadence.phases) {
        if (!phase.until || age < *phase.until)
            return std::max(phase.every, minutes(1));
    }
    return cadence.phases.empty() ? kFallbackInterval : std::max(cadence.phases.back().every, minutes(1));
}

} // namespace vigie::playbook
