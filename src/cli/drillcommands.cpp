// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/output.h"
#include "drill/drillrunner.h"
#include "drill/scenario.h"
#include "drill/score.h"
#include "incident/incidentrepository.h"
#include "playbook/playbookrepository.h"
#include "playbook/playbookservice.h"
#include "postmortem/report.h"
#include "postmortem/reporttopdf.h"
#include "postmortem/reviewservice.h"

#include <QEventLoop>
#include <QJsonDocument>

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
    Table table(headsIn(core::Phrasebook(*language), {QT_TRANSLATE_NOOP("Cli", "name"), QT_TRANSLATE_NOOP("Cli", "language"),
                                                      QT_TRANSLATE_NOOP("Cli", "title")}));
    for (const drill::ScenarioSummary &scenario : drill::shippedScenarios(*language)) {
        if (call.wantsJson()) {
            call.print(compact({{u"name"_s, scenario.key},
                                {u"language"_s, core::languageTag(scenario.language)},
                                {u"title"_s, scenario.title},
                                {u"summary"_s, scenario.summary}}));
        } else if (call.isSet(u"names"_s)) {
            call.print(scenario.key);
        } else {
            table.add({scenario.key, core::languageTag(scenario.language), scenario.title});
        }
    }
    if (!call.wantsJson() && !call.isSet(u"names"_s))
        call.print(table.toString());
    return Done;
}

/// 0 for "max".
Result<double> speedOf(const Invocation &call)
{
    const QString text = call.isSet(u"speed"_s) ? call.value(u"speed"_s) : u"max"_s;
    if (text == u"max")
        return drill::DrillOptions::kAsFastAsPossible;
    bool isNumber = false;
    const double speed = text.toDouble(&isNumber);
    if (!isNumber || speed <= 0 || speed > 1e6)
        return fail(ErrorKind::InvalidArgument, u"--speed takes max, or how many times faster than life"_s);
    return speed;
}

/// The playbook for a crisis of which only the posts are known: the one asked for, the scenario's, else the service outage,
/// whose steps fit most crises of a company's doing.
Result<QString> playbookFor(const Invocation &call, const drill::Scenario &scenario, const store::Connection &reader)
{
    const QString key = call.isSet(u"playbook"_s)         ? call.value(u"playbook"_s)
                        : scenario.playbookKey.isEmpty() ? u"service-outage"_s
                                                         : scenario.playbookKey;
    const auto found = playbook::PlaybookRepository::findByKey(reader, key);
    if (!found)
        return fail(found.error());
    if (!*found)
        return fail(ErrorKind::NotFound, u"there is no playbook %1"_s.arg(key));
    return key;
}

Result<drill::DrillScore> play(Invocation &call, workspace::Workspace &desk, drill::Scenario scenario,
                               const drill::DrillOptions &options)
{
    drill::DrillRunner &runner = desk.drills();
    const int total = int(scenario.posts.size());
    QEventLoop loop;
    Result<drill::DrillScore> outcome = fail(ErrorKind::Internal, u"the drill did not end"_s);
    QObject::connect(&runner, &drill::DrillRunner::advanced, &loop, [&] {
        call.progress(u"%1  %2 of %3 posts"_s.arg(core::toIso(runner.now()), QString::number(runner.playedPosts()),
                                                  QString::number(total)));
    });
    QObject::connect(&runner, &drill::DrillRunner::ended, &loop, [&](const drill::DrillScore &score) {
        outcome = score;
        loop.quit();
    });
    QObject::connect(&runner, &drill::DrillRunner::failed, &loop, [&](const Error &error) {
        outcome = fail(error);
        loop.quit();
    });
    if (auto started = runner.start(std::move(scenario), options); !started)
        return fail(started.error());
    loop.exec();
    call.progress({});
    return outcome;
}

