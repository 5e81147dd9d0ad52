// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/writer.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace
{
Q_LOGGING_CATEGORY(logStore, "vigie.store")

constexpr std::size_t kJobsPerCommit = 64;
} // namespace

Writer::Writer(QString path, const core::Clock &clock) : m_path(std::move(path)), m_clock(clock)
{
    setObjectName(u"writer"_s);
}

Writer::~Writer()
{
    stop();
}

Result<> Writer::open()
{
    start();
    QMutexLocker lock(&m_mutex);
    while (m_isOpening)
        m_wake.wait(&m_mutex);
    return m_opened;
}

void Writer::stop()
{
    {
        const QMutexLocker lock(&m_mutex);
        m_isStopping = true;
        m_wake.wakeAll();
    }
    wait();
}

bool Writer::enqueue(Job job)
{
    const QMutexLocker lock(&m_mutex);
    // What a finished job starts in its turn (a draft's last text after the draft was made) belongs to the queue that is drained.
    if (m_isStopping && QThread::currentThread() != this)
        return false;
    m_jobs.push_back(std::move(job));
    m_wake.wakeAll();
    return true;
}

void Writer::run()
{
    auto connection = Connection::open(m_path, Access::ReadWrite);
    {
        const QMutexLocker lock(&m_mutex);
        if (!connection)
            m_opened = fail(connection.error());
        m_isOpening = false;
        m_isStopping = m_isStopping || !connection;
        m_wake.wakeAll();
    }
    while (connection) {
        std::deque<Job> group;
        {
            QMutexLocker lock(&m_mutex);
            while (m_jobs.empty() && !m_isStopping)
                m_wake.wait(&m_mutex);
            if (m_jobs.empty())
                break;
            while (!m_jobs.empty() && group.size() < kJobsPerCommit) {
                group.push_back(std::move(m_jobs.front()));
                m_jobs.pop_front();
            }
        }
        runGroup(**connection, group);
    }
}

void Writer::runGroup(Connection &connection, std::deque<Job> &jobs)
{
    const auto refuseAll = [&jobs](const Error &error) {
        for (Job &job : jobs)
            job.finish(fail(error));
    };
    if (auto begun = connection.execute(u"BEGIN IMMEDIATE"_s); !begun)
        return refuseAll(begun.error());

    Changes changes;
    std::vector<Result<>> results;
    for (Job &job : jobs) {
        // A savepoint is what lets one job fail alone. A single job needs none: the transaction is its own.
        const bool needsSavepoint = jobs.size() > 1;
        Result<> result;
        if (needsSavepoint)
            result = connection.execute(u"SAVEPOINT job"_s);
        Transaction transaction(connection, m_clock.now(), job.actor);
        if (result)
            result = job.work(transaction);
        if (needsSavepoint) {
            const auto ended = connection.execute(result ? u"RELEASE job"_s : u"ROLLBACK TO job; RELEASE job"_s);
            if (result && !ended)
                result = ended;
        }
        if (result)
            changes += transaction.changes();
        results.push_back(result);
    }

    const bool isLoneFailure = jobs.size() == 1 && !results.front();
    const Result<> ended = connection.execute(isLoneFailure ? u"ROLLBACK"_s : u"COMMIT"_s);
    if (!ended && !isLoneFailure) {
        qCWarning(logStore) << "commit failed:" << ended.error().detail;
        (void)connection.execute(u"ROLLBACK"_s); // already rolled back by SQLite in most cases
        return refuseAll(ended.error());
    }
    if (!changes.isEmpty())
        emit committed(changes);
    for (std::size_t i = 0; i < jobs.size(); ++i)
        jobs[i].finish(results[i]);
}

} // namespace vigie::store
