// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/post.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace vigie::networks
{

// Answers of Mastodon's API, and of the many servers that speak it, as posts. Pure: any bytes in, a value or an Error out.
// Ids may be numbers of up to 63 bits; a bigger number has lost digits on its way and counts as missing. What has no id is
// left out and counted. See mastodonapi.h for how a post is identified.

struct MastodonContext {
    QString server = {}; ///< that was asked; empty: ids stay as they came
    QString domain = {}; ///< of its accounts, where that is another name; empty: the server's
    core::Instant receivedAt = {}; ///< the time of what carries none
};

struct MastodonStatus {
    Post post = {};
    QString id = {};        ///< on its server
    QString uri = {};       ///< the same on all servers; empty when not known
    QString inReplyToId = {};
    QString inReplyToAccountId = {};
    QString accountId = {}; ///< of its author
    QStringList mentionedAccountIds = {};
    QString visibility = {}; ///< "public", "unlisted", "private", "direct", or what a server made up
    QString content = {};    ///< HTML
    bool isEdited = false;
};

/// One entry of a list that is read page by page.
struct MastodonItem {
    QString id = {};        ///< by which one pages: of a notification, not of its post
    core::Instant at = {};
    std::optional<MastodonStatus> status = std::nullopt; ///< absent: an entry that brings no post of somebody else
};

struct MastodonList {
    std::vector<MastodonItem> items = {}; ///< in the server's order, as a rule the newest first
    int skipped = 0;                      ///< entries that are no objects or have no id
};

[[nodiscard]] Result<MastodonStatus> parseMastodonStatus(const QByteArray &body, const MastodonContext &context);
/// A timeline.
[[nodiscard]] Result<MastodonList> parseMastodonStatuses(const QByteArray &body, const MastodonContext &context);
[[nodiscard]] Result<MastodonItem> parseMastodonNotification(const QByteArray &body, const MastodonContext &context);
/// Plain (API version 1) or grouped (version 2). Only mentions and quotes bring a post.
[[nodiscard]] Result<MastodonList> parseMastodonNotifications(const QByteArray &body, const MastodonContext &context);
/// What stands above and below a status. Each gets the thread's root, where there is something above.
[[nodiscard]] Result<MastodonList> parseMastodonThread(const QByteArray &body, const MastodonContext &context);
[[nodiscard]] Result<MastodonList> parseMastodonSearch(const QByteArray &body, const MastodonContext &context);

/// The posts of whichever of these documents it is, and of conversations.
[[nodiscard]] Result<MastodonList> parseMastodonAnswer(const QByteArray &body, const MastodonContext &context);

} // namespace vigie::networks
