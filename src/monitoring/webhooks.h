// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/source.h"
#include "monitoring/webhooklistener.h"
#include "store/change.h"

#include <QObject>

#include <map>
#include <memory>

class QTimer;

namespace vigie::networks
{
class SecretStore;
}

namespace vigie::monitoring
{

/**
 * Keeps a listener open for each enabled source of the kind webhook, and follows changes of the sources while started. The
 * source's address says where: "http://127.0.0.1:8787/vigie"; the host "0.0.0.0" opens it to the local network. Its query is
 * the name under which the secret store has the secret, so that it can be there before the source. A port that is taken is
 * tried again each minute; the reason stands with the source.
 *
 * Made in any thread, then moved to one with an event loop. Everything it is given must outlive it.
 */
class Webhooks final : public QObject
{
    Q_OBJECT
public:
    Webhooks(store::Database &database, Intake &intake, networks::SecretStore &secrets);
    ~Webhooks() override;

    /// A secret that nobody guesses, in letters and digits.
    [[nodiscard]] static QByteArray newSecret();
    [[nodiscard]] static networks::WebhookSettings settingsOf(const QString &address, const QByteArray &secret);

public slots:
    void start();
    void stop();

signals:
    void opened(vigie::core::SourceId source, quint16 port);

private:
    struct Door {
        QString address;
        QString secretName;
        std::unique_ptr<WebhookListener> listener; ///< null: its secret is asked for, or it could not be opened
    };

    void noticeChanges(const store::Changes &changes);
    void follow();
    void tryAgain();
    void open(const Source &source, const Result<QByteArray> &secret);

    store::Database &m_database;
    Intake &m_intake;
    networks::SecretStore &m_secrets;
    QTimer *m_timer = nullptr;
    std::map<core::SourceId, Door> m_doors;
};

} // namespace vigie::monitoring
