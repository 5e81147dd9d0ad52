// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/hackernewsparser.h"
#include "networks/metaparser.h"
#include "networks/ndjsonreader.h"
#include "networks/postfields.h"
#include "networks/redditparser.h"
#include "networks/walkcursor.h"
#include "networks/xparser.h"
#include "networks/youtubeparser.h"

#include <cstdint>
#include <cstdlib>

namespace
{

using namespace vigie;

/// A post that one parser gives must be one that any other part of the house takes.
void check(const std::vector<networks::Post> &posts)
{
    for (const networks::Post &post : posts) {
        if (post.remoteId.isEmpty() || post.network.isEmpty() || post.text.size() > networks::Post::kMaxTextLength)
            std::abort();
        const QByteArray url = post.url.toUtf8();
        if (networks::openableUrlFromUtf8(std::string_view(url.constData(), std::size_t(url.size()))) != post.url)
            std::abort();
        if (!networks::postFromJson(networks::toNdjson(post)))
            std::abort();
    }
}

void check(const Result<networks::PostListing> &listing)
{
    if (listing)
        check(listing->posts);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const core::Instant now = core::instantFromMillis(1'769'847'125'000);
    switch (data[0] % 7) {
    case 0:
        if (const auto answer = networks::parseHackerNews(bytes, now))
            check(answer->posts);
        break;
    case 1:
        check(networks::parseXPosts(bytes));
        (void)networks::xComplaint(bytes);
        (void)networks::isSummons(bytes, QStringLiteral("@a"), QStringLiteral("1"));
        break;
    case 2:
        check(networks::parseReddit(bytes));
        (void)networks::waitInComplaint(networks::redditComplaint(bytes));
        break;
    case 3:
        check(networks::parseYouTube(bytes, networks::YouTubeText::Html));
        (void)networks::youTubeWait(networks::youTubeComplaint(bytes), now);
        break;
    case 4:
        check(networks::parseFacebook(bytes));
        (void)networks::metaWait({{"x-business-use-case-usage", bytes}});
        break;
    case 5:
        check(networks::parseInstagram(bytes));
        (void)networks::metaError(bytes, {{"x-app-usage", bytes}}, 400);
        break;
    default: {
        const auto walk = networks::WalkCursor::from(bytes);
        if (networks::WalkCursor::from(walk.toCursor()).known != walk.known)
            std::abort();
        break;
    }
    }
    return 0;
}
