// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/post.h"

#include <QByteArray>

#include <optional>

namespace vigie::networks
{

/// One message of a Jetstream, of either version of its wire.
struct JetstreamEvent {
    enum class Kind {
        Post,    ///< written, or changed: `post`
        Deleted, ///< `gone` is its address
        AccountGone, ///< deleted or taken down, with all its posts: `gone` is the address of the whole, "at://did:…"
        Outdated, ///< the place we asked for is forgotten; what follows begins later. No place of its own
        Refused, ///< the server ends the stream: `reason`
        Other,   ///< nothing for us, but a place to go on from
    };
    Kind kind = Kind::Other;
    std::optional<Post> post = std::nullopt;
    QString gone = {};
    QString reason = {}; ///< a word of the protocol: "ConsumerTooSlow"
    qint64 timeUs = 0;   ///< microseconds since 1970 when the stream saw it; 0: it does not say
    qint64 sequence = 0; ///< of the second version; 0: there is none
};

/// Any bytes. An error is a message that cannot be read, and no reason to leave the stream.
[[nodiscard]] Result<JetstreamEvent> parseJetstreamEvent(const QByteArray &message, core::Instant receivedAt);

} // namespace vigie::networks
