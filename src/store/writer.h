// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/transaction.h"

#include <QFuture>
#include <QMutex>
#include <QPromise>
#include <QThread>
#include <QWaitCondition>

#include <deque>
#include <functional>
#include <memory>

namespace vigie::store
{

/**
 * The one connection that writes, on a thread of its own.
 *
 * Jobs run in the order they were handed in; those that wait together share one transaction (a failed job is rolled back
 * alone). A job's future is fulfilled after the commit: success means the rows are on disk. Changes are announced once a
 * commit. submit() may be called from any thread; never wait for a job inside another.
 */
class Writer : public QThread
{
    Q_OBJECT

public:
    Writer(QString path, const core::Clock &clock);
    ~Writer() override;

    /// `work` is `Result<T>(Transaction &)`. After stop() the answer is Cancelled.
    template <typename Work>
    [[nodiscard]] auto submit(QString actor, Work work) -> QFuture<std::invoke_result_t<Work, Transaction &>>;

    /// Opens the connection and starts the thread.
    [[nodiscard]] Result<> open();
    /// Refuses new jobs, finishes those that wait, and ends the thread.
    void stop();

signals:
    void committed(const vigie::store::Changes &changes);

protected:
    void run() override;

private:
    struct Job {
        QString actor;
        std::function<Result<>(Transaction &)> work;
        std::function<void(const Result<> &)> finish; ///< exactly once
    };

    [[nodiscard]] bool enqueue(Job job);
    void runGroup(Connection &connection, std::deque<Job> &jobs);

    const QString m_path;
    const core::Clock &m_clock;
    QMutex m_mutex;
    QWaitCondition m_wake;
    std::deque<Job> m_jobs;
    bool m_isStopping = false;
    bool m_isOpening = true;
    Result<> m_opened;
};

template <typename Work>
auto Writer::submit(QString actor, Work work) -> QFuture<std::invoke_result_t<Work, Transaction &>>
{
    using Answer = std::invoke_result_t<Work, Transaction &>;
    // Shared, because std::function copies what it holds and a promise (or a batch of posts) must not be copied.
    struct State {
        explicit State(Work &&w) : work(std::move(w)) {}
        Work work;
        QPromise<Answer> promise;
        std::optional<Answer> answer;
    };
    auto state = std::make_shared<State>(std::move(work));
    state->promise.start();
    QFuture<Answer> future = state->promise.future();
    const auto finish = [state](const Result<> &committed) {
        if (!committed)
            state->promise.addResult(Answer(tl::unexpected<Error>(committed.error())));
        else
            state->promise.addResult(std::move(*state->answer));
        state->promise.finish();
    };
    const auto run = [state](Transaction &transaction) -> Result<> {
        state->answer.emplace(state->work(transaction));
        if (!*state->answer)
            return fail(state->answer->error());
        return {};
    };
    if (!enqueue(Job{.actor = std::move(actor), .work = run, .finish = finish}))
        finish(fail(ErrorKind::Cancelled, QStringLiteral("the database is closing")));
    return future;
}

} // namespace vigie::store
