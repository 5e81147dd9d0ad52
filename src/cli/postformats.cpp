// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/postformats.h"

#include "networks/blueskyjetstream.h"
#include "networks/blueskyparser.h"
#include "networks/hackernewsparser.h"
#include "networks/mastodonapi.h"
#include "networks/mastodonparser.h"
#include "networks/metaparser.h"
#include "networks/ndjsonreader.h"
#include "networks/redditparser.h"
#include "networks/xparser.h"
#include "networks/youtubeparser.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::cli
{
namespace
{

int printFailure(const Invocation &call, Error error)
{
    error.place.file = call.argument(0);
    return call.fails(error);
}

int printAll(const Invocation &call, const std::vector<networks::Post> &posts)
{
    for (const networks::Post &post : posts)
        call.print(networks::toNdjson(post));
    return Done;
}

int feedPosts(Invocation &call, const QByteArray &answer, const networks::FeedContext &from)
{
    const auto feed = networks::parseFeed(answer, from);
    return feed ? printAll(call, feed->posts) : printFailure(call, feed.error());
}

/// Ids of a file stand as they came: nothing says which server gave them.
int mastodonPosts(Invocation &call, const QByteArray &answer, const networks::FeedContext &from)
{
    const auto list = networks::parseMastodonAnswer(
        answer, {.server = networks::mastodonServerOf(from.url), .receivedAt = from.receivedAt});
    if (!list)
        return printFailure(call, list.error());
    for (const networks::MastodonItem &item : list->items) {
        if (item.status)
            call.print(networks::toNdjson(item.status->post));
    }
    if (list->skipped > 0)
        call.note(u"%1: %2 entries without an id"_s.arg(call.argument(0)).arg(list->skipped));
    return Done;
}

int blueskyPosts(Invocation &call, const QByteArray &answer, const networks::FeedContext &from)
{
    const auto page = networks::parseBlueskyPage(answer, from.receivedAt);
    return page ? printAll(call, page->posts) : printFailure(call, page.error());
}

/// Messages of a Jetstream, one a line. What is gone is told beside the posts.
int jetstreamPosts(Invocation &call, const QByteArray &lines, const networks::FeedContext &from)
{
    int code = Done;
    int number = 0;
    for (const QByteArray &line : lines.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto event = networks::parseJetstreamEvent(line, from.receivedAt);
        if (!event) {
            call.note(u"%1:%2: %3"_s.arg(call.argument(0)).arg(number).arg(event.error().detail));
            code = BadInput;
        } else if (event->post) {
            call.print(networks::toNdjson(*event->post));
        } else if (!event->gone.isEmpty()) {
            call.note(u"%1:%2: gone: %3"_s.arg(call.argument(0)).arg(number).arg(event->gone));
        }
    }
    return code;
}

/// What a parser found, printed; or why it found nothing.
template <typename Found>
int printFound(const Invocation &call, const Result<Found> &found)
{
    return found ? printAll(call, found->posts) : printFailure(call, found.error());
}

struct Format {
    QStringView name;
    int (*print)(Invocation &call, const QByteArray &answer, const networks::FeedContext &from);
};

constexpr std::array kFormats = {
    Format{u"rss", feedPosts},           Format{u"atom", feedPosts},       Format{u"rdf", feedPosts},
    Format{u"jsonfeed", feedPosts},      Format{u"mastodon", mastodonPosts}, Format{u"bluesky", blueskyPosts},
    Format{u"jetstream", jetstreamPosts},
    Format{u"hackernews",
           [](Invocation &call, const QByteArray &answer, const networks::FeedContext &from) {
               return printFound(call, networks::parseHackerNews(answer, from.receivedAt));
           }},
    Format{u"x", [](Invocation &call, const QByteArray &answer,
                    const auto &) { return printFound(call, networks::parseXPosts(answer)); }},
    Format{u"reddit", [](Invocation &call, const QByteArray &answer,
                         const auto &) { return printFound(call, networks::parseReddit(answer)); }},
    Format{u"youtube", [](Invocation &call, const QByteArray &answer, const auto &) {
               return printFound(call, networks::parseYouTube(answer, networks::YouTubeText::Html));
           }},
    Format{u"facebook", [](Invocation &call, const QByteArray &answer,
                           const auto &) { return printFound(call, networks::parseFacebook(answer)); }},
    Format{u"instagram", [](Invocation &call, const QByteArray &answer,
                            const auto &) { return printFound(call, networks::parseInstagram(answer)); }},
};

} // namespace

QStringList postFormats()
{
    QStringList names;
    for (const Format &format : kFormats)
        names << format.name.toString();
    return names;
}

int printPosts(Invocation &call, const QString &format, const QByteArray &answer, const networks::FeedContext &from)
{
    if (format.isEmpty())
        return feedPosts(call, answer, from);
    const auto *const found =
        std::find_if(kFormats.begin(), kFormats.end(), [&format](const Format &one) { return one.name == format; });
    if (found == kFormats.end())
        return call.usage(u"--format takes one of: "_s + postFormats().join(u", "_s));
    return found->print(call, answer, from);
}

} // namespace vigie::cli
