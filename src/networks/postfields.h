// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/post.h"

#include <QString>

#include <optional>
#include <string_view>

namespace vigie::networks
{

// The members of a Post out of the bytes of a source, each with what Post asks of it. All of them take valid or invalid
// UTF-8; all are fast, because a file brings hundreds of thousands of posts a second.

inline constexpr qsizetype kMaxUrlSize = 8192;

/// Sanitised, trimmed, cut to Post::kMaxTextLength.
[[nodiscard]] QString postTextFromUtf8(std::string_view utf8);
/// Sanitised, without line breaks, trimmed: ids, handles and names.
[[nodiscard]] QString identifierFromUtf8(std::string_view utf8);
/// The address when it is one that we would open, otherwise empty.
[[nodiscard]] QString openableUrlFromUtf8(std::string_view utf8);
/// "fr", "pt-BR", "zh-Hans"; empty when it does not look like a BCP 47 tag.
[[nodiscard]] QString languageTagFromUtf8(std::string_view utf8);
/// Lower case; nothing when it is empty, over 40 long, or has other characters than a-z 0-9 . _ -
[[nodiscard]] std::optional<QString> networkKeyFrom(std::string_view utf8);

/// Appends a JSON string with its quotes.
void appendJsonString(QByteArray &json, QStringView text);

} // namespace vigie::networks
