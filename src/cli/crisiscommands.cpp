// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/output.h"
#include "cli/times.h"
#include "drill/drillrepository.h"
#include "incident/incidentrepository.h"
#include "incident/logrepository.h"
#include "incident/taskrepository.h"
#include "monitoring/alertrepository.h"
#include "postmortem/report.h"
#include "postmortem/reportdata.h"
#include "postmortem/reporttojson.h"
#include "postmortem/reporttopdf.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

constexpr int kMost = 10'000;

/// The real world's, or with --drill N those of a run (without a number: the newest run).
Result<core::DrillRunId> scopeOf(const Invocation &call, const store::Connection &reader)
{
    if (!call.isSet(u"drill"_s))
        return core::DrillRunId();
    bool isNumber = false;
    const qint64 number = call.value(u"drill"_s).toLongLong(&isNumber);
    if (isNumber)
        return core::DrillRunId{number};
    if (call.value(u"drill"_s) != u"last")
        return fail(ErrorKind::InvalidArgument, u"--drill takes the number of a run, or last"_s);
    const auto runs = drill::DrillRepository::list(reader, 1);
    if (!runs)
        return fail(runs.error());
    if (runs->empty())
        return fail(ErrorKind::NotFound, u"no drill was run on this database"_s);
    return runs->front().id;
}

/// Without --drill: the real world's and every drill's, each marked.
template <typename List>
auto collect(const Invocation &call, const store::Connection &reader, List list)
    -> std::invoke_result_t<List, core::DrillRunId>
{
    if (call.isSet(u"drill"_s)) {
        const auto scope = scopeOf(call, reader);
        if (!scope)
            return fail(scope.error());
        return list(*scope);
    }
    auto all = list(core::DrillRunId());
    const auto runs = drill::DrillRepository::list(reader, kMost);
    if (!runs)
        return fail(runs.error());
    for (const drill::DrillRun &run : *runs) {
        auto more = all ? list(run.id) : all;
        if (!more)
            return more;
        std::move(more->begin(), more->end(), std::back_inserter(*all));
    }
    return all;
}

QString inLanguage(const monitoring::Alert &alert, core::Language language)
{
    return monitoring::sentence(alert, core::Format(language, QTimeZone::utc()), core::Phrasebook(language));
}

QJsonObject jsonOf(const monitoring::Alert &alert, const core::Format &format, const core::Phrasebook &phrases)
{
    const QJsonObject reasons = QJsonDocument::fromJson(monitoring::toJson(alert.reasons)).object();
    return {{u"id"_s, alert.id.value},
            {u"drill"_s, alert.scope.value},
            {u"kind"_s, monitoring::alertKindKey(alert.kind)},
            {u"state"_s, monitoring::alertStateKey(alert.state)},
            {u"watch"_s, alert.reasons.watchName},
            {u"raised_at"_s, core::toIso(alert.raisedAt)},
            {u"window_from"_s, core::toIso(alert.windowFrom)},
            {u"window_to"_s, core::toIso(alert.windowTo)},
            {u"observed"_s, alert.observed},
            {u"usual"_s, alert.usual},
            {u"threshold"_s, alert.threshold},
            {u"incident"_s, alert.incident.isValid() ? QJsonValue(alert.incident.value) : QJsonValue()},
            {u"sentence"_s, monitoring::sentence(alert, format, phrases)},
            {u"sentence_en"_s, inLanguage(alert, core::Language::English)},
            {u"sentence_fr"_s, inLanguage(alert, core::Language::French)},
            {u"caveats"_s, QJsonArray::fromStringList(monitoring::caveats(alert, format, phrases))},
            {u"reasons"_s, reasons}};
}

/// What a person reads of it: the sentence, and what limits it.
QString whyOf(const monitoring::Alert &alert, const core::Format &format, const core::Phrasebook &phrases)
{
    return (QStringList(monitoring::sentence(alert, format, phrases)) + monitoring::caveats(alert, format, phrases)).join(u". "_s);
}

QString stateName(monitoring::AlertState state, const core::Phrasebook &phrases)
{
    switch (state) {
    case monitoring::AlertState::New:
        return phrases.text("Cli", QT_TRANSLATE_NOOP("Cli", "new"));
    case monitoring::AlertState::Acknowledged:
        return phrases.text("Cli", QT_TRANSLATE_NOOP("Cli", "acknowledged"));
    case monitoring::AlertState::Dismissed:
        return phrases.text("Cli", QT_TRANSLATE_NOOP("Cli", "dismissed"));
    }
    return {};
}

