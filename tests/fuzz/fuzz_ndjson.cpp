// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/ndjsonreader.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto report = networks::readNdjson(buffer, [](std::vector<networks::Post> &&posts) -> Result<> {
        for (const networks::Post &post : posts) {
            // What was accepted can be written, and reads back as the same post.
            const Result<networks::Post> again = networks::postFromJson(networks::toNdjson(post));
            if (!again || again->remoteId != post.remoteId || again->text != post.text
                || again->postedAt != post.postedAt)
                std::abort();
        }
        return {};
    });
    if (!report || report->read != report->accepted + report->rejected)
        std::abort();
    return 0;
}
