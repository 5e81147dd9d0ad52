// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/database.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace vigie::store
{

/**
 * Hands a future's one answer to `done` in the thread of `context`; never, when `context` has gone.
 * A QFutureWatcher parented to the context does the work, so nothing waits and nothing dangles.
 */
template <typename Answer, typename Done>
void whenDone(const QFuture<Answer> &future, QObject *context, Done done)
{
    auto *watcher = new QFutureWatcher<Answer>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        if (watcher->future().resultCount() > 0)
            done(watcher->result());
    });
    watcher->setFuture(future);
}

/// Runs `work()` on a pool thread and hands its answer to `done` in the thread of `context`. `work` gets copies and
/// touches no QObject.
template <typename Work, typename Done>
void runAsync(QObject *context, Work work, Done done)
{
    whenDone(QtConcurrent::run(std::move(work)), context, std::move(done));
}

/// Reads on a pool thread: `work` is `Result<T>(const Connection &)`. The database must outlive the pool's work:
/// whoever closes it waits for QThreadPool::globalInstance() first.
template <typename Work, typename Done>
void readAsync(Database &database, QObject *context, Work work, Done done)
{
    using Answer = std::invoke_result_t<Work, const Connection &>;
    runAsync(
        context,
        [&database, work = std::move(work)]() mutable -> Answer {
            const auto reader = database.reader();
            if (!reader)
                return Answer(tl::unexpected<Error>(reader.error()));
            return work(static_cast<const Connection &>(**reader));
        },
        std::move(done));
}

} // namespace vigie::store
