// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/apprules.h"

#include "networks/jsonmembers.h"
#include "networks/jsonreader.h"
#include "networks/metaparser.h"
#include "networks/sendrules.h"
#include "networks/xparser.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace vigie::networks
{
namespace
{

/// Where the networks that compare the redirect letter by letter send the browser: the person registers this port.
constexpr quint16 kPort = 17823;

Result<HttpRequest> get(const Credentials &who, const QString &path, const QList<QPair<QString, QString>> &query = {})
{
    return HttpRequest{.url = serviceUrl(who.baseUrl, path, query), .headers = {{"Accept", "application/json"}}};
}

Error notAsPromised()
{
    return {.kind = ErrorKind::Parse, .detail = u"not the JSON that the network's description promises"_s};
}

Result<Credentials> named(Credentials who, const QString &id, const QString &handle, const QString &name)
{
    if (id.isEmpty() || handle.isEmpty())
        return fail(notAsPromised());
    who.userId = id;
    who.handle = handle;
    who.displayName = name;
    return who;
}

QString bare(const QString &handle)
{
    return handle.startsWith(u'@') ? handle.mid(1) : handle;
}

// X: github.com/xdevplatform/docs, fundamentals/authentication/oauth-2-0/authorization-code.mdx and openapi.json. An
// app's own bearer token is nobody's: it reads what is public, for the account that the person names.

Result<Credentials> takeX(const QByteArray &answer, const Credentials &who, const QString &)
{
    const QJsonObject user = json::objectFrom(answer).value_or(QJsonObject()).value(u"data"_s).toObject();
    const QString name = json::line(user.value(u"username"_s));
    return named(who, json::id(user.value(u"id"_s)), name.isEmpty() ? QString() : u'@' + name,
                 json::line(user.value(u"name"_s)));
}

const AppRules &x()
{
    static const AppRules rules{
        .api = u"https://api.x.com"_s,
        .rights = {u"tweet.read"_s, u"users.read"_s, u"tweet.write"_s, u"offline.access"_s},
        .questions = {{.request = [](const Credentials &who, const QString &) { return get(who, u"/2/users/me"_s); },
                       .take = takeX},
                      {.request = [](const Credentials &who, const QString &identifier) -> Result<HttpRequest> {
                           const QString name = bare(identifier);
                           if (name.isEmpty())
                               return fail(
                                   ErrorKind::InvalidArgument,
                                   u"this is the token of an app, not of an account: tell the account's handle, too"_s);
                           return get(who,
                                      u"/2/users/by/username/"_s + QString::fromLatin1(QUrl::toPercentEncoding(name)));
                       },
                       .take =
                           [](const QByteArray &answer, const Credentials &who, const QString &identifier) {
                               auto account = takeX(answer, who, identifier);
                               if (account)
                                   account->options.insert(u"app_only"_s, true);
                               return account;
                           }}},
        .isOtherKind =
            [](const HttpResponse &response) {
                return response.status == 403 && xComplaint(response.body).startsWith(u"Unsupported Authentication");
            },
        .explain = xSendRules().explain,
        .page = u"https://x.com/i/oauth2/authorize"_s,
        .tokens = u"/2/oauth2/token"_s,
        .port = kPort,
    };
    return rules;
}

// Reddit: github.com/reddit-archive/reddit/wiki/OAuth2. An installed app has no secret; its redirect must match wholly.

const AppRules &reddit()
{
    static const AppRules rules{
        .api = u"https://oauth.reddit.com"_s,
        .rights = {u"identity"_s, u"read"_s, u"privatemessages"_s, u"history"_s, u"submit"_s, u"edit"_s},
        .questions = {{.request =
                           [](const Credentials &who, const QString &) {
                               return get(who, u"/api/v1/me"_s, {{u"raw_json"_s, u"1"_s}});
                           },
                       .take =
                           [](const QByteArray &answer, const Credentials &who, const QString &) {
                               const QJsonObject user = json::objectFrom(answer).value_or(QJsonObject());
                               const QString name = json::line(user.value(u"name"_s));
                               return named(who, json::id(user.value(u"id"_s)),
                                            name.isEmpty() ? QString() : u"u/"_s + name, name);
                           }}},
        .explain = redditSendRules().explain,
        .page = u"https://www.reddit.com/api/v1/authorize"_s,
        .tokens = u"https://www.reddit.com/api/v1/access_token"_s,
        .pageParameters = {{u"duration"_s, u"permanent"_s}},
        .client = oauth::Client::InHeader,
        .port = kPort,
    };
    return rules;
}

// YouTube: developers.google.com/identity/protocols/oauth2/native-app. A desktop client has a secret, which is none;
// the refresh token comes only when it is asked for anew.

const AppRules &youTube()
{
    static const AppRules rules{
        .api = u"https://www.googleapis.com/youtube/v3"_s,
        .rights = {u"https://www.googleapis.com/auth/youtube.force-ssl"_s},
        .questions = {{.request =
                           [](const Credentials &who, const QString &) {
                               return get(who, u"/channels"_s, {{u"part"_s, u"snippet"_s}, {u"mine"_s, u"true"_s}});
                           },
                       .take = [](const QByteArray &answer, const Credentials &who,
                                  const QString &) -> Result<Credentials> {
                           const auto object = json::objectFrom(answer);
                           if (!object)
                               return fail(notAsPromised());
                           const QJsonObject channel = object->value(u"items"_s).toArray().at(0).toObject();
                           if (channel.isEmpty())
                               return fail(ErrorKind::NotFound, u"this Google account has no YouTube channel"_s);
                           const QJsonObject snippet = channel.value(u"snippet"_s).toObject();
                           const QString title = json::line(snippet.value(u"title"_s));
                           const QString handle = json::line(snippet.value(u"customUrl"_s));
                           return named(who, json::id(channel.value(u"id"_s)), handle.isEmpty() ? title : handle,
                                        title);
                       }}},
        .explain = youTubeSendRules().explain,
        .page = u"https://accounts.google.com/o/oauth2/v2/auth"_s,
        .tokens = u"https://oauth2.googleapis.com/token"_s,
        .pageParameters = {{u"access_type"_s, u"offline"_s}, {u"prompt"_s, u"consent"_s}},
    };
    return rules;
}

// Meta: a page's token answers for the page; a person's, or a system user's, holds one for each page that it looks
// after. Exchanging a code there needs the app's secret: long-lived tokens are pasted instead.

const QString kPage = u"id,name,username,category,instagram_business_account{id,username}"_s;

Result<Credentials> takePage(const QJsonObject &page, const Credentials &who)
{
    if (!page.contains(u"category"_s)) // a person has none
        return fail(ErrorKind::NotFound, u"this token is not that of a page"_s);
    const QString name = json::line(page.value(u"name"_s));
    if (who.network == u"instagram") {
        const QJsonObject linked = page.value(u"instagram_business_account"_s).toObject();
        const QString user = json::line(linked.value(u"username"_s));
        if (linked.isEmpty())
            return fail(ErrorKind::Conflict, u"no Instagram professional account is linked to the page %1"_s.arg(name));
        return named(who, json::id(linked.value(u"id"_s)), user.isEmpty() ? QString() : u'@' + user, name);
    }
    const QString user = json::line(page.value(u"username"_s));
    return named(who, json::id(page.value(u"id"_s)), user.isEmpty() ? name : user, name);
}

bool isMeant(const QJsonObject &page, const QString &identifier)
{
    const QJsonObject linked = page.value(u"instagram_business_account"_s).toObject();
    const std::array names = {json::id(page.value(u"id"_s)), json::line(page.value(u"name"_s)),
                              json::line(page.value(u"username"_s)), json::line(linked.value(u"username"_s))};
    return std::any_of(names.begin(), names.end(), [&identifier](const QString &name) {
        return name.compare(bare(identifier), Qt::CaseInsensitive) == 0;
    });
}

Result<Credentials> takeOneOfPages(const QByteArray &answer, const Credentials &who, const QString &identifier)
{
    const QJsonArray all = json::objectFrom(answer).value_or(QJsonObject()).value(u"data"_s).toArray();
    QJsonArray pages;
    QStringList names;
    for (const QJsonValue &page : all) {
        names += json::line(page[u"name"_s]);
        if (identifier.isEmpty() || isMeant(page.toObject(), identifier))
            pages.append(page);
    }
    if (all.isEmpty())
        return fail(ErrorKind::Unauthorized,
                    u"this token gives no page: it needs pages_show_list and a page that it looks after"_s);
    if (pages.size() != 1)
        return fail(ErrorKind::InvalidArgument, u"say which page is meant: %1"_s.arg(names.mid(0, 20).join(u", "_s)));
    Credentials account = who;
    account.accessToken = pages.at(0)[u"access_token"_s].toString().toUtf8();
    if (account.accessToken.isEmpty())
        return fail(ErrorKind::Unauthorized, u"the network gives no token of this page to this token"_s);
    return takePage(pages.at(0).toObject(), account);
}

const AppRules &meta()
{
    static const AppRules rules{
        .api = u"https://graph.facebook.com/v25.0"_s,
        .rights = {u"pages_show_list"_s, u"pages_read_engagement"_s, u"pages_manage_engagement"_s, u"instagram_basic"_s,
                   u"instagram_manage_comments"_s},
        .questions = {{.request =
                           [](const Credentials &who, const QString &) {
                               return get(who, u"/me"_s, {{u"fields"_s, kPage}});
                           },
                       .take =
                           [](const QByteArray &answer, const Credentials &who, const QString &) {
                               return takePage(json::objectFrom(answer).value_or(QJsonObject()), who);
                           }},
                      {.request =
                           [](const Credentials &who, const QString &) {
                               return get(who, u"/me/accounts"_s,
                                          {{u"fields"_s, kPage + u",access_token"_s}, {u"limit"_s, u"100"_s}});
                           },
                       .take = takeOneOfPages}},
        .isOtherKind =
            [](const HttpResponse &response) { // 100: a person has not these fields
                const auto told = metaError(response.body, response.headers, response.status);
                return response.status == 400 && told && told->detail.startsWith(u"error 100 ");
            },
        .explain = facebookSendRules().explain,
    };
    return rules;
}

struct Row {
    QStringView network;
    const AppRules &(*rules)();
};

constexpr std::array kRows = {Row{u"x", x}, Row{u"reddit", reddit}, Row{u"youtube", youTube}, Row{u"facebook", meta},
                              Row{u"instagram", meta}};

} // namespace

QUrl AppRules::tokenUrl(const Credentials &who) const
{
    const QUrl told(who.options.value(u"token_url"_s).toString(), QUrl::StrictMode);
    if (told.isValid() && !told.host().isEmpty())
        return told;
    return tokens.startsWith(u'/') ? serviceUrl(who.baseUrl.isEmpty() ? QUrl(api) : who.baseUrl, tokens) : QUrl(tokens);
}

const AppRules *appRulesOf(QStringView network)
{
    const auto *const found =
        std::find_if(kRows.begin(), kRows.end(), [network](const Row &row) { return row.network == network; });
    return found == kRows.end() ? nullptr : &found->rules();
}

SessionRules sessionRulesOf(const Credentials &who, const core::Clock &clock)
{
    const AppRules *const rules = appRulesOf(who.network);
    if (!rules || rules->tokens.isEmpty() || who.refreshToken.isEmpty() || who.clientId.isEmpty())
        return {};
    return {.isExpired = [](const HttpResponse &response) { return response.status == 401; },
            .renewal = {.request =
                            [rules](const Credentials &now) {
                                return oauth::tokenRequest(
                                    rules->tokenUrl(now), now,
                                    {{"grant_type", "refresh_token"}, {"refresh_token", now.refreshToken}},
                                    rules->client);
                            },
                        .take =
                            [&clock](const Credentials &now, const HttpResponse &response) {
                                auto renewed = oauth::takeTokens(now, response, {}, clock.now());
                                if (!renewed && renewed.error().kind == ErrorKind::Unauthorized)
                                    return Result<Credentials>(fail(signedOutError()));
                                return renewed;
                            }}};
}

} // namespace vigie::networks
