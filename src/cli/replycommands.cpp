// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/commands.h"
#include "cli/lines.h"
#include "cli/output.h"

#include "core/text.h"
#include "reply/dispatcher.h"
#include "reply/outbox.h"
#include "reply/replycheck.h"
#include "reply/replyrepository.h"
#include "store/database.h"
#include "workspace/networkroom.h"

#include <QEventLoop>
#include <QFile>
#include <QFutureWatcher>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <cstdio>
#include <set>
#include <vector>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

constexpr qint64 kMaxText = 1'000'000;

QJsonObject jsonOf(const reply::ReplyReport &report)
{
    QJsonArray findings;
    for (const reply::ReplyFinding &finding : report.findings) {
        findings << QJsonObject{{u"rule"_s, finding.rule},
                                {u"severity"_s, reply::findingSeverityKey(finding.severity)},
                                {u"start"_s, finding.start},
                                {u"end"_s, finding.end},
                                {u"message"_s, finding.message}};
    }
    QStringList parts;
    for (const analysis::FoundPart &part : report.parts) {
        if (!parts.contains(analysis::replyPartKey(part.part)))
            parts << analysis::replyPartKey(part.part);
    }
    return {{u"findings"_s, findings},
            {u"parts"_s, QJsonArray::fromStringList(parts)},
            {u"count"_s, report.length.count},
            {u"limit"_s, report.length.limit > 0 ? QJsonValue(report.length.limit) : QJsonValue()},
            {u"fits"_s, report.length.fits}};
}

/// What a reply of that strategy ought to have. Of an apology the five parts of Lewicki (2016); empathy is never missed, its
/// words are too free.
struct Strategy {
    QString name;
    std::vector<analysis::ReplyPart> parts;
};

const std::vector<Strategy> &strategies()
{
    using Part = analysis::ReplyPart;
    static const std::vector<Strategy> all{
        {u"apology"_s, {Part::Regret, Part::Explanation, Part::Responsibility, Part::Repentance, Part::Repair}},
        {u"inform"_s, {Part::Acknowledgement, Part::Action, Part::NextStep}},
        {u"repair"_s, {Part::Acknowledgement, Part::Repair, Part::NextStep}},
        {u"hand-off"_s, {Part::Acknowledgement, Part::PrivateInvitation}}};
    return all;
}

const Strategy *strategyOf(const QString &name)
{
    const auto found = std::find_if(strategies().begin(), strategies().end(),
                                    [&name](const Strategy &strategy) { return name == strategy.name; });
    return found == strategies().end() ? nullptr : &*found;
}

/// With a strategy, "missing" too: its parts that the text has not.
QJsonObject jsonOf(const reply::ReplyReport &report, const Strategy *strategy)
{
    QJsonObject answer = jsonOf(report);
    if (!strategy)
        return answer;
    const QJsonArray found = answer.value(u"parts"_s).toArray();
    QJsonArray missing;
    for (const analysis::ReplyPart part : strategy->parts) {
        if (!found.contains(analysis::replyPartKey(part)))
            missing << analysis::replyPartKey(part);
    }
    answer.insert(u"missing"_s, missing);
    return answer;
}

int checkReply(Invocation &call)
{
    const Strategy *const strategy = strategyOf(call.value(u"strategy"_s));
    if (call.isSet(u"strategy"_s) && !strategy)
        return call.usage(u"--strategy takes apology, inform, repair or hand-off"_s);
    if (!call.isSet(u"network"_s))
        return call.usage(u"vigiectl check-reply --network N --lang fr|en < TEXT"_s);
    const auto language = call.language();
    if (!language)
        return call.usage(language.error().detail);
    const auto check = reply::ReplyCheck::shipped();
    if (!check)
        return call.fails(check.error());
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return call.fails({.kind = ErrorKind::File, .detail = u"standard input cannot be read"_s});
    const reply::ReplyCheckRequest asked{.network = call.value(u"network"_s),
                                         .language = *language,
                                         .visibility = call.isSet(u"private"_s) ? reply::Visibility::Private
                                                                                : reply::Visibility::Public,
                                         .sentences = *language};
    if (!call.isSet(u"batch"_s)) {
        QByteArray text = input.read(kMaxText);
        if (text.endsWith('\n'))
            text.chop(1);
        reply::ReplyCheckRequest request = asked;
        request.text = QString::fromUtf8(text);
        const auto report = check->check(request);
        call.print(compact(jsonOf(report, strategy)));
        return report.hasErrors() ? AnswerIsNo : Done;
    }
    int code = Done;
    QByteArray line;
    for (qint64 number = 1; takeLine(input, line); ++number) {
        if (number == 1)
            dropByteOrderMark(line);
        line = line.trimmed();
        if (line.isEmpty())
            continue;
        const QJsonObject object = QJsonDocument::fromJson(line).object();
        if (!object.value(u"text"_s).isString()) {
            call.note(u"line %1: expected an object with id, text and lang"_s.arg(number));
            code = BadInput;
            continue;
        }
        reply::ReplyCheckRequest request = asked;
        request.text = object.value(u"text"_s).toString();
        request.language = core::languageFromTag(object.value(u"lang"_s).toString()).value_or(*language);
        const auto report = check->check(request);
        QJsonObject answer = jsonOf(report, strategy);
        answer.insert(u"id"_s, object.value(u"id"_s));
        call.print(compact(answer));
        if (report.hasErrors() && code == Done)
            code = AnswerIsNo;
    }
    return code;
}

/// Where it stands, in one word: an approved reply that leaves by itself is waiting.
QString standing(const reply::Reply &reply)
{
    return reply::isOnItsWay(reply) ? u"waiting"_s : reply::replyStateKey(reply.state);
}

