// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/csvreader.h"

#include <QBuffer>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    // Half of the inputs are rows below good headers, the others bring their own.
    QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (size > 0 && data[0] % 2 == 0)
        bytes.prepend("id,url,text,date,author,likes\n");
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    const auto preview = networks::previewCsv(buffer);
    const auto report = networks::readCsv(buffer, {}, [](std::vector<networks::Post> &&posts) -> Result<> {
        for (const networks::Post &post : posts) {
            if (post.remoteId.isEmpty() || post.text.isEmpty() || post.network.isEmpty())
                std::abort();
        }
        return {};
    });
    if (report && (!preview || report->read != report->accepted + report->rejected))
        std::abort();
    return 0;
}
