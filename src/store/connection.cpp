// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/connection.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QVariant>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace
{
ErrorKind kindOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::DatabaseBusy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::DatabaseDamaged;
    case SQLITE_CONSTRAINT:
        return ErrorKind::Conflict;
    default:
        return ErrorKind::Database;
    }
}
/// SQLite counts its memory under one lock for all threads, for figures that nobody reads: a tenth of the time of a query.
/// And it locks a connection in each of its functions, for programs that share one between threads, as none is here.
/// Must be said before the first connection; said later it is refused and changes nothing.
void leaveUnneededLocks()
{
    static const int answer = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) | sqlite3_config(SQLITE_CONFIG_MULTITHREAD);
    Q_UNUSED(answer)
}
} // namespace

Error errorOf(sqlite3 *handle, const QString &what)
{
    const int code = handle ? sqlite3_extended_errcode(handle) : SQLITE_CANTOPEN;
    const QString reason = handle ? QString::fromUtf8(sqlite3_errmsg(handle)) : u"not open"_s;
    return Error{.kind = kindOf(code), .detail = what + u": "_s + reason};
}

Connection::Connection(QSqlDatabase database) : m_database(std::move(database)) {}

Connection::~Connection()
{
    const QString name = m_database.connectionName();
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Access access)
{
    leaveUnneededLocks();
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (!database.isValid())
        return fail(ErrorKind::Database, u"Qt has no SQLite driver here (package libqt6sql6-sqlite)"_s);
    database.setDatabaseName(path);
    database.setConnectOptions(access == Access::ReadOnly ? u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=5000"_s
                                                          : u"QSQLITE_BUSY_TIMEOUT=5000"_s);
    const bool isOpen = database.open();
    const QString reason = database.lastError().databaseText();
    std::unique_ptr<Connection> connection(new Connection(database));
    database = QSqlDatabase(); // removeDatabase() warns while another copy lives
    if (!isOpen)
        return fail(ErrorKind::Database, u"%1: cannot open: %2"_s.arg(path, reason));
    const QString pragmas = access == Access::ReadOnly
                                ? u"PRAGMA temp_store = MEMORY; PRAGMA cache_size = -8000;"_s
                                : u"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                                  "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000;"
                                  "PRAGMA wal_autocheckpoint = 8000;"_s;
    if (const auto done = connection->execute(pragmas); !done) {
        Error error = done.error();
        error.detail = path + u": "_s + error.detail;
        return fail(std::move(error));
    }
    return connection;
}

sqlite3 *Connection::handle() const
{
    const QVariant handle = m_database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

Result<> Connection::execute(const QString &script)
{
    sqlite3 *db = handle();
    if (!db || sqlite3_exec(db, script.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return fail(errorOf(db, u"database"_s));
    return {};
}

} // namespace vigie::store
