// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/feedparser.h"
#include "networks/feedslicer.h"
#include "networks/feedtext.h"
#include "networks/xmltokens.h"

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
    using vigie::networks::XmlTokens;
    const auto nextOf = [](XmlTokens &tokens) {
        XmlTokens::Kind kind = tokens.next();
        while (kind == XmlTokens::Kind::Other || (kind == XmlTokens::Kind::Text && tokens.text().isEmpty()))
            kind = tokens.next();
        return kind;
    };
    vigie::networks::QuickXmlTokens rehearsal(xml);
    XmlTokens::Kind last = nextOf(rehearsal);
    while (last != XmlTokens::Kind::Over && last != XmlTokens::Kind::Failed)
        last = nextOf(rehearsal);
    if (last == XmlTokens::Kind::Failed)
        return;
    vigie::networks::QuickXmlTokens quick(xml);
    vigie::networks::ThoroughXmlTokens thorough(xml);
    for (XmlTokens::Kind kind = nextOf(quick); kind != XmlTokens::Kind::Over; kind = nextOf(quick)) {
        if (nextOf(thorough) != kind)
            std::abort();
        const bool isText = kind == XmlTokens::Kind::Text;
        if (isText ? quick.text() != thorough.text() : quick.name() != thorough.name() || quick.namespaceUri() != thorough.namespaceUri())
            std::abort();
        const auto isAlike = [](const XmlTokens::Attribute &one, const XmlTokens::Attribute &other) {
            return one.qualifiedName == other.qualifiedName && one.value == other.value;
        };
        if (kind == XmlTokens::Kind::Start
            && !std::equal(quick.attributes().begin(), quick.attributes().end(), thorough.attributes().begin(),
                           thorough.attributes().end(), isAlike))
            std::abort();
    }
    if (nextOf(thorough) != XmlTokens::Kind::Over)
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
