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
    m_connector->fetch(m_source.cursor);
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

QFuture<Result<IntakeReport>> SourceReader::accept(const networks::Page &page)
{
    return m_intake.accept({.posts = page.posts,
                            .sourceId = m_source.id,
                            .cursor = page.next,
                            .network = m_source.network,
                            .deleted = page.deleted,
                            .gaps = page.gaps,
                            .onlyMatching = m_source.kind == SourceKind::Firehose,
                            .origin = Origin::Live,
                            .actor = u"collector"_s});
}

void SourceReader::fetched(const Result<networks::Page> &page)
{
    if (!page)
        return finish(page.error());
    store::whenDone(accept(*page), this,
                    [this, page = *page](const Result<IntakeReport> &report) { stored(page, report); });
}

void SourceReader::stored(const networks::Page &page, const Result<IntakeReport> &report)
{
    if (!report)
        return finish(report.error());
    m_outcome.report += *report;
    m_outcome.report.mentions.clear(); // of no use here, and there may be many
    const bool hasMoved = page.next && *page.next != m_source.cursor;
    if (page.next)
        m_source.cursor = *page.next;
    // A connector that promises more but stays where it is would be asked for ever.
    if (page.hasMore && hasMoved)
        m_connector->fetch(m_source.cursor);
    else
        finish();
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

void SourceReader::finish(std::optional<Error> error)
{
    m_isReading = false;
    m_outcome.error = std::move(error);
    emit finished(m_outcome);
}

} // namespace vigie::monitoring
