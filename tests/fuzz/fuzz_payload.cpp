// SPDX-License-Identifier: GPL-3.0-or-later
#include "reply/route.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using vigie::reply::FrozenPayload;
    const auto payload = FrozenPayload::fromJson(QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!payload)
        return 0;
    // What is read from the outbox and written again must be the same, byte for byte: it is what leaves.
    const auto again = FrozenPayload::fromJson(payload->toJson());
    if (!again || again->text != payload->text || again->idempotencyKey != payload->idempotencyKey)
        std::abort();
    return 0;
}
