// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/change.h"
#include "store/connection.h"
#include "store/query.h"
#include "store/writer.h"

#include <QHash>
#include <QMutex>
#include <QObject>

#include <memory>

class QLockFile;

namespace vigie::store
{

/**
 * One opened database: its writer, a reader for each thread, and the announcement of what changed.
 *
 * One process writes at a time. A second one that asks for ReadWrite is told who holds the file; it may open ReadOnly,
 * where submit() answers DatabaseBusy. `clock` must outlive the database.
 */
class Database : public QObject
{
    Q_OBJECT

public:
    /// Creates and migrates the file where needed. Makes its folder.
    [[nodiscard]] static Result<std::unique_ptr<Database>> open(const QString &path, const core::Clock &clock,
                                                                Access access = Access::ReadWrite);
    ~Database() override;

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] Access access() const { return m_writer ? Access::ReadWrite : Access::ReadOnly; }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }

    /// This thread's reading connection, opened at its first use. Valid as long as the database, in this thread only.
    [[nodiscard]] Result<Connection *> reader();

    /// See Writer::submit.
    template <typename Work>
    [[nodiscard]] auto submit(QString actor, Work work) -> QFuture<std::invoke_result_t<Work, Transaction &>>
    {
        using Answer = std::invoke_result_t<Work, Transaction &>;
        if (m_writer)
            return m_writer->submit(std::move(actor), std::move(work));
        return QtFuture::makeReadyFuture(Answer(tl::unexpected<Error>(notWritable())));
    }

signals:
    /// After each commit, once. Emitted in the writer's thread: connect with a context object and it arrives in yours.
    void changed(const vigie::store::Changes &changes);

private:
    Database(QString path, const core::Clock &clock);
    [[nodiscard]] static Error notWritable();

    const QString m_path;
    const core::Clock &m_clock;
    std::unique_ptr<QLockFile> m_lock;
    std::unique_ptr<Writer> m_writer;
    QMutex m_mutex;
    QHash<Qt::HANDLE, std::shared_ptr<Connection>> m_readers;
};

} // namespace vigie::store