int alerts(Invocation &call)
{
    const auto language = call.language();
    if (!language)
        return call.usage(language.error().detail);
    const auto since = call.isSet(u"since"_s) ? timeIn(call.value(u"since"_s)) : std::nullopt;
    if (call.isSet(u"since"_s) && !since)
        return call.usage(sinceUsage());
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const store::Connection &reader = (*desk)->reader();
    const auto found = collect(call, reader, [&](core::DrillRunId scope) {
        return monitoring::AlertRepository::list(reader, scope, since, kMost);
    });
    if (!found)
        return call.fails(found.error());
    const core::Format format(*language, QTimeZone::utc());
    const core::Phrasebook phrases(*language);
    Table table(headsIn(phrases, {QT_TRANSLATE_NOOP("Cli", "id"), QT_TRANSLATE_NOOP("Cli", "drill"),
                                  QT_TRANSLATE_NOOP("Cli", "raised"), QT_TRANSLATE_NOOP("Cli", "kind"),
                                  QT_TRANSLATE_NOOP("Cli", "state"), QT_TRANSLATE_NOOP("Cli", "watch"),
                                  QT_TRANSLATE_NOOP("Cli", "why")}));
    for (const monitoring::Alert &alert : *found) {
        if (call.wantsJson())
            call.print(compact(jsonOf(alert, format, phrases)));
        else
            table.add({QString::number(alert.id.value), alert.scope.isValid() ? QString::number(alert.scope.value) : u"–"_s,
                       core::toIso(alert.raisedAt), monitoring::title(alert.kind, phrases), stateName(alert.state, phrases),
                       alert.reasons.watchName, whyOf(alert, format, phrases)});
    }
    if (!call.wantsJson())
        call.print(table.toString());
    return Done;
}

int incidents(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const store::Connection &reader = (*desk)->reader();
    const auto found = collect(call, reader, [&](core::DrillRunId scope) {
        return incident::IncidentRepository::list(reader, scope, incident::Which::All, kMost);
    });
    if (!found)
        return call.fails(found.error());
    Table table({u"id"_s, u"drill"_s, u"state"_s, u"severity"_s, u"opened"_s, u"kind"_s, u"title"_s});
    for (const incident::Incident &incident : *found) {
        if (call.wantsJson()) {
            call.print(compact({{u"id"_s, incident.id.value},
                                {u"drill"_s, incident.drillRunId.value},
                                {u"title"_s, incident.title},
                                {u"kind"_s, incident.kind},
                                {u"severity"_s, incident.severity},
                                {u"state"_s, incident::toKey(incident.state)},
                                {u"playbook"_s, incident.playbookId.isValid()},
                                {u"began_at"_s, core::toIso(incident.beganAt)},
                                {u"detected_at"_s, core::toIso(incident.detectedAt)},
                                {u"opened_at"_s, core::toIso(incident.openedAt)},
                                {u"closed_at"_s, isoOrNull(incident.closedAt)}}));
        } else {
            table.add({QString::number(incident.id.value),
                       incident.drillRunId.isValid() ? QString::number(incident.drillRunId.value) : u"–"_s,
                       incident::toKey(incident.state), QString::number(incident.severity),
                       core::toIso(incident.openedAt), incident.kind, incident.title});
        }
    }
    if (!call.wantsJson())
        call.print(table.toString());
    return Done;
}

/// The incident that the first argument names. NotFound, InvalidArgument.
Result<core::IncidentId> incidentArgument(const Invocation &call, const store::Connection &reader)
{
    bool isNumber = false;
    const core::IncidentId id{call.argument(0).toLongLong(&isNumber)};
    if (!isNumber)
        return fail(ErrorKind::InvalidArgument, u"%1 is not the number of an incident"_s.arg(call.argument(0)));
    const auto incident = incident::IncidentRepository::require(reader, id);
    if (!incident)
        return fail(incident.error());
    return id;
}

