// SPDX-License-Identifier: GPL-3.0-or-later
#include "playbook/message.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace vigie::playbook
{
namespace
{

constexpr std::pair<ApprovalState, QStringView> kStates[] = {{ApprovalState::Draft, u"draft"},
                                                             {ApprovalState::Pending, u"pending"},
                                                             {ApprovalState::Approved, u"approved"},
                                                             {ApprovalState::Rejected, u"rejected"}};

const MessageVariant *variantOf(const Message &message, core::Language language, QStringView network)
{
    const auto found = std::ranges::find_if(message.variants, [&](const MessageVariant &variant) {
        return variant.language == language && variant.network == network;
    });
    return found == message.variants.end() ? nullptr : &*found;
}

} // namespace

QString toKey(ApprovalState state)
{
    const auto found = std::ranges::find(kStates, state, &std::pair<ApprovalState, QStringView>::first);
    return found->second.toString();
}

std::optional<ApprovalState> approvalStateFromKey(QStringView key)
{
    const auto found = std::ranges::find(kStates, key, &std::pair<ApprovalState, QStringView>::second);
    return found == std::end(kStates) ? std::nullopt : std::optional(found->first);
}

const MessageVariant *Message::variantFor(core::Language language, QStringView network) const
{
    if (const MessageVariant *own = variantOf(*this, language, network))
        return own;
    return variantOf(*this, language, {});
}

MessageText Message::toText() const
{
    MessageText text{.key = key,
                     .phase = phase,
                     .audience = audience,
                     .title = title,
                     .situation = situation,
                     .ownerRole = ownerRole,
                     .approverRole = approverRole,
                     .reviewDueDays = reviewDueDays,
                     .expiresDays = expiresDays};
    for (const MessageVariant &variant : variants)
        text.variants.push_back({.language = variant.language, .network = variant.network, .text = variant.text});
    return text;
}

Usability usability(const MessageVariant &variant, core::Instant now)
{
    if (variant.state != ApprovalState::Approved)
        return Usability::NotApproved;
    return variant.expiresAt && *variant.expiresAt <= now ? Usability::Expired : Usability::Usable;
}

bool isUsable(const MessageVariant &variant, core::Instant now)
{
    return usability(variant, now) == Usability::Usable;
}

bool isReviewDue(const MessageVariant &variant, core::Instant now)
{
    return variant.state == ApprovalState::Approved && variant.reviewAt && *variant.reviewAt <= now;
}

int nextVersion(const Message &message, const MessageVariant &variant)
{
    const auto other = variant.language == core::Language::French ? core::Language::English : core::Language::French;
    const MessageVariant *twin = variantOf(message, other, variant.network);
    return twin && twin->version > variant.version ? twin->version : variant.version + 1;
}

std::optional<core::Language> laggingLanguage(const Message &message, QStringView network)
{
    const MessageVariant *english = variantOf(message, core::Language::English, network);
    const MessageVariant *french = variantOf(message, core::Language::French, network);
    if (!english || !french || english->version == french->version)
        return std::nullopt;
    return english->version < french->version ? core::Language::English : core::Language::French;
}

bool hasDrifted(const Message &message)
{
    return std::ranges::any_of(message.variants, [&message](const MessageVariant &variant) {
        return laggingLanguage(message, variant.network).has_value();
    });
}

} // namespace vigie::playbook
