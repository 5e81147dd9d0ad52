// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitoring/account.h"

#include <array>

namespace vigie::monitoring
{
namespace
{

constexpr std::array<QStringView, 3> kStateKeys = {u"manual", u"signed-in", u"signed-out"};

} // namespace

QString accountStateKey(AccountState state)
{
    return kStateKeys.at(std::size_t(state)).toString();
}

std::optional<AccountState> accountStateFromKey(QStringView key)
{
    for (std::size_t i = 0; i < kStateKeys.size(); ++i) {
        if (kStateKeys.at(i) == key)
            return AccountState(i);
    }
    return std::nullopt;
}

} // namespace vigie::monitoring
