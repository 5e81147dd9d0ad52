// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/language.h"

#include <QString>
#include <QStringView>

namespace vigie::reply
{

// Why a reply stands where it stands (Reply::stateReason), where no person said it. English, as stored and logged.

inline constexpr QStringView kInterrupted = u"interrupted";
inline constexpr QStringView kSuspendedMeanwhile = u"publication was suspended before it left";
inline constexpr QStringView kWaitedTooLong = u"it has waited for over an hour: somebody confirms that it may still leave";
inline constexpr QStringView kPublicHalfNotSent = u"its public half was not sent";
inline constexpr QStringView kNoSender = u"waiting until the account is signed in";
inline constexpr QStringView kLooking = u"it may have arrived: the network is being searched for it";
inline constexpr QStringView kNotFound = u"the network does not show it: somebody looks and says what happened";
inline constexpr QStringView kCannotLook = u"it may have arrived: somebody looks and says what happened";
inline constexpr QStringView kAnotherReplysPost = u"the network answered with the post of another reply";

/// "waiting: no answer in time"; `detail` as in Error::detail.
[[nodiscard]] QString waitingReason(const QString &detail);

/// Any state reason, in the phrasebook's language; a person's own words as they are.
[[nodiscard]] QString stateReasonText(const QString &reason, const core::Phrasebook &phrases);

} // namespace vigie::reply
