// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rawstatement.h"

#include <sqlite3.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::store
{

Result<RawStatement> RawStatement::prepare(const Connection &connection, QByteArrayView sql)
{
    sqlite3 *handle = connection.handle();
    sqlite3_stmt *statement = handle ? connection.statements().take(handle, sql) : nullptr;
    if (!statement)
        return fail(errorOf(handle, u"database: cannot prepare"_s));
    return RawStatement(handle, connection.statements(), statement);
}

RawStatement::~RawStatement()
{
    if (m_statement)
        m_cache->giveBack(m_statement);
}

RawStatement::RawStatement(RawStatement &&other) noexcept
    : m_handle(other.m_handle), m_cache(other.m_cache), m_statement(std::exchange(other.m_statement, nullptr))
{
}

RawStatement &RawStatement::operator=(RawStatement &&other) noexcept
{
    std::swap(m_handle, other.m_handle);
    std::swap(m_cache, other.m_cache);
    std::swap(m_statement, other.m_statement);
    return *this;
}

void RawStatement::bind(int parameter, qint64 value)
{
    sqlite3_bind_int64(m_statement, parameter, value);
}

void RawStatement::bind(int parameter, double value)
{
    sqlite3_bind_double(m_statement, parameter, value);
}

void RawStatement::bind(int parameter, QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    bindUtf8(parameter, utf8);
}

void RawStatement::bindUtf8(int parameter, QByteArrayView utf8)
{
    // SQLite takes a null pointer for NULL; an empty text is not NULL.
    const char *data = utf8.isEmpty() ? "" : utf8.data();
    sqlite3_bind_text64(m_statement, parameter, data, sqlite3_uint64(utf8.size()),
                        reinterpret_cast<sqlite3_destructor_type>(-1), SQLITE_UTF8); // -1: SQLITE_TRANSIENT
}

void RawStatement::bindLastingUtf8(int parameter, QByteArrayView utf8)
{
    const char *data = utf8.isEmpty() ? "" : utf8.data();
    sqlite3_bind_text64(m_statement, parameter, data, sqlite3_uint64(utf8.size()), nullptr, SQLITE_UTF8); // nullptr: SQLITE_STATIC
}

void RawStatement::bindBlob(int parameter, QByteArrayView bytes)
{
    sqlite3_bind_blob64(m_statement, parameter, bytes.isEmpty() ? "" : bytes.data(), sqlite3_uint64(bytes.size()),
                        reinterpret_cast<sqlite3_destructor_type>(-1)); // -1: SQLITE_TRANSIENT
}

void RawStatement::bindNull(int parameter)
{
    sqlite3_bind_null(m_statement, parameter);
}

Result<RawStatement::Step> RawStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return Step::Row;
    if (code == SQLITE_DONE) {
        sqlite3_reset(m_statement);
        return Step::Done;
    }
    const Error error = errorOf(m_handle, u"database"_s);
    sqlite3_reset(m_statement);
    return fail(error);
}

void RawStatement::reset()
{
    sqlite3_reset(m_statement);
}

bool RawStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

qint64 RawStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

double RawStatement::real(int column) const
{
    return sqlite3_column_double(m_statement, column);
}

QString RawStatement::text(int column) const
{
    return QString::fromUtf8(utf8(column));
}

QByteArrayView RawStatement::utf8(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QByteArrayView(text, sqlite3_column_bytes(m_statement, column));
}

QByteArray RawStatement::bytes(int column) const
{
    const auto *data = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return QByteArray(data, sqlite3_column_bytes(m_statement, column));
}

int RawStatement::changes() const
{
    return sqlite3_changes(m_handle);
}

qint64 RawStatement::insertedId() const
{
    return sqlite3_last_insert_rowid(m_handle);
}

} // namespace vigie::store
