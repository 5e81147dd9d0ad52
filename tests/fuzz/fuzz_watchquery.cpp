// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a query: it parses or says why not; what parses means the same when written out, and can be asked.
#include "core/text.h"
#include "monitoring/watchquery.h"

#include <cstdlib>

using vigie::monitoring::WatchQuery;
using vigie::monitoring::WatchSet;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto query = WatchQuery::parse(text);
    if (!query) {
        if (query.error().place.column < 1 || query.error().place.column > text.size() + 1 || query.error().detail.isEmpty())
            std::abort();
        return 0;
    }
    const QString canonical = query->canonical();
    if (canonical.size() <= WatchQuery::kMaxLength) {
        const auto again = WatchQuery::parse(canonical);
        // Writing out the parentheses can pass the limit of depth; nothing else may be lost.
        if (again ? again->canonical() != canonical : !again.error().detail.contains(QStringLiteral("nested")))
            std::abort();
    }
    const WatchSet set({{vigie::core::WatchId{1}, *query}});
    const QString folded = vigie::core::folded(text);
    (void)set.match({{text, folded}, text, text, text});
    return 0;
}
