// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/blueskyfacets.h"
#include "networks/blueskysession.h"
#include "networks/sender.h"

#include <optional>
#include <variant>

namespace vigie::networks
{

// What Sender::prepare() freezes (OutgoingPost::prepared), and what an answer to it means. No network here.

/// A post under an address of its own, made before it leaves: the same record there is the same post.
struct BlueskyRecordDraft {
    QString uri;
    QJsonObject record;

    [[nodiscard]] QByteArray request() const; ///< of putRecord, creating only
    bool operator==(const BlueskyRecordDraft &) const = default;
};

/// A direct message. It has no address before the service gives one.
struct BlueskyMessageDraft {
    QString conversation;
    QString after; ///< revision of the newest message that was there before; empty: none was
    QJsonObject message;

    [[nodiscard]] QByteArray request() const;
    bool operator==(const BlueskyMessageDraft &) const = default;
};

using BlueskyDraft = std::variant<BlueskyRecordDraft, BlueskyMessageDraft>;
[[nodiscard]] QByteArray toBytes(const BlueskyDraft &draft);
/// Nothing when it is not what toBytes() wrote.
[[nodiscard]] std::optional<BlueskyDraft> draftFromBytes(const QByteArray &bytes);

/// A post, and the version of it that is meant.
struct StrongReference {
    QString uri;
    QString cid;

    [[nodiscard]] QJsonObject toJson() const { return {{QStringLiteral("uri"), uri}, {QStringLiteral("cid"), cid}}; }
};

struct BlueskyReplyTo {
    StrongReference root;
    StrongReference parent;
};

[[nodiscard]] QJsonObject blueskyRecord(const QString &text, const std::vector<Facet> &facets, const QString &language,
                                        core::Instant writtenAt, const std::optional<BlueskyReplyTo> &replyTo);

/// What an attempt that brought no success means. Unknown wherever the post may be there.
[[nodiscard]] SendOutcome failedOutcome(const Result<XrpcReply> &reply, Departure departure, core::Instant now);
/// The same for a message: the service of the messages stands behind the PDS, and has rights of its own.
[[nodiscard]] SendOutcome failedMessageOutcome(const Result<XrpcReply> &reply, Departure departure, core::Instant now);

/// Where an app password may not do messages.
[[nodiscard]] Error noMessageRight();

/// Whether a message of a conversation is the one of this draft.
[[nodiscard]] bool isMessageOf(const BlueskyMessageDraft &draft, const QJsonObject &message, const QString &sender);

} // namespace vigie::networks
