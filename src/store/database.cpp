// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/database.h"

#include "store/migrations.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace
{

Error heldByAnother(const QString &path, const QLockFile &lock)
{
    qint64 pid = 0;
    QString host;
    QString application;
    QString who = u"another program"_s;
    if (lock.getLockInfo(&pid, &host, &application))
        who = u"%1 (process %2 on %3)"_s.arg(application, QString::number(pid), host);
    return Error{.kind = ErrorKind::DatabaseBusy, .detail = u"%1: held by %2"_s.arg(path, who)};
}

/// Whoever holds a lock writes its name into it within moments, and keeps it from being removed. One without a name, that
/// nobody keeps, is what a program left that was killed, or lost its power, between the two.
bool take(QLockFile &lock)
{
    constexpr int kMoment = 1000; // ms
    lock.setStaleLockTime(0); // the lock of a dead process is taken over; a living one's never
    if (lock.tryLock(0))
        return true;
    const auto hasName = [&lock] {
        qint64 pid = 0;
        QString host;
        QString application;
        return lock.getLockInfo(&pid, &host, &application);
    };
    if (lock.error() != QLockFile::LockFailedError || hasName())
        return false;
    return lock.tryLock(kMoment) || (!hasName() && lock.removeStaleLockFile() && lock.tryLock(0));
}

Error withPath(const QString &path, Error error)
{
    if (!error.detail.startsWith(path))
        error.detail = u"%1: %2"_s.arg(path, error.detail);
    return error;
}

} // namespace

Database::Database(QString path, const core::Clock &clock) : m_path(std::move(path)), m_clock(clock)
{
    qRegisterMetaType<vigie::store::Changes>();
}

Database::~Database()
{
    if (m_writer)
        m_writer->stop(); // finishes what waits, and what that starts; submit() still finds it meanwhile
    const bool wasWriting = access() == Access::ReadWrite;
    m_writer.reset();
    m_readers.clear();
    // The write-ahead log goes into the file when the last connection closes, and a reader cannot do that: without this it
    // would stay beside the file, and each start would have to read it through.
    if (wasWriting)
        (void)Connection::open(m_path, Access::ReadWrite); // where it fails the log stays, and nothing is lost
}

Result<std::unique_ptr<Database>> Database::open(const QString &path, const core::Clock &clock, Access access)
{
    std::unique_ptr<Database> database(new Database(path, clock));
    if (access == Access::ReadOnly) {
        if (!QFileInfo(path).isFile())
            return fail(ErrorKind::Database, u"%1: no such database"_s.arg(path));
        const auto reader = database->reader();
        if (!reader)
            return fail(reader.error());
        const auto version = schemaVersion(**reader);
        if (!version)
            return fail(withPath(path, version.error()));
        if (*version != latestSchemaVersion())
            return fail(ErrorKind::Database, u"%1: has an older schema; open it once for writing"_s.arg(path));
        return database;
    }

    const QFileInfo info(path);
    if (!QDir().mkpath(info.absolutePath()))
        return fail(ErrorKind::File, u"%1: the folder cannot be made"_s.arg(info.absolutePath()));
    database->m_lock = std::make_unique<QLockFile>(path + u".lock"_s);
    if (!take(*database->m_lock)) {
        if (database->m_lock->error() == QLockFile::LockFailedError)
            return fail(heldByAnother(path, *database->m_lock));
        return fail(ErrorKind::File, u"%1: cannot be written there"_s.arg(path));
    }
    {
        auto connection = Connection::open(path, Access::ReadWrite);
        if (!connection)
            return fail(withPath(path, connection.error()));
        if (auto migrated = migrate(**connection, path); !migrated)
            return fail(withPath(path, migrated.error()));
    }
    database->m_writer = std::make_unique<Writer>(path, clock);
    connect(database->m_writer.get(), &Writer::committed, database.get(), &Database::changed, Qt::DirectConnection);
    if (auto opened = database->m_writer->open(); !opened)
        return fail(withPath(path, opened.error()));
    return database;
}

Result<Connection *> Database::reader()
{
    const QMutexLocker lock(&m_mutex);
    std::shared_ptr<Connection> &reader = m_readers[QThread::currentThreadId()];
    if (!reader) {
        auto opened = Connection::open(m_path, Access::ReadOnly);
        if (!opened)
            return fail(withPath(m_path, opened.error()));
        reader = std::move(*opened);
    }
    return reader.get();
}

Error Database::notWritable()
{
    return Error{.kind = ErrorKind::DatabaseBusy, .detail = u"the database was opened for reading only"_s};
}

} // namespace vigie::store
