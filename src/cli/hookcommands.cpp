// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/await.h"
#include "cli/commands.h"
#include "cli/output.h"

#include "monitoring/alerthook.h"
#include "monitoring/webhooks.h"
#include "networks/secretstore.h"
#include "workspace/networkroom.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

QFuture<Result<>> configure(workspace::Workspace &desk, const QString &host, core::Language language)
{
    return desk.database().submit(desk.actor(), [host, language](store::Transaction &transaction) {
        return monitoring::AlertHook::configure(transaction, host, language);
    });
}

int set(Invocation &call)
{
    const auto language = call.language();
    if (!language)
        return call.usage(language.error().detail);
    const QUrl url(call.argument(0), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty() || (url.scheme() != u"https"_s && url.scheme() != u"http"_s))
        return call.usage(u"%1 is no address of the web: https://chat.example/hooks/…"_s.arg(call.argument(0)));
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const monitoring::AlertHookKey key{.url = call.argument(0), .secret = monitoring::Webhooks::newSecret()};
    if (const auto kept = await((*desk)->networks().secrets().write(monitoring::AlertHook::secretName(), key.toBytes())); !kept)
        return call.fails(kept.error());
    if (const auto done = configure(**desk, url.host(), *language).result(); !done)
        return call.fails(done.error());
    call.note(u"Alerts from now on are told to %1, by vigiectl collect and by the desktop program while it is open"_s.arg(url.host()));
    call.note(u"The secret that signs them, shown this once: %1"_s.arg(QString::fromLatin1(key.secret)));
    return Done;
}

int show(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    const auto state = monitoring::AlertHookState::read((*desk)->reader());
    if (!state)
        return call.fails(state.error());
    const QString &host = state->host;
    if (call.wantsJson())
        call.print(compact({{u"host"_s, host}, {u"language"_s, core::languageTag(state->language)}, {u"told"_s, state->told.value}, {u"problem"_s, state->problem}}));
    else if (host.isEmpty())
        call.print(u"Alerts are told nowhere"_s);
    else
        call.print(state->problem.isEmpty() ? u"Alerts are told to %1"_s.arg(host) : u"Alerts are told to %1, but: %2"_s.arg(host, state->problem));
    return state->problem.isEmpty() ? Done : AnswerIsNo;
}

int test(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    if (const auto sent = await((*desk)->networks().alertHookHere().test()); !sent)
        return call.fails(sent.error());
    call.note(u"Taken"_s);
    return Done;
}

int remove(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    if (const auto done = configure(**desk, {}, core::Language::English).result(); !done)
        return call.fails(done.error());
    if (const auto gone = await((*desk)->networks().secrets().remove(monitoring::AlertHook::secretName())); !gone)
        return call.fails(gone.error());
    call.note(u"Alerts are told nowhere"_s);
    return Done;
}

} // namespace

QList<Command> hookCommands()
{
    return {
        {.name = u"hook set"_s,
         .arguments = u"URL"_s,
         .summary = u"Tells each new alert to this address, as JSON that is signed; its text is in the language of --lang."_s,
         .options = {{u"lang"_s, u"fr or en."_s, u"LANG"_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .run = set},
        {.name = u"hook show"_s, .summary = u"Says where alerts are told, and what keeps the next one back."_s, .run = show},
        {.name = u"hook test"_s, .summary = u"Sends a sentence there that says that it is only a test."_s, .run = test},
        {.name = u"hook remove"_s, .summary = u"Tells alerts nowhere any more."_s, .run = remove},
    };
}

} // namespace vigie::cli
