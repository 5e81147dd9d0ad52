// SPDX-License-Identifier: GPL-3.0-or-later
#include "drill/score.h"

#include "core/json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using vigie::core::orNull;

namespace vigie::drill
{
namespace
{

std::optional<double> real(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

std::optional<int> integer(const QJsonObject &object, const QString &key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

constexpr const char *kContext = "DrillScore";

} // namespace

QByteArray toJson(const DrillScore &score)
{
    const QJsonObject object{
        {u"posts"_s, score.posts},
        {u"alerts"_s, score.alerts},
        {u"alerts_before_event"_s, score.alertsBeforeEvent},
        {u"detect_minutes"_s, orNull(score.detectMinutes)},
        {u"open_minutes"_s, orNull(score.openMinutes)},
        {u"first_statement_minutes"_s, orNull(score.firstStatementMinutes)},
        {u"first_reply_minutes"_s, orNull(score.firstReplyMinutes)},
        {u"detect_target"_s, orNull(score.detectTarget)},
        {u"first_statement_target"_s, orNull(score.firstStatementTarget)},
        {u"first_reply_target"_s, orNull(score.firstReplyTarget)},
        {u"tasks_due"_s, score.tasksDue},
        {u"tasks_in_time"_s, score.tasksInTime},
        {u"replies"_s, score.replies},
        {u"replies_with_care"_s, score.repliesWithCare},
        {u"automatic"_s, score.wasAutomatic},
    };
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<DrillScore> scoreFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.isEmpty())
        return std::nullopt;
    return DrillScore{
        .posts = object.value(u"posts"_s).toInt(),
        .alerts = object.value(u"alerts"_s).toInt(),
        .alertsBeforeEvent = object.value(u"alerts_before_event"_s).toInt(),
        .detectMinutes = real(object, u"detect_minutes"_s),
        .openMinutes = real(object, u"open_minutes"_s),
        .firstStatementMinutes = real(object, u"first_statement_minutes"_s),
        .firstReplyMinutes = real(object, u"first_reply_minutes"_s),
        .detectTarget = integer(object, u"detect_target"_s),
        .firstStatementTarget = integer(object, u"first_statement_target"_s),
        .firstReplyTarget = integer(object, u"first_reply_target"_s),
        .tasksDue = object.value(u"tasks_due"_s).toInt(),
        .tasksInTime = object.value(u"tasks_in_time"_s).toInt(),
        .replies = object.value(u"replies"_s).toInt(),
        .repliesWithCare = object.value(u"replies_with_care"_s).toInt(),
        .wasAutomatic = object.value(u"automatic"_s).toBool(),
    };
}

std::vector<ScoreLine> describe(const DrillScore &score, const core::Format &format, const core::Phrasebook &phrases)
{
    const auto duration = [&format](double minutes) {
        return format.duration(std::chrono::milliseconds(qRound64(minutes * 60'000)));
    };
    const QString notReached = phrases.text(kContext, QT_TRANSLATE_NOOP("DrillScore", "not reached"));
    const auto timed = [&](const char *label, const std::optional<double> &minutes, const std::optional<int> &target) {
        ScoreLine line{.label = phrases.text(kContext, label), .value = minutes ? duration(*minutes) : notReached};
        if (target) {
            line.isMet = minutes && *minutes <= *target;
            line.value = phrases.text(kContext, QT_TRANSLATE_NOOP("DrillScore", "%1 (target: %2)"))
                             .arg(line.value, duration(*target));
        }
        return line;
    };
    const auto share = [&](const char *label, int part, int whole) {
        return ScoreLine{.label = phrases.text(kContext, label),
                         .value = phrases.text(kContext, QT_TRANSLATE_NOOP("DrillScore", "%1 of %2"))
                                      .arg(format.number(part), format.number(whole)),
                         .isMet = whole > 0 ? std::optional(part == whole) : std::nullopt};
    };
    return {
        timed(QT_TRANSLATE_NOOP("DrillScore", "Time to detect"), score.detectMinutes, score.detectTarget),
        timed(QT_TRANSLATE_NOOP("DrillScore", "From the alert to an open crisis"), score.openMinutes, std::nullopt),
        timed(QT_TRANSLATE_NOOP("DrillScore", "Time to first statement"), score.firstStatementMinutes,
              score.firstStatementTarget),
        timed(QT_TRANSLATE_NOOP("DrillScore", "Time to first reply"), score.firstReplyMinutes, score.firstReplyTarget),
        share(QT_TRANSLATE_NOOP("DrillScore", "Tasks done in time"), score.tasksInTime, score.tasksDue),
        share(QT_TRANSLATE_NOOP("DrillScore", "Replies written with care"), score.repliesWithCare, score.replies),
        {.label = phrases.text(kContext, QT_TRANSLATE_NOOP("DrillScore", "Alerts before the event began")),
         .value = format.number(score.alertsBeforeEvent),
         .isMet = score.alertsBeforeEvent == 0},
    };
}

} // namespace vigie::drill
