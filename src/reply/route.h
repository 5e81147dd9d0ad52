// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>
#include <QString>

namespace vigie::networks
{
struct OutgoingPost;
}

namespace vigie::reply
{

/// Exactly what leaves, as it was committed before anything left. Never recomputed for a second try.
struct FrozenPayload {
    core::ReplyId replyId = {};
    int attempt = 0;
    QString idempotencyKey = {};
    QString network = {};
    QString recipient = {};
    QString visibility = {};
    QString text = {};
    QString url = {}; ///< the page to open; empty where none is known
    // For what the program sends by itself:
    core::AccountId account = {};
    QString language = {};
    QString parentId = {};
    QString rootId = {};
    core::Instant at = {};
    QByteArray prepared = {}; ///< of networks::Sender::prepare()

    [[nodiscard]] networks::OutgoingPost toPost() const;
    /// The same words to the same person from the same account: all that an edit could have changed since.
    [[nodiscard]] bool saysTheSameAs(const FrozenPayload &other) const;
    [[nodiscard]] QString toJson() const;
    [[nodiscard]] static Result<FrozenPayload> fromJson(const QString &json);
};

/// What a person needs to send by hand.
struct Handover {
    core::ReplyId replyId = {};
    int attempt = 0;
    QString text = {}; ///< to copy
    QString url = {};  ///< to open: http or https, or empty
};

/**
 * A way by which a reply leaves. start() is called with a payload that is already on disk, never before.
 */
class Route
{
public:
    virtual ~Route() = default;
    [[nodiscard]] virtual QString name() const = 0; ///< as stored with each attempt
    [[nodiscard]] virtual Result<Handover> start(const FrozenPayload &payload) = 0;
};

/// A person copies the text, sends it on the network's own page and says what happened. Works for every network.
class AssistedRoute final : public Route
{
public:
    [[nodiscard]] QString name() const override;
    [[nodiscard]] Result<Handover> start(const FrozenPayload &payload) override;
};

} // namespace vigie::reply
