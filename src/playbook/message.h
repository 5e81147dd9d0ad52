// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "playbook/playbook.h"

#include <QMetaType>

namespace vigie::playbook
{

enum class ApprovalState { Draft, Pending, Approved, Rejected };
[[nodiscard]] QString toKey(ApprovalState state); ///< "draft", "pending", "approved", "rejected"
[[nodiscard]] std::optional<ApprovalState> approvalStateFromKey(QStringView key);

/// The text of a message in one language for one network, with its approval.
struct MessageVariant {
    core::MessageVariantId id = {};
    core::MessageId messageId = {};
    core::Language language = core::Language::English;
    QString network = {}; ///< empty for any; "private"; "x", "bluesky", …
    QString text = {};
    int version = 1;
    ApprovalState state = ApprovalState::Draft;
    QString approvedBy = {};
    std::optional<core::Instant> approvedAt = std::nullopt;
    std::optional<core::Instant> expiresAt = std::nullopt;
    std::optional<core::Instant> reviewAt = std::nullopt;
    core::Instant updatedAt = {};
    QString updatedBy = {};
};

struct Message {
    core::MessageId id = {};
    core::PlaybookId playbookId = {};
    QString key = {};
    QString phase = {};
    QString audience = {};
    Text title = {};
    Text situation = {};
    QString ownerRole = {};
    QString approverRole = {};
    int reviewDueDays = 180;
    int expiresDays = 365;
    std::vector<MessageVariant> variants = {}; ///< by language, then network

    /// The network's own text, else the one for any; "private" asks for what is said in private. Null when there is
    /// none.
    [[nodiscard]] const MessageVariant *variantFor(core::Language language, QStringView network) const;
    [[nodiscard]] MessageText toText() const; ///< as the file has it
};

/// What stands against using a text now.
enum class Usability { Usable, NotApproved, Expired };
[[nodiscard]] Usability usability(const MessageVariant &variant, core::Instant now);
[[nodiscard]] bool isUsable(const MessageVariant &variant, core::Instant now);
/// Approved, but it is time that somebody reads it again.
[[nodiscard]] bool isReviewDue(const MessageVariant &variant, core::Instant now);

/// The version an edited text gets. Both languages count together: the one that catches up takes the other's number, so
/// that equal numbers mean that the two say the same.
[[nodiscard]] int nextVersion(const Message &message, const MessageVariant &variant);
/// The language whose text for this network lags behind the other's: the other was changed since. Nothing when they
/// agree.
[[nodiscard]] std::optional<core::Language> laggingLanguage(const Message &message, QStringView network);
[[nodiscard]] bool hasDrifted(const Message &message); ///< for any of its networks

struct Approval {
    core::MessageVariantId variantId = {};
    int version = 1;
    QString actor = {};
    ApprovalState decision = ApprovalState::Approved; ///< Approved or Rejected
    QString note = {};
    core::Instant at = {};
    QByteArray textSha256 = {};
};

} // namespace vigie::playbook

Q_DECLARE_METATYPE(vigie::playbook::Message)
