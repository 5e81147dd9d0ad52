// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/reply/replyacts.h"

#include "reply/replyservice.h"
#include "store/async.h"

#include <QHash>
#include <QPointer>

namespace vigie::gui
{

ReplyActs::ReplyActs(Desk &desk, ReplyContext context, QObject *parent)
    : QObject(parent), m_desk(desk), m_context(std::move(context))
{
}

template <typename T, typename Done>
void ReplyActs::run(const QFuture<Result<T>> &answer, const QString &attempt, Done done)
{
    ++m_running;
    emit busyChanged();
    store::whenDone(answer, this, [this, attempt, done = std::move(done)](const Result<T> &result) {
        end();
        if (result)
            done();
        else
            m_desk.showError(attempt, result.error());
    });
}

void ReplyActs::end()
{
    --m_running;
    emit busyChanged();
}

void ReplyActs::runEach(Ids ids, Act act, const QString &attempt, std::function<void()> done)
{
    if (ids.isEmpty())
        return done();
    const core::ReplyId first = ids.takeFirst();
    run(act(first), attempt, [this, ids, act, attempt, done] { runEach(ids, act, attempt, done); });
}

void ReplyActs::requestApproval(const Ids &ids)
{
    const auto ask = [this](core::ReplyId id) { return m_context.replies.requestApproval(m_context.actor(), id); };
    runEach(ids, ask, tr("The approval could not be asked for."), [this, ids] {
        m_desk.showUndoToast(tr("Approval asked for."), [self = QPointer(this), ids] {
            if (self)
                self->takeBack(ids);
        });
    });
}

void ReplyActs::takeBack(const Ids &ids)
{
    const auto take = [this](core::ReplyId id) { return m_context.replies.reject(m_context.actor(), id, {}); };
    runEach(ids, take, tr("The reply could not be taken back."),
            [this] { m_desk.showToast(tr("Taken back: it is a draft again.")); });
}

void ReplyActs::approve(const QList<reply::Reply> &read)
{
    Ids ids;
    QHash<qint64, QString> seen;
    for (const reply::Reply &reply : read) {
        ids += reply.id;
        seen.insert(reply.id.value, reply.text);
    }
    const auto approve = [this, seen](core::ReplyId id) {
        return m_context.replies.approve(m_context.actor(), id, seen.value(id.value));
    };
    runEach(ids, approve, tr("The reply could not be approved."), [this, ids] {
        m_desk.showUndoToast(tr("Approved. It has not been sent yet."), [self = QPointer(this), ids] {
            if (self)
                self->takeBack(ids);
        });
    });
}

void ReplyActs::reject(const Ids &ids, const QString &note)
{
    const auto reject = [this, note](core::ReplyId id) { return m_context.replies.reject(m_context.actor(), id, note); };
    runEach(ids, reject, tr("The reply could not be sent back."),
            [this] { m_desk.showToast(tr("Sent back to its writer, with your note.")); });
}

void ReplyActs::queued(const Result<core::Instant> &leaves, core::ReplyId id, const QString &said)
{
    end();
    if (!leaves && leaves.error().kind == ErrorKind::InvalidArgument)
        return beginByHand(id); // no account that could send it; what else may be wrong is said there as well
    if (!leaves)
        return m_desk.showError(tr("The reply could not be prepared for sending."), leaves.error());
    m_desk.showUndoToast(said, [self = QPointer(this), id] {
        if (self)
            self->recall(id);
    });
}

void ReplyActs::beginSending(core::ReplyId id)
{
    ++m_running;
    emit busyChanged();
    store::whenDone(m_context.outbox.queue(m_context.actor(), id), this, [this, id](const Result<core::Instant> &leaves) {
        queued(leaves, id, tr("On its way. For some seconds it can still be taken back."));
    });
}

void ReplyActs::beginSendingPair(core::ReplyId publicId, core::ReplyId privateId)
{
    ++m_running;
    emit busyChanged();
    store::whenDone(m_context.outbox.queuePair(m_context.actor(), publicId, privateId), this,
                    [this, publicId](const Result<core::Instant> &leaves) {
                        queued(leaves, publicId,
                               tr("On their way: the acknowledgement, then the private message. For some seconds both can "
                                  "still be taken back."));
                    });
}

void ReplyActs::beginByHand(core::ReplyId id)
{
    run(m_context.outbox.begin(m_context.actor(), id), tr("The reply could not be prepared for sending."), [] {});
}

void ReplyActs::recall(core::ReplyId id)
{
    run(m_context.outbox.recall(m_context.actor(), id), tr("The reply could not be taken back."),
        [this] { m_desk.showToast(tr("Taken back: it has not left.")); });
}

void ReplyActs::markSent(core::ReplyId id, const QString &url)
{
    run(m_context.outbox.markSent(m_context.actor(), id, url), tr("The reply could not be marked as sent."),
        [this] { m_desk.showToast(tr("Marked as sent.")); });
}

void ReplyActs::markNotSent(core::ReplyId id)
{
    run(m_context.outbox.markNotSent(m_context.actor(), id, tr("Not sent, says %1.").arg(m_context.actor())),
        tr("The reply could not be settled."), [this] { m_desk.showToast(tr("Not sent: it is approved, as before.")); });
}

void ReplyActs::markUnknown(core::ReplyId id)
{
    run(m_context.outbox.markUnknown(m_context.actor(), id, tr("%1 does not know whether it left.").arg(m_context.actor())),
        tr("The reply could not be settled."),
        [this] { m_desk.showToast(tr("Kept with the replies to settle. It is never sent again by itself.")); });
}

void ReplyActs::markPlayed(const Ids &ids)
{
    runEach(
        ids, [this](core::ReplyId id) { return m_context.outbox.markPlayed(m_context.actor(), id); },
        tr("The answer could not be noted."), [this] { m_desk.showToast(tr("Answered in the exercise. Nothing has left.")); });
}

void ReplyActs::cancel(const Ids &ids, const QString &reason)
{
    const auto cancel = [this, reason](core::ReplyId id) { return m_context.replies.cancel(m_context.actor(), id, reason); };
    runEach(ids, cancel, tr("The reply could not be cancelled."), [this, ids] {
        m_desk.showUndoToast(tr("Reply cancelled."), [self = QPointer(this), ids] {
            if (self)
                self->reopen(ids);
        });
    });
}

void ReplyActs::reopen(const Ids &ids)
{
    runEach(
        ids, [this](core::ReplyId id) { return m_context.replies.reopen(m_context.actor(), id); },
        tr("The reply could not be opened again."), [this] { m_desk.showToast(tr("It is a draft again.")); });
}

void ReplyActs::suspend(const QString &reason, std::optional<core::Instant> until)
{
    run(m_context.outbox.suspend(m_context.actor(), reason, until), tr("Publication could not be suspended."),
        [this] { m_desk.showToast(tr("Publication is suspended: nothing goes out.")); });
}

void ReplyActs::resume()
{
    run(m_context.outbox.resume(m_context.actor()), tr("Publication could not be resumed."),
        [this] { m_desk.showToast(tr("Publication is resumed.")); });
}

} // namespace vigie::gui
