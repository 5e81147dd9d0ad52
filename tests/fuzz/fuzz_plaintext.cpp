// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/plaintext.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text = vigie::networks::plainTextFromHtml(QByteArrayView(data, qsizetype(size)));
    if (text.size() > vigie::networks::Post::kMaxTextLength || text != text.trimmed())
        std::abort();
    return 0;
}
