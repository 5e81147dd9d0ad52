// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/incident/room.h"

#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "incident/taskrepository.h"
#include "monitoring/mentionrepository.h"

#include <algorithm>

namespace vigie::gui
{

using incident::IncidentRepository;
using incident::LogRepository;

namespace
{

/// Puts what was read where it belongs; the reason when it could not be read.
template <typename T>
Result<> take(Result<T> read, T &target)
{
    if (!read)
        return fail(read.error());
    target = *std::move(read);
    return {};
}

Result<> readMentions(const store::Connection &connection, core::IncidentId id, Board &board)
{
    const auto keys = IncidentRepository::mentions(connection, id, IncidentRepository::Mentions::Key, Board::kKeyMentionLimit);
    if (!keys)
        return fail(keys.error());
    std::vector<qint64> ids;
    for (const core::MentionId key : *keys)
        ids.push_back(key.value);
    if (auto read = take(monitoring::MentionRepository::byIds(connection, ids), board.keyMentions); !read)
        return read;
    return take(IncidentRepository::mentionCount(connection, id), board.mentionCount);
}

Result<Board> readBoard(const store::Connection &connection, core::IncidentId id)
{
    Board board;
    auto read = take(IncidentRepository::require(connection, id), board.incident)
                    .and_then([&] { return take(IncidentRepository::snapshot(connection, id), board.plan); })
                    .and_then([&] { return take(IncidentRepository::roles(connection, id), board.roles); })
                    .and_then([&] { return take(incident::TaskRepository::ofIncident(connection, id), board.tasks); })
                    .and_then([&] {
                        return take(LogRepository::entries(connection, id, LogRepository::Entries::All, {}, Board::kLogLimit),
                                    board.log);
                    })
                    .and_then([&] { return take(LogRepository::updates(connection, id), board.updates); })
                    .and_then([&] { return take(LogRepository::decisions(connection, id), board.decisions); })
                    .and_then([&] { return take(LogRepository::facts(connection, id), board.facts); })
                    .and_then([&] { return take(LogRepository::stakeholders(connection, id), board.stakeholders); })
                    .and_then([&] { return readMentions(connection, id, board); });
    if (!read)
        return fail(read.error());
    std::reverse(board.log.begin(), board.log.end());
    return board;
}

} // namespace

bool isForLater(const incident::Task &task)
{
    return !task.dueAt && !task.stepKey.isEmpty();
}

QString Board::holder(QStringView roleKey) const
{
    const auto found =
        std::find_if(roles.begin(), roles.end(), [roleKey](const auto &role) { return role.roleKey == roleKey; });
    return found == roles.end() ? QString() : found->person;
}

int Board::overdueTasks(core::Instant now) const
{
    return int(std::count_if(tasks.begin(), tasks.end(), [now](const auto &each) { return each.isOverdue(now); }));
}

const incident::Task *Board::task(core::TaskId id) const
{
    const auto found = std::find_if(tasks.begin(), tasks.end(), [id](const auto &each) { return each.id == id; });
    return found == tasks.end() ? nullptr : &*found;
}

const incident::Fact *Board::fact(core::FactId id) const
{
    const auto found = std::find_if(facts.begin(), facts.end(), [id](const auto &each) { return each.id == id; });
    return found == facts.end() ? nullptr : &*found;
}

int Room::openCount() const
{
    return int(std::count_if(incidents.begin(), incidents.end(), [](const auto &each) { return each.isOpen(); }));
}

Result<Room> readRoom(const store::Connection &connection, core::DrillRunId scope, core::IncidentId wanted)
{
    Room room;
    if (auto read = take(IncidentRepository::list(connection, scope), room.incidents); !read)
        return fail(read.error());
    std::stable_sort(room.incidents.begin(), room.incidents.end(), [](const auto &left, const auto &right) {
        if (left.isOpen() != right.isOpen())
            return left.isOpen();
        return left.isOpen() && left.severity > right.severity;
    });
    core::IncidentId shown;
    for (const incident::Incident &each : room.incidents) {
        if (each.id == wanted)
            shown = wanted;
    }
    if (!shown.isValid() && room.openCount() > 0)
        shown = room.incidents.front().id;
    if (!shown.isValid())
        return room;
    auto board = readBoard(connection, shown);
    if (!board)
        return fail(board.error());
    room.board = *std::move(board);
    return room;
}

} // namespace vigie::gui
