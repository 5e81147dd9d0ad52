// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace vigie::networks
{

/// One reply on its way out. Everything in it is written down before the first byte leaves, and never recomputed.
struct OutgoingPost {
    QString text = {};
    QString language = {}; ///< BCP 47
    bool isPrivate = false;
    QString recipient = {}; ///< whom it answers, as the network writes it; empty for a post of one's own
    QString parentId = {};  ///< remote id of the post it answers; empty for none
    QString rootId = {};    ///< remote id of the thread's first post; empty when not known
    QString idempotencyKey = {}; ///< made with the draft, the same in every attempt
    core::Instant at = {};  ///< when this attempt was begun
    QByteArray prepared = {}; ///< what Sender::prepare() gave, opaque to all but the sender

    bool operator==(const OutgoingPost &) const = default;
};

/// A post that is on the network now.
struct SentPost {
    QString remoteId = {};
    QString url = {};         ///< http(s), or empty where there is no page for it
    QStringList warnings = {}; ///< English: "the server made it unlisted"

    bool operator==(const SentPost &) const = default;
};

/// How an attempt ended.
struct SendOutcome {
    enum class Kind {
        Sent,
        NotSent, ///< nothing has left, or the network said "later" (error.retryAfter): the same may be tried again
        Refused, ///< the network has read it and will not have it: final
        Unknown, ///< it may have arrived: nobody sends again before find() has looked
    };
    Kind kind = Kind::Unknown;
    SentPost post = {}; ///< for Sent
    Error error = {};   ///< for all others
};

/**
 * Publishes on one network with one account.
 *
 * Lives in the thread of its HttpClient and never blocks it. Each call ends with exactly one call of its callback, never from
 * within the call itself; unless the sender is gone by then. One send() or find() at a time.
 */
class Sender : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    using Prepared = std::function<void(const Result<QByteArray> &prepared)>;
    using Sent = std::function<void(const SendOutcome &outcome)>;
    using Found = std::function<void(const Result<std::optional<SentPost>> &found)>;
    using Removed = std::function<void(const Result<> &removed)>;

    /// Looks up what the post needs (who is mentioned, what it answers) and makes what will leave. Sends nothing.
    virtual void prepare(const OutgoingPost &post, Prepared done) = 0;
    /// One attempt: no redirect, no retry, neither here nor in the transport.
    virtual void send(const OutgoingPost &post, Sent done) = 0;
    /// Looks whether the post of an attempt is there. Nothing: it is not, as far as the network shows. An error: it could
    /// not be seen.
    virtual void find(const OutgoingPost &post, Found done) = 0;
    /// Takes back a post of our own. NotFound when it is gone already.
    virtual void remove(const QString &remoteId, Removed done) = 0;

    /// After find() saw nothing: true when sending the very same again cannot make a second post.
    [[nodiscard]] virtual bool maySendAgain(const OutgoingPost &post, core::Instant now) const = 0;
};

} // namespace vigie::networks
