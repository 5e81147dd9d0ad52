// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace vigie::monitoring
{

enum class SourceKind {
    Feed,     ///< an address that is read
    File,     ///< imports
    Manual,
    Drill,
    Mentions, ///< of an account, and replies to it
    Search,   ///< `query`, in the network's own words
    Hashtag,  ///< `query`, without "#"
    Firehose, ///< a stream of everything at `url`; matched here
    Webhook,  ///< posts that others bring
    Folder,   ///< files that appear in `url`, a folder
};
enum class SourceState {
    New,     ///< never read
    Live,    ///< the last attempt succeeded
    Late,    ///< the last attempt failed, but not for long
    Limited, ///< the other side asks us to wait
    Failed,  ///< has failed for long, or for good
    Paused,  ///< a person has stopped it
    SignedOut, ///< its account must sign in again
};

[[nodiscard]] QString sourceKindKey(SourceKind kind); ///< "feed", "file", "manual", "drill", "mentions", "search", …
[[nodiscard]] std::optional<SourceKind> sourceKindFromKey(QStringView key);
[[nodiscard]] QString sourceStateKey(SourceState state); ///< "new", "live", "late", "limited", "failed", "paused", "signed-out"
[[nodiscard]] std::optional<SourceState> sourceStateFromKey(QStringView key);

/// Whether Vigie reads it, at its interval or from its stream; the others are told of once, or by people.
[[nodiscard]] constexpr bool isReadByItself(SourceKind kind)
{
    return kind != SourceKind::File && kind != SourceKind::Manual && kind != SourceKind::Drill;
}

/// A place that posts are read from, and how it fares.
struct Source {
    core::SourceId id = {};
    QString name = {}; ///< unique
    SourceKind kind = SourceKind::Feed;
    QString network = QStringLiteral("rss");
    QString url = {};                ///< of the feed or the stream; the server, for what needs no account; the folder
    QString query = {};
    core::AccountId accountId = {};  ///< that it reads with; none where it needs none
    std::chrono::seconds interval = std::chrono::minutes(5);
    QByteArray cursor = {}; ///< opaque, see networks::Cursor
    SourceState state = SourceState::New;
    QString stateReason = {}; ///< English, for the log and the command line
    std::optional<core::Instant> lastAttemptAt = std::nullopt;
    std::optional<core::Instant> lastSuccessAt = std::nullopt;
    core::Instant createdAt = {};
    bool isEnabled = true;

    bool operator==(const Source &) const = default;
};

} // namespace vigie::monitoring

Q_DECLARE_METATYPE(vigie::monitoring::Source)
