// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/httpclient.h"
#include "networks/mastodonparser.h"
#include "networks/sender.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace vigie::networks
{

// What leaves for a Mastodon server, and what its answers mean. Pure.

/// The body of POST /api/v1/statuses, as JSON: it is written down when the reply is prepared and leaves byte by byte as it is.
struct MastodonDraft {
    QString status = {};
    QString inReplyToId = {}; ///< on the server that is sent to; empty for none
    QString visibility = {};
    QString language = {};

    [[nodiscard]] QByteArray toJson() const;
    /// Nothing when it is not what toJson() wrote.
    [[nodiscard]] static std::optional<MastodonDraft> fromJson(const QByteArray &json);

    bool operator==(const MastodonDraft &) const = default;
};

/// Mastodon notifies only those who are named. `recipient` is "@name@server"; `ownServers` are names of the server that is
/// sent to, on which "@name" is enough. The text as it stands when it names them already.
[[nodiscard]] QString withMention(const QString &text, const QString &recipient, const QStringList &ownServers);

/// Of two visibilities the one that fewer people see; what is unknown counts as the narrower.
[[nodiscard]] QString narrowerVisibility(const QString &one, const QString &other);

/// How the attempt to post `draft` ended.
[[nodiscard]] SendOutcome mastodonOutcome(const Result<HttpResponse> &result, Departure departure, const MastodonDraft &draft,
                                          const MastodonContext &context);

/// Whether a post of ours is the draft: below the same post, with the same words, and not before `earliest`. Servers rewrite
/// mentions, links and markup, so letters and digits are compared and nothing else.
[[nodiscard]] bool isTheDraft(const MastodonStatus &status, const MastodonDraft &draft, core::Instant earliest);

/// A post that is there, with what the server changed of it.
[[nodiscard]] SentPost sentPostOf(const MastodonStatus &status, const MastodonDraft &draft);

} // namespace vigie::networks
