// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/watchcommands.h"

#include "analysis/postjudge.h"
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/output.h"
#include "core/text.h"
#include "monitoring/mention.h"
#include "monitoring/watchqueryhelp.h"
#include "monitoring/watchset.h"
#include "networks/ndjsonreader.h"

#include <QFile>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

int watchCheck(Invocation &call)
{
    const QString source = call.arguments().join(u' ');
    const auto query = readQuery(call, source);
    if (!query)
        return BadInput;
    if (call.wantsJson())
        call.print(compact({{u"query"_s, source}, {u"canonical"_s, query->canonical()}, {u"tree"_s, query->toJson()}}));
    else
        call.print(query->canonical());
    return Done;
}

/// Judges a post as the intake does, so that negativity: and risk: mean the same here.
bool matches(const monitoring::WatchSet &watches, const networks::Post &post, const analysis::PostJudge &judge, core::Instant now)
{
    const QString folded = core::folded(post.text);
    const analysis::PostText text{post.text, folded};
    const analysis::PostJudgement judgement = judge.judge(text, post.language);
    const QString &handle = post.author.handle.isEmpty() ? post.author.name : post.author.handle;
    return !watches.match({.text = text,
                           .language = judgement.language,
                           .network = post.network,
                           .author = handle,
                           .followers = post.author.followers,
                           .negativity = judgement.tonality.negativity,
                           .tonality = judgement.tonality.tonality,
                           .risks = analysis::riskMask(judgement.risks),
                           .isReply = !post.inReplyTo.isEmpty(),
                           .isRepost = post.isRepost,
                           .postedAt = monitoring::clampedPostTime(post.postedAt),
                           .now = now})
                .empty();
}

int watchMatch(Invocation &call)
{
    const auto query = readQuery(call, call.arguments().join(u' '));
    if (!query)
        return BadInput;
    const auto judge = analysis::PostJudge::shipped();
    if (!judge)
        return call.fails(judge.error());
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return call.fails({.kind = ErrorKind::File, .detail = input.errorString()});
    const monitoring::WatchSet watches({{core::WatchId{1}, *query}});
    const core::Instant now = core::SystemClock().now();
    int code = Done;
    QByteArray line;
    for (qint64 number = 1; takeLine(input, line); ++number) {
        if (number == 1)
            dropByteOrderMark(line);
        if (line.endsWith('\n'))
            line.chop(1);
        if (line.trimmed().isEmpty())
            continue;
        const auto post = networks::postFromJson(line);
        if (!post) {
            call.note(u"line %1: %2"_s.arg(QString::number(number), post.error().detail));
            code = BadInput;
        } else if (matches(watches, *post, *judge, now)) {
            call.print(line);
        }
    }
    return code;
}

} // namespace

QCommandLineOption queryLanguageOption()
{
    return {u"lang"_s, u"In which language a mistake in the query is told: en or fr."_s, u"LANGUAGE"_s};
}

QString queryGrammar(core::Language language)
{
    const core::Phrasebook phrases(language);
    QStringList blocks;
    for (const monitoring::QueryHelpSection &section : monitoring::queryHelp(phrases)) {
        Table table({section.title, section.note});
        for (const monitoring::QueryHelpLine &line : section.lines)
            table.add({u"  "_s + line.form, line.meaning});
        blocks << table.toString();
    }
    return blocks.join(u"\n\n"_s);
}

std::optional<monitoring::WatchQuery> readQuery(const Invocation &call, const QString &source)
{
    auto query = monitoring::WatchQuery::parse(source);
    if (query)
        return std::move(*query);
    const auto language = call.language();
    const core::Phrasebook phrases(language.value_or(core::Language::English));
    if (const auto problem = monitoring::WatchQuery::problemIn(source)) {
        call.note(u"vigiectl: column %1: %2"_s.arg(QString::number(problem->start + 1), problem->message(phrases)));
        call.note(u"  "_s + source);
        call.note(u"  "_s + QString(problem->start, u' ') + u'^' + QString(problem->length - 1, u'~'));
    }
    return std::nullopt;
}

QList<Command> watchCommands()
{
    return {
        {.name = u"watch check"_s,
         .arguments = u"QUERY"_s,
         .summary = u"Parses a watch's query and writes it out with every operator; an error says where and what was expected."_s,
         .options = {queryLanguageOption()},
         .leastArguments = 1,
         .mostArguments = -1,
         .details = queryGrammar,
         .run = watchCheck},
        {.name = u"watch match"_s,
         .arguments = u"QUERY"_s,
         .summary = u"Prints the posts of NDJSON from standard input that match."_s,
         .options = {queryLanguageOption()},
         .leastArguments = 1,
         .mostArguments = -1,
         .details = queryGrammar,
         .run = watchMatch},
    };
}

} // namespace vigie::cli
