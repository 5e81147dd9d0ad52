// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/output.h"
#include "cli/times.h"
#include "drill/drillrepository.h"
#include "incident/incidentrepository.h"
#include "monitoring/alertrepository.h"
#include "monitoring/mentionrepository.h"
#include "playbook/playbookservice.h"
#include "store/auditchain.h"
#include "store/backup.h"
#include "store/database.h"
#include "store/migrations.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

int init(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const auto installed = (*desk)->playbooks().installShipped().result();
    if (!installed)
        return call.fails(installed.error());
    if (call.wantsJson()) {
        call.print(compact({{u"database"_s, call.databasePath()},
                            {u"schema"_s, store::latestSchemaVersion()},
                            {u"playbooks_added"_s, *installed}}));
    } else {
        call.print(u"%1 is ready: schema %2, %3 playbooks added"_s.arg(
            call.databasePath(), QString::number(store::latestSchemaVersion()), QString::number(*installed)));
    }
    return Done;
}

int verify(Invocation &call)
{
    // On a connection of its own: a damaged database must still get its verdict, and one in use may be looked at.
    if (!QFileInfo(call.databasePath()).isFile())
        return call.fails({.kind = ErrorKind::Database, .detail = call.databasePath() + u": no such database"_s});
    const auto connection = store::Connection::open(call.databasePath(), store::Access::ReadOnly);
    if (!connection)
        return call.fails(connection.error());
    const auto version = store::schemaVersion(**connection);
    if (!version)
        return call.fails({.kind = ErrorKind::Database, .detail = call.databasePath() + u": "_s + version.error().detail});
    const auto report = store::verifyDatabase(**connection);
    if (!report)
        return call.fails(report.error());
    if (call.wantsJson()) {
        call.print(compact({{u"sound"_s, report->isSound()},
                            {u"audit_rows"_s, report->auditRows},
                            {u"broken_row"_s, report->brokenRow == 0 ? QJsonValue() : QJsonValue(report->brokenRow)},
                            {u"problems"_s, QJsonArray::fromStringList(report->problems)}}));
    } else if (report->isSound()) {
        call.print(u"Sound: the database is whole and all %1 rows of the audit log fit together"_s.arg(report->auditRows));
    } else {
        for (const QString &problem : report->problems)
            call.print(problem);
    }
    return report->isSound() ? Done : AnswerIsNo;
}

int backup(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    if (auto copied = store::backupTo((*desk)->reader(), call.argument(0)); !copied)
        return call.fails(copied.error());
    call.note(u"Copied to %1"_s.arg(call.argument(0)));
    return Done;
}

int restore(Invocation &call)
{
    {
        // Nobody may have it open. Opening it for writing is how to know; a damaged one may be replaced all the same.
        const auto desk = call.desk(Invocation::Need::Write);
        if (!desk && desk.error().kind == ErrorKind::DatabaseBusy)
            return call.fails(desk.error());
    }
    call.closeDesk();
    if (auto restored = store::restoreFrom(call.argument(0), call.databasePath()); !restored)
        return call.fails(restored.error());
    call.note(u"%1 is as it was in %2; what was there before is kept as %1.before-restore"_s.arg(call.databasePath(),
                                                                                               call.argument(0)));
    return Done;
}

