// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/lengthrule.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace vigie::networks;
    const QString text = QString::fromUtf8(QByteArrayView(data, qsizetype(size)));
    qsizetype at = 0;
    for (const LinkSpan &link : linksAsXCounts(text)) {
        if (link.start < at || link.length < 4 || link.start + link.length > text.size())
            std::abort();
        at = link.start + link.length;
    }
    for (const QStringView network : {QStringView(u"x"), QStringView(u"bluesky"), QStringView(u"mastodon"), QStringView(u"")}) {
        if (countLength(network, text).count < 0)
            std::abort();
    }
    return 0;
}
