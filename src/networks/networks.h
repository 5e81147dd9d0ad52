// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/capabilities.h"

#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace vigie::core
{
class Clock;
}

class QObject;

namespace vigie::networks
{

class Account;
class Connector;
class HttpClient;
class Sender;
class SignIn;

/// What a source asks of its network.
struct ReadTask {
    enum class What {
        Feed,     ///< the feed at `url`
        Mentions, ///< of the account, and replies to it
        Search,   ///< `query`, in the network's own words
        Hashtag,  ///< `query`, without "#"
        Firehose, ///< everything, from a stream at `url`; matched here
        Folder,   ///< files that appear in the folder at `url`
    };
    QString network = {};
    What what = What::Feed;
    QString query = {};
    QUrl url = {}; ///< of the feed or stream; for the others the server, where no account names it
};

/// What a person must tell to sign in.
struct SignInForm {
    bool needsServer = false;
    QString usualServer = {};   ///< taken where none is told
    bool needsHandle = false;
    bool needsPassword = false; ///< an app password
    bool usesBrowser = false;   ///< the person agrees there, and may have to bring back a code

    // With an app of the desk's own: a token made on the network's page, or the browser where usesBrowser.
    bool takesToken = false;
    bool takesClientId = false; ///< for the browser, and to renew a token that was pasted with its refresh token
    bool takesClientSecret = false; ///< of apps that have one
    bool takesHandle = false;   ///< which account is meant, where a token does not say
    QString redirect = {};      ///< the address to register with the app; empty: none
    QStringList rights = {};    ///< that the token needs, as the network names them
};

// The one table of what Vigie can talk to (networks.cpp). Adding a network is one pair of files and a line there.

/// The reader of a task; null where this network has none for it. `account` may be null where the network reads without.
[[nodiscard]] Connector *makeReader(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                                    QObject *parent);
/// Null where this version of Vigie cannot send there: a person does.
[[nodiscard]] Sender *makeSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);
/// Nothing where no sign-in is known.
[[nodiscard]] std::optional<SignInForm> signInFormOf(QStringView network);
/// Those with a sign-in, in the order of knownNetworks().
[[nodiscard]] QStringList networksWithSignIn();
/// Null where no sign-in is known.
[[nodiscard]] SignIn *makeSignIn(const QString &network, HttpClient &http, const core::Clock &clock, QObject *parent);

} // namespace vigie::networks
