// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/auditchain.h"

#include "store/query.h"

#include <QCryptographicHash>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace vigie::store
{
namespace
{

constexpr int kPageSize = 5000;

void addField(QCryptographicHash &hash, const QByteArray &field)
{
    const quint64 length = qToBigEndian(quint64(field.size()));
    hash.addData(QByteArrayView(reinterpret_cast<const char *>(&length), sizeof length));
    hash.addData(field);
}

QByteArray genesisHash()
{
    return QByteArray(32, '\0');
}

struct Head {
    qint64 row = 0;
    QByteArray hash = genesisHash();
};

Result<Head> readHead(const Connection &connection)
{
    const auto head = readFirst(connection, u"SELECT row, hash FROM audit_head WHERE id = 1"_s, {}, [](const Row &row) {
        return Head{.row = row.integer(0), .hash = row.bytes(1)};
    });
    if (!head)
        return fail(head.error());
    return head->value_or(Head());
}

Result<> verifyChain(const Connection &connection, VerifyReport &report)
{
    QByteArray previous = genesisHash();
    qint64 last = 0;
    const auto brokenAt = [&report](qint64 id, const QString &why) {
        report.brokenRow = id;
        report.problems << u"audit log: row %1 %2"_s.arg(QString::number(id), why);
    };
    while (true) {
        const auto rows = readAudit(connection, last, kPageSize);
        if (!rows)
            return fail(rows.error());
        for (const AuditRow &row : *rows) {
            if (row.id != last + 1) {
                brokenAt(last + 1, u"is missing"_s);
                return {};
            }
            if (row.previousHash != previous) {
                brokenAt(row.id, u"does not follow the row before it"_s);
                return {};
            }
            if (auditHash(row) != row.hash) {
                brokenAt(row.id, u"was altered (%1, %2)"_s.arg(row.action, core::toIso(row.at)));
                return {};
            }
            previous = row.hash;
            last = row.id;
            ++report.auditRows;
        }
        if (rows->size() < kPageSize)
            break;
    }
    const auto head = readHead(connection);
    if (!head)
        return fail(head.error());
    if (head->row != last || head->hash != previous)
        brokenAt(last + 1, u"is missing: the log was cut at its end (it had %1 rows)"_s.arg(head->row));
    return {};
}

} // namespace

QByteArray auditHash(const AuditRow &row)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    addField(hash, row.previousHash);
    addField(hash, QByteArray::number(row.id));
    addField(hash, QByteArray::number(core::toMillis(row.at)));
    addField(hash, row.actor.toUtf8());
    addField(hash, row.action.toUtf8());
    addField(hash, row.entity.toUtf8());
    addField(hash, QByteArray::number(row.entityId));
    addField(hash, row.details.toUtf8());
    return hash.result();
}

Result<> appendAudit(const Connection &connection, AuditRow row)
{
    const auto head = readHead(connection);
    if (!head)
        return fail(head.error());
    row.id = head->row + 1;
    row.previousHash = head->hash;
    row.hash = auditHash(row);
    if (auto inserted = insert(connection,
                               u"INSERT INTO audit_log (id, at, actor, action, entity, entity_id, details, previous_hash,"
                               " hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                               {row.id, row.at, row.actor, row.action, row.entity, row.entityId, row.details,
                                row.previousHash, row.hash});
        !inserted)
        return fail(inserted.error());
    const auto moved = execute(connection, u"INSERT INTO audit_head (id, row, hash) VALUES (1, ?, ?)"
                                           " ON CONFLICT (id) DO UPDATE SET row = excluded.row, hash = excluded.hash"_s,
                               {row.id, row.hash});
    if (!moved)
        return fail(moved.error());
    return {};
}

Result<std::vector<AuditRow>> readAudit(const Connection &connection, qint64 after, int limit)
{
    return readAll(connection,
                   u"SELECT id, at, actor, action, entity, entity_id, details, previous_hash, hash FROM audit_log"
                   " WHERE id > ? ORDER BY id LIMIT ?"_s,
                   {after, limit}, [](const Row &row) {
                       return AuditRow{.id = row.integer(0),
                                       .at = row.instant(1),
                                       .actor = row.text(2),
                                       .action = row.text(3),
                                       .entity = row.text(4),
                                       .entityId = row.integer(5),
                                       .details = row.text(6),
                                       .previousHash = row.bytes(7),
                                       .hash = row.bytes(8)};
                   });
}

Result<VerifyReport> verifyDatabase(const Connection &connection)
{
    VerifyReport report;
    const auto integrity =
        readAll(connection, u"PRAGMA integrity_check(20)"_s, {}, [](const Row &row) { return row.text(0); });
    if (!integrity)
        return fail(integrity.error());
    for (const QString &line : *integrity) {
        if (line != u"ok")
            report.problems << u"SQLite: "_s + line;
    }
    const auto foreign = readAll(connection, u"PRAGMA foreign_key_check"_s, {}, [](const Row &row) {
        return u"%1 row %2 points to a missing row of %3"_s.arg(row.text(0), row.text(1), row.text(2));
    });
    if (!foreign)
        return fail(foreign.error());
    for (const QString &line : *foreign)
        report.problems << line;
    if (auto chain = verifyChain(connection, report); !chain)
        return fail(chain.error());
    return report;
}

} // namespace vigie::store
