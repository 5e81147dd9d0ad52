// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/webhooklistener.h"

#include "monitoring/sourcerepository.h"
#include "monitoring/webhookrepository.h"
#include "store/async.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

Q_LOGGING_CATEGORY(logWebhook, "vigie.webhook")

} // namespace

WebhookListener::WebhookListener(store::Database &database, Intake &intake, core::SourceId source,
                                 networks::WebhookSettings settings, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_intake(intake)
    , m_source(source)
    , m_server(std::move(settings), intake.clock(),
               [this](const QByteArray &id, networks::DeliveredPosts posts,
                      const networks::WebhookServer::Settle &settle) { take(id, std::move(posts), settle); })
{
}

Result<quint16> WebhookListener::listen()
{
    const auto port = m_server.listen();
    const auto noted = m_database.submit(u"collector"_s, [source = m_source, port](store::Transaction &transaction) {
        return port ? SourceRepository::noteSuccess(transaction, source)
                    : SourceRepository::noteFailure(transaction, source, SourceState::Failed, port.error().detail);
    });
    store::whenDone(noted, this, [](const Result<> &done) {
        if (!done)
            qCWarning(logWebhook) << "the state of a webhook could not be noted:" << done.error().detail;
    });
    return port;
}

void WebhookListener::take(const QByteArray &deliveryId, networks::DeliveredPosts posts,
                           const networks::WebhookServer::Settle &settle)
{
    const auto reader = m_database.reader();
    const auto known = reader ? WebhookRepository::isKnown(**reader, m_source, QString::fromLatin1(deliveryId))
                              : fail(reader.error());
    if (!known)
        return settle(tl::unexpected(known.error()));
    if (*known)
        return settle(0);
    const auto accepted = m_intake.accept({.posts = std::move(posts.posts),
                                           .sourceId = m_source,
                                           .origin = Origin::Live,
                                           .actor = u"collector"_s});
    store::whenDone(accepted, this, [this, deliveryId, settle](const Result<IntakeReport> &report) {
        if (!report)
            return settle(tl::unexpected(report.error()));
        note(deliveryId, *report, settle);
    });
}

void WebhookListener::note(const QByteArray &deliveryId, const IntakeReport &report,
                           const networks::WebhookServer::Settle &settle)
{
    const auto noted = m_database.submit(
        u"collector"_s, [source = m_source, id = QString::fromLatin1(deliveryId)](store::Transaction &transaction) {
            return WebhookRepository::note(transaction, source, id);
        });
    store::whenDone(noted, this, [this, report, settle](const Result<> &done) {
        if (!done)
            return settle(tl::unexpected(done.error()));
        settle(report.stored + report.edited);
        emit delivered(report);
    });
}

} // namespace vigie::monitoring
