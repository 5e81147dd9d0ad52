// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QUrl>

namespace vigie::networks
{

// What a server says of itself and of us. Pure: any bytes in, a value or an Error out.

struct MastodonAccount {
    QString id = {};
    QString acct = {}; ///< "name", or "name@server" for one of another server
};

[[nodiscard]] Result<MastodonAccount> parseMastodonAccount(const QByteArray &body);

struct MastodonInstance {
    QString domain = {};   ///< of its accounts; empty when not said
    QString version = {};  ///< as claimed: others than Mastodon claim things too
    int maxCharacters = 0; ///< 0: not said
    int charactersPerUrl = 0; ///< that a link counts for; 0: not said
    QUrl streaming = {};   ///< ws(s) or http(s), without a path; empty: not said
};

/// Of /api/v2/instance or /api/v1/instance.
[[nodiscard]] Result<MastodonInstance> parseMastodonInstance(const QByteArray &body);

/// Of /nodeinfo/2.0 and its like: "mastodon", "glitchcafe", "pleroma", …; lower case.
[[nodiscard]] Result<QString> parseNodeInfoSoftware(const QByteArray &body);
/// Of /.well-known/nodeinfo: where the document of the newest version is.
[[nodiscard]] Result<QUrl> parseNodeInfoLinks(const QByteArray &body);

/**
 * What a sign-in remembers of its server, as Credentials::options.
 *
 * `honoursKey`: a second request with one Idempotency-Key is answered with the first one's post. Others than Mastodon take
 * the header and post twice, whatever version they claim in their instance document; nodeinfo has no reason to pretend.
 */
struct MastodonOptions {
    QString domain = {};
    QString software = {};
    int maxCharacters = 0;
    int charactersPerUrl = 0;
    QUrl streaming = {};
    bool honoursKey = false;

    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static MastodonOptions fromJson(const QJsonObject &options);

    bool operator==(const MastodonOptions &) const = default;
};

} // namespace vigie::networks
