// SPDX-License-Identifier: GPL-3.0-or-later
#include "postmortem/reporttojson.h"

#include "core/json.h"
#include "postmortem/wholefile.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using vigie::core::orNull;

namespace vigie::postmortem
{
namespace
{

QJsonValue time(const std::optional<core::Instant> &at)
{
    return at ? QJsonValue(core::toIso(*at)) : QJsonValue(QJsonValue::Null);
}

template <typename Duration>
QJsonValue seconds(const std::optional<Duration> &delay)
{
    if (!delay)
        return QJsonValue(QJsonValue::Null);
    return std::chrono::duration<double>(*delay).count();
}

template <typename Row, typename Make>
QJsonArray array(const std::vector<Row> &rows, Make make)
{
    QJsonArray result;
    for (const Row &row : rows)
        result.append(make(row));
    return result;
}

QJsonArray counts(const std::vector<NamedCount> &list)
{
    return array(list, [](const NamedCount &count) {
        return QJsonObject{{u"name"_s, count.name}, {u"mentions"_s, count.count}, {u"negative"_s, count.negative}};
    });
}

QString markKey(MarkKind kind)
{
    switch (kind) {
    case MarkKind::Alert:
        return u"alert"_s;
    case MarkKind::Opened:
        return u"opened"_s;
    case MarkKind::Statement:
        return u"statement"_s;
    case MarkKind::Reply:
        return u"first-reply"_s;
    case MarkKind::Decision:
        return u"decision"_s;
    case MarkKind::Update:
        return u"update"_s;
    case MarkKind::Resolved:
        return u"resolved"_s;
    case MarkKind::Log:
        return u"log"_s;
    }
    return {};
}

QJsonObject figuresToJson(const Figures &figures)
{
    return {
        {u"from"_s, time(figures.from)},
        {u"to"_s, time(figures.to)},
        {u"began_at"_s, time(figures.beganAt)},
        {u"detected_at"_s, time(figures.detectedAt)},
        {u"opened_at"_s, time(figures.openedAt)},
        {u"acknowledged_at"_s, time(figures.acknowledgedAt)},
        {u"first_statement_at"_s, time(figures.firstStatementAt)},
        {u"first_reply_at"_s, time(figures.firstReplyAt)},
        {u"resolved_at"_s, time(figures.resolvedAt)},
        {u"time_to_detect_s"_s, seconds(figures.timeToDetect())},
        {u"time_to_acknowledge_s"_s, seconds(figures.timeToAcknowledge())},
        {u"time_to_first_statement_s"_s, seconds(figures.timeToFirstStatement())},
        {u"time_to_first_reply_s"_s, seconds(figures.timeToFirstReply())},
        {u"time_to_resolve_s"_s, seconds(figures.timeToResolve())},
        {u"mentions"_s, figures.mentions},
        {u"negative"_s, figures.negative},
        {u"neutral"_s, figures.neutral},
        {u"positive"_s, figures.positive},
        {u"undetermined"_s, figures.undetermined},
        {u"negative_share"_s, orNull(figures.negativeShare())},
        {u"near_copies"_s, figures.copies},
        {u"authors"_s, figures.authors},
        {u"peak_per_hour"_s, figures.peakPerHour},
        {u"peak_at"_s, time(figures.peakAt)},
        {u"usual_per_hour"_s, orNull(figures.usualPerHour)},
        {u"networks"_s, counts(figures.topNetworks)},
        {u"languages"_s, counts(figures.topLanguages)},
        {u"top_authors"_s, counts(figures.topAuthors)},
        {u"replies_public"_s, figures.repliesPublic},
        {u"replies_private"_s, figures.repliesPrivate},
        {u"replies_unknown"_s, figures.repliesUnknown},
        {u"median_answer_delay_s"_s, seconds(figures.medianAnswerDelay)},
        {u"tasks"_s, figures.tasks.total},
        {u"tasks_done"_s, figures.tasks.done},
        {u"tasks_in_time"_s, figures.tasks.inTime},
        {u"tasks_late"_s, figures.tasks.late},
        {u"tasks_skipped"_s, figures.tasks.skipped},
        {u"updates"_s, figures.updates},
        {u"updates_public"_s, figures.publicUpdates},
        {u"updates_expected"_s, figures.updatesExpected},
        {u"longest_silence_s"_s, seconds(figures.longestSilence)},
        {u"promises_open"_s, figures.promisesOpen},
        {u"promises_kept"_s, figures.promisesKept},
        {u"promises_broken"_s, figures.promisesBroken},
    };
}

QJsonObject curveToJson(const Figures &figures)
{
    return {
        {u"step_s"_s, std::chrono::duration<double>(figures.curveStep).count()},
        {u"usual_per_step"_s, orNull(figures.usualPerStep)},
        {u"points"_s, array(figures.curve,
                            [](const CurvePoint &point) {
                                return QJsonObject{{u"at"_s, core::toIso(point.at)},
                                                   {u"negative"_s, point.negative},
                                                   {u"neutral"_s, point.neutral},
                                                   {u"positive"_s, point.positive}};
                            })},
        {u"marks"_s, array(figures.marks,
                           [](const CurveMark &mark) {
                               return QJsonObject{{u"at"_s, core::toIso(mark.at)},
                                                  {u"number"_s, mark.number},
                                                  {u"kind"_s, markKey(mark.kind)},
                                                  {u"text"_s, mark.text}};
                           })},
        {u"gaps"_s, array(figures.gaps,
                          [](const SourceGap &gap) {
                              return QJsonObject{{u"source"_s, gap.source},
                                                 {u"from"_s, core::toIso(gap.from)},
                                                 {u"to"_s, core::toIso(gap.to)},
                                                 {u"reason"_s, gap.reason}};
                          })},
    };
}

QJsonObject reviewToJson(const Review &review)
{
    return {
        {u"state"_s, review.state == ReviewState::Final ? u"final"_s : u"draft"_s},
        {u"summary"_s, review.summary},
        {u"impact"_s, review.impact},
        {u"causes"_s, review.causes},
        {u"findings"_s, array(review.findings,
                              [](const Finding &finding) {
                                  return QJsonObject{{u"kind"_s, findingKindKey(finding.kind)}, {u"text"_s, finding.text}};
                              })},
        {u"actions"_s, array(review.actions,
                             [](const Action &action) {
                                 return QJsonObject{{u"text"_s, action.text},
                                                    {u"owner"_s, action.owner},
                                                    {u"due_at"_s, time(action.dueAt)},
                                                    {u"state"_s, actionStateKey(action.state)},
                                                    {u"done_at"_s, time(action.doneAt)}};
                             })},
    };
}

/// One cell. What a spreadsheet would take for a formula is made a text by an apostrophe.
QString cell(const QJsonValue &value)
{
    QString text = value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toVariant().toString();
    if (value.isString() && !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(u'\'');
    if (text.contains(u'"') || text.contains(u',') || text.contains(u'\n') || text.contains(u'\r') || text.contains(u';'))
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    return text;
}

/// Rows of objects under the columns named.
Result<> writeTable(const QJsonArray &rows, const QStringList &columns, const QString &path)
{
    QString text = u'\ufeff' + columns.join(u',') + u"\r\n"_s;
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (const QString &column : columns)
            cells << cell(row.toObject().value(column));
        text += cells.join(u',') + u"\r\n"_s;
    }
    return writeWholeFile(path, text.toUtf8());
}

QJsonArray keysAndValues(const QJsonObject &object)
{
    QJsonArray rows;
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (!entry.value().isArray() && !entry.value().isObject())
            rows.append(QJsonObject{{u"figure"_s, entry.key()}, {u"value"_s, entry.value()}});
    }
    return rows;
}

} // namespace

