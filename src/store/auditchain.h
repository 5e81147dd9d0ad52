// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/connection.h"

#include <QByteArray>
#include <QStringList>

namespace vigie::store
{

/**
 * The append-only log of every act that changed something.
 *
 * hash(n) = SHA-256( hash(n-1) ‖ fields of row n ), each field preceded by its length, so that no two rows can share a
 * preimage; hash(0) is 32 zero bytes. `audit_head` names the newest row, so that a log cut at its end is seen as well.
 */
struct AuditRow {
    qint64 id = 0;
    core::Instant at = {};
    QString actor = {};
    QString action = {}; ///< "incident.open", "import", "reply.send", …
    QString entity = {};
    qint64 entityId = 0;
    QString details = {}; ///< compact JSON; never a secret, never the text of a post
    QByteArray previousHash = {};
    QByteArray hash = {};
};

[[nodiscard]] QByteArray auditHash(const AuditRow &row);
/// Appends a row (its id and hashes are filled in here). Only inside a writing transaction.
[[nodiscard]] Result<> appendAudit(const Connection &connection, AuditRow row);
/// Rows with an id above `after`, oldest first.
[[nodiscard]] Result<std::vector<AuditRow>> readAudit(const Connection &connection, qint64 after, int limit);

struct VerifyReport {
    QStringList problems;  ///< English, one sentence each; empty when all is well
    qint64 auditRows = 0;  ///< rows that were checked
    qint64 brokenRow = 0;  ///< the first audit row that does not fit; 0 when none
    [[nodiscard]] bool isSound() const { return problems.isEmpty(); }
};
/// SQLite's own integrity check, the foreign keys, and the whole audit chain. Takes seconds on a large database.
[[nodiscard]] Result<VerifyReport> verifyDatabase(const Connection &connection);

} // namespace vigie::store
