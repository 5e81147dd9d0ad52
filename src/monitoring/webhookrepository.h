// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"
#include "store/connection.h"
#include "store/transaction.h"

namespace vigie::monitoring
{

/// Which deliveries the webhook of a source has taken. They are forgotten after a week: no sender tries again for longer.
class WebhookRepository
{
public:
    [[nodiscard]] static Result<bool> isKnown(const store::Connection &connection, core::SourceId source,
                                              const QString &deliveryId);
    /// Done, too, where it was noted before.
    [[nodiscard]] static Result<> note(store::Transaction &transaction, core::SourceId source, const QString &deliveryId);
};

} // namespace vigie::monitoring
