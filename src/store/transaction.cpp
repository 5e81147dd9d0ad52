// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/transaction.h"

#include "store/auditchain.h"

#include <QJsonDocument>

namespace vigie::store
{

Result<> Transaction::audit(const QString &action, const QString &entity, qint64 entityId, const QJsonObject &details)
{
    return appendAudit(m_connection,
                       AuditRow{.at = m_now,
                                .actor = m_actor,
                                .action = action,
                                .entity = entity,
                                .entityId = entityId,
                                .details = QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact))});
}

void Transaction::announce(const Change &change)
{
    for (Change &known : m_changes) {
        Change widened = known;
        widened.count = change.count;
        if (widened == change) { // the same row or kind of rows again: one message is enough
            if (change.id == 0)
                known.count += change.count;
            return;
        }
    }
    m_changes.append(change);
}

} // namespace vigie::store