QJsonObject jsonOf(const reply::Reply &reply)
{
    return {{u"id"_s, reply.id.value},
            {u"state"_s, standing(reply)},
            {u"reason"_s, reply.stateReason},
            {u"network"_s, reply.network},
            {u"recipient"_s, reply.recipient},
            {u"visibility"_s, reply::visibilityKey(reply.visibility)},
            {u"leaves_at"_s, isoOrNull(reply.leaveAt)},
            {u"sent_at"_s, isoOrNull(reply.sentAt)},
            {u"partner"_s, reply.partnerId.isValid() ? QJsonValue(reply.partnerId.value) : QJsonValue()},
            {u"url"_s, reply.remoteUrl},
            {u"text"_s, reply.text}};
}

int list(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    Table table({u"id"_s, u"state"_s, u"network"_s, u"to"_s, u"visibility"_s, u"link"_s, u"reason"_s, u"text"_s});
    reply::ReplyPageKey before;
    while (true) {
        const auto page = reply::ReplyRepository::page((*desk)->reader(), {}, before, 200);
        if (!page)
            return call.fails(page.error());
        for (const reply::Reply &reply : *page) {
            if (call.wantsJson()) {
                call.print(compact(jsonOf(reply)));
            } else {
                table.add({QString::number(reply.id.value), standing(reply), reply.network, reply.recipient,
                           reply::visibilityKey(reply.visibility), reply.remoteUrl, reply.stateReason,
                           core::elided(QString(reply.text).replace(u'\n', u' '), 60)});
            }
        }
        if (page->size() < 200)
            break;
        before = {.updatedAt = page->back().updatedAt, .id = page->back().id};
    }
    if (!call.wantsJson())
        call.print(table.toString());
    return Done;
}

/// One reply that was tried, as far as it got.
bool printTried(const Invocation &call, const reply::Reply &reply)
{
    if (call.wantsJson())
        call.print(compact(jsonOf(reply)));
    else
        call.print(u"%1  %2  %3"_s.arg(QString::number(reply.id.value), standing(reply),
                                       reply.stateReason.isEmpty() ? reply.remoteUrl : reply.stateReason));
    return reply.state == reply::ReplyState::Sent;
}

int send(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    reply::Dispatcher &dispatcher = (*desk)->networks().dispatcherHere();
    std::set<core::ReplyId> tried;
    QObject::connect(&dispatcher, &reply::Dispatcher::handled, &dispatcher,
                     [&tried](core::ReplyId id) { tried.insert(id); });
    if (const auto done = await(dispatcher.dispatchOnce()); !done)
        return call.fails(done.error());
    bool allSent = true;
    for (const core::ReplyId id : tried) {
        const auto reply = reply::ReplyRepository::find((*desk)->reader(), id);
        if (!reply)
            return call.fails(reply.error());
        if (*reply)
            allSent = printTried(call, **reply) && allSent;
    }
    return allSent ? Done : AnswerIsNo;
}

int settle(Invocation &call)
{
    bool isNumber = false;
    const core::ReplyId id{call.argument(0).toLongLong(&isNumber)};
    if (!isNumber || (call.isSet(u"sent"_s) == call.isSet(u"not-sent"_s)))
        return call.usage(u"vigiectl outbox settle ID --sent URL | --not-sent REASON"_s);
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    reply::Outbox &outbox = (*desk)->outbox();
    const auto settled = call.isSet(u"sent"_s)
                             ? outbox.markSent((*desk)->actor(), id, call.value(u"sent"_s)).result()
                             : outbox.markNotSent((*desk)->actor(), id, call.value(u"not-sent"_s)).result();
    return settled ? Done : call.fails(settled.error());
}

int pause(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const auto done = (*desk)->outbox().suspend((*desk)->actor(), call.argument(0), std::nullopt).result();
    if (!done)
        return call.fails(done.error());
    call.note(u"Nothing goes out until vigiectl outbox resume"_s);
    return Done;
}

int resume(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const auto done = (*desk)->outbox().resume((*desk)->actor()).result();
    return done ? Done : call.fails(done.error());
}

} // namespace

QList<Command> replyCommands()
{
    return {
        {.name = u"check-reply"_s,
         .summary = u"Checks a reply from standard input: length, personal data, tone. Exit 1 when it must not be sent."_s,
         .options = {{u"network"_s, u"x, bluesky, mastodon, …"_s, u"N"_s},
                     {u"lang"_s, u"fr or en: in which it ought to be."_s, u"LANG"_s},
                     {u"strategy"_s, u"apology, inform, repair or hand-off: tells which of its parts are missing."_s, u"S"_s},
                     {u"private"_s, u"It is a private message."_s},
                     {u"batch"_s, u"NDJSON {\"id\",\"text\",\"lang\"} in, an answer a line out."_s}},
         .run = checkReply},
        {.name = u"outbox list"_s, .summary = u"Lists the replies and where they stand."_s, .run = list},
        {.name = u"outbox send"_s,
         .summary = u"Sends what is due, once, and looks for what is unknown. Exit 1 when anything was tried and is not sent."_s,
         .run = send},
        {.name = u"outbox settle"_s,
         .arguments = u"ID"_s,
         .summary = u"Says what became of a reply that was being sent, or is unknown."_s,
         .options = {{u"sent"_s, u"It was published, here."_s, u"URL"_s},
                     {u"not-sent"_s, u"It did not leave; why."_s, u"REASON"_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .run = settle},
        {.name = u"outbox pause"_s,
         .arguments = u"REASON"_s,
         .summary = u"Suspends everything that goes out."_s,
         .leastArguments = 1,
         .mostArguments = 1,
         .run = pause},
        {.name = u"outbox resume"_s, .summary = u"Lets replies go out again."_s, .run = resume},
    };
}

} // namespace vigie::cli
