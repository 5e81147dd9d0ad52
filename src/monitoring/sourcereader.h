// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitoring/intake.h"
#include "monitoring/source.h"
#include "networks/page.h"

#include <QObject>

namespace vigie::networks
{
class Connector;
}

namespace vigie::monitoring
{

/// What one source brought in one reading.
struct CollectOutcome {
    core::SourceId source = {};
    QString name = {};
    IntakeReport report = {};
    std::optional<Error> error = std::nullopt;
};

/**
 * Reads one source: asks, hands the pages to the intake one after another, goes on while more is waiting, and follows the
 * stream where there is one. A cursor counts only once it is stored; of a source without a stream the next page is read and
 * judged while the one before it is being stored. Lives in the collector's thread.
 */
class SourceReader final : public QObject
{
    Q_OBJECT
public:
    /// Takes `connector` as its child. `intake` must outlive it.
    SourceReader(Source source, networks::Connector *connector, Intake &intake, QObject *parent);
    ~SourceReader() override;

    [[nodiscard]] const Source &source() const { return m_source; }
    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    [[nodiscard]] bool canFollow() const;

    /// Ends with one finished(), never from within. A call while one runs is ignored.
    void read();
    /// Opens the stream, and reads each time that it opens: a stream does not tell what came before.
    void follow();
    void cancel();

signals:
    void finished(const vigie::monitoring::CollectOutcome &outcome);
    /// What the stream brought is stored, or could not be.
    void arrived(const vigie::monitoring::CollectOutcome &outcome);
    void streamEnded(const vigie::Error &reason);

private:
    void fetched(const Result<networks::Page> &page);
    void stored(const std::optional<networks::Cursor> &next, const Result<IntakeReport> &report);
    void streamed(const networks::Page &page);
    [[nodiscard]] QFuture<Result<IntakeReport>> accept(const networks::Page &page,
                                                       const std::optional<networks::Cursor> &follows = std::nullopt);
    void ask();
    /// Finishes, or asks for more, once what is on its way allows it.
    void goOn();

    Source m_source; ///< its cursor is the last that was stored
    networks::Connector *m_connector;
    Intake &m_intake;
    CollectOutcome m_outcome;
    networks::Cursor m_latest; ///< of the last page that was handed in
    int m_inFlight = 0;        ///< pages that are being stored
    bool m_isAsking = false;   ///< the connector owes a page
    bool m_hasMore = false;
    bool m_isReading = false;
    bool m_isFollowing = false;
};

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::CollectOutcome)
