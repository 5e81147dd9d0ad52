// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace vigie::store
{

/**
 * The prepared statements of one connection that nobody uses at the moment: to read the SQL of a list costs as much as to
 * read its rows. Keeps those that were used last. Empty it before the connection closes.
 */
class StatementCache
{
public:
    StatementCache() = default;
    ~StatementCache() { clear(); }
    StatementCache(const StatementCache &) = delete;
    StatementCache &operator=(const StatementCache &) = delete;

    /// Ready to be bound and the caller's until it is given back; null where SQLite cannot prepare it and says why.
    [[nodiscard]] sqlite3_stmt *take(sqlite3 *handle, QByteArrayView sql);
    void giveBack(sqlite3_stmt *statement);
    void clear();

private:
    std::vector<sqlite3_stmt *> m_idle; ///< the one that was used last at the end
};

} // namespace vigie::store
