// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/statementcache.h"

#include <QSqlDatabase>

#include <memory>

struct sqlite3;

namespace vigie::store
{

enum class Access { ReadWrite, ReadOnly };

/**
 * One open connection to the database file, for one thread: the one that opened it.
 *
 * WAL, foreign keys on, full fsync at each commit (commits are grouped, so this costs little).
 */
class Connection
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Connection>> open(const QString &path, Access access);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] const QSqlDatabase &database() const { return m_database; }
    /// SQLite's own handle on this connection, for what Qt SQL cannot do. Owned by the connection.
    [[nodiscard]] sqlite3 *handle() const;
    /// For RawStatement.
    [[nodiscard]] StatementCache &statements() const { return m_statements; }
    /// Runs a script of several statements that return nothing.
    [[nodiscard]] Result<> execute(const QString &script);

private:
    explicit Connection(QSqlDatabase database);

    QSqlDatabase m_database;
    mutable StatementCache m_statements;
};

/// The Error for what SQLite last said on this handle; `what` says what was attempted.
[[nodiscard]] Error errorOf(sqlite3 *handle, const QString &what);

} // namespace vigie::store
