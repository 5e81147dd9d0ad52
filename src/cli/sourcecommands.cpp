// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/namedthings.h"
#include "monitoring/accountrepository.h"
#include "monitoring/alerthook.h"
#include "monitoring/collector.h"
#include "monitoring/sourcerepository.h"
#include "monitoring/sourceservice.h"
#include "monitoring/webhooks.h"
#include "networks/ndjsonreader.h"
#include "networks/page.h"
#include "networks/secretstore.h"
#include "reply/dispatcher.h"
#include "workspace/networkroom.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

/// "mastodon:@brand@a.social"
Result<monitoring::Account> accountNamed(const store::Connection &connection, const QString &name)
{
    const QString network = name.section(u':', 0, 0).toLower();
    const QString handle = name.section(u':', 1);
    auto account = monitoring::AccountRepository::byHandle(connection, network, handle);
    if (!account)
        return fail(account.error());
    if (!*account || !(*account)->isActive)
        return fail(ErrorKind::NotFound, u"there is no account %1; see vigiectl account list"_s.arg(name));
    return **account;
}

/// The source that the options describe; the kind is that of the one option which says what is read.
Result<monitoring::Source> described(const Invocation &call, const store::Connection &connection)
{
    using monitoring::SourceKind;
    monitoring::Source source{.name = call.argument(0), .url = call.argument(1)};
    if (call.isSet(u"account"_s)) {
        const auto account = accountNamed(connection, call.value(u"account"_s));
        if (!account)
            return fail(account.error());
        source.accountId = account->id;
        source.network = account->network;
    }
    if (call.isSet(u"network"_s))
        source.network = call.value(u"network"_s).toLower();
    if (call.isSet(u"mentions"_s)) {
        source.kind = SourceKind::Mentions;
    } else if (call.isSet(u"search"_s)) {
        source.kind = SourceKind::Search;
        source.query = call.value(u"search"_s);
    } else if (call.isSet(u"hashtag"_s)) {
        source.kind = SourceKind::Hashtag;
        source.query = call.value(u"hashtag"_s);
    } else if (call.isSet(u"firehose"_s)) {
        source.kind = SourceKind::Firehose;
    } else if (call.isSet(u"folder"_s) || call.isSet(u"webhook"_s)) {
        source.kind = call.isSet(u"folder"_s) ? SourceKind::Folder : SourceKind::Webhook;
        source.network = u"import"_s;
    } else if (call.isSet(u"account"_s) || call.isSet(u"network"_s)) {
        return fail(ErrorKind::InvalidArgument, u"say what is read: --mentions, --search, --hashtag or --firehose"_s);
    }
    return source;
}

/// Makes the secret that signs what others bring, keeps it, and shows it this once.
Result<QString> webhookSecret(const Invocation &call, workspace::Workspace &desk)
{
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    const QByteArray secret = monitoring::Webhooks::newSecret();
    if (const auto kept = await(desk.networks().secrets().write(name, secret)); !kept)
        return fail(kept.error());
    call.note(u"The secret that signs deliveries, shown this once: %1"_s.arg(QString::fromLatin1(secret)));
    return name;
}

int add(Invocation &call)
{
    bool isNumber = true;
    const int minutes = call.isSet(u"every"_s) ? call.value(u"every"_s).toInt(&isNumber) : 5;
    if (!isNumber || minutes < 1)
        return call.usage(u"--every takes minutes"_s);
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    auto source = described(call, (*desk)->reader());
    if (!source)
        return call.fails(source.error());
    source->interval = std::chrono::minutes(minutes);
    if (source->kind == monitoring::SourceKind::Webhook) {
        const auto secret = webhookSecret(call, **desk);
        if (!secret)
            return call.fails(secret.error());
        source->query = *secret;
    }
    const auto added = (*desk)->sources().add((*desk)->actor(), *source).result();
    if (!added)
        return call.fails(added.error());
    call.note(u"Added %1; it is read by vigiectl collect, and by the desktop program while it is open"_s.arg(source->name));
    return Done;
}

int test(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const auto source = monitoring::SourceRepository::byName((*desk)->reader(), call.argument(0));
    if (!source)
        return call.fails(source.error());
    if (!*source)
        return call.fails({.kind = ErrorKind::NotFound, .detail = u"there is no source %1"_s.arg(call.argument(0))});
    const auto page = await((*desk)->networks().probe(**source));
    if (!page)
        return call.fails(page.error());
    for (const networks::Post &post : page->posts) {
        if (call.wantsJson())
            call.print(networks::toNdjson(post));
        else
            call.print(u"%1  %2  %3"_s.arg(core::toIso(post.postedAt), post.author.handle, post.text.left(80).simplified()));
    }
    call.note(u"%1 posts%2; nothing was stored"_s.arg(page->posts.size()).arg(page->hasMore ? u" and more"_s : QString()));
    return Done;
}

Listed listed(const monitoring::Source &source)
{
    const QString kind = monitoring::sourceKindKey(source.kind);
    const QString state = monitoring::sourceStateKey(source.state);
    return {.json = {{u"name"_s, source.name},
                     {u"kind"_s, kind},
                     {u"state"_s, state},
                     {u"reason"_s, source.stateReason},
                     {u"last_success_at"_s, isoOrNull(source.lastSuccessAt)},
                     {u"url"_s, source.url}},
            .row = {source.name, kind, state, source.lastSuccessAt ? core::toIso(*source.lastSuccessAt) : u"never"_s, source.url,
                    source.stateReason}};
}

