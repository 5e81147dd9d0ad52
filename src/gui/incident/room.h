// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "incident/incident.h"
#include "monitoring/mention.h"
#include "playbook/playbook.h"
#include "store/connection.h"

#include <QStringView>

#include <vector>

namespace vigie::gui
{

/// A step of the plan that waits for the team to stand down: it has no due time yet.
[[nodiscard]] bool isForLater(const incident::Task &task);

/// Everything the crisis room shows of one crisis, read in one go.
struct Board {
    incident::Incident incident = {};
    std::optional<playbook::Playbook> plan = std::nullopt; ///< the playbook as it was at opening
    std::vector<incident::RoleHolder> roles = {};
    std::vector<incident::Task> tasks = {};      ///< in the order of the plan
    std::vector<incident::LogEntry> log = {};    ///< oldest first, at most kLogLimit of the newest
    std::vector<incident::StatusUpdate> updates = {};
    std::vector<incident::Decision> decisions = {};
    std::vector<incident::Fact> facts = {};
    std::vector<incident::Stakeholder> stakeholders = {};
    std::vector<monitoring::Mention> keyMentions = {}; ///< newest first
    int mentionCount = 0;

    static constexpr int kLogLimit = 500;
    static constexpr int kKeyMentionLimit = 50;

    /// Who holds a role; empty when nobody does.
    [[nodiscard]] QString holder(QStringView roleKey) const;
    [[nodiscard]] int overdueTasks(core::Instant now) const;
    [[nodiscard]] const incident::Task *task(core::TaskId id) const; ///< null when it is not on the board
    [[nodiscard]] const incident::Fact *fact(core::FactId id) const;
};

inline constexpr QStringView kLeadRole = u"crisis-lead";

struct Room {
    std::vector<incident::Incident> incidents = {}; ///< of the scope: open ones first, then the newest
    std::optional<Board> board = std::nullopt;      ///< nothing when there is no open crisis and none was asked for

    [[nodiscard]] int openCount() const;
};

/// The room with `wanted`, else with the gravest open crisis. Some milliseconds: for a pool thread.
[[nodiscard]] Result<Room> readRoom(const store::Connection &connection, core::DrillRunId scope, core::IncidentId wanted);

} // namespace vigie::gui