QJsonObject reportToJson(const ReportData &data)
{
    QJsonObject object = {
        {u"format"_s, u"vigie-report"_s},
        {u"version"_s, 1},
        {u"incident"_s, data.figures.incidentId.value},
        {u"title"_s, data.title},
        {u"kind"_s, data.kind},
        {u"severity"_s, data.severity},
        {u"is_closed"_s, data.isClosed},
        {u"is_drill"_s, data.isDrill()},
        {u"language"_s, core::languageTag(data.language)},
        {u"watch"_s, data.watchName},
        {u"generated_at"_s, core::toIso(data.generatedAt)},
        {u"figures"_s, figuresToJson(data.figures)},
        {u"curve"_s, curveToJson(data.figures)},
    };
    object[u"review"_s] = data.review ? QJsonValue(reviewToJson(*data.review)) : QJsonValue(QJsonValue::Null);
    object[u"timeline"_s] = array(data.timeline, [](const TimelineEntry &entry) {
        return QJsonObject{
            {u"at"_s, core::toIso(entry.at)}, {u"kind"_s, entry.kind}, {u"text"_s, entry.text}, {u"by"_s, entry.actor}};
    });
    object[u"messages"_s] = array(data.messages, [](const SentMessage &message) {
        return QJsonObject{{u"at"_s, core::toIso(message.at)},
                           {u"network"_s, message.network},
                           {u"to"_s, message.recipient},
                           {u"visibility"_s, message.isPublic ? u"public"_s : u"private"_s},
                           {u"text"_s, message.text},
                           {u"url"_s, message.url},
                           {u"by"_s, message.by}};
    });
    object[u"decisions"_s] = array(data.decisions, [](const DecisionEntry &decision) {
        return QJsonObject{{u"at"_s, core::toIso(decision.at)},
                           {u"what"_s, decision.what},
                           {u"why"_s, decision.why},
                           {u"options"_s, decision.options},
                           {u"by"_s, decision.actor}};
    });
    object[u"promises"_s] = array(data.promises, [](const reply::Promise &promise) {
        return QJsonObject{{u"text"_s, promise.text},
                           {u"by"_s, promise.promisedBy},
                           {u"to"_s, promise.promisedTo},
                           {u"due_at"_s, time(promise.dueAt)},
                           {u"state"_s, reply::promiseStateKey(promise.state)},
                           {u"settled_at"_s, time(promise.settledAt)}};
    });
    return object;
}

