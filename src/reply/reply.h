// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "core/language.h"
#include "core/result.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace vigie::reply
{

/**
 * Where a reply stands. What may follow what is one table, canBecome():
 *
 *   draft → pending → approved → sending → sent | failed | unknown, and cancelled before anything has left.
 *
 * `unknown` is never sent again by itself, with one exception: when the network was searched for it in vain, and the very
 * same attempt cannot make a second post there. Otherwise a person says what happened.
 */
enum class ReplyState { Draft, Pending, Approved, Sending, Sent, Failed, Unknown, Cancelled };

enum class Visibility { Public, Private };

[[nodiscard]] QString replyStateKey(ReplyState state); ///< as stored: "draft", "pending", …
[[nodiscard]] std::optional<ReplyState> replyStateFromKey(QStringView key);
[[nodiscard]] QString visibilityKey(Visibility visibility); ///< "public", "private"
[[nodiscard]] Visibility visibilityFromKey(QStringView key); ///< anything but "private" is public, the stricter of the two

/// A network's name as people write it, for rooms that know replies but no networks: "Mastodon" for "mastodon".
[[nodiscard]] QString networkTitle(QStringView key);

/// The only transitions there are, for a reply of the real world. A reply of a drill never reaches `sending`; see
/// Outbox::markPlayed.
[[nodiscard]] bool canBecome(ReplyState from, ReplyState to);
/// Its text may still be changed. Changing an approved or waiting text makes it a draft again.
[[nodiscard]] bool isEditable(ReplyState state);

struct Reply {
    core::ReplyId id = {};
    core::DrillRunId drillRunId = {};
    core::IncidentId incidentId = {}; ///< none for an answer outside any crisis
    core::MentionId mentionId = {};   ///< none for a post of one's own
    core::AccountId accountId = {};
    core::MessageVariantId messageVariantId = {}; ///< the pre-approved message it began as
    QString network = {};
    QString recipient = {}; ///< "@handle" as on the network
    Visibility visibility = Visibility::Public;
    core::Language language = core::Language::English;
    QString text = {};
    ReplyState state = ReplyState::Draft;
    QString idempotencyKey = {}; ///< a UUID, made with the draft, never changed
    QString createdBy = {};
    QString editedBy = {}; ///< who wrote the text as it stands: may not approve it
    QString approvedBy = {};
    std::optional<core::Instant> approvedAt = std::nullopt;
    core::Instant createdAt = {};
    core::Instant updatedAt = {};
    std::optional<core::Instant> sentAt = std::nullopt;
    QString remoteUrl = {};
    QString stateReason = {}; ///< a person's words, or one of statereasons.h: why it waits, was refused, is unknown …
    std::optional<core::Instant> queuedAt = std::nullopt; ///< when a person last put it on its way
    QString queuedBy = {};
    std::optional<core::Instant> leaveAt = std::nullopt; ///< it leaves by itself from then on; nothing: it does not
    core::ReplyId partnerId = {}; ///< the other half of an answer in public and in private
    QString remoteId = {};

    bool operator==(const Reply &) const = default;
};

/// Approved, and leaves by itself unless somebody recalls it.
[[nodiscard]] bool isOnItsWay(const Reply &reply);

/// InvalidArgument unless they are a public and a private answer to the same person; Conflict where one is half of another pair.
[[nodiscard]] Result<> canBePair(const Reply &publicHalf, const Reply &privateHalf);

/// Where an answer in public and in private stands as a whole.
enum class PairState {
    NotBegun, ///< neither half is out, nor on its way
    UnderWay,
    HalfDone, ///< the public half is out, and the private one will not follow by itself
    Done,
};
[[nodiscard]] PairState pairState(const Reply &publicHalf, const Reply &privateHalf);
[[nodiscard]] QString pairStateKey(PairState state); ///< "not-begun", "under-way", "half-done", "done"

/// The state reason of a reply that was given in a drill and so went nowhere.
inline constexpr QStringView kPlayedReason = u"played";

/// One try to send. The payload is exactly what was handed out, and never recomputed.
struct ReplyAttempt {
    qint64 id = 0;
    core::ReplyId replyId = {};
    int number = 0; ///< from 1
    QString route = {};
    QString payload = {}; ///< JSON, see FrozenPayload
    core::Instant startedAt = {};
    std::optional<core::Instant> endedAt = std::nullopt;
    QString outcome = {}; ///< "sent", "failed", "unknown"; empty while in flight
    QString detail = {};
    int looks = 0; ///< how often the network was searched for it
    std::optional<core::Instant> lookAt = std::nullopt; ///< the next time; nothing: only a person can say
};

/// The two values of ReplyAttempt::route.
inline constexpr QStringView kAssistedRoute = u"assisted";
inline constexpr QStringView kApiRoute = u"api";

} // namespace vigie::reply
