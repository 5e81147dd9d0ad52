// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gui/reply/replycontext.h"
#include "gui/shell/page.h"
#include "reply/outbox.h"

#include <QObject>

namespace vigie::gui
{

/**
 * The acts on replies as the interface does them: one at a time, an error said in words, and what can be taken back
 * offered so for some seconds. What changed comes back by Database::changed.
 */
class ReplyActs : public QObject
{
    Q_OBJECT

public:
    ReplyActs(Desk &desk, ReplyContext context, QObject *parent);

    /// True from an act to its answer: buttons are off so that nothing is done twice.
    [[nodiscard]] bool isBusy() const { return m_running > 0; }

    // Those that take several are for the halves of one answer: one after the other, until one is refused.
    using Ids = QList<core::ReplyId>;
    void requestApproval(const Ids &ids);
    void takeBack(const Ids &ids);
    /// `read` is each reply as the approver saw it.
    void approve(const QList<reply::Reply> &read);
    void reject(const Ids &ids, const QString &note);
    /// Puts it on its way where an account of the desk can send it; else hands it over to be sent by hand.
    void beginSending(core::ReplyId id);
    /// Hands it over to be sent in the browser.
    void beginByHand(core::ReplyId id);
    /// Both halves as one act, the private one after the public one.
    void beginSendingPair(core::ReplyId publicId, core::ReplyId privateId);
    /// Takes back what is on its way and has not left.
    void recall(core::ReplyId id);
    void markSent(core::ReplyId id, const QString &url);
    void markNotSent(core::ReplyId id);
    void markUnknown(core::ReplyId id);
    void markPlayed(const Ids &ids);
    void cancel(const Ids &ids, const QString &reason);
    void reopen(const Ids &ids);
    void suspend(const QString &reason, std::optional<core::Instant> until);
    void resume();

signals:
    void busyChanged();

private:
    using Act = std::function<QFuture<Result<>>(core::ReplyId)>;
    void runEach(Ids ids, Act act, const QString &attempt, std::function<void()> done);
    void queued(const Result<core::Instant> &leaves, core::ReplyId id, const QString &said);
    template <typename T, typename Done>
    void run(const QFuture<Result<T>> &answer, const QString &attempt, Done done);
    void end();

    Desk &m_desk;
    ReplyContext m_context;
    int m_running = 0;
};

} // namespace vigie::gui
