// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedparser.h"
#include "networks/feedslicer.h"
#include "networks/feedtext.h"
#include "../networks/xmltold.h"

#include <algorithm>
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

/// However odd the XML, the quick reader hands out what the thorough one does, or gives up.
void readBothWays(const QString &xml)
{
    using namespace vigie::networks;
    QuickXmlTokens quick(xml);
    const auto quickly = test::told(quick);
    if (!quickly)
        return;
    ThoroughXmlTokens thorough(xml);
    if (test::told(thorough) != quickly)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    slice(bytes);
    readBothWays(QString::fromUtf8(bytes));
    if (const auto text = networks::feedText(bytes, {}))
        readBothWays(*text);
    const auto feed = networks::parseFeed(bytes, {.url = QUrl(QStringLiteral("https://exemple.org/f")), .contentType = {}});
    if (!feed)
        return 0;
    for (const networks::Post &post : feed->posts) {
        if (post.remoteId.isEmpty() || post.text.size() > networks::Post::kMaxTextLength)
            std::abort();
    }
    return 0;
}
