// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "analysis/tonality.h"
#include "cli/lines.h"
#include "cli/output.h"
#include "cli/postformats.h"
#include "cli/watchcommands.h"
#include "core/text.h"
#include "monitoring/importer.h"
#include "monitoring/mentionrepository.h"
#include "networks/feedparser.h"
#include "networks/httpclient.h"

#include <QEventLoop>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

Result<std::optional<networks::CsvMapping>> readMapping(const Invocation &call)
{
    if (!call.isSet(u"map"_s))
        return std::optional<networks::CsvMapping>();
    QFile file(call.value(u"map"_s));
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::File, u"%1: %2"_s.arg(file.fileName(), file.errorString()));
    auto mapping = networks::csvMappingFromJson(file.readAll());
    if (!mapping) {
        Error error = mapping.error();
        error.place.file = file.fileName();
        return fail(std::move(error));
    }
    return std::optional(std::move(*mapping));
}

void printRejects(const Invocation &call, const QString &path, const monitoring::ImportReport &report)
{
    for (const networks::Reject &reject : report.rejected)
        call.note(u"%1:%2: %3"_s.arg(path, QString::number(reject.line), reject.reason));
    if (report.rejectedCount > qint64(report.rejected.size()))
        call.note(u"%1: and %2 more"_s.arg(path).arg(report.rejectedCount - qint64(report.rejected.size())));
}

int importFiles(Invocation &call)
{
    const QString format = call.isSet(u"format"_s) ? call.value(u"format"_s) : u"auto"_s;
    if (format != u"auto" && format != u"ndjson" && format != u"csv")
        return call.usage(u"--format takes auto, ndjson or csv"_s);
    const auto mapping = readMapping(call);
    if (!mapping)
        return call.fails(mapping.error());
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    int code = Done;
    for (const QString &argument : call.arguments()) {
        const QString path = inputPath(argument);
        monitoring::ImportRequest request{.path = path, .mapping = *mapping, .actor = (*desk)->actor()};
        request.format = format == u"csv"      ? monitoring::FileFormat::Csv
                         : format == u"ndjson" ? monitoring::FileFormat::Ndjson
                                               : monitoring::FileFormat::Auto;
        request.progress = [&call, &path](qint64 done, qint64 total) {
            if (total > 0)
                call.progress(u"%1: %2 %"_s.arg(path).arg(done * 100 / total));
        };
        const auto report = monitoring::importFile((*desk)->intake(), request);
        call.progress({});
        if (!report) {
            code = call.fails(report.error());
            continue;
        }
        printRejects(call, path, *report);
        if (report->rejectedCount > 0)
            code = std::max<int>(code, BadInput);
        if (call.wantsJson()) {
            QJsonArray rejects;
            for (const networks::Reject &reject : report->rejected)
                rejects << QJsonObject{{u"line"_s, reject.line}, {u"reason"_s, reject.reason}};
            call.print(compact({{u"file"_s, path},
                                {u"read"_s, report->read},
                                {u"stored"_s, report->stored},
                                {u"duplicate"_s, report->duplicate},
                                {u"edited"_s, report->edited},
                                {u"rejected"_s, report->rejectedCount},
                                {u"rejects"_s, rejects},
                                {u"alerts"_s, qint64(report->alerts.size())}}));
        } else {
            call.print(u"%1: read %2, stored %3, duplicate %4, edited %5, rejected %6, alerts %7"_s.arg(
                path, QString::number(report->read), QString::number(report->stored), QString::number(report->duplicate),
                QString::number(report->edited), QString::number(report->rejectedCount),
                QString::number(report->alerts.size())));
        }
    }
    return code;
}

