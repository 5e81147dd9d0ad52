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
        // Approved: put on its way at a desk that asks for no approval.
        return to == ReplyState::Pending || to == ReplyState::Approved || to == ReplyState::Sending
               || to == ReplyState::Cancelled;
    case ReplyState::Pending:
        return to == ReplyState::Draft || to == ReplyState::Approved || to == ReplyState::Cancelled;
    case ReplyState::Approved:
        return to == ReplyState::Draft || to == ReplyState::Sending || to == ReplyState::Cancelled;
    case ReplyState::Sending:
        return to == ReplyState::Sent || to == ReplyState::Approved || to == ReplyState::Failed
               || to == ReplyState::Unknown;
    case ReplyState::Unknown:
        return to == ReplyState::Sent || to == ReplyState::Approved || to == ReplyState::Failed
               || to == ReplyState::Sending;
    case ReplyState::Failed:
        return to == ReplyState::Draft || to == ReplyState::Cancelled;
    case ReplyState::Cancelled:
        return to == ReplyState::Draft;
    case ReplyState::Sent:
        return false;
    }
    return false;
}

bool isOnItsWay(const Reply &reply)
{
    return reply.state == ReplyState::Approved && reply.leaveAt.has_value();
}

PairState pairState(const Reply &publicHalf, const Reply &privateHalf)
{
    const auto isUnderWay = [](const Reply &half) { return isOnItsWay(half) || half.state == ReplyState::Sending; };
    if (publicHalf.state == ReplyState::Sent && privateHalf.state == ReplyState::Sent)
        return PairState::Done;
    if (publicHalf.state == ReplyState::Sent)
        return isUnderWay(privateHalf) ? PairState::UnderWay : PairState::HalfDone;
    return isUnderWay(publicHalf) || publicHalf.state == ReplyState::Unknown ? PairState::UnderWay : PairState::NotBegun;
}

QString pairStateKey(PairState state)
{
    switch (state) {
    case PairState::NotBegun: return u"not-begun"_s;
    case PairState::UnderWay: return u"under-way"_s;
    case PairState::HalfDone: return u"half-done"_s;
    case PairState::Done: return u"done"_s;
    }
    Q_UNREACHABLE();
    return {};
}

Result<> canBePair(const Reply &publicHalf, const Reply &privateHalf)
{
    if (publicHalf.id == privateHalf.id || publicHalf.visibility != Visibility::Public
        || privateHalf.visibility != Visibility::Private)
        return fail(ErrorKind::InvalidArgument, u"a pair is one public and one private reply"_s);
    if (publicHalf.network != privateHalf.network || publicHalf.recipient != privateHalf.recipient
        || publicHalf.mentionId != privateHalf.mentionId)
        return fail(ErrorKind::InvalidArgument, u"both halves of a pair answer the same person"_s);
    for (const auto &[half, other] : {std::pair(&publicHalf, &privateHalf), std::pair(&privateHalf, &publicHalf)}) {
        if (half->partnerId.isValid() && half->partnerId != other->id)
            return fail(ErrorKind::Conflict, u"reply %1 is half of another pair"_s.arg(half->id.value));
    }
    return {};
}

bool isEditable(ReplyState state)
{
    return state == ReplyState::Draft || state == ReplyState::Pending || state == ReplyState::Approved;
}

} // namespace vigie::reply
