// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/language.h"
#include "monitoring/alert.h"
#include "store/change.h"
#include "store/database.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <memory>

class QTimer;

namespace vigie::networks
{
class HttpClient;
class SecretStore;
} // namespace vigie::networks

namespace vigie::monitoring
{

/// Where alerts are told, and how it goes.
struct AlertHookState {
    QString host = {}; ///< empty: nowhere
    core::Language language = core::Language::English; ///< of the sentence
    core::AlertId told = {}; ///< the newest that was taken; older ones are not told again
    QString problem = {};    ///< why the next one has not been taken yet, in English; empty where there is none

    [[nodiscard]] static Result<AlertHookState> read(const store::Connection &connection);
};

/// What the secret store keeps: the address, since whoever knows that of a chat can write there, and what signs.
struct AlertHookKey {
    QString url = {};
    QByteArray secret = {};

    [[nodiscard]] QByteArray toBytes() const;
    [[nodiscard]] static Result<AlertHookKey> fromBytes(const QByteArray &bytes);
};

/**
 * Tells each new alert of the real world to an address of the desk's own: a POST of JSON, signed like what the webhook takes in
 * (X-Vigie-Signature over X-Vigie-Timestamp and the body). Its "text" is a sentence, as Mattermost, Slack and the like show it.
 *
 * An alert is told until it has been taken (2xx), one after the other, also by a later run of the program; it may arrive twice
 * where an answer was lost, each time with the same X-Vigie-Delivery. No alert of a drill is told. What an alert grows into
 * is not told again: whoever was woken is awake.
 *
 * Made in any thread, then moved to one with an event loop. Everything it is given must outlive it.
 */
class AlertHook final : public QObject
{
    Q_OBJECT
public:
    AlertHook(store::Database &database, networks::HttpClient &http, networks::SecretStore &secrets, const core::Clock &clock);
    ~AlertHook() override;

    /// Where the secret store has the AlertHookKey.
    [[nodiscard]] static QString secretName() { return QStringLiteral("alert-hook"); }
    /// From now on alerts are told there; those that exist already are not. An empty host ends it.
    [[nodiscard]] static Result<> configure(store::Transaction &transaction, const QString &host, core::Language language);
    /// What is sent for an alert.
    [[nodiscard]] static QByteArray payloadOf(const Alert &alert, core::Language language);

    /// Tells all that waits, and how many that were; the first that is not taken ends it. Not after start().
    [[nodiscard]] QFuture<Result<int>> tellOnce();
    /// Sends a sentence there that says that it is only a test. Stores nothing.
    [[nodiscard]] QFuture<Result<>> tryOut(const AlertHookKey &key, core::Language language);
    /// The same where alerts are told now.
    [[nodiscard]] QFuture<Result<>> test();

public slots:
    void start();
    void stop();

private:
    using Done = std::function<void(const Result<> &)>;
    void noticeChanges(const store::Changes &changes);
    void look();
    void tell(const AlertHookState &state, const Alert &alert);
    void post(const AlertHookKey &key, const QByteArray &delivery, const QByteArray &body, const Done &done);
    void taken(core::AlertId alert);
    void notTaken(const Error &reason, const QString &known);
    void endRound(const Result<int> &result);

    store::Database &m_database;
    networks::HttpClient &m_http;
    networks::SecretStore &m_secrets;
    const core::Clock &m_clock;
    QTimer *m_timer = nullptr; ///< while started
    bool m_isTelling = false;
    int m_attempt = 0; ///< at the one that waits
    int m_count = 0;   ///< taken in this round
    std::unique_ptr<QPromise<Result<int>>> m_round;
};

} // namespace vigie::monitoring