int stats(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const store::Connection &reader = (*desk)->reader();
    const auto counts = monitoring::MentionRepository::statusCounts(reader, {});
    const auto runs = drill::DrillRepository::list(reader, 100'000);
    const auto alerts = monitoring::AlertRepository::list(reader, {}, std::nullopt, 100'000);
    const auto incidents = incident::IncidentRepository::list(reader, {}, incident::Which::All, 100'000);
    if (!counts || !alerts || !incidents || !runs)
        return call.fails(!counts      ? counts.error()
                          : !alerts    ? alerts.error()
                          : !incidents ? incidents.error()
                                       : runs.error());
    const QList<std::pair<QString, qint64>> figures{{u"mentions"_s, counts->all()},
                                                    {u"new"_s, counts->isNew},
                                                    {u"waiting"_s, counts->waiting},
                                                    {u"done"_s, counts->done},
                                                    {u"drill_runs"_s, qint64(runs->size())},
                                                    {u"alerts"_s, qint64(alerts->size())},
                                                    {u"incidents"_s, qint64(incidents->size())},
                                                    {u"bytes"_s, QFileInfo(call.databasePath()).size()}};
    if (call.wantsJson()) {
        QJsonObject object;
        for (const auto &[name, value] : figures)
            object.insert(name, value);
        call.print(compact(object));
        return Done;
    }
    Table table({u"what"_s, u"how many"_s});
    for (const auto &[name, value] : figures)
        table.add({name, QString::number(value)});
    call.print(table.toString());
    return Done;
}

bool isWanted(const Invocation &call, const store::AuditRow &row, const std::optional<core::Instant> &since)
{
    return (!since || row.at >= *since) && (!call.isSet(u"actor"_s) || row.actor == call.value(u"actor"_s))
           && (!call.isSet(u"action"_s) || row.action == call.value(u"action"_s)
               || row.action.startsWith(call.value(u"action"_s) + u'.'));
}

int audit(Invocation &call)
{
    constexpr int kPage = 1000;
    const auto since = call.isSet(u"since"_s) ? timeIn(call.value(u"since"_s)) : std::nullopt;
    if (call.isSet(u"since"_s) && !since)
        return call.usage(sinceUsage());
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    Table table({u"row"_s, u"at"_s, u"who"_s, u"what"_s, u"of"_s, u"details"_s});
    qint64 after = 0;
    while (true) {
        const auto rows = store::readAudit((*desk)->reader(), after, kPage);
        if (!rows)
            return call.fails(rows.error());
        if (rows->empty())
            break;
        after = rows->back().id;
        for (const store::AuditRow &row : *rows) {
            if (!isWanted(call, row, since))
                continue;
            if (call.wantsJson())
                call.print(compact({{u"row"_s, row.id},
                                    {u"at"_s, core::toIso(row.at)},
                                    {u"actor"_s, row.actor},
                                    {u"action"_s, row.action},
                                    {u"entity"_s, row.entity},
                                    {u"entity_id"_s, row.entityId},
                                    {u"details"_s, QJsonDocument::fromJson(row.details.toUtf8()).object()},
                                    {u"hash"_s, QString::fromLatin1(row.hash.toHex())}}));
            else
                table.add({QString::number(row.id), core::toIso(row.at), row.actor, row.action,
                           u"%1 %2"_s.arg(row.entity).arg(row.entityId), row.details});
        }
    }
    if (!call.wantsJson())
        call.print(table.toString());
    return Done;
}

} // namespace

QList<Command> databaseCommands()
{
    return {
        {.name = u"init"_s, .summary = u"Makes the database and fills in the shipped playbooks."_s, .run = init},
        {.name = u"verify"_s, .summary = u"Checks the database and proves that the audit log was not altered."_s, .run = verify},
        {.name = u"audit"_s,
         .summary = u"Lists what was done, by whom and when, the oldest first; verify proves that it was not altered."_s,
         .options = {{u"since"_s, u"Only what was done at or after this time."_s, u"TIME"_s},
                     {u"actor"_s, u"Only what this one did."_s, u"WHO"_s},
                     {u"action"_s, u"Only this act, or this family of acts: reply.send, or reply."_s, u"WHAT"_s}},
         .run = audit},
        {.name = u"backup"_s, .arguments = u"FILE"_s, .summary = u"Copies the database to a file."_s, .leastArguments = 1, .mostArguments = 1, .run = backup},
        {.name = u"restore"_s, .arguments = u"FILE"_s, .summary = u"Puts a copy in the place of the database."_s, .leastArguments = 1, .mostArguments = 1, .run = restore},
        {.name = u"stats"_s, .summary = u"Counts what the database holds."_s, .run = stats},
    };
}

} // namespace vigie::cli
