// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QString>

#include <optional>

// The members of a Post out of the JSON of a service. None of them trusts what it gets: a wrong type counts as absent.

namespace vigie::networks::json
{

/// The error names the place in the bytes, never what stands there.
[[nodiscard]] Result<QJsonObject> objectFrom(const QByteArray &body);

/// An opaque id: text, or a whole number of up to 64 bits, exactly. Empty for everything else.
[[nodiscard]] QString id(const QJsonValue &value);
/// One line: a name, a handle.
[[nodiscard]] QString line(const QJsonValue &value);
[[nodiscard]] QString text(const QJsonValue &value);
[[nodiscard]] QString textOfHtml(const QJsonValue &value);
/// Only what we would open; empty otherwise.
[[nodiscard]] QString url(const QJsonValue &value);
/// BCP 47; empty for "und" and its like.
[[nodiscard]] QString language(const QJsonValue &value);
/// Never negative.
[[nodiscard]] int count(const QJsonValue &value);
/// -1 when it is not known.
[[nodiscard]] qint64 followers(const QJsonValue &value);
/// RFC 3339 (with or without a colon in its offset), or seconds since 1970. Nothing outside the years that we keep.
[[nodiscard]] std::optional<core::Instant> time(const QJsonValue &value);

} // namespace vigie::networks::json
