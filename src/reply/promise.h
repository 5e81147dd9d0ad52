// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"

#include <QString>

#include <optional>

namespace vigie::reply
{

enum class PromiseState { Open, Kept, Broken };
enum class RemedyState { Offered, Accepted, Declined, Delivered };

[[nodiscard]] QString promiseStateKey(PromiseState state);
[[nodiscard]] PromiseState promiseStateFromKey(QStringView key); ///< unknown keys are open: nobody forgets it then
[[nodiscard]] QString remedyStateKey(RemedyState state);
[[nodiscard]] RemedyState remedyStateFromKey(QStringView key);

/// Something somebody was told would happen.
struct Promise {
    core::PromiseId id = {};
    core::IncidentId incidentId = {};
    core::ReplyId replyId = {};
    core::MentionId mentionId = {};
    QString text = {};
    QString promisedBy = {};
    QString promisedTo = {};
    std::optional<core::Instant> dueAt = std::nullopt;
    PromiseState state = PromiseState::Open;
    std::optional<core::Instant> settledAt = std::nullopt;
};

/// A gesture to one person: a refund, a voucher, a replacement.
struct Remedy {
    core::RemedyId id = {};
    core::IncidentId incidentId = {};
    core::MentionId mentionId = {};
    QString kind = {};
    QString detail = {};
    std::optional<qint64> amount = std::nullopt; ///< in cents
    QString currency = {};
    QString offeredBy = {};
    QString approvedBy = {};
    RemedyState state = RemedyState::Offered;
    core::Instant at = {};
};

} // namespace vigie::reply
