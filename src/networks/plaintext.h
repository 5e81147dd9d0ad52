// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "networks/post.h"

#include <QByteArrayView>
#include <QString>
#include <QStringView>

namespace vigie::networks
{

/**
 * What a reader would see of a piece of HTML, as plain text: block elements and <br> become line breaks, <p> a blank
 * line, a list item "- ". Scripts, styles and Mastodon's `invisible` spans go; an `ellipsis` span gets its "…".
 *
 * Any bytes are accepted. Invalid UTF-8 becomes U+FFFD, markup nested too deeply loses its tags but not its text, and
 * input beyond kMaxHtmlSize is cut. The result is core::sanitized(), trimmed, and at most Post::kMaxTextLength long.
 */
[[nodiscard]] QString plainTextFromHtml(QByteArrayView utf8);
[[nodiscard]] QString plainTextFromHtml(QStringView html);

/// Text that is not HTML, as a Post may hold it: sanitised, trimmed and cut to Post::kMaxTextLength at a whole character.
[[nodiscard]] QString cleanPostText(QStringView text);

inline constexpr qsizetype kMaxHtmlSize = 1'000'000; ///< bytes of UTF-8

} // namespace vigie::networks
