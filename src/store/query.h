// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "store/connection.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <optional>
#include <vector>

namespace vigie::store
{

/// A value for a `?`. Converts from what repositories hold: ids, instants, texts, numbers, and optionals of these.
class Value
{
public:
    Value(const QVariant &value) : m_value(value) {}
    Value(const QString &text) : m_value(text.isNull() ? QVariant(QString::fromLatin1("")) : QVariant(text)) {}
    Value(QStringView text) : Value(text.toString()) {}
    Value(const QByteArray &bytes) : m_value(bytes) {}
    Value(int value) : m_value(value) {}
    Value(qint64 value) : m_value(value) {}
    Value(double value) : m_value(value) {}
    Value(bool value) : m_value(value ? 1 : 0) {}
    Value(core::Instant instant) : m_value(core::toMillis(instant)) {}
    template <typename Tag>
    Value(core::Id<Tag> id) : m_value(id.value)
    {
    }
    template <typename T>
    Value(const std::optional<T> &value) : m_value(value ? Value(*value).m_value : QVariant())
    {
    }
    /// An id that is stored as NULL when it is none.
    template <typename Tag>
    [[nodiscard]] static Value orNull(core::Id<Tag> id)
    {
        return id.isValid() ? Value(id) : Value(QVariant());
    }

    [[nodiscard]] const QVariant &variant() const { return m_value; }

private:
    QVariant m_value;
};

using Values = std::initializer_list<Value>;

/// The row a query stands on. Columns count from 0; NULL reads as 0, an empty text, or nothing.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] qint64 integer(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] int smallInteger(int column) const { return m_query.value(column).toInt(); }
    [[nodiscard]] bool boolean(int column) const { return integer(column) != 0; }
    [[nodiscard]] double real(int column) const { return m_query.value(column).toDouble(); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] core::Instant instant(int column) const { return core::instantFromMillis(integer(column)); }
    [[nodiscard]] std::optional<core::Instant> optionalInstant(int column) const
    {
        return isNull(column) ? std::nullopt : std::optional(instant(column));
    }
    template <typename SomeId>
    [[nodiscard]] SomeId id(int column) const
    {
        return SomeId{integer(column)};
    }

private:
    const QSqlQuery &m_query;
};

/// Runs one statement that returns nothing. Gives the number of rows it changed.
[[nodiscard]] Result<int> execute(const Connection &connection, const QString &sql, Values values = {});
/// Runs one INSERT. Gives the new row's id.
[[nodiscard]] Result<qint64> insert(const Connection &connection, const QString &sql, Values values);

namespace detail
{
[[nodiscard]] Result<QSqlQuery> start(const Connection &connection, const QString &sql, const std::vector<Value> &values);
[[nodiscard]] Error errorOf(const QSqlQuery &query);
} // namespace detail

/// All rows, each made into a value by `read(const Row &)`. Always give the SQL a LIMIT, or a natural bound.
/// `values` is an initializer list or a std::vector<Value>.
template <typename Read>
[[nodiscard]] auto readAll(const Connection &connection, const QString &sql, const std::vector<Value> &values, Read read)
    -> Result<std::vector<std::invoke_result_t<Read, const Row &>>>
{
    auto query = detail::start(connection, sql, values);
    if (!query)
        return fail(query.error());
    std::vector<std::invoke_result_t<Read, const Row &>> rows;
    const Row row(*query);
    while (query->next())
        rows.push_back(read(row));
    if (query->lastError().isValid())
        return fail(detail::errorOf(*query));
    return rows;
}

/// The first row, or nothing when there is none.
template <typename Read>
[[nodiscard]] auto readFirst(const Connection &connection, const QString &sql, const std::vector<Value> &values, Read read)
    -> Result<std::optional<std::invoke_result_t<Read, const Row &>>>
{
    auto query = detail::start(connection, sql, values);
    if (!query)
        return fail(query.error());
    std::optional<std::invoke_result_t<Read, const Row &>> first;
    if (query->next())
        first = read(Row(*query));
    if (query->lastError().isValid())
        return fail(detail::errorOf(*query));
    return first;
}

/// One number, as COUNT and SUM give it; 0 when there is no row or it is NULL.
[[nodiscard]] Result<qint64> readNumber(const Connection &connection, const QString &sql,
                                        const std::vector<Value> &values = {});

} // namespace vigie::store
