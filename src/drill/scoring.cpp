// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/scoring.h"

#include "incident/incidentrepository.h"
#include "incident/taskrepository.h"
#include "monitoring/alertrepository.h"
#include "reply/replyrepository.h"

#include <algorithm>

namespace vigie::drill
{
namespace
{

constexpr int kReplyLimit = 1000;

double minutesBetween(core::Instant from, core::Instant to)
{
    return std::chrono::duration<double, std::ratio<60>>(to - from).count();
}

std::optional<double> minutesTo(core::Instant from, const std::optional<core::Instant> &to)
{
    return to ? std::optional(minutesBetween(from, *to)) : std::nullopt;
}

Result<> scoreTasks(DrillScore &score, const store::Connection &connection, core::IncidentId incident, core::Instant now)
{
    const auto tasks = incident::TaskRepository::ofIncident(connection, incident);
    if (!tasks)
        return fail(tasks.error());
    for (const incident::Task &task : *tasks) {
        if (!task.dueAt || *task.dueAt > now || task.state == incident::TaskState::Skipped)
            continue;
        ++score.tasksDue;
        if (task.doneAt && *task.doneAt <= *task.dueAt)
            ++score.tasksInTime;
    }
    return {};
}

Result<> scoreReplies(DrillScore &score, const store::Connection &connection, core::DrillRunId run,
                      const reply::ReplyCheck &check)
{
    const auto replies = reply::ReplyRepository::page(
        connection, {.scope = run, .states = {reply::ReplyState::Sent}}, reply::ReplyPageKey{}, kReplyLimit);
    if (!replies)
        return fail(replies.error());
    for (const reply::Reply &answer : *replies) {
        const auto report = check.check({.text = answer.text,
                                         .network = answer.network,
                                         .language = answer.language,
                                         .visibility = answer.visibility});
        ++score.replies;
        const bool isCareful = std::none_of(report.findings.begin(), report.findings.end(), [](const auto &finding) {
            return finding.severity != reply::FindingSeverity::Hint;
        });
        score.repliesWithCare += isCareful ? 1 : 0;
    }
    return {};
}

} // namespace

Result<DrillScore> scoreRun(const store::Connection &connection, core::DrillRunId run, const Scenario &scenario,
                            const reply::ReplyCheck &check, core::Instant now)
{
    // Of an exercise that was stopped early, only what came before: the posts are in the order of time.
    const auto played = std::ranges::lower_bound(scenario.posts, now, {}, &networks::Post::postedAt);
    DrillScore score{.posts = int(played - scenario.posts.begin()),
                     .detectTarget = scenario.targets.detectMinutes,
                     .firstStatementTarget = scenario.targets.firstStatementMinutes,
                     .firstReplyTarget = scenario.targets.firstReplyMinutes};
    auto alerts = monitoring::AlertRepository::list(connection, run);
    if (!alerts)
        return fail(alerts.error());
    std::reverse(alerts->begin(), alerts->end()); // oldest first
    score.alerts = int(alerts->size());
    std::optional<core::Instant> detectedAt;
    for (const monitoring::Alert &alert : *alerts) {
        if (scenario.eventBeginsAt && alert.raisedAt < *scenario.eventBeginsAt)
            ++score.alertsBeforeEvent;
        else if (!detectedAt)
            detectedAt = alert.raisedAt;
    }
    // Without a word on when it began, the window of the first alert is the best guess.
    const core::Instant begin = scenario.eventBeginsAt ? *scenario.eventBeginsAt
                                : alerts->empty()      ? scenario.begin()
                                                       : alerts->front().windowFrom;
    score.detectMinutes = minutesTo(begin, detectedAt);

    const auto incidents = incident::IncidentRepository::list(connection, run);
    if (!incidents)
        return fail(incidents.error());
    if (!incidents->empty()) {
        const incident::Incident &first = incidents->back();
        score.openMinutes = minutesTo(first.detectedAt, first.openedAt);
        score.firstStatementMinutes = minutesTo(begin, first.firstStatementAt);
        score.firstReplyMinutes = minutesTo(begin, first.firstReplyAt);
        if (auto tasks = scoreTasks(score, connection, first.id, now); !tasks)
            return fail(tasks.error());
    }
    if (auto replies = scoreReplies(score, connection, run, check); !replies)
        return fail(replies.error());
    return score;
}

} // namespace vigie::drill
