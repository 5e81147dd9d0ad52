// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/intake.h"
#include "monitoring/source.h"
#include "networks/connector.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <map>
#include <memory>

class QTimer;

namespace vigie::networks
{
class HttpClient;
}

namespace vigie::monitoring
{

/// What one source brought in one round.
struct CollectOutcome {
    core::SourceId source = {};
    QString name = {};
    IntakeReport report = {};
    std::optional<Error> error = std::nullopt;
};

/**
 * Reads the enabled sources, each at its interval, and hands their posts to the intake together with the cursor.
 *
 * Made in any thread, then moved to the collector's; it needs an event loop there and blocks nothing. Follows changes of the
 * sources by itself while started. A failure is noted with the source, and a gap from the last success on until it is read
 * again. `database` and `intake` must outlive it.
 */
class Collector : public QObject
{
    Q_OBJECT

public:
    /// Makes the connector of a source, with the given parent; null for a kind that is not collected.
    using ConnectorFactory = std::function<networks::Connector *(const Source &source, networks::HttpClient &http,
                                                                const core::Clock &clock, QObject *parent)>;

    Collector(store::Database &database, Intake &intake, ConnectorFactory factory = feedConnector);
    ~Collector() override;

    /// One round over all enabled sources (or the one named), whether due or not. Call it in the collector's thread.
    /// NotFound when there is no such source. Failures of single sources stand in the outcomes.
    [[nodiscard]] QFuture<Result<std::vector<CollectOutcome>>> collectOnce(const QString &onlyName = {});

    [[nodiscard]] static networks::Connector *feedConnector(const Source &source, networks::HttpClient &http,
                                                            const core::Clock &clock, QObject *parent);

public slots:
    /// Reads what is due now, and goes on until stop().
    void start();
    void stop();

signals:
    /// After each attempt, stored or failed.
    void collected(const vigie::monitoring::CollectOutcome &outcome);

private:
    struct Job; ///< one source that is being read
    struct Round;

    void collectDue();
    void read(const Source &source);
    void received(core::SourceId id, const Result<networks::Page> &result);
    void noteFailure(const Source &source, CollectOutcome outcome);
    void finish(core::SourceId id, const CollectOutcome &outcome);

    store::Database &m_database;
    Intake &m_intake;
    const ConnectorFactory m_factory;
    networks::HttpClient *m_http = nullptr; ///< made in the collector's thread
    QTimer *m_timer = nullptr;
    std::map<core::SourceId, std::unique_ptr<Job>> m_jobs;
    std::map<core::SourceId, core::Instant> m_notBefore; ///< where the other side asked us to wait
    std::unique_ptr<Round> m_round;
};

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::CollectOutcome)
