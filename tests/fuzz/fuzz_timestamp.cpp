// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/timestamps.h"

#include <QString>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const auto isInRange = [](core::Instant at) {
        return at >= *networks::instantOf(1, 1, 1) - std::chrono::hours(48) &&
               at <= *networks::instantOf(9999, 12, 31, 23, 59, 59, 999) + std::chrono::hours(48);
    };
    if (const auto strict = networks::parseRfc3339(bytes); strict && !isInRange(*strict))
        std::abort();
    const auto lenient = networks::parseFeedDate(QString::fromUtf8(bytes.data(), qsizetype(bytes.size())));
    if (lenient && !isInRange(*lenient))
        std::abort();
    return 0;
}