Result<> writeJson(const ReportData &data, const QString &path)
{
    return writeWholeFile(path, QJsonDocument(reportToJson(data)).toJson(QJsonDocument::Indented));
}

Result<> writeCsvFolder(const ReportData &data, const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::File, u"%1 cannot be made"_s.arg(folder));
    const QJsonObject object = reportToJson(data);
    const QJsonObject review = object[u"review"_s].toObject();
    const struct {
        QString name;
        QJsonArray rows;
        QStringList columns;
    } tables[] = {
        {u"figures"_s, keysAndValues(object[u"figures"_s].toObject()), {u"figure"_s, u"value"_s}},
        {u"curve"_s, object[u"curve"_s][u"points"_s].toArray(), {u"at"_s, u"negative"_s, u"neutral"_s, u"positive"_s}},
        {u"timeline"_s, object[u"timeline"_s].toArray(), {u"at"_s, u"kind"_s, u"text"_s, u"by"_s}},
        {u"messages"_s,
         object[u"messages"_s].toArray(),
         {u"at"_s, u"network"_s, u"to"_s, u"visibility"_s, u"text"_s, u"url"_s, u"by"_s}},
        {u"decisions"_s, object[u"decisions"_s].toArray(), {u"at"_s, u"what"_s, u"why"_s, u"options"_s, u"by"_s}},
        {u"findings"_s, review[u"findings"_s].toArray(), {u"kind"_s, u"text"_s}},
        {u"actions"_s, review[u"actions"_s].toArray(), {u"text"_s, u"owner"_s, u"due_at"_s, u"state"_s, u"done_at"_s}},
        {u"promises"_s,
         object[u"promises"_s].toArray(),
         {u"text"_s, u"by"_s, u"to"_s, u"due_at"_s, u"state"_s, u"settled_at"_s}},
    };
    for (const auto &table : tables) {
        const auto written = writeTable(table.rows, table.columns, QDir(folder).filePath(table.name + u".csv"_s));
        if (!written)
            return written;
    }
    return {};
}

} // namespace vigie::postmortem
