// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/statementcache.h"

#include <sqlite3.h>

#include <algorithm>

namespace vigie::store
{

constexpr std::size_t kMaxIdle = 24; // some 10 KB each

sqlite3_stmt *StatementCache::take(sqlite3 *handle, QByteArrayView sql)
{
    const auto kept = std::find_if(m_idle.begin(), m_idle.end(),
                                   [sql](sqlite3_stmt *statement) { return QByteArrayView(sqlite3_sql(statement)) == sql; });
    if (kept != m_idle.end()) {
        sqlite3_stmt *const statement = *kept;
        m_idle.erase(kept);
        return statement;
    }
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v3(handle, sql.data(), int(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    return statement;
}

void StatementCache::giveBack(sqlite3_stmt *statement)
{
    sqlite3_reset(statement); // or it would go on reading, and hold on to what the database was then
    sqlite3_clear_bindings(statement);
    if (m_idle.size() == kMaxIdle) {
        sqlite3_finalize(m_idle.front());
        m_idle.erase(m_idle.begin());
    }
    m_idle.push_back(statement);
}

void StatementCache::clear()
{
    for (sqlite3_stmt *statement : m_idle)
        sqlite3_finalize(statement);
    m_idle.clear();
}

} // namespace vigie::store
