// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/capabilities.h"

#include <QString>
#include <QUrl>

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

// The one table of what Vigie can talk to (networks.cpp). Adding a network is one pair of files and a line there.

/// The reader of a task; null where this network has none for it. `account` may be null where the network reads without.
[[nodiscard]] Connector *makeReader(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                                    QObject *parent);
/// Null where this version of Vigie cannot send there: a person does.
[[nodiscard]] Sender *makeSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);
/// Null where no sign-in is known.
[[nodiscard]] SignIn *makeSignIn(const QString &network, HttpClient &http, const core::Clock &clock, QObject *parent);

} // namespace vigie::networks
