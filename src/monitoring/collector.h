// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/sourcereader.h"
#include "networks/connector.h"
#include "store/change.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <map>
#include <memory>

class QTimer;

namespace vigie::networks
{
class Account;
class AccountBook;
class HttpClient;
} // namespace vigie::networks

namespace vigie::monitoring
{

/**
 * Reads the enabled sources, each at its interval, follows the streams of those that have one, and hands the posts to the
 * intake together with the cursor.
 *
 * Made in any thread, then moved to that of `http` and `accounts`; it needs an event loop there and blocks nothing. Follows
 * changes of the sources and accounts by itself while started. A failure is noted with the source, and a gap from the last
 * success on until it is read again. Everything it is given must outlive it.
 */
class Collector : public QObject
{
    Q_OBJECT

public:
    /// Makes the connector of a source, with the given parent; null for a kind that is not collected. `account` is null
    /// for a source without one.
    using ConnectorFactory = std::function<networks::Connector *(const Source &source, networks::Account *account,
                                                                networks::HttpClient &http, const core::Clock &clock,
                                                                QObject *parent)>;

    Collector(store::Database &database, Intake &intake, networks::HttpClient &http, networks::AccountBook &accounts,
              ConnectorFactory factory = networkConnector);
    ~Collector() override;

    /// One round over all enabled sources (or the one named), whether due or not. Call it in the collector's thread.
    /// NotFound when there is no such source. Failures of single sources stand in the outcomes.
    [[nodiscard]] QFuture<Result<std::vector<CollectOutcome>>> collectOnce(const QString &onlyName = {});

    /// By the table of networks.
    [[nodiscard]] static networks::Connector *networkConnector(const Source &source, networks::Account *account,
                                                               networks::HttpClient &http, const core::Clock &clock,
                                                               QObject *parent);

    /// Something is being read or about to be; streams do not count.
    [[nodiscard]] bool isReading() const;

public slots:
    /// Reads what is due now, and goes on until stop().
    void start();
    void stop();

signals:
    /// After each attempt and each arrival on a stream, stored or failed.
    void collected(const vigie::monitoring::CollectOutcome &outcome);

private:
    struct Job; ///< one source as the collector knows it
    struct Round;

    void collectDue();
    void noticeChanges(const store::Changes &changes);
    [[nodiscard]] std::chrono::milliseconds untilDue(const Source &source, core::Instant now) const;
    void read(const Source &source);
    void makeReader(const Source &source, const Result<networks::Account *> &account);
    void readingEnded(const CollectOutcome &outcome);
    void streamEnded(core::SourceId id, const Error &reason);
    void noteFailure(const Source &source, CollectOutcome outcome);
    void finish(const CollectOutcome &outcome);
    void noteSignedOut(const QString &secretName, const QString &reason);

    store::Database &m_database;
    Intake &m_intake;
    networks::HttpClient &m_http;
    networks::AccountBook &m_accounts;
    const ConnectorFactory m_factory;
    QTimer *m_timer = nullptr;
    std::map<core::SourceId, std::unique_ptr<Job>> m_jobs;
    std::unique_ptr<Round> m_round;
};

} // namespace vigie::monitoring
