// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "reply/replycheck.h"
#include "reply/route.h"
#include "store/database.h"

#include <QFuture>

#include <chrono>
#include <memory>

namespace vigie::reply
{

/// Nothing goes out while one stands.
struct Suspension {
    QString reason = {};
    QString by = {};
    core::Instant since = {};
    std::optional<core::Instant> until = std::nullopt; ///< nothing: until a person resumes
};

/**
 * The one way out of Vigie. Nothing else may hand out a text to be published: all that lets a reply leave, or keeps it here,
 * is in this one class, long as it is.
 *
 * A reply leaves in one of two ways. queue() puts it on its way: after a short hold, in which recall() takes it back, the
 * Dispatcher sends it. begin() hands it to a person: it commits the frozen text and the state `sending` before anybody gets
 * it; from then on the reply is settled by that person (markSent, markNotSent, markUnknown), whatever happens to the program
 * meanwhile. Nobody settles what the Dispatcher is sending at the moment: Conflict.
 * Refusals: Conflict (state), Suspended (suspension, or a drill), InvalidArgument (the check found an error). Any thread.
 */
class Outbox
{
public:
    /// What it is given must outlive the outbox and the futures it gave out.
    Outbox(store::Database &database, const ReplyCheck &check);
    Outbox(store::Database &database, const ReplyCheck &check, std::unique_ptr<Route> route);
    /// `clock` tells when what is queued leaves: real time, which the database's is not while a drill runs.
    Outbox(store::Database &database, const ReplyCheck &check, const core::Clock &clock);
    ~Outbox();

    /// Once, after the database was opened and before anything else: what was `sending` when the program ended is unknown.
    /// Gives the number of replies that a person must settle now.
    [[nodiscard]] QFuture<Result<int>> settleInterrupted();

    /// Puts an approved reply, or a draft where no approval is required, on its way; gives when it leaves. It stays approved
    /// until then. InvalidArgument where it has no account of its network to be sent from: a person sends it, by begin().
    /// Suspending publication, and an hour of waiting, take it off its way: a person queues it again.
    [[nodiscard]] QFuture<Result<core::Instant>> queue(const QString &actor, core::ReplyId id);
    /// A public answer and a private message to the same person as one act: the private one leaves once the public one is
    /// sent. See pairState() for how the two can end.
    [[nodiscard]] QFuture<Result<core::Instant>> queuePair(const QString &actor, core::ReplyId publicId,
                                                           core::ReplyId privateId);
    /// Takes back what is on its way, and the other half with it. Conflict when it has left, or never was.
    [[nodiscard]] QFuture<Result<>> recall(const QString &actor, core::ReplyId id);
    /// How long a queued reply can be recalled. Ten seconds unless the desk set something else.
    [[nodiscard]] static Result<std::chrono::seconds> hold(const store::Connection &connection);
    /// InvalidArgument below 0 or above five minutes.
    [[nodiscard]] QFuture<Result<>> setHold(const QString &actor, std::chrono::seconds hold);

    /// For an approved reply, or a draft where no approval is required.
    [[nodiscard]] QFuture<Result<Handover>> begin(const QString &actor, core::ReplyId id);
    /// `url` is the link of the published reply: http or https, and no other reply's. A private message may have none.
    [[nodiscard]] QFuture<Result<>> markSent(const QString &actor, core::ReplyId id, const QString &url);
    /// It did not leave: approved again, the attempt is kept as failed.
    [[nodiscard]] QFuture<Result<>> markNotSent(const QString &actor, core::ReplyId id, const QString &reason);
    [[nodiscard]] QFuture<Result<>> markUnknown(const QString &actor, core::ReplyId id, const QString &reason);
    /// The network refused it for good.
    [[nodiscard]] QFuture<Result<>> markFailed(const QString &actor, core::ReplyId id, const QString &reason);
    /// "Answered in the exercise": the only end of a drill's reply. Nothing is handed out. Conflict for a real reply.
    [[nodiscard]] QFuture<Result<>> markPlayed(const QString &actor, core::ReplyId id);

    [[nodiscard]] QFuture<Result<>> suspend(const QString &actor, const QString &reason,
                                            std::optional<core::Instant> until);
    [[nodiscard]] QFuture<Result<>> resume(const QString &actor);
    /// The suspension that holds at `now`, if any.
    [[nodiscard]] static Result<std::optional<Suspension>> suspension(const store::Connection &connection,
                                                                      core::Instant now);
    /// The brand's own addresses and numbers, which are not personal data.
    [[nodiscard]] static Result<QStringList> allowedContacts(const store::Connection &connection);
    [[nodiscard]] QFuture<Result<>> setAllowedContacts(const QString &actor, const QStringList &contacts);

private:
    store::Database &m_database;
    const ReplyCheck &m_check;
    const core::Clock &m_clock;
    std::shared_ptr<Route> m_route;
};

} // namespace vigie::reply
