// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/intake.h"
#include "networks/webhookserver.h"

#include <QObject>

namespace vigie::monitoring
{

/**
 * Takes what others bring by the webhook into the intake, as posts of one source. A delivery that was taken already is
 * answered as taken and not stored again; a crash between the posts and the note of their delivery brings them twice, and
 * the intake knows them.
 *
 * Lives in the thread of its event loop; `database` and `intake` must outlive it.
 */
class WebhookListener final : public QObject
{
    Q_OBJECT
public:
    WebhookListener(store::Database &database, Intake &intake, core::SourceId source, networks::WebhookSettings settings,
                    QObject *parent = nullptr);

    /// The port that it listens on. A failure is noted with the source.
    [[nodiscard]] Result<quint16> listen();

signals:
    void delivered(const vigie::monitoring::IntakeReport &report);

private:
    void take(const QByteArray &deliveryId, networks::DeliveredPosts posts,
              const networks::WebhookServer::Settle &settle);
    void note(const QByteArray &deliveryId, const IntakeReport &report, const networks::WebhookServer::Settle &settle);

    store::Database &m_database;
    Intake &m_intake;
    const core::SourceId m_source;
    networks::WebhookServer m_server;
};

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::IntakeReport)
