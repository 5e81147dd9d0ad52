// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "store/change.h"
#include "store/connection.h"

#include <QJsonObject>

namespace vigie::store
{

/**
 * What a writing job gets: the one writing connection inside an open transaction, the time, and who acts.
 *
 * Nothing is visible to anybody before the job's result is given out; a job that returns an error leaves no trace.
 */
class Transaction
{
public:
    Transaction(Connection &connection, core::Instant now, QString actor)
        : m_connection(connection), m_now(now), m_actor(std::move(actor))
    {
    }

    [[nodiscard]] Connection &connection() { return m_connection; }
    operator const Connection &() const { return m_connection; } ///< so that the functions of query.h take it
    [[nodiscard]] core::Instant now() const { return m_now; }
    [[nodiscard]] const QString &actor() const { return m_actor; }

    /// One row of the audit log for one act. `action` is "entity.verb"; details never hold texts of posts or secrets.
    [[nodiscard]] Result<> audit(const QString &action, const QString &entity, qint64 entityId,
                                 const QJsonObject &details = {});
    /// To be announced once, after the commit.
    void announce(const Change &change);
    [[nodiscard]] const Changes &changes() const { return m_changes; }

private:
    Connection &m_connection;
    core::Instant m_now;
    QString m_actor;
    Changes m_changes;
};

} // namespace vigie::store
