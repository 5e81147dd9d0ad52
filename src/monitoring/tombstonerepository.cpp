// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/tombstonerepository.h"

#include "store/query.h"
#include "store/settings.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

QString holdKey()
{
    return u"monitoring.legal-hold"_s;
}

/// The text, and all that was derived from it or names its author, out of the row, its versions and the index.
Result<> forgetText(store::Transaction &transaction, qint64 id)
{
    const auto nobody = store::execute(transaction,
                                       u"INSERT INTO authors (network, handle, first_seen_at)"
                                       " SELECT network, '', ? FROM mentions WHERE id = ?"
                                       " ON CONFLICT (network, handle) DO NOTHING"_s,
                                       {transaction.now(), id});
    if (!nobody)
        return fail(nobody.error());
    for (const QString &sql : {
             u"INSERT INTO mention_fts (mention_fts, rowid, text) SELECT 'delete', id, text FROM mentions WHERE id = ?"_s,
             u"UPDATE mention_versions SET text = '' WHERE mention_id = ?"_s,
             u"UPDATE mentions SET text = '', url = '', reasons = '', extra = '', is_irregular = 0,"
             " author_id = (SELECT a.id FROM authors a WHERE a.network = mentions.network AND a.handle = '')"
             " WHERE id = ?"_s,
             u"INSERT INTO mention_fts (rowid, text) SELECT id, text FROM mentions WHERE id = ?"_s,
         }) {
        if (const auto done = store::execute(transaction, sql, {id}); !done)
            return fail(done.error());
    }
    return {};
}

} // namespace

Result<int> TombstoneRepository::bury(store::Transaction &transaction, core::DrillRunId scope, const QString &network,
                             const QString &remoteId)
{
    const auto found = store::readAll(transaction,
                                      u"SELECT id FROM mentions WHERE drill_run_id = ? AND network = ? AND gone_at IS NULL"
                                      " AND (remote_id = ? OR (remote_id > ? AND remote_id < ?))"_s,
                                      // "0" is what follows "/".
                                      {scope, network, remoteId, remoteId + u'/', remoteId + u'0'},
                                      [](const store::Row &row) { return row.integer(0); });
    if (!found)
        return fail(found.error());
    const auto isHeld = isUnderLegalHold(transaction);
    if (!isHeld)
        return fail(isHeld.error());
    for (const qint64 id : *found) {
        const auto marked =
            store::execute(transaction, u"UPDATE mentions SET gone_at = ? WHERE id = ?"_s, {transaction.now(), id});
        if (!marked)
            return fail(marked.error());
        transaction.announce({.entity = store::Entity::Mention, .id = id, .drillRunId = scope.value});
        if (*isHeld)
            continue;
        if (const auto forgotten = forgetText(transaction, id); !forgotten)
            return fail(forgotten.error());
    }
    return int(found->size());
}

Result<bool> TombstoneRepository::isUnderLegalHold(const store::Connection &connection)
{
    const auto value = store::Settings::value(connection, holdKey());
    if (!value)
        return fail(value.error());
    return *value == u"1";
}

Result<> TombstoneRepository::setLegalHold(store::Transaction &transaction, bool isHeld)
{
    return store::Settings::setValue(transaction, holdKey(), isHeld ? u"1"_s : u"0"_s);
}

} // namespace vigie::monitoring
