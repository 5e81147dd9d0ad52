// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QString>
#include <QStringView>

#include <optional>

namespace vigie::networks
{

// The names of the AT Protocol, checked by its own rules. All take any text.

/// "did:plc:…", "did:web:…", or of a method we do not know.
[[nodiscard]] bool isDid(QStringView text);
/// "name.bsky.social", without "@".
[[nodiscard]] bool isHandle(QStringView text);
/// "app.bsky.feed.post"
[[nodiscard]] bool isNsid(QStringView text);
[[nodiscard]] bool isRecordKey(QStringView text);
[[nodiscard]] bool isTid(QStringView text);

inline constexpr QStringView kBlueskyPost = u"app.bsky.feed.post";

/// "at://AUTHORITY", "at://AUTHORITY/COLLECTION" or "at://AUTHORITY/COLLECTION/RKEY".
struct AtUri {
    QString authority;  ///< a DID or a handle
    QString collection; ///< may be empty
    QString recordKey;  ///< may be empty

    /// Nothing when it is none.
    [[nodiscard]] static std::optional<AtUri> fromString(QStringView text);
    /// Of a post, and by DID: the only form that stays the same for ever.
    [[nodiscard]] bool isPost() const;
    [[nodiscard]] QString toString() const;
};

/// The page of a post for people. By DID, because a handle may be someone else's tomorrow. Empty when `uri` is no post.
[[nodiscard]] QString blueskyPostUrl(const QString &uri);
[[nodiscard]] QString blueskyProfileUrl(const QString &did);

/**
 * Makes record keys out of the time: 13 characters that sort as they were made, never the same twice, whatever the clock does.
 * `clockId` (10 bits) tells programs apart that write to one account at once.
 */
class TidMaker
{
public:
    explicit TidMaker(quint16 clockId) : m_clockId(clockId & 0x3ff) {}
    [[nodiscard]] QString make(core::Instant now);

private:
    quint16 m_clockId;
    qint64 m_last = 0; ///< microseconds
};

} // namespace vigie::networks
