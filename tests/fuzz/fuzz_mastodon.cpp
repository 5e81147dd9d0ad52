// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/capabilities.h"
#include "networks/mastodoninstance.h"
#include "networks/mastodonparser.h"

#include <cstdint>
#include <cstdlib>

using namespace vigie;

namespace
{

void check(const Result<networks::MastodonList> &list)
{
    if (!list)
        return;
    for (const networks::MastodonItem &item : list->items) {
        if (item.id.isEmpty())
            std::abort();
        if (!item.status)
            continue;
        const networks::Post &post = item.status->post;
        const bool isOpenable = post.url.isEmpty() || networks::postUrlIsOpenable(post.url);
        if (post.remoteId.isEmpty() || post.text.size() > networks::Post::kMaxTextLength || !isOpenable || post.likes < 0)
            std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const networks::MastodonContext context{.server = QStringLiteral("veille.exemple")};
    check(networks::parseMastodonAnswer(bytes, context));
    check(networks::parseMastodonStatuses(bytes, context));
    check(networks::parseMastodonNotifications(bytes, context));
    check(networks::parseMastodonThread(bytes, context));
    check(networks::parseMastodonSearch(bytes, context));
    (void)networks::parseMastodonStatus(bytes, context);
    (void)networks::parseMastodonNotification(bytes, context);
    (void)networks::parseMastodonAccount(bytes);
    (void)networks::parseMastodonInstance(bytes);
    (void)networks::parseNodeInfoSoftware(bytes);
    (void)networks::parseNodeInfoLinks(bytes);
    return 0;
}
