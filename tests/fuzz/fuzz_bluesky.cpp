// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/blueskyfacets.h"
#include "networks/blueskyids.h"
#include "networks/blueskyjetstream.h"
#include "networks/blueskyparser.h"

#include <QJsonDocument>

#include <cstdint>
#include <cstdlib>

namespace
{

using namespace vigie;

void check(const networks::Post &post)
{
    const auto uri = networks::AtUri::fromString(post.remoteId);
    if (!uri || !uri->isPost() || uri->toString() != post.remoteId || post.url.isEmpty()
        || post.text.size() > networks::Post::kMaxTextLength)
        std::abort();
}

/// In order, never overlapping, and each a piece of whole characters.
void check(const QString &text, const std::vector<networks::Facet> &facets)
{
    const QByteArray utf8 = text.toUtf8();
    qsizetype free = 0;
    for (const networks::Facet &facet : facets) {
        if (facet.byteStart < free || facet.byteEnd <= facet.byteStart || facet.byteEnd > utf8.size()
            || facet.value.isEmpty() || (uchar(utf8[facet.byteStart]) & 0xc0) == 0x80
            || (facet.byteEnd < utf8.size() && (uchar(utf8[facet.byteEnd]) & 0xc0) == 0x80))
            std::abort();
        free = facet.byteEnd;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const core::Instant now = core::instantFromMillis(1769847125000);
    if (const auto page = networks::parseBlueskyPage(bytes, now)) {
        for (const networks::Post &post : page->posts)
            check(post);
    }
    if (const auto event = networks::parseJetstreamEvent(bytes, now)) {
        if (event->post)
            check(*event->post);
        if ((event->kind == networks::JetstreamEvent::Kind::Post) != event->post.has_value())
            std::abort();
    }
    const QString text = QString::fromUtf8(bytes);
    check(text, networks::facetsOf(text));
    check(text, networks::facetsFromJson(text, QJsonDocument::fromJson(bytes).array()));
    if (const auto uri = networks::AtUri::fromString(text); uri && uri->toString() != text)
        std::abort();
    return 0;
}
