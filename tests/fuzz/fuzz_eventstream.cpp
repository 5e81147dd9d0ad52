// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/eventstream.h"
#include "networks/mastodonstream.h"

#include <cstdint>
#include <cstdlib>

using namespace vigie;

// Whatever the bytes, and wherever they are cut: the same events, none of them larger than allowed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::vector<networks::StreamEvent> whole = networks::EventStreamParser().feed(bytes);
    networks::EventStreamParser parser;
    std::vector<networks::StreamEvent> pieces;
    const qsizetype step = size == 0 ? 1 : 1 + data[0] % 17;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        const std::vector<networks::StreamEvent> more = parser.feed(bytes.mid(at, step));
        pieces.insert(pieces.end(), more.begin(), more.end());
    }
    if (whole != pieces)
        std::abort();
    for (const networks::StreamEvent &event : whole) {
        if (event.name.isEmpty() || event.data.size() > networks::EventStreamParser::kMaxEvent)
            std::abort();
    }
    (void)networks::parseMastodonFrame(bytes);
    return 0;
}
