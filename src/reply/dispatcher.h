// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/sender.h"
#include "reply/reply.h"
#include "reply/route.h"
#include "store/database.h"

#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <functional>
#include <map>
#include <memory>

namespace vigie::reply
{

class ReplyCheck;
struct LookedFor;

/**
 * Sends what Outbox::queue() put on its way, each reply once or not at all.
 *
 * What leaves is committed before the first byte leaves, and one attempt is in flight per account. An attempt that did not
 * leave is tried again, later each time; one of unknown outcome is searched for on the network, and sent again only where the
 * very same cannot make a second post. What has waited for an hour goes back to a person. Whatever was in flight when
 * a dispatcher ended, in whatever way, the next one finds unknown.
 *
 * Made in any thread, then moved to that of its senders; it needs an event loop there and blocks nothing. One per database.
 * `database`, `check` and `clock` must outlive it.
 */
class Dispatcher : public QObject
{
    Q_OBJECT

public:
    /// Hands over the sender of an account, once, at once or later, in this thread; null where none can send at the moment.
    /// The sender belongs to somebody else, and may be destroyed at any time.
    using Deliver = std::function<void(networks::Sender *sender)>;
    using SenderFor = std::function<void(core::AccountId account, Deliver deliver)>;
    struct Needs {
        store::Database &database;
        const ReplyCheck &check;
        const core::Clock &clock; ///< real time: the one of the Outbox, whatever a drill makes of the desk's
        SenderFor senderFor;
        std::function<double()> random = {}; ///< between 0 and 1, for the waits; empty: by chance
    };

    explicit Dispatcher(Needs needs, QObject *parent = nullptr);
    ~Dispatcher() override;

    /// All that is due now, once. Call it in the dispatcher's thread.
    [[nodiscard]] QFuture<Result<>> dispatchOnce();
    [[nodiscard]] bool isIdle() const;

public slots:
    /// Sends what is due now, and goes on until stop().
    void start();
    /// What is in flight becomes unknown, and is looked for at the next start().
    void stop();
    /// Does what is due by the clock. Needed only where that clock moves by itself, or the network came back.
    void wake();

signals:
    /// Something was tried, or settled, or given back: the database says what.
    void handled(vigie::core::ReplyId id);

private:
    struct Job {
        quint64 token = 0;
        core::ReplyId reply = {};
        FrozenPayload payload = {};
        QPointer<networks::Sender> sender = {};
        int attempt = 0;
        bool isInFlight = false;
        QMetaObject::Connection guard = {};
    };

    [[nodiscard]] Result<bool> startWhatIsDue();
    [[nodiscard]] Result<bool> startSending(core::ReplyId id);
    [[nodiscard]] bool startLooking(const LookedFor &wanted);
    [[nodiscard]] bool isFree(core::AccountId account) const;
    /// The account is taken until finish(); `begin` follows when its sender is there.
    void startJob(core::AccountId account, Job job, void (Dispatcher::*begin)(core::AccountId, quint64));
    [[nodiscard]] Job *jobOf(core::AccountId account, quint64 token);
    void prepare(core::AccountId account, quint64 token);
    void look(core::AccountId account, quint64 token);

    void goOn(); ///< after anything came to its end
    void recover();
    void giveBackTheLate();
    void freeze(core::AccountId account, quint64 token);
    void send(core::AccountId account, quint64 token);
    void settle(core::AccountId account, quint64 token, const networks::SendOutcome &outcome);
    void prepareFailed(core::AccountId account, quint64 token, const Error &error);
    void noteLook(core::AccountId account, quint64 token, const Result<std::optional<networks::SentPost>> &found);
    void senderGone(core::AccountId account, quint64 token);
    void tell(const std::vector<core::ReplyId> &ids);
    void finish(core::AccountId account, quint64 token, const Result<> &written);
    void rest(core::AccountId account, const QString &reason);

    [[nodiscard]] std::chrono::milliseconds nextWait(core::AccountId account, const Error &error);
    void databaseFailed(const Error &error);
    void schedule();
    [[nodiscard]] core::Instant now() const { return m_needs.clock.now(); }
    /// The writer's answer, in this thread, as long as this dispatcher lives.
    template <typename Work, typename Done>
    void write(Work work, Done done);

    const Needs m_needs;
    QTimer m_timer;
    QMetaObject::Connection m_changes;
    std::map<core::AccountId, Job> m_jobs;
    std::map<core::AccountId, core::Instant> m_restsUntil;
    std::map<core::AccountId, int> m_failures; ///< in a row, of being reached
    std::unique_ptr<QPromise<Result<>>> m_round;
    quint64 m_lastToken = 0;
    int m_writes = 0;
    bool m_isStarted = false;
    bool m_mustRecover = true; ///< the database may hold attempts that nobody watches
};

} // namespace vigie::reply

Q_DECLARE_METATYPE(vigie::core::ReplyId)
