// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sourcerepository.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

using store::Row;

QString selectSources()
{
    return u"SELECT id, name, kind, network, url, interval_s, cursor, state, state_reason, last_attempt_at, last_success_at,"
           " created_at, is_enabled, account_id, query FROM sources "_s;
}

Source sourceFrom(const Row &row)
{
    return Source{.id = row.id<core::SourceId>(0),
                  .name = row.text(1),
                  .kind = sourceKindFromKey(row.text(2)).value_or(SourceKind::Feed),
                  .network = row.text(3),
                  .url = row.text(4),
                  .query = row.text(14),
                  .accountId = row.id<core::AccountId>(13),
                  .interval = std::chrono::seconds(row.integer(5)),
                  .cursor = row.bytes(6),
                  .state = sourceStateFromKey(row.text(7)).value_or(SourceState::New),
                  .stateReason = row.text(8),
                  .lastAttemptAt = row.optionalInstant(9),
                  .lastSuccessAt = row.optionalInstant(10),
                  .createdAt = row.instant(11),
                  .isEnabled = row.boolean(12)};
}

void announce(store::Transaction &transaction, store::ChangeKind kind, core::SourceId id)
{
    transaction.announce({.entity = store::Entity::Source, .kind = kind, .id = id.value});
}

Result<Source> existing(const store::Connection &connection, core::SourceId id)
{
    auto source = SourceRepository::byId(connection, id);
    if (!source)
        return fail(source.error());
    if (!*source)
        return fail(ErrorKind::NotFound, u"there is no source %1"_s.arg(id.value));
    return std::move(**source);
}

Error nameTaken(const Error &error, const QString &name)
{
    if (error.kind != ErrorKind::Conflict)
        return error;
    return Error{.kind = ErrorKind::Conflict, .detail = u"there is already a source named \"%1\""_s.arg(name)};
}

} // namespace

Result<std::vector<Source>> SourceRepository::list(const store::Connection &connection)
{
    return store::readAll(connection, selectSources() + u"ORDER BY name COLLATE NOCASE"_s, {}, sourceFrom);
}

Result<std::optional<Source>> SourceRepository::byId(const store::Connection &connection, core::SourceId id)
{
    return store::readFirst(connection, selectSources() + u"WHERE id = ?"_s, {id}, sourceFrom);
}

Result<std::optional<Source>> SourceRepository::byName(const store::Connection &connection, const QString &name)
{
    return store::readFirst(connection, selectSources() + u"WHERE name = ?"_s, {name}, sourceFrom);
}

Result<core::SourceId> SourceRepository::add(store::Transaction &transaction, const Source &source)
{
    const auto id = store::insert(transaction,
                                  u"INSERT INTO sources (name, kind, network, url, query, account_id, interval_s, state,"
                                  " created_at, is_enabled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                                  {source.name, sourceKindKey(source.kind), source.network, source.url, source.query,
                                   store::Value::orNull(source.accountId), qint64(source.interval.count()),
                                   sourceStateKey(SourceState::New), transaction.now(), source.isEnabled});
    if (!id)
        return fail(nameTaken(id.error(), source.name));
    announce(transaction, store::ChangeKind::Inserted, {*id});
    return core::SourceId{*id};
}

Result<> SourceRepository::update(store::Transaction &transaction, const Source &source)
{
    const auto known = existing(transaction, source.id);
    if (!known)
        return fail(known.error());
    auto done = store::execute(transaction,
                               u"UPDATE sources SET name = ?, url = ?, query = ?, interval_s = ?, is_enabled = ?,"
                               " cursor = CASE WHEN url = ? AND query = ? THEN cursor END WHERE id = ?"_s,
                               {source.name, source.url, source.query, qint64(source.interval.count()), source.isEnabled,
                                source.url, source.query, source.id});
    if (!done)
        return fail(nameTaken(done.error(), source.name));
    if (source.isEnabled != known->isEnabled || source.url != known->url || source.query != known->query) {
        // A pause is no gap of the other side's making, but nothing was read all the same: the gap rows tell of failures only.
        done = store::execute(transaction, u"UPDATE sources SET state = ?, state_reason = '' WHERE id = ?"_s,
                              {sourceStateKey(source.isEnabled ? SourceState::New : SourceState::Paused), source.id});
        if (!done)
            return fail(done.error());
    }
    announce(transaction, store::ChangeKind::Updated, source.id);
    return {};
}

Result<> SourceRepository::remove(store::Transaction &transaction, core::SourceId id)
{
    if (auto known = existing(transaction, id); !known)
        return fail(known.error());
    for (const QString &sql : {u"UPDATE mentions SET source_id = NULL WHERE source_id = ?"_s,
                               u"DELETE FROM source_gaps WHERE source_id = ?"_s, u"DELETE FROM sources WHERE id = ?"_s}) {
        if (auto done = store::execute(transaction, sql, {id}); !done)
            return fail(done.error());
    }
    announce(transaction, store::ChangeKind::Removed, id);
    return {};
}

Result<> SourceRepository::noteSuccess(store::Transaction &transaction, core::SourceId id)
{
    auto done = store::execute(transaction,
                               u"UPDATE sources SET state = 'live', state_reason = '', last_attempt_at = ?,"
                               " last_success_at = ? WHERE id = ?"_s,
                               {transaction.now(), transaction.now(), id});
    if (done)
        done = store::execute(transaction, u"UPDATE source_gaps SET to_at = ? WHERE source_id = ? AND to_at IS NULL"_s,
                              {transaction.now(), id});
    if (!done)
        return fail(done.error());
    announce(transaction, store::ChangeKind::Updated, id);
    return {};
}

Result<> SourceRepository::storeCursor(store::Transaction &transaction, core::SourceId id, const QByteArray &cursor)
{
    auto done = store::execute(transaction, u"UPDATE sources SET cursor = ? WHERE id = ?"_s, {cursor, id});
    return done ? Result<>() : fail(done.error());
}

Result<> SourceRepository::noteGap(store::Transaction &transaction, core::SourceId id, const networks::Gap &gap)
{
    // Another look at the same stretch tells the same gap again.
    const auto done = store::execute(
        transaction,
        u"INSERT INTO source_gaps (source_id, from_at, to_at, reason) SELECT ?, ?, ?, ? WHERE NOT EXISTS"
        " (SELECT 1 FROM source_gaps WHERE source_id = ? AND from_at = ? AND to_at = ?)"_s,
        {id, gap.from, gap.to, gap.reason, id, gap.from, gap.to});
    return done ? Result<>() : fail(done.error());
}

Result<> SourceRepository::noteFailure(store::Transaction &transaction, core::SourceId id, SourceState state,
                                       const QString &reason)
{
    const auto known = existing(transaction, id);
    if (!known)
        return fail(known.error());
    auto done = store::execute(transaction,
                               u"UPDATE sources SET state = ?, state_reason = ?, last_attempt_at = ? WHERE id = ?"_s,
                               {sourceStateKey(state), reason, transaction.now(), id});
    if (done)
        done = store::execute(transaction,
                              u"INSERT INTO source_gaps (source_id, from_at, reason) SELECT ?, ?, ? WHERE NOT EXISTS"
                              " (SELECT 1 FROM source_gaps WHERE source_id = ? AND to_at IS NULL)"_s,
                              {id, known->lastSuccessAt.value_or(transaction.now()), reason, id});
    if (!done)
        return fail(done.error());
    announce(transaction, store::ChangeKind::Updated, id);
    return {};
}

} // namespace vigie::monitoring
