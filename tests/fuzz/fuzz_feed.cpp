// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedparser.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto feed = networks::parseFeed(bytes, {.url = QUrl(QStringLiteral("https://exemple.org/f")), .contentType = {}});
    if (!feed)
        return 0;
    for (const networks::Post &post : feed->posts) {
        if (post.remoteId.isEmpty() || post.text.size() > networks::Post::kMaxTextLength)
            std::abort();
    }
    return 0;
}
