// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/format.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace vigie::drill
{

/**
 * What an exercise showed: measured facts, each against its target where the scenario sets one. No total: a number that
 * hides a missed first reply behind tidy tasks would teach the wrong thing.
 */
struct DrillScore {
    int posts = 0;
    int alerts = 0;
    int alertsBeforeEvent = 0; ///< woken for nothing; always 0 where the scenario does not say when the event begins
    std::optional<double> detectMinutes = std::nullopt;         ///< from the beginning of the event to the first alert
    std::optional<double> openMinutes = std::nullopt;           ///< from that alert to the open crisis
    std::optional<double> firstStatementMinutes = std::nullopt; ///< from the beginning of the event
    std::optional<double> firstReplyMinutes = std::nullopt;     ///< from the beginning of the event
    std::optional<int> detectTarget = std::nullopt;
    std::optional<int> firstStatementTarget = std::nullopt;
    std::optional<int> firstReplyTarget = std::nullopt;
    int tasksDue = 0; ///< that had a time during the exercise
    int tasksInTime = 0;
    int replies = 0;
    int repliesWithCare = 0; ///< without an error or a warning of the reply check
    bool wasAutomatic = false; ///< played by the program, not by people: its times measure the plan, not a team

    bool operator==(const DrillScore &) const = default;
};

[[nodiscard]] QByteArray toJson(const DrillScore &score);
[[nodiscard]] std::optional<DrillScore> scoreFromJson(const QByteArray &json);

struct ScoreLine {
    QString label = {};
    QString value = {};
    std::optional<bool> isMet = std::nullopt; ///< nothing where there is no target
};
/// The score as a person reads it.
[[nodiscard]] std::vector<ScoreLine> describe(const DrillScore &score, const core::Format &format,
                                              const core::Phrasebook &phrases);

} // namespace vigie::drill
