// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/webhookrequest.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie;
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    const QByteArray body = end < 0 ? bytes : bytes.mid(end + 4);
    if (const auto head = networks::parseWebhookHead(bytes.left(end))) {
        (void)head->contentLength();
        (void)networks::deliveryIdOf(*head);
        // Without the secret nobody gets in.
        if (!networks::objectionTo(*head, body, "a secret that no input knows",
                                   core::instantFromMillis(1'769'847'125'000)))
            std::abort();
    }
    if (const auto delivered = networks::postsOfDelivery(body); delivered && delivered->posts.empty())
        std::abort();
    return 0;
}
