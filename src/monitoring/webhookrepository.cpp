// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/webhookrepository.h"

#include "store/query.h"

using namespace Qt::StringLiterals;

namespace vigie::monitoring
{
namespace
{

constexpr std::chrono::hours kRemembered{7 * 24};

} // namespace

Result<bool> WebhookRepository::isKnown(const store::Connection &connection, core::SourceId source,
                                        const QString &deliveryId)
{
    const auto count =
        store::readNumber(connection,
                          u"SELECT count(*) FROM webhook_deliveries WHERE source_id = ? AND delivery_id = ?"_s,
                          {source, deliveryId});
    return count ? Result<bool>(*count > 0) : fail(count.error());
}

Result<> WebhookRepository::note(store::Transaction &transaction, core::SourceId source, const QString &deliveryId)
{
    auto done = store::execute(transaction, u"DELETE FROM webhook_deliveries WHERE received_at < ?"_s,
                               {transaction.now() - kRemembered});
    if (done)
        done = store::execute(transaction,
                              u"INSERT OR IGNORE INTO webhook_deliveries (source_id, delivery_id, received_at)"
                              " VALUES (?, ?, ?)"_s,
                              {source, deliveryId, transaction.now()});
    return done ? Result<>() : fail(done.error());
}

} // namespace vigie::monitoring
