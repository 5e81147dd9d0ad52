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

    void requestApproval(core::ReplyId id);
    void takeBack(core::ReplyId id);
    void approve(core::ReplyId id, const QString &textSeen);
    void reject(core::ReplyId id, const QString &note);
    /// Puts it on its way where an account of the desk can send it; else hands it over to be sent by hand.
    void beginSending(core::ReplyId id);
    /// Takes back what is on its way and has not left.
    void recall(core::ReplyId id);
    void markSent(core::ReplyId id, const QString &url);
    void markNotSent(core::ReplyId id);
    void markUnknown(core::ReplyId id);
    void markPlayed(core::ReplyId id);
    void cancel(core::ReplyId id, const QString &reason);
    void reopen(core::ReplyId id);
    void suspend(const QString &reason, std::optional<core::Instant> until);
    void resume();

signals:
    void busyChanged();

private:
    void beginByHand(core::ReplyId id);
    template <typename T, typename Done>
    void run(const QFuture<Result<T>> &answer, const QString &attempt, Done done);
    void end();

    Desk &m_desk;
    ReplyContext m_context;
    int m_running = 0;
};

} // namespace vigie::gui
