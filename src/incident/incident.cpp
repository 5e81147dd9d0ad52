// SPDX-License-Identifier: GPL-3.0-or-later
#include "incident/incident.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace vigie::incident
{
namespace
{

template <typename State>
using Keys = std::span<const std::pair<State, QStringView>>;

constexpr std::pair<IncidentState, QStringView> kIncidentStates[] = {{IncidentState::Open, u"open"},
                                                                     {IncidentState::Closed, u"closed"}};
constexpr std::pair<TaskState, QStringView> kTaskStates[] = {
    {TaskState::Open, u"open"}, {TaskState::Done, u"done"}, {TaskState::Skipped, u"skipped"}};
constexpr std::pair<FactState, QStringView> kFactStates[] = {{FactState::Confirmed, u"confirmed"},
                                                             {FactState::Checking, u"checking"},
                                                             {FactState::NotToSay, u"not-to-say"},
                                                             {FactState::Withdrawn, u"withdrawn"}};

template <typename State>
QString keyOf(State state, Keys<State> keys)
{
    return std::ranges::find(keys, state, &std::pair<State, QStringView>::first)->second.toString();
}

template <typename State>
std::optional<State> stateOf(QStringView key, Keys<State> keys)
{
    const auto found = std::ranges::find(keys, key, &std::pair<State, QStringView>::second);
    return found == keys.end() ? std::nullopt : std::optional(found->first);
}

} // namespace

QString toKey(IncidentState state)
{
    return keyOf<IncidentState>(state, kIncidentStates);
}

QString toKey(TaskState state)
{
    return keyOf<TaskState>(state, kTaskStates);
}

QString toKey(FactState state)
{
    return keyOf<FactState>(state, kFactStates);
}

std::optional<IncidentState> incidentStateFromKey(QStringView key)
{
    return stateOf<IncidentState>(key, kIncidentStates);
}

std::optional<TaskState> taskStateFromKey(QStringView key)
{
    return stateOf<TaskState>(key, kTaskStates);
}

std::optional<FactState> factStateFromKey(QStringView key)
{
    return stateOf<FactState>(key, kFactStates);
}

} // namespace vigie::incident
