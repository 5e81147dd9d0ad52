// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace vigie::monitoring
{

enum class AccountState {
    Manual,    ///< no key: a person reads and sends on the network's own page
    SignedIn,
    SignedOut, ///< the network does not know the key any more
};

[[nodiscard]] QString accountStateKey(AccountState state); ///< "manual", "signed-in", "signed-out"
[[nodiscard]] std::optional<AccountState> accountStateFromKey(QStringView key);

/// One of the desk's own accounts on a network. Its keys are in the keychain, under `secretName`.
struct Account {
    core::AccountId id = {};
    QString network = {};
    QString handle = {}; ///< as the network writes it; unique on its network
    QString displayName = {};
    QString baseUrl = {};
    QString userId = {};
    AccountState state = AccountState::Manual;
    QString stateReason = {}; ///< English, for the log and the command line
    QString secretName = {};  ///< a UUID, made when it signed in; empty where it has no key
    core::Instant createdAt = {};
    bool isActive = true;

    bool operator==(const Account &) const = default;
};

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::Account)
