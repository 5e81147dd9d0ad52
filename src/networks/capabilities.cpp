// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/capabilities.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

enum Ability : unsigned {
    None = 0,
    Read = 1,
    Search = 2,
    Stream = 4,
    Reply = 8,
    Private = 16,
    Hide = 32,
    Send = 64, ///< by Vigie itself, with an account
    Untested = 128, ///< live
    Summoned = 256, ///< replies
    Paid = 512, ///< reading
};

struct Row {
    QStringView key;
    QStringView name;
    unsigned abilities;
    Idempotency idempotency;
};

// What a person can do there, and what Vigie itself reads and sends.
constexpr std::array kRows = {
    Row{u"facebook", u"Facebook", Send | Untested | Read | Reply | Private | Hide, Idempotency::ReadBack},
    Row{u"instagram", u"Instagram", Send | Untested | Read | Reply | Private | Hide, Idempotency::ReadBack},
    Row{u"x", u"X", Send | Untested | Summoned | Paid | Read | Search | Reply | Private | Hide, Idempotency::ReadBack},
    Row{u"linkedin", u"LinkedIn", Reply, Idempotency::ReadBack},
    Row{u"youtube", u"YouTube", Send | Untested | Read | Search | Reply | Hide, Idempotency::ReadBack},
    Row{u"tiktok", u"TikTok", Reply, Idempotency::Person},
    Row{u"threads", u"Threads", Reply | Hide, Idempotency::Person},
    Row{u"mastodon", u"Mastodon", Read | Search | Stream | Reply | Private | Send, Idempotency::Server},
    Row{u"bluesky", u"Bluesky", Read | Search | Stream | Reply | Private | Hide | Send, Idempotency::Server},
    Row{u"reddit", u"Reddit", Send | Untested | Read | Search | Reply | Private, Idempotency::ReadBack},
    Row{u"hackernews", u"Hacker News", Read | Search | Reply, Idempotency::Person},
    Row{u"lemmy", u"Lemmy", Reply | Private, Idempotency::ReadBack},
    Row{u"discourse", u"Discourse", Reply | Private, Idempotency::ReadBack},
    Row{u"telegram", u"Telegram", Reply, Idempotency::Person},
    Row{u"googlebusiness", u"Google Business", Reply, Idempotency::Server},
    Row{u"trustpilot", u"Trustpilot", Reply, Idempotency::ReadBack},
    Row{u"rss", u"RSS", Read, Idempotency::Person},
    Row{u"news", u"News", None, Idempotency::Person},
    Row{u"import", u"Import", Read, Idempotency::Person},
};

const Row *rowOf(QStringView key)
{
    const auto *const found = std::find_if(kRows.begin(), kRows.end(), [key](const Row &row) {
        return row.key.compare(key, Qt::CaseInsensitive) == 0;
    });
    return found == kRows.end() ? nullptr : found;
}

} // namespace

Capabilities capabilitiesOf(QStringView network)
{
    const LengthCount length = countLength(network, {});
    Capabilities result;
    result.network = network.toString();
    result.lengthLimit = length.limit;
    result.lengthUnit = length.unit;
    if (const Row *const row = rowOf(network)) {
        result.network = row->key.toString();
        result.canRead = (row->abilities & Read) != 0;
        result.canSearch = (row->abilities & Search) != 0;
        result.canStream = (row->abilities & Stream) != 0;
        result.canReply = (row->abilities & Reply) != 0;
        result.canPrivate = (row->abilities & Private) != 0;
        result.canHide = (row->abilities & Hide) != 0;
        result.assistedOnly = (row->abilities & Send) == 0;
        result.isUntestedLive = (row->abilities & Untested) != 0;
        result.onlySummonedReplies = (row->abilities & Summoned) != 0;
        result.readingCosts = (row->abilities & Paid) != 0;
        result.idempotency = row->idempotency;
    } else {
        result.canReply = true;
    }
    return result;
}

std::optional<QString> replyObjection(const Capabilities &capabilities, QStringView postText, const QString &ownHandle)
{
    const QString name = ownHandle.startsWith(u'@') ? ownHandle.mid(1) : ownHandle;
    if (!capabilities.onlySummonedReplies || name.isEmpty())
        return std::nullopt;
    // A quotation does not show in the text, only its link does: what may be one is left to the sender, who looks.
    const QRegularExpression mention(u"(?:^|[^\\w@])@"_s + QRegularExpression::escape(name) + u"(?!\\w)"_s,
                                     QRegularExpression::CaseInsensitiveOption);
    if (mention.match(postText.toString()).hasMatch() || postText.contains(u"https://"))
        return std::nullopt;
    return u"only who has mentioned or quoted the account may be answered by an app"_s;
}

QStringList knownNetworks()
{
    QStringList keys;
    for (const Row &row : kRows)
        keys.append(row.key.toString());
    return keys;
}

QString networkName(QStringView key)
{
    const Row *const row = rowOf(key);
    return row ? row->name.toString() : key.toString();
}

bool postUrlIsOpenable(const QString &url)
{
    const bool hasOddCharacters = std::any_of(url.begin(), url.end(), [](QChar unit) {
        return unit.unicode() <= 0x20 || unit == u'\\' || unit.category() == QChar::Other_Control
               || unit.category() == QChar::Other_Format;
    });
    if (hasOddCharacters || url.size() > 8192)
        return false;
    const QUrl parsed(url, QUrl::StrictMode);
    return parsed.isValid() && (parsed.scheme() == u"http"_s || parsed.scheme() == u"https"_s)
           && !parsed.host().isEmpty() && parsed.userInfo().isEmpty();
}

} // namespace vigie::networks
