// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedparser.h"
#include "networks/feedslicer.h"

#include <cstdint>
#include <cstdlib>

namespace
{

/// However a feed arrives, each of its bytes is in one slice or in the rest.
void slice(const QByteArray &bytes)
{
    vigie::networks::FeedSlicer slicer(100);
    qsizetype held = 0;
    const qsizetype piece = 1 + bytes.size() / 3;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        const QByteArray added = bytes.mid(at, piece);
        slicer.add(added);
        held += added.size();
        if (slicer.size() > held)
            std::abort();
        while (slicer.take()) {
        }
    }
    if (slicer.rest().size() != slicer.size())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    slice(bytes);
    const auto feed = networks::parseFeed(bytes, {.url = QUrl(QStringLiteral("https://exemple.org/f")), .contentType = {}});
    if (!feed)
        return 0;
    for (const networks::Post &post : feed->posts) {
        if (post.remoteId.isEmpty() || post.text.size() > networks::Post::kMaxTextLength)
            std::abort();
    }
    return 0;
}