/// The bytes of a file or of an address, with what the transport said of them.
Result<std::pair<QByteArray, networks::FeedContext>> readBytes(const QString &place)
{
    const QUrl url(place);
    if (url.scheme() == u"http" || url.scheme() == u"https") {
        const core::SystemClock clock;
        networks::HttpClient client(clock);
        QEventLoop loop;
        Result<networks::HttpResponse> response = fail(ErrorKind::Cancelled, u"no answer"_s);
        // A feed may be public without TLS; nothing secret is sent.
        client.send({.url = url, .headers = {}, .plainHttp = networks::PlainHttp::Allowed}, &loop,
                   [&](const Result<networks::HttpResponse> &result) {
                       response = result;
                       loop.quit();
                   });
        loop.exec();
        if (!response) {
            Error error = response.error();
            error.place.file = place;
            return fail(error);
        }
        return std::pair(response->body, networks::FeedContext{.url = response->url,
                                                               .contentType = response->header("content-type"),
                                                               .receivedAt = core::SystemClock().now()});
    }
    QFile file(place);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorKind::File, u"%1: %2"_s.arg(place, file.errorString()));
    if (file.size() > networks::kMaxFeedSize)
        return fail(ErrorKind::Parse, u"%1: larger than %2 bytes"_s.arg(place).arg(networks::kMaxFeedSize));
    return std::pair(file.readAll(),
                     networks::FeedContext{.url = {}, .contentType = {}, .receivedAt = core::SystemClock().now()});
}

int posts(Invocation &call)
{
    const QString format = call.value(u"format"_s);
    if (!format.isEmpty() && !postFormats().contains(format))
        return call.usage(u"--format takes one of: "_s + postFormats().join(u", "_s));
    const auto bytes = readBytes(inputPath(call.argument(0)));
    return bytes ? printPosts(call, format, bytes->first, bytes->second) : call.fails(bytes.error());
}

int search(Invocation &call)
{
    bool isNumber = true;
    const int limit = call.isSet(u"limit"_s) ? call.value(u"limit"_s).toInt(&isNumber) : 20;
    if (!isNumber || limit < 1 || limit > 10'000)
        return call.usage(u"--limit takes a number from 1 to 10000"_s);
    const QString source = call.arguments().join(u' ');
    if (!readQuery(call, source))
        return BadInput;
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const auto hits = monitoring::MentionRepository::page(
        (*desk)->reader(), {}, {.text = source, .now = (*desk)->clock().now()}, std::nullopt, limit);
    if (!hits)
        return call.fails(hits.error());
    Table table({u"posted"_s, u"network"_s, u"author"_s, u"tonality"_s, u"text"_s});
    for (const monitoring::Mention &mention : *hits) {
        const QString tonality = analysis::tonalityKey(mention.tonality);
        if (call.wantsJson()) {
            call.print(compact({{u"network"_s, mention.network},
                                {u"id"_s, mention.remoteId},
                                {u"author"_s, mention.author.handle},
                                {u"posted_at"_s, core::toIso(mention.postedAt)},
                                {u"lang"_s, mention.language},
                                {u"tonality"_s, tonality},
                                {u"text"_s, mention.text}}));
        } else {
            table.add({core::toIso(mention.postedAt), mention.network, core::elided(mention.author.displayName(), 24),
                       tonality, core::elided(QString(mention.text).replace(u'\n', u' '), 100)});
        }
    }
    if (!call.wantsJson() && !hits->empty())
        call.print(table.toString());
    return hits->empty() ? AnswerIsNo : Done;
}

} // namespace

QList<Command> postCommands()
{
    return {
        {.name = u"import"_s,
         .arguments = u"FILE…"_s,
         .summary = u"Stores the posts of NDJSON and CSV files; says which lines it could not take."_s,
         .options = {{u"format"_s, u"auto, ndjson or csv."_s, u"FORMAT"_s},
                     {u"map"_s, u"Which column is what, for a CSV that is not recognised."_s, u"MAP.json"_s}},
         .leastArguments = 1,
         .mostArguments = -1,
         .run = importFiles},
        {.name = u"posts"_s,
         .arguments = u"FILE|URL"_s,
         .summary = u"Shows what the parser makes of a feed, or of a network's answer, as NDJSON. Stores nothing."_s,
         .options = {{u"format"_s, u"A feed's is told from its bytes. "_s + postFormats().join(u", "_s), u"FORMAT"_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .run = posts},
        {.name = u"search"_s,
         .arguments = u"QUERY"_s,
         .summary = u"Finds stored mentions by a query, as a watch would, the newest first."_s,
         .options = {{u"limit"_s, u"How many at the most (20)."_s, u"N"_s}, queryLanguageOption()},
         .leastArguments = 1,
         .mostArguments = -1,
         .details = queryGrammar,
         .run = search},
    };
}

} // namespace vigie::cli