int show(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const store::Connection &reader = (*desk)->reader();
    const auto id = incidentArgument(call, reader);
    if (!id)
        return call.fails(id.error());
    if (call.wantsJson()) {
        const auto data = postmortem::loadReportData(reader, *id, (*desk)->clock().now());
        if (!data)
            return call.fails(data.error());
        call.print(compact(postmortem::reportToJson(*data)));
        return Done;
    }
    const auto incident = incident::IncidentRepository::require(reader, *id);
    const auto tasks = incident::TaskRepository::ofIncident(reader, *id);
    const auto entries = incident::LogRepository::entries(reader, *id);
    if (!incident || !tasks || !entries)
        return call.fails(!incident ? incident.error() : !tasks ? tasks.error() : entries.error());
    call.print(u"%1 (%2, severity %3, %4)"_s.arg(incident->title, incident->kind, QString::number(incident->severity),
                                                incident::toKey(incident->state)));
    call.print(u"\nTasks"_s);
    Table taskTable({u"state"_s, u"due"_s, u"role"_s, u"task"_s});
    for (const incident::Task &task : *tasks)
        taskTable.add({incident::toKey(task.state), task.dueAt ? core::toIso(*task.dueAt) : u"–"_s, task.roleKey, task.title});
    call.print(taskTable.toString());
    call.print(u"\nLog, the newest first"_s);
    Table log({u"at"_s, u"who"_s, u"what"_s});
    for (const incident::LogEntry &entry : *entries)
        log.add({core::toIso(entry.at), entry.actor, QString(entry.text).replace(u'\n', u' ')});
    call.print(log.toString());
    return Done;
}

int report(Invocation &call)
{
    const auto language = call.language();
    if (!language)
        return call.usage(language.error().detail);
    if (!call.isSet(u"pdf"_s) && !call.isSet(u"json"_s) && !call.isSet(u"csv"_s))
        return call.usage(u"vigiectl report ID needs --pdf FILE, --json FILE or --csv DIR"_s);
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const store::Connection &reader = (*desk)->reader();
    const auto id = incidentArgument(call, reader);
    if (!id)
        return call.fails(id.error());
    const auto data = postmortem::loadReportData(reader, *id, (*desk)->clock().now());
    if (!data)
        return call.fails(data.error());
    const auto give = [&call](const QString &option, auto write) -> std::optional<Error> {
        if (!call.isSet(option))
            return std::nullopt;
        const Result<> written = write(call.value(option));
        if (!written)
            return written.error();
        if (option != u"json" || call.value(option) != u"-")
            call.note(call.value(option));
        return std::nullopt;
    };
    const postmortem::ReportOptions options{.language = *language, .zone = (*desk)->profile().zone};
    for (const auto &error : {give(u"pdf"_s, [&](const QString &path) { return postmortem::writePdf(postmortem::composeReport(*data, options), path); }),
                              give(u"json"_s, [&](const QString &path) -> Result<> {
                                  if (path != u"-")
                                      return postmortem::writeJson(*data, path);
                                  call.print(QJsonDocument(postmortem::reportToJson(*data)).toJson(QJsonDocument::Compact));
                                  return {};
                              }),
                              give(u"csv"_s, [&](const QString &path) { return postmortem::writeCsvFolder(*data, path); })}) {
        if (error)
            return call.fails(*error);
    }
    return Done;
}

} // namespace

QList<Command> crisisCommands()
{
    const QCommandLineOption drill(u"drill"_s, u"Only those of this run of a drill; last: of the newest."_s, u"N"_s);
    const QCommandLineOption lang(u"lang"_s, u"fr or en."_s, u"LANG"_s);
    return {
        {.name = u"alerts"_s,
         .summary = u"Lists what was raised, with the reasons; drills' too, each marked."_s,
         .options = {{u"since"_s, u"Only those raised at or after this time."_s, u"TIME"_s}, drill, lang},
         .run = alerts},
        {.name = u"incidents"_s, .summary = u"Lists the crises; drills' too, each marked."_s, .options = {drill}, .run = incidents},
        {.name = u"incident show"_s,
         .arguments = u"ID"_s,
         .summary = u"Shows one crisis: its tasks and its log."_s,
         .leastArguments = 1,
         .mostArguments = 1,
         .run = show},
        {.name = u"report"_s,
         .arguments = u"ID"_s,
         .summary = u"Writes the post-mortem of a crisis."_s,
         .options = {lang,
                     {u"pdf"_s, u"As a document."_s, u"FILE"_s},
                     {u"json"_s, u"As data."_s, u"FILE"_s},
                     {u"csv"_s, u"As tables, one file each."_s, u"DIR"_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .needsFonts = true,
         .run = report},
    };
}

} // namespace vigie::cli
