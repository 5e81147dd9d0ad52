// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/lines.h"
#include "cli/output.h"
#include "playbook/playbookfile.h"
#include "playbook/playbookrepository.h"
#include "playbook/playbookservice.h"
#include "postmortem/printedplan.h"
#include "postmortem/reporttopdf.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

int list(Invocation &call)
{
    const auto language = call.language();
    if (!language)
        return call.usage(language.error().detail);
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    if (const auto installed = (*desk)->playbooks().installShipped().result(); !installed)
        return call.fails(installed.error());
    const auto playbooks = playbook::PlaybookRepository::list((*desk)->reader());
    if (!playbooks)
        return call.fails(playbooks.error());
    Table table({u"name"_s, u"version"_s, u"steps"_s, u"messages"_s, u"title"_s});
    for (const playbook::PlaybookSummary &summary : *playbooks) {
        if (call.wantsJson()) {
            call.print(compact({{u"name"_s, summary.key},
                                {u"kind"_s, summary.kind},
                                {u"version"_s, summary.version},
                                {u"steps"_s, summary.stepCount},
                                {u"messages"_s, summary.messageCount},
                                {u"title"_s, summary.title.in(*language)}}));
        } else {
            table.add({summary.key, QString::number(summary.version), QString::number(summary.stepCount),
                       QString::number(summary.messageCount), summary.title.in(*language)});
        }
    }
    if (!call.wantsJson())
        call.print(table.toString());
    return Done;
}

int importFile(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const auto outcome = (*desk)->playbooks().importFile((*desk)->actor(), call.argument(0)).result();
    if (!outcome)
        return call.fails(outcome.error());
    using Kind = playbook::ImportOutcome::Kind;
    const QString what = outcome->kind == Kind::Added        ? u"added"_s
                         : outcome->kind == Kind::NewVersion ? u"is now version %1"_s.arg(outcome->version)
                                                             : u"is unchanged"_s;
    call.print(u"%1: %2; %3 texts wait for an approval"_s.arg(call.argument(0), what, QString::number(outcome->draftTexts)));
    return Done;
}

int exportFile(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    if (const auto installed = (*desk)->playbooks().installShipped().result(); !installed)
        return call.fails(installed.error());
    const auto written = (*desk)->playbooks().exportFile(call.argument(0), call.argument(1));
    return written ? Done : call.fails(written.error());
}

int validate(Invocation &call)
{
    QFile file(inputPath(call.argument(0)));
    if (!file.open(QIODevice::ReadOnly))
        return call.fails({.kind = ErrorKind::File, .detail = u"%1: %2"_s.arg(file.fileName(), file.errorString())});
    if (file.size() > playbook::kMaxPlaybookBytes)
        return call.fails({.kind = ErrorKind::Parse,
                           .detail = u"larger than %1 bytes"_s.arg(playbook::kMaxPlaybookBytes),
                           .place = {.file = file.fileName()}});
    const auto reading = playbook::readPlaybook(file.readAll(), call.argument(0));
    for (const playbook::Finding &finding : reading.findings) {
        if (call.wantsJson()) {
            call.print(compact({{u"severity"_s, finding.isError ? u"error"_s : u"warning"_s},
                                {u"file"_s, finding.place.file},
                                {u"line"_s, finding.place.line},
                                {u"path"_s, finding.path},
                                {u"reason"_s, finding.reason}}));
        } else {
            call.note((finding.isError ? u"error: "_s : u"warning: "_s) + finding.toString());
        }
    }
    if (!reading.playbook)
        return BadInput;
    if (!call.wantsJson())
        call.print(u"%1: a good playbook"_s.arg(call.argument(0)));
    return Done;
}

int printPlan(Invocation &call)
{
    const auto language = call.language();
    if (!language)
        return call.usage(language.error().detail);
    if (!call.isSet(u"pdf"_s))
        return call.usage(u"vigiectl playbook print NAME --pdf FILE"_s);
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    if (const auto installed = (*desk)->playbooks().installShipped().result(); !installed)
        return call.fails(installed.error());
    const store::Connection &reader = (*desk)->reader();
    auto print = postmortem::loadPlanToPrint(reader, call.argument(0), (*desk)->clock().now());
    if (!print)
        return call.fails(print.error());
    print->brand = (*desk)->profile().brand;
    const auto written = postmortem::writePdf(postmortem::composePlan(*print, *language, (*desk)->profile().zone), call.value(u"pdf"_s));
    return written ? Done : call.fails(written.error());
}

} // namespace

QList<Command> playbookCommands()
{
    return {
        {.name = u"playbook list"_s,
         .summary = u"Lists the playbooks."_s,
         .options = {{u"lang"_s, u"fr or en."_s, u"LANG"_s}},
         .run = list},
        {.name = u"playbook import"_s,
         .arguments = u"FILE"_s,
         .summary = u"Takes a playbook in; a known one gets a new version."_s,
         .leastArguments = 1,
         .mostArguments = 1,
         .run = importFile},
        {.name = u"playbook export"_s,
         .arguments = u"NAME FILE"_s,
         .summary = u"Writes a playbook with its messages to one file."_s,
         .leastArguments = 2,
         .mostArguments = 2,
         .run = exportFile},
        {.name = u"playbook validate"_s,
         .arguments = u"FILE"_s,
         .summary = u"Says everything that is wrong with a playbook's file, with line and reason."_s,
         .leastArguments = 1,
         .mostArguments = 1,
         .run = validate},
        {.name = u"playbook print"_s,
         .arguments = u"NAME"_s,
         .summary = u"Writes a plan as a PDF, with people and approved messages, for the day the network is down."_s,
         .options = {{u"pdf"_s, u"The document."_s, u"FILE"_s}, {u"lang"_s, u"fr or en."_s, u"LANG"_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .needsFonts = true,
         .run = printPlan},
    };
}

} // namespace vigie::cli
