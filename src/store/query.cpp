// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace detail
{

Error errorOf(const QSqlQuery &query)
{
    const QSqlError error = query.lastError();
    const int code = error.nativeErrorCode().toInt() & 0xff;
    ErrorKind kind = ErrorKind::Database;
    if (code == 5 || code == 6) // SQLITE_BUSY, SQLITE_LOCKED
        kind = ErrorKind::DatabaseBusy;
    else if (code == 11 || code == 26) // SQLITE_CORRUPT, SQLITE_NOTADB
        kind = ErrorKind::DatabaseDamaged;
    else if (code == 19) // SQLITE_CONSTRAINT
        kind = ErrorKind::Conflict;
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return Error{.kind = kind, .detail = u"database: "_s + reason};
}

Result<QSqlQuery> start(const Connection &connection, const QString &sql, const std::vector<Value> &values)
{
    QSqlQuery query(connection.database());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return fail(errorOf(query));
    for (const Value &value : values)
        query.addBindValue(value.variant());
    if (!query.exec())
        return fail(errorOf(query));
    return query;
}

} // namespace detail

Result<int> execute(const Connection &connection, const QString &sql, Values values)
{
    const auto query = detail::start(connection, sql, values);
    if (!query)
        return fail(query.error());
    return query->numRowsAffected();
}

Result<qint64> insert(const Connection &connection, const QString &sql, Values values)
{
    const auto query = detail::start(connection, sql, values);
    if (!query)
        return fail(query.error());
    return query->lastInsertId().toLongLong();
}

Result<qint64> readNumber(const Connection &connection, const QString &sql, const std::vector<Value> &values)
{
    const auto number = readFirst(connection, sql, values, [](const Row &row) { return row.integer(0); });
    if (!number)
        return fail(number.error());
    return number->value_or(0);
}

} // namespace vigie::store
