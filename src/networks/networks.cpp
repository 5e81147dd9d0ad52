// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/networks.h"

#include "networks/account.h"
#include "networks/apprules.h"
#include "networks/appsignin.h"
#include "networks/blueskyreader.h"
#include "networks/blueskysender.h"
#include "networks/blueskysignin.h"
#include "networks/blueskystream.h"
#include "networks/feedconnector.h"
#include "networks/folderconnector.h"
#include "networks/hackernewsconnector.h"
#include "networks/mastodonconnector.h"
#include "networks/mastodonsender.h"
#include "networks/mastodonsignin.h"
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
using MakeSignIn = SignIn *(*)(const QString &network, HttpClient &http, const core::Clock &clock, QObject *parent);

struct Row {
    QStringView network;
    MakeReader reader;
    MakeSender sender;
    MakeSignIn signIn;
    SignInForm (*form)(const QString &network) = nullptr;
};

Connector *feedReader(const ReadTask &task, Account *, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return task.what == ReadTask::What::Feed ? new FeedConnector(task.url, http, clock, parent) : nullptr;
}

Connector *mastodonReader(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    const bool isRead = task.what == ReadTask::What::Mentions || task.what == ReadTask::What::Hashtag
                        || task.what == ReadTask::What::Search;
    return isRead ? new MastodonConnector(task, account, http, clock, parent) : nullptr;
}

Sender *mastodonSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return new MastodonSender(account, http, clock, parent);
}

SignIn *mastodonSignIn(const QString &, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return new MastodonSignIn(http, clock, parent);
}

Connector *blueskyReader(const ReadTask &task, Account *account, HttpClient &http, const core::Clock &clock,
                         QObject *parent)
{
    switch (task.what) {
    case ReadTask::What::Firehose: {
        const QJsonObject options = account ? account->credentials().options : QJsonObject();
        const QUrl url = task.url.isEmpty() ? BlueskyServices::from(options).jetstream : task.url;
        return new BlueskyStream(url, clock, parent);
    }
    case ReadTask::What::Mentions:
        return account ? new BlueskyReader(task, account, http, clock, parent) : nullptr;
    case ReadTask::What::Search:
    case ReadTask::What::Hashtag:
        return new BlueskyReader(task, account, http, clock, parent);
    case ReadTask::What::Feed:
    case ReadTask::What::Folder:
        break;
    }
    return nullptr;
}

Sender *blueskySender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return new BlueskySender(account, http, clock, parent);
}

SignIn *blueskySignIn(const QString &, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return new BlueskySignIn(http, clock, parent);
}

SignIn *appSignIn(const QString &network, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return new AppSignIn(*appRulesOf(network), http, clock, parent);
}

SignInForm appForm(const QString &network)
{
    const AppRules &rules = *appRulesOf(network);
    const bool usesBrowser = !rules.page.isEmpty();
    return {.usesBrowser = usesBrowser,
            .takesToken = true,
            .takesClientId = usesBrowser,
            .takesClientSecret = network == u"youtube",
            .takesHandle = rules.questions.size() > 1,
            .redirect = rules.port == 0 ? QString() : BrowserConsent::redirectOn(rules.port),
            .rights = rules.rights};
}

SignInForm mastodonForm(const QString &)
{
    return {.needsServer = true, .usesBrowser = true};
}

SignInForm blueskyForm(const QString &)
{
    return {.usualServer = u"https://bsky.social"_s, .needsHandle = true, .needsPassword = true};
}

template <SendRules (*rules)()>
Sender *jsonSender(Account &account, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    return new JsonSender(rules(), account, http, clock, parent);
}

constexpr std::array kRows = {
    Row{u"mastodon", mastodonReader, mastodonSender, mastodonSignIn, mastodonForm},
    Row{u"bluesky", blueskyReader, blueskySender, blueskySignIn, blueskyForm},
    Row{u"rss", feedReader, nullptr, nullptr},
    Row{u"import", FolderConnector::make, nullptr, nullptr},
    Row{u"hackernews", HackerNewsConnector::make, nullptr, nullptr},
    Row{u"x", XConnector::make, jsonSender<xSendRules>, appSignIn, appForm},
    Row{u"reddit", RedditConnector::make, jsonSender<redditSendRules>, appSignIn, appForm},
    Row{u"youtube", YouTubeConnector::make, jsonSender<youTubeSendRules>, appSignIn, appForm},
    Row{u"facebook", MetaConnector::makeFacebook, jsonSender<facebookSendRules>, appSignIn, appForm},
    Row{u"instagram", MetaConnector::makeInstagram, jsonSender<instagramSendRules>, appSignIn, appForm},
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

std::optional<SignInForm> signInFormOf(QStringView network)
{
    const Row *const row = rowOf(network);
    if (!row || !row->signIn)
        return std::nullopt;
    return row->form ? row->form(network.toString()) : SignInForm();
}

QStringList networksWithSignIn()
{
    QStringList names = knownNetworks();
    names.removeIf([](const QString &name) { return !signInFormOf(name); });
    return names;
}

SignIn *makeSignIn(const QString &network, HttpClient &http, const core::Clock &clock, QObject *parent)
{
    const Row *const row = rowOf(network);
    return row && row->signIn ? row->signIn(network, http, clock, parent) : nullptr;
}

} // namespace vigie::networks
