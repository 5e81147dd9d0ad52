// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QJsonValue>
#include <QString>

#include <optional>

// Members of Mastodon's objects, each read from whatever type a server has put there. For Mastodon's parsers alone.

namespace vigie::networks::mastodonjson
{

/// A text, or a number that has kept all its digits. Empty: there is none.
[[nodiscard]] QString idOf(const QJsonValue &value);
/// Sanitised, one line, at most 2,000 UTF-16 units.
[[nodiscard]] QString lineOf(const QJsonValue &value);
/// http(s) only.
[[nodiscard]] QString urlOf(const QJsonValue &value);
[[nodiscard]] std::optional<core::Instant> timeOf(const QJsonValue &value);

} // namespace vigie::networks::mastodonjson
