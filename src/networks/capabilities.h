// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/lengthrule.h"

#include <QString>
#include <QStringList>
#include <QStringView>

#include <optional>

namespace vigie::networks
{

/// How an unknown outcome of sending can be settled.
enum class Idempotency {
    Server,   ///< the same request may be sent again: the server knows it
    ReadBack, ///< our own recent posts tell
    Person,   ///< only a person can say
};

/**
 * What is possible on one network. The interface offers what this record allows; nothing is guessed per network elsewhere.
 */
struct Capabilities {
    QString network;
    bool canRead = false; ///< by a connector of this version
    bool canSearch = false;
    bool canStream = false;
    bool canReply = false;   ///< in public, by a person or by us
    bool canPrivate = false; ///< a private message can follow a public post
    bool canHide = false;    ///< others' replies below our own posts
    bool isUntestedLive = false; ///< made from recorded answers and descriptions: never tried against the service itself
    bool onlySummonedReplies = false; ///< an app may answer only who has mentioned or quoted the account
    bool readingCosts = false; ///< money, per post: there is a budget for each day
    Idempotency idempotency = Idempotency::Person;
    bool assistedOnly = true; ///< Vigie prepares the text and opens the page; a person sends and confirms
    qsizetype lengthLimit = 0; ///< the usual one, in the network's own unit; 0: none
    LengthUnit lengthUnit = LengthUnit::CodePoints;
};

/// Unknown keys give a record that can do nothing but be answered by hand where the post has a URL.
[[nodiscard]] Capabilities capabilitiesOf(QStringView network);

/// Why an app may not answer a post with this text there, in English for the log (see failureText()): a person does it in the
/// browser. Nothing when it may, or when that cannot be told from the text. `ownHandle` is the account's, with or without "@".
[[nodiscard]] std::optional<QString> replyObjection(const Capabilities &capabilities, QStringView postText,
                                                    const QString &ownHandle);

/// All keys Vigie knows, in the order in which a list shows them.
[[nodiscard]] QStringList knownNetworks();

/// "Bluesky" for "bluesky": proper names, the same in every language; the key itself when it is not known.
[[nodiscard]] QString networkName(QStringView key);

/// True for http and https addresses with a host, without user name or control characters: the only ones we ever open.
[[nodiscard]] bool postUrlIsOpenable(const QString &url);

} // namespace vigie::networks
