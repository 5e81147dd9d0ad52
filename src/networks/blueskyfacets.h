// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QString>

#include <vector>

namespace vigie::networks
{

/// What a stretch of a Bluesky text is. The stretch counts bytes of UTF-8, its end exclusive.
struct Facet {
    enum class Kind { Link, Mention, Tag };
    Kind kind = Kind::Link;
    qsizetype byteStart = 0;
    qsizetype byteEnd = 0;
    QString value; ///< the address; the DID (of a text not yet looked up: the handle); the tag without "#"

    bool operator==(const Facet &) const = default;
};

/// What a reader would take for a link, a mention or a hashtag, in order, never overlapping. Mentions hold the handle.
[[nodiscard]] std::vector<Facet> facetsOf(const QString &text);

/// As a record holds them. A mention without a DID is left out: the text shows it all the same.
[[nodiscard]] QJsonArray facetsToJson(const std::vector<Facet> &facets);

/// The facets of someone's record: in order, within the text, at borders of characters; what overlaps or has an unknown
/// kind is dropped. Any JSON.
[[nodiscard]] std::vector<Facet> facetsFromJson(const QString &text, const QJsonArray &facets);

} // namespace vigie::networks
