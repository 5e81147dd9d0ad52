// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/privatelength.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

struct Rule {
    QStringView network;
    QStringView countedAs; ///< the network whose public rule counts so; empty: code points
    qsizetype limit;
    qsizetype byteLimit;
};

// As each network publishes it for its messages, none of it tried live. Where none is named, a message is a post: Mastodon's is
// one. The sources:
// X: developer.x.com, POST /2/dm_conversations/with/:participant_id/messages, the parameter "text".
// Bluesky: its lexicon chat/bsky/convo/defs.json.
// Facebook: Meta's reference of the Send API, message.text, as ten public libraries quote it; the reference itself could not be read.
// Instagram: developers.facebook.com/docs/messenger-platform/instagram/features/send-message, in bytes of UTF-8. The same page
// speaks of "less than 1000 characters" elsewhere; where both hold, the bytes are full first, but for the very last character.
constexpr std::array kRules = {
    Rule{u"x", {}, 10'000, 0},
    Rule{u"bluesky", u"bluesky", 1000, 10'000},
    Rule{u"facebook", {}, 2000, 0},
    Rule{u"instagram", u"bluesky", 1000, 1000}, // it counts bytes; they are what is full first
};

} // namespace

LengthCount countPrivateLength(QStringView network, QStringView text, std::optional<qsizetype> limit)
{
    const auto *const rule = std::find_if(kRules.begin(), kRules.end(), [network](const Rule &one) {
        return one.network.compare(network, Qt::CaseInsensitive) == 0;
    });
    if (rule == kRules.end())
        return countLength(network, text, limit);
    LengthCount length = countLength(rule->countedAs, text, limit.value_or(rule->limit));
    if (length.byteLimit > 0) {
        length.byteLimit = rule->byteLimit;
        length.fits = (length.limit == 0 || length.count <= length.limit) && length.bytes <= length.byteLimit;
    }
    return length;
}

} // namespace vigie::networks
