// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "networks/blueskysession.h"

#include <functional>

namespace vigie::networks
{

/// Who someone is, and where their account lives.
struct BlueskyIdentity {
    QString did = {};
    QString handle = {}; ///< as the identity itself claims it; may be empty
    QUrl pds = {};       ///< https, or on loopback

    bool operator==(const BlueskyIdentity &) const = default;
};

/// The document of `did`. An error when it is someone else's, or names no server we would talk to. Any bytes.
[[nodiscard]] Result<BlueskyIdentity> parseDidDocument(const QByteArray &json, const QString &did);

/// Where the document of a did:plc or did:web is; empty for other methods.
[[nodiscard]] QUrl didDocumentUrl(const QString &did, const QUrl &plc);

/// From a handle or a DID to its identity: the handle by the AppView, the document by the directory or the domain itself. A
/// handle counts only when the identity claims it too. Ends with one call of `done`, unless `context` is gone.
void resolveBlueskyIdentity(const QString &identifier, const BlueskyServices &services, HttpClient &http,
                            const core::Clock &clock, QObject *context,
                            std::function<void(const Result<BlueskyIdentity> &identity)> done);

} // namespace vigie::networks
