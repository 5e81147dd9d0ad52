// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/namedthings.h"
#include "monitoring/accountrepository.h"
#include "monitoring/accountservice.h"
#include "networks/capabilities.h"
#include "networks/networks.h"
#include "networks/signin.h"
#include "workspace/networkroom.h"

#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

/// One line of standard input, without its end.
QByteArray lineOfInput()
{
    QFile input;
    return input.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered) ? input.readLine().trimmed() : QByteArray();
}

Result<networks::Credentials> signIn(const Invocation &call, networks::SignIn &flow, const networks::SignInRequest &request)
{
    Result<networks::Credentials> answer = fail(ErrorKind::Cancelled, u"cancelled"_s);
    QEventLoop loop;
    QObject::connect(&flow, &networks::SignIn::finished, &loop, [&](const Result<networks::Credentials> &result) {
        answer = result;
        loop.quit();
    });
    std::unique_ptr<QSocketNotifier> typed;
    QObject::connect(&flow, &networks::SignIn::needsBrowser, &loop, [&](const QUrl &page) {
        call.note(u"Open this page, agree, and come back; if it shows a code, paste it here:\n%1"_s.arg(
            page.toString(QUrl::FullyEncoded)));
        typed = std::make_unique<QSocketNotifier>(0, QSocketNotifier::Read);
        QObject::connect(typed.get(), &QSocketNotifier::activated, &flow, [&flow, &typed] {
            typed->setEnabled(false);
            if (const QByteArray code = lineOfInput(); !code.isEmpty())
                flow.enterCode(QString::fromUtf8(code));
        });
    });
    flow.start(request);
    loop.exec();
    return answer;
}

/// What was made on the network's page beforehand, or must be.
void tellWhatIsNeeded(const Invocation &call, const QString &network)
{
    const auto form = networks::signInFormOf(network);
    if (!form || !form->takesToken)
        return;
    if (networks::capabilitiesOf(network).isUntestedLive)
        call.note(u"%1 is untested live: Vigie was tried with recorded answers only"_s.arg(networks::networkName(network)));
    if (!call.isSet(u"password-stdin"_s) && !form->redirect.isEmpty())
        call.note(u"Your app must have this redirect address: %1"_s.arg(form->redirect));
    call.note(u"The token needs the rights: %1"_s.arg(form->rights.join(u", "_s)));
}

int login(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    workspace::NetworkRoom &room = (*desk)->networks();
    const QString network = call.argument(0).toLower();
    const std::unique_ptr<networks::SignIn> flow(room.makeSignIn(network, nullptr));
    if (!flow)
        return call.fails({.kind = ErrorKind::InvalidArgument,
                           .detail = u"there is no sign-in for %1; account add takes an account to be used by hand"_s.arg(
                               networks::networkName(network))});
    tellWhatIsNeeded(call, network);
    networks::SignInRequest request{.network = network,
                                    .server = QUrl::fromUserInput(call.value(u"server"_s)),
                                    .identifier = call.value(u"handle"_s)};
    request.clientId = call.value(u"client-id"_s).toUtf8();
    if (call.isSet(u"token-url"_s))
        request.options.insert(u"token_url"_s, call.value(u"token-url"_s));
    if (call.isSet(u"password-stdin"_s))
        request.password = lineOfInput();
    if (call.isSet(u"refresh-token-stdin"_s))
        request.refreshToken = lineOfInput();
    if (call.isSet(u"client-secret-stdin"_s))
        request.clientSecret = lineOfInput();
    const auto credentials = signIn(call, *flow, request);
    if (!credentials)
        return call.fails(credentials.error());
    const auto id = await(room.accounts().signIn((*desk)->actor(), *credentials));
    if (!id)
        return call.fails(id.error());
    if (!room.secretFile().isEmpty())
        call.note(u"Its key is in %1, which your user alone can read; a keychain keeps it better"_s.arg(room.secretFile()));
    call.note(u"Signed in as %1"_s.arg(credentials->handle));
    return Done;
}

int add(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const auto added = await((*desk)->networks().accounts().addManual(
        (*desk)->actor(), {.network = call.argument(0), .handle = call.argument(1), .baseUrl = call.value(u"server"_s)}));
    if (!added)
        return call.fails(added.error());
    call.note(u"Added %1, to be used by hand"_s.arg(call.argument(1)));
    return Done;
}

Listed listed(const monitoring::Account &account)
{
    const QString state = monitoring::accountStateKey(account.state);
    return {.json = {{u"network"_s, account.network},
                     {u"handle"_s, account.handle},
                     {u"state"_s, state},
                     {u"reason"_s, account.stateReason},
                     {u"server"_s, account.baseUrl}},
            .row = {networks::networkName(account.network), account.handle, state, account.baseUrl, account.stateReason}};
}

int list(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Read);
    if (!desk)
        return call.fails(desk.error());
    return printAll(call, monitoring::AccountRepository::list((*desk)->reader()),
                    {u"network"_s, u"handle"_s, u"state"_s, u"server"_s, u"reason"_s}, listed);
}

int remove(Invocation &call)
{
    const auto desk = call.desk(Invocation::Need::Write);
    if (!desk)
        return call.fails(desk.error());
    const QString handle = call.argument(1);
    return removeNamed(
        call, monitoring::AccountRepository::byHandle((*desk)->reader(), call.argument(0).toLower(), handle), u"account"_s, handle,
        [&](const monitoring::Account &account) {
            return (*desk)->networks().accounts().remove((*desk)->actor(), account.id);
        },
        u", its key and its sources; its mentions and replies stay"_s);
}

} // namespace

QList<Command> accountCommands()
{
    const QCommandLineOption server(u"server"_s, u"The server, where the network has many."_s, u"URL"_s);
    return {
        {.name = u"account login"_s,
         .arguments = u"NETWORK"_s,
         .summary = u"Signs in; the key goes to the keychain."_s,
         .options = {server,
                     {u"handle"_s, u"The handle or address, where the network asks for one; the page that is meant."_s, u"HANDLE"_s},
                     {u"client-id"_s, u"Of your own app, for X, Reddit and YouTube."_s, u"ID"_s},
                     {u"token-url"_s, u"Where your app's tokens are given, where it is not the network's usual place."_s, u"URL"_s},
                     {u"password-stdin"_s, u"Takes an app password or a token from standard input."_s},
                     {u"refresh-token-stdin"_s, u"And the refresh token of that token from its next line."_s},
                     {u"client-secret-stdin"_s, u"And the secret of the app from its next line, where it has one."_s}},
         .leastArguments = 1,
         .mostArguments = 1,
         .run = login},
        {.name = u"account add"_s,
         .arguments = u"NETWORK HANDLE"_s,
         .summary = u"Adds an account without a key, to be used by hand."_s,
         .options = {server},
         .leastArguments = 2,
         .mostArguments = 2,
         .run = add},
        {.name = u"account list"_s, .summary = u"Lists the accounts and whether they are signed in."_s, .run = list},
        {.name = u"account remove"_s,
         .arguments = u"NETWORK HANDLE"_s,
         .summary = u"Forgets an account's key and ends its sources."_s,
         .leastArguments = 2,
         .mostArguments = 2,
         .run = remove},
    };
}

} // namespace vigie::cli
