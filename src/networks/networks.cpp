// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/networks.h"

#include "networks/account.h"
#include "networks/feedconnector.h"
#include "networks/folderconnector.h"
#include "networks/hackernewsconnector.h"
#include "networks/metaconnector.h"
#include "networks/redditconnector.h"
#include "networks/sender.h"
#include "networks/sendrules.h"
#include "networks/signin.h"
#include "networks/xconnector.h"
#include "networks/youtubeconnector.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

using MakeReader = Connector *(*)(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                                  QObject *parent);
using MakeSender = Sender *(*)(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent);
using MakeSignIn = SignIn *(*)(HttpClient &http, const core::Clock &clock, QObject *parent);

struct Row {
    QStringView network;
    MakeReader reader;
    MakeSender sender;
    MakeSignIn signIn;
};

Connector *feedReader(const ReadTask &task, Account *, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return task.what == ReadTask::What::Feed ? new FeedConnector(task.url, http, clock, parent) : nullptr;
}

template <SendRules (*rules)()>
Sender *jsonSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return new JsonSender(rules(), account, http, clock, parent);
}

constexpr std::array kRows = {
    Row{u"rss", feedReader, nullptr, nullptr},
    Row{u"import", FolderConnector::make, nullptr, nullptr},
    Row{u"hackernews", HackerNewsConnector::make, nullptr, nullptr},
    Row{u"x", XConnector::make, jsonSender<xSendRules>, nullptr},
    Row{u"reddit", RedditConnector::make, jsonSender<redditSendRules>, nullptr},
    Row{u"youtube", YouTubeConnector::make, jsonSender<youTubeSendRules>, nullptr},
    Row{u"facebook", MetaConnector::makeFacebook, jsonSender<facebookSendRules>, nullptr},
    Row{u"instagram", MetaConnector::makeInstagram, jsonSender<instagramSendRules>, nullptr},
};

const Row *rowOf(QStringView network)
{
    const auto *const found =
        std::find_if(kRows.begin(), kRows.end(), [network](const Row &row) { return row.network == network; });
    return found == kRows.end() ? nullptr : found;
}

} // namespace

Connector *makeReader(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    const Row *const row = rowOf(task.network);
    return row && row->reader ? row->reader(task, account, http, clock, parent) : nullptr;
}

Sender *makeSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    const Row *const row = rowOf(account.credentials().network);
    return row && row->sender ? row->sender(account, http, clock, parent) : nullptr;
}

SignIn *makeSignIn(const QString &network, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    const Row *const row = rowOf(network);
    return row && row->signIn ? row->signIn(http, clock, parent) : nullptr;
}

} // namespace vigie::networks