void printScore(Invocation &call, core::DrillRunId run, core::IncidentId incident, const drill::DrillScore &score,
                core::Language language)
{
    if (call.wantsJson()) {
        QJsonObject object = QJsonDocument::fromJson(drill::toJson(score)).object();
        object.insert(u"drill"_s, run.value);
        object.insert(u"incident"_s, incident.isValid() ? QJsonValue(incident.value) : QJsonValue());
        call.print(compact(object));
        return;
    }
    const core::Phrasebook phrases(language);
    Table table(headsIn(phrases, {QT_TRANSLATE_NOOP("Cli", "what"), QT_TRANSLATE_NOOP("Cli", "value")}));
    for (const drill::ScoreLine &line : drill::describe(score, core::Format(language, QTimeZone::utc()), phrases)) {
        const QString mark = !line.isMet ? u"   "_s : *line.isMet ? u" ✓ "_s : u" ✗ "_s;
        table.add({line.label, mark + line.value});
    }
    call.print(table.toString());
}

int run(Invocation &call)
{
    const auto language = call.language();
    const auto speed = speedOf(call);
    if (!language || !speed)
        return call.usage(!language ? language.error().detail : speed.error().detail);
    auto scenario = drill::loadScenario(call.argument(0), *language);
    if (!scenario)
        return call.fails(scenario.error());
    for (const networks::Reject &reject : scenario->rejects)
        call.note(u"%1:%2: %3"_s.arg(call.argument(0), QString::number(reject.line), reject.reason));
    // The report is asked for in a language; the crisis is led in it, too.
    if (call.isSet(u"lang"_s))
        scenario->language = *language;
    const core::Language crisisLanguage = scenario->language;

    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    if (const auto installed = (*desk)->playbooks().installShipped().result(); !installed)
        return call.fails(installed.error());
    const auto playbook = playbookFor(call, *scenario, (*desk)->reader());
    if (!playbook)
        return call.fails(playbook.error());
    const auto score = play(call, **desk, std::move(*scenario),
                            {.speed = *speed,
                             .players = call.isSet(u"watch-only"_s) ? drill::Players::People : drill::Players::Automatic,
                             .playbookKey = *playbook,
                             .actor = (*desk)->actor()});
    if (!score)
        return call.fails(score.error());

    const core::DrillRunId runId = (*desk)->drills().run();
    const auto incidents = incident::IncidentRepository::list((*desk)->reader(), runId);
    if (!incidents)
        return call.fails(incidents.error());
    const core::IncidentId incident = incidents->empty() ? core::IncidentId() : incidents->back().id;
    printScore(call, runId, incident, *score, crisisLanguage);
    if (!incident.isValid()) {
        call.note(u"No alert was raised, so no crisis was opened and there is no report"_s);
        return AnswerIsNo;
    }
    if (const auto review = (*desk)->reviews().prefill((*desk)->actor(), incident).result(); !review)
        return call.fails(review.error());
    if (!call.isSet(u"report"_s))
        return Done;
    const auto document = postmortem::buildReport(
        (*desk)->reader(), incident, {.language = crisisLanguage, .zone = (*desk)->profile().zone}, (*desk)->clock().now());
    if (!document)
        return call.fails(document.error());
    if (auto written = postmortem::writePdf(*document, call.value(u"report"_s)); !written)
        return call.fails(written.error());
    call.note(u"Post-mortem: "_s + call.value(u"report"_s));
    return Done;
}

} // namespace

QList<Command> drillCommands()
{
    const QCommandLineOption lang({u"lang"_s, u"language"_s}, u"fr or en."_s, u"LANG"_s);
    return {
        {.name = u"drill list"_s,
         .summary = u"Lists the shipped scenarios."_s,
         .options = {lang, {u"names"_s, u"Only their names."_s}},
         .run = list},
        {.name = u"drill run"_s,
         .arguments = u"SCENARIO|FILE"_s,
         .summary = u"Plays posts with times through detection, a crisis with its playbook, and the report. Sends nothing."_s,
         .options = {lang,
                     {u"speed"_s, u"max (the default), or how many times faster than life."_s, u"N"_s},
                     {u"report"_s, u"Writes the post-mortem."_s, u"FILE.pdf"_s},
                     {u"playbook"_s, u"Which one the crisis follows."_s, u"NAME"_s},
                     {u"watch-only"_s, u"Nobody acts: only detection is tried."_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .needsFonts = true,
         .run = run},
    };
}

} // namespace vigie::cli
