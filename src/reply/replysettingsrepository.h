// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/query.h"
#include "store/transaction.h"

namespace vigie::reply
{

inline constexpr QStringView kApprovalSetting = u"reply.approval";                ///< "four-eyes" (default), "none"
inline constexpr QStringView kSuspensionSetting = u"reply.suspension";            ///< JSON, absent when nothing is suspended
inline constexpr QStringView kHoldSetting = u"reply.hold_seconds";                ///< a number; absent: the default
inline constexpr QStringView kAllowedContactsSetting = u"reply.allowed_contacts"; ///< JSON array of texts

/// SQL of the settings that decide whether a reply may leave.
class ReplySettingsRepository
{
public:
    [[nodiscard]] static Result<std::optional<QString>> value(const store::Connection &connection, QStringView key);
    [[nodiscard]] static Result<> setValue(store::Transaction &transaction, QStringView key, const QString &value);
    [[nodiscard]] static Result<> remove(store::Transaction &transaction, QStringView key);
};

} // namespace vigie::reply
