// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/reply.h"

#include "networks/capabilities.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace vigie::reply
{
namespace
{
constexpr std::array<std::pair<ReplyState, QStringView>, 8> kStateKeys = {{
    {ReplyState::Draft, u"draft"},
    {ReplyState::Pending, u"pending"},
    {ReplyState::Approved, u"approved"},
    {ReplyState::Sending, u"sending"},
    {ReplyState::Sent, u"sent"},
    {ReplyState::Failed, u"failed"},
    {ReplyState::Unknown, u"unknown"},
    {ReplyState::Cancelled, u"cancelled"},
}};
} // namespace

QString replyStateKey(ReplyState state)
{
    for (const auto &[known, key] : kStateKeys) {
        if (known == state)
            return key.toString();
    }
    Q_UNREACHABLE();
    return {};
}

std::optional<ReplyState> replyStateFromKey(QStringView key)
{
    for (const auto &[state, known] : kStateKeys) {
        if (known == key)
            return state;
    }
    return std::nullopt;
}

QString visibilityKey(Visibility visibility)
{
    return visibility == Visibility::Private ? u"private"_s : u"public"_s;
}

Visibility visibilityFromKey(QStringView key)
{
    return key == u"private" ? Visibility::Private : Visibility::Public;
}

QString networkTitle(QStringView key)
{
    return networks::networkName(key);
}

bool canBecome(ReplyState from, ReplyState to)
{
    switch (from) {
    case ReplyState::Draft:
        return to == ReplyState::Pending || to == ReplyState::Sending || to == ReplyState::Cancelled;
    case ReplyState::Pending:
        return to == ReplyState::Draft || to == ReplyState::Approved || to == ReplyState::Cancelled;
    case ReplyState::Approved:
        return to == ReplyState::Draft || to == ReplyState::Sending || to == ReplyState::Cancelled;
    case ReplyState::Sending:
        return to == ReplyState::Sent || to == ReplyState::Approved || to == ReplyState::Failed
               || to == ReplyState::Unknown;
    case ReplyState::Unknown:
        return to == ReplyState::Sent || to == ReplyState::Approved || to == ReplyState::Failed;
    case ReplyState::Failed:
        return to == ReplyState::Draft || to == ReplyState::Cancelled;
    case ReplyState::Cancelled:
        return to == ReplyState::Draft;
    case ReplyState::Sent:
        return false;
    }
    return false;
}

bool isEditable(ReplyState state)
{
    return state == ReplyState::Draft || state == ReplyState::Pending || state == ReplyState::Approved;
}

} // namespace vigie::reply
