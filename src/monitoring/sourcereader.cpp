// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/sourcereader.h"

#include "networks/connector.h"
#include "store/async.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{

SourceReader::SourceReader(Source source, networks::Connector *connector, Intake &intake, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_connector(connector), m_intake(intake)
{
    m_connector->setParent(this);
    connect(m_connector, &networks::Connector::fetched, this, &SourceReader::fetched);
    connect(m_connector, &networks::Connector::streamOpened, this, &SourceReader::read);
    connect(m_connector, &networks::Connector::streamed, this, &SourceReader::streamed);
    connect(m_connector, &networks::Connector::streamEnded, this, [this](const Error &reason) {
        m_isFollowing = false;
        emit streamEnded(reason);
    });
}

SourceReader::~SourceReader() = default;

bool SourceReader::canFollow() const
{
    return m_connector->canStream();
}

void SourceReader::read()
{
    if (std::exchange(m_isReading, true))
        return;
    m_outcome = {.source = m_source.id, .name = m_source.name};
    m_latest = m_source.cursor;
    ask();
}

void SourceReader::ask()
{
    m_isAsking = true;
    m_hasMore = false;
    m_connector->fetch(m_latest);
}

void SourceReader::follow()
{
    if (std::exchange(m_isFollowing, true))
        return;
    m_connector->stream(m_source.cursor);
}

void SourceReader::cancel()
{
    m_connector->cancel();
}

QFuture<Result<IntakeReport>> SourceReader::accept(const networks::Page &page, const std::optional<networks::Cursor> &follows)
{
    return m_intake.accept({.posts = page.posts,
                            .sourceId = m_source.id,
                            .cursor = page.next,
                            .follows = follows,
                            .network = m_source.network,
                            .deleted = page.deleted,
                            .gaps = page.gaps,
                            .onlyMatching = m_source.kind == SourceKind::Firehose,
                            .origin = Origin::Live,
                            .actor = u"collector"_s});
}

void SourceReader::fetched(const Result<networks::Page> &page)
{
    m_isAsking = false;
    if (!page) {
        if (!m_outcome.error)
            m_outcome.error = page.error();
        return goOn();
    }
    if (m_outcome.error)
        return goOn(); // what came before was not stored: this comes again
    // A connector that promises more but stays where it is would be asked for ever.
    m_hasMore = page->hasMore && page->next && *page->next != m_latest;
    const auto follows = m_inFlight > 0 ? std::optional(m_latest) : std::nullopt;
    if (page->next)
        m_latest = *page->next;
    ++m_inFlight;
    store::whenDone(accept(*page, follows), this,
                    [this, next = page->next](const Result<IntakeReport> &report) { stored(next, report); });
    goOn();
}

void SourceReader::stored(const std::optional<networks::Cursor> &next, const Result<IntakeReport> &report)
{
    --m_inFlight;
    if (!report) {
        if (!m_outcome.error)
            m_outcome.error = report.error();
        if (!m_isAsking)
            m_connector->cancel(); // of what is waiting, nothing can follow
        return goOn();
    }
    m_outcome.report += *report;
    m_outcome.report.mentions.clear(); // of no use here, and there may be many
    if (next)
        m_source.cursor = *next;
    goOn();
}

void SourceReader::goOn()
{
    constexpr int kInFlight = 2;
    if (m_isAsking)
        return;
    // A stream stores cursors of its own in between.
    const int inFlight = canFollow() ? 1 : kInFlight;
    if (m_hasMore && !m_outcome.error) {
        if (m_inFlight < inFlight)
            ask();
        return;
    }
    if (m_inFlight > 0)
        return;
    m_isReading = false;
    emit finished(m_outcome);
}

void SourceReader::streamed(const networks::Page &page)
{
    store::whenDone(accept(page), this, [this, next = page.next](const Result<IntakeReport> &report) {
        CollectOutcome outcome{.source = m_source.id, .name = m_source.name};
        if (report) {
            outcome.report = *report;
            if (next)
                m_source.cursor = *next;
        } else {
            outcome.error = report.error();
        }
        emit arrived(outcome);
    });
}

} // namespace vigie::monitoring