int list(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    return printAll(call, monitoring::SourceRepository::list((*desk)->reader()),
                    {u"name"_s, u"kind"_s, u"state"_s, u"last read"_s, u"address"_s, u"reason"_s}, listed);
}

int remove(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const QString name = call.argument(0);
    return removeNamed(
        call, monitoring::SourceRepository::byName((*desk)->reader(), name), u"source"_s, name,
        [&](const monitoring::Source &source) { return (*desk)->sources().remove((*desk)->actor(), source.id); },
        u"; its mentions stay"_s);
}

int printOutcomes(const Invocation &call, const std::vector<monitoring::CollectOutcome> &outcomes)
{
    int code = Done;
    for (const monitoring::CollectOutcome &outcome : outcomes) {
        if (call.wantsJson()) {
            call.print(compact({{u"source"_s, outcome.name},
                                {u"stored"_s, outcome.report.stored},
                                {u"duplicate"_s, outcome.report.duplicate},
                                {u"edited"_s, outcome.report.edited},
                                {u"alerts"_s, qint64(outcome.report.alerts.size())},
                                {u"error"_s, outcome.error ? QJsonValue(outcome.error->detail) : QJsonValue()}}));
        } else if (!outcome.error) {
            call.print(u"%1: stored %2, duplicate %3, edited %4, alerts %5"_s.arg(
                outcome.name, QString::number(outcome.report.stored), QString::number(outcome.report.duplicate),
                QString::number(outcome.report.edited), QString::number(outcome.report.alerts.size())));
        }
        if (outcome.error) {
            Error error = *outcome.error;
            error.detail = outcome.name + u": "_s + error.detail;
            code = call.fails(error);
        }
    }
    return code;
}

int collect(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    monitoring::Collector &collector = (*desk)->networks().collectorHere();
    if (call.isSet(u"follow"_s) && call.isSet(u"once"_s))
        return call.usage(u"--once and --follow are two ways"_s);
    if (call.isSet(u"follow"_s)) {
        QObject::connect(&collector, &monitoring::Collector::collected, QCoreApplication::instance(),
                         [&call](const monitoring::CollectOutcome &outcome) { printOutcomes(call, {outcome}); });
        (*desk)->networks().start();
        return QCoreApplication::exec();
    }
    const auto outcomes = await(collector.collectOnce(call.value(u"source"_s)));
    if (!outcomes)
        return call.fails(outcomes.error());
    const int code = printOutcomes(call, *outcomes);
    const auto sent = await((*desk)->networks().dispatcherHere().dispatchOnce());
    if (!sent)
        return call.fails(sent.error());
    const auto told = await((*desk)->networks().alertHookHere().tellOnce());
    return told ? code : call.fails(told.error());
}

} // namespace

QList<Command> sourceCommands()
{
    return {
        {.name = u"source add"_s,
         .arguments = u"NAME [URL]"_s,
         .summary = u"Adds a feed (RSS, Atom, JSON Feed), or what an account or a network lets us read."_s,
         .options = {{u"every"_s, u"Minutes between two readings (5)."_s, u"MINUTES"_s},
                     {u"account"_s, u"Reads with it: mastodon:@brand@a.social"_s, u"NETWORK:HANDLE"_s},
                     {u"network"_s, u"Reads without an account."_s, u"NETWORK"_s},
                     {u"mentions"_s, u"Mentions of the account, and replies to it."_s},
                     {u"search"_s, u"Posts with these words."_s, u"WORDS"_s},
                     {u"hashtag"_s, u"Posts with this hashtag."_s, u"TAG"_s},
                     {u"folder"_s, u"NDJSON and CSV files that appear in the folder URL."_s},
                     {u"webhook"_s, u"Posts that others bring to the address URL: http://127.0.0.1:8787/"_s},
                     {u"firehose"_s, u"The stream of everything at URL; what no watch asks for is not kept."_s}},
         .leastArguments = 1,
         .mostArguments = 2,
         .run = add},
        {.name = u"source test"_s,
         .arguments = u"NAME"_s,
         .summary = u"Shows what would be read, and stores nothing."_s,
         .leastArguments = 1,
         .mostArguments = 1,
         .run = test},
        {.name = u"source list"_s, .summary = u"Lists the sources and how they fare."_s, .run = list},
        {.name = u"source remove"_s,
         .arguments = u"NAME"_s,
         .summary = u"Removes a source; its mentions stay."_s,
         .leastArguments = 1,
         .mostArguments = 1,
         .run = remove},
        {.name = u"collect"_s,
         .summary = u"Reads the sources, sends what is on its way and tells of alerts: one round, or on and on."_s,
         .options = {{u"once"_s, u"One round (the default)."_s},
                     {u"follow"_s, u"Goes on until it is stopped."_s},
                     {u"source"_s, u"Only this one."_s, u"NAME"_s}},
         .run = collect},
    };
}

} // namespace vigie::cli
