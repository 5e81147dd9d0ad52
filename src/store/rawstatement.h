// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/connection.h"

#include <QByteArrayView>
#include <QStringView>

struct sqlite3_stmt;

namespace vigie::store
{

/**
 * A prepared statement on SQLite's own interface, for the places where Qt's is too slow: storing thousands of posts a second
 * (Qt's binding costs about as much as the insert itself), and lists of mentions (it makes a QVariant of every value, and a
 * description of every column). Everything else uses query.h.
 *
 * Parameters count from 1, columns from 0. Bound texts are copied. The connection keeps what was prepared for the next who
 * asks for the same SQL. Lives no longer than its connection, in its thread.
 */
class RawStatement
{
public:
    [[nodiscard]] static Result<RawStatement> prepare(const Connection &connection, QByteArrayView sql);
    ~RawStatement();
    RawStatement(RawStatement &&other) noexcept;
    RawStatement &operator=(RawStatement &&other) noexcept;

    void bind(int parameter, qint64 value);
    void bind(int parameter, int value) { bind(parameter, qint64(value)); }
    void bind(int parameter, double value);
    void bind(int parameter, QStringView text);
    void bindUtf8(int parameter, QByteArrayView utf8);
    void bindBlob(int parameter, QByteArrayView bytes);
    /// Not copied: must last until the statement has ended, and be bound anew or given back before it is run again.
    void bindLastingUtf8(int parameter, QByteArrayView utf8);
    void bindNull(int parameter);

    enum class Step { Row, Done };
    /// Runs to the next row or the end. At the end, or on an error, the statement is ready to be bound again.
    [[nodiscard]] Result<Step> step();
    /// Ends a statement before its last row.
    void reset();

    [[nodiscard]] bool isNull(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] double real(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] QByteArrayView utf8(int column) const; ///< a text until the next step, not copied
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] int changes() const; ///< rows changed by the last finished step
    [[nodiscard]] qint64 insertedId() const; ///< of the row that this connection inserted last

private:
    RawStatement(sqlite3 *handle, StatementCache &cache, sqlite3_stmt *statement)
        : m_handle(handle), m_cache(&cache), m_statement(statement)
    {
    }

    sqlite3 *m_handle;
    StatementCache *m_cache;
    sqlite3_stmt *m_statement;
};

} // namespace vigie::store
