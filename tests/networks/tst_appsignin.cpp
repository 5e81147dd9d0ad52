// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/apprules.h"
#include "networks/appsignin.h"
#include "networks/fakenetwork.h"
#include "networks/logcatcher.h"
#include "networks/networks.h"
#include "networks/reading.h"
#include "networks/sender.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::AppRules;
using networks::AppSignIn;
using networks::Credentials;
using networks::HttpClient;
using networks::SignInRequest;

namespace
{

const QByteArray kPageFields = "id%2Cname%2Cusername%2Ccategory%2Cinstagram_business_account%7Bid%2Cusername%7D";
const QByteArray kMe = "/me?fields=" + kPageFields;
const QByteArray kPages = "/me/accounts?fields=" + kPageFields + "%2Caccess_token&limit=100";
const QByteArray kMetaOther = R"-({"error":{"message":"(#100) Tried accessing nonexisting field (category) on node type (User)","type":"OAuthException","code":100}})-";
const QByteArray kXOther = R"({"title":"Unsupported Authentication","detail":"Authenticating with OAuth 2.0 Application-Only is forbidden for this endpoint.","type":"https://api.x.com/2/problems/unsupported-authentication","status":403})";

QByteArray whoAmIOf(const QString &network)
{
    static const QHash<QString, QByteArray> paths = {{u"x"_s, "/2/users/me"},
                                                     {u"reddit"_s, "/api/v1/me?raw_json=1"},
                                                     {u"youtube"_s, "/channels?part=snippet&mine=true"},
                                                     {u"facebook"_s, kMe},
                                                     {u"instagram"_s, kMe}};
    return paths.value(network);
}

QByteArray selfOf(const QString &network)
{
    static const QHash<QString, QString> files = {{u"x"_s, u"x/me.json"_s},
                                                  {u"reddit"_s, u"reddit/me.json"_s},
                                                  {u"youtube"_s, u"youtube/channel.json"_s},
                                                  {u"facebook"_s, u"facebook/page.json"_s},
                                                  {u"instagram"_s, u"facebook/page.json"_s}};
    return ownFixture(files.value(network));
}

} // namespace

class AppSignInTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aPastedTokenSaysItselfWhoseItIs_data();
    void aPastedTokenSaysItselfWhoseItIs();
    void theTokenOfAnAppReadsForTheAccountThatIsNamed();
    void theTokenOfAnAppNeedsAHandle();
    void aPersonsTokenOpensThePageThatIsMeant_data();
    void aPersonsTokenOpensThePageThatIsMeant();
    void whatIsMissingIsSaid_data();
    void whatIsMissingIsSaid();
    void aPersonAgreesInTheBrowserAndTheCodeComesBack_data();
    void aPersonAgreesInTheBrowserAndTheCodeComesBack();
    void aCodeThatIsNotTakenIsToldAsSuch_data();
    void aCodeThatIsNotTakenIsToldAsSuch();
    void aPastedTokenThatHasRunOutIsRenewed();
    void whatCannotBeAskedIsNotAsked_data();
    void whatCannotBeAskedIsNotAsked();
    void cancellingEndsASignInOnce();
    void everyFormSaysWhatItNeeds();
    void nothingSecretIsLoggedOrAsked();

private:
    void start(const QString &network, SignInRequest request)
    {
        m_rules = *networks::appRulesOf(network);
        m_rules.port = 0; // tests run side by side
        m_signIn = std::make_unique<AppSignIn>(m_rules, *m_http, m_clock, nullptr);
        m_pages = std::make_unique<QSignalSpy>(m_signIn.get(), &AppSignIn::needsBrowser);
        m_ends = std::make_unique<QSignalSpy>(m_signIn.get(), &AppSignIn::finished);
        request.network = network;
        request.server = m_network->url({});
        request.options.insert(u"token_url"_s, m_network->url(u"/token"_s).toString());
        m_signIn->start(request);
        QCOMPARE(m_ends->size(), 0);
    }
    [[nodiscard]] Result<Credentials> end()
    {
        [this] { QTRY_COMPARE(m_ends->size(), 1); }();
        return m_ends->isEmpty() ? Result<Credentials>(fail(ErrorKind::Internal, {}))
                                 : m_ends->at(0).at(0).value<Result<Credentials>>();
    }
    [[nodiscard]] QUrlQuery page()
    {
        [this] { QTRY_COMPARE(m_pages->size(), 1); }();
        return QUrlQuery(m_pages->value(0).value(0).toUrl());
    }
    [[nodiscard]] static QString in(const QUrlQuery &query, const QString &name)
    {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    }
    /// The browser comes back with a code.
    void agree(const QUrlQuery &asked)
    {
        const QUrl redirect(in(asked, u"redirect_uri"_s));
        m_browser = std::make_unique<QTcpSocket>();
        m_browser->connectToHost(redirect.host(), quint16(redirect.port()));
        QTRY_COMPARE(m_browser->state(), QTcpSocket::ConnectedState);
        m_browser->write("GET " + redirect.path().toUtf8() + "?code=c0de-1&state=" + in(asked, u"state"_s).toUtf8() + " HTTP/1.1\r\n\r\n");
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    AppRules m_rules;
    std::unique_ptr<AppSignIn> m_signIn;
    std::unique_ptr<QSignalSpy> m_pages;
    std::unique_ptr<QSignalSpy> m_ends;
    std::unique_ptr<QTcpSocket> m_browser;
};

void AppSignInTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
}

void AppSignInTest::cleanup()
{
    m_network->verify();
    m_browser.reset();
    m_signIn.reset();
    m_http.reset();
    m_network.reset();
}

void AppSignInTest::aPastedTokenSaysItselfWhoseItIs_data()
{
    QTest::addColumn<QString>("handle");
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("name");
    QTest::newRow("x") << u"@LumioCare"_s << u"777"_s << u"Lumio Care"_s;
    QTest::newRow("reddit") << u"u/lumio_care"_s << u"k7q2lm"_s << u"lumio_care"_s;
    QTest::newRow("youtube") << u"@lumio"_s << u"UClumio0000000000000000A"_s << u"Lumio"_s;
    QTest::newRow("facebook") << u"lumiofrance"_s << u"100200300"_s << u"Lumio France"_s;
    QTest::newRow("instagram") << u"@lumio.fr"_s << u"17841400000000001"_s << u"Lumio France"_s;
}

void AppSignInTest::aPastedTokenSaysItselfWhoseItIs()
{
    const QString network = QString::fromLatin1(QTest::currentDataTag());
    QFETCH(QString, handle);
    QFETCH(QString, id);
    QFETCH(QString, name);
    m_network->expect(whoAmIOf(network), {.body = selfOf(network)});
    start(network, {.identifier = u"@somebody.else"_s, .password = " t0k-pasted\n"});
    const auto account = end();
    QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
    QCOMPARE(account->network, network);
    QCOMPARE(account->handle, handle);
    QCOMPARE(account->userId, id);
    QCOMPARE(account->displayName, name);
    QCOMPARE(account->accessToken, "t0k-pasted");
    QCOMPARE(account->baseUrl, m_network->url({}));
    QVERIFY(!account->options.contains(u"app_only"_s));
    QCOMPARE(m_network->requests().at(0).headers.value("authorization"), "Bearer t0k-pasted");
    QVERIFY(Credentials::fromJson(account->toJson()) == *account);
}

void AppSignInTest::theTokenOfAnAppReadsForTheAccountThatIsNamed()
{
    m_network->expect("/2/users/me", {.status = 403, .body = kXOther});
    m_network->expect("/2/users/by/username/LumioCare", {.body = selfOf(u"x"_s)});
    start(u"x"_s, {.identifier = u"@LumioCare"_s, .password = "t0k-app"});
    const auto credentials = end();
    QVERIFY(credentials);
    QCOMPARE(credentials->userId, u"777"_s);
    QVERIFY(credentials->options.value(u"app_only"_s).toBool());
    networks::Account account(*credentials);
    const std::unique_ptr<networks::Sender> sender(networks::makeSender(account, *m_http, m_clock, nullptr));
    std::optional<Result<QByteArray>> prepared;
    sender->prepare({.text = u"Bonjour"_s, .parentId = u"5"_s}, [&](const Result<QByteArray> &result) { prepared = result; });
    QTRY_VERIFY(prepared);
    QVERIFY(!*prepared);
    QVERIFY(prepared->error().detail.contains(u"may read, but not publish"_s));
}

void AppSignInTest::theTokenOfAnAppNeedsAHandle()
{
    m_network->expect("/2/users/me", {.status = 403, .body = kXOther});
    start(u"x"_s, {.password = "t0k-app"});
    const auto credentials = end();
    QVERIFY(!credentials);
    QCOMPARE(credentials.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(credentials.error().detail.contains(u"handle"_s));
}

void AppSignInTest::aPersonsTokenOpensThePageThatIsMeant_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("identifier");
    QTest::addColumn<QString>("handle"); ///< empty: refused
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &network, const QString &identifier, const QString &handle,
                        const QByteArray &token, const QString &said = {}) {
        QTest::newRow(name) << network << identifier << handle << token << said;
    };
    row("by name", u"facebook"_s, u"lumio belgique"_s, u"Lumio Belgique"_s, "page-token-be");
    row("by user name", u"facebook"_s, u"@LumioFrance"_s, u"lumiofrance"_s, "page-token-fr");
    row("by id", u"facebook"_s, u"100200301"_s, u"Lumio Belgique"_s, "page-token-be");
    row("by its Instagram name", u"instagram"_s, u"@lumio.fr"_s, u"@lumio.fr"_s, "page-token-fr");
    row("not said", u"facebook"_s, {}, {}, {}, u"say which page is meant: Lumio France, Lumio Belgique"_s);
    row("none of them", u"facebook"_s, u"Autre"_s, {}, {}, u"say which page is meant: Lumio France, Lumio Belgique"_s);
    row("without Instagram", u"instagram"_s, u"Lumio Belgique"_s, {}, {},
        u"no Instagram professional account is linked to the page Lumio Belgique"_s);
}

void AppSignInTest::aPersonsTokenOpensThePageThatIsMeant()
{
    QFETCH(QString, network);
    QFETCH(QString, identifier);
    QFETCH(QString, handle);
    QFETCH(QByteArray, token);
    QFETCH(QString, said);
    m_network->expect(kMe, {.status = 400, .body = kMetaOther});
    m_network->expect(kPages, {.body = ownFixture(u"facebook/pages.json"_s)});
    start(network, {.identifier = identifier, .password = "t0k-person"});
    const auto account = end();
    QCOMPARE(bool(account), !handle.isEmpty());
    if (!account) {
        QCOMPARE(account.error().detail, said);
        return;
    }
    QCOMPARE(account->handle, handle);
    QCOMPARE(account->accessToken, token);
}

void AppSignInTest::whatIsMissingIsSaid_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, const QString &network, int status, const QByteArray &body, ErrorKind kind,
                        const QString &said) { QTest::newRow(name) << network << status << body << kind << said; };
    const QString wrong = u"the network does not take this token: it is wrong, or has run out"_s;
    row("wrong for X", u"x"_s, 401, R"({"title":"Unauthorized","status":401})", ErrorKind::Unauthorized, wrong);
    row("wrong for Reddit", u"reddit"_s, 401, R"({"message":"Unauthorized","error":401})", ErrorKind::Unauthorized, wrong);
    row("wrong for YouTube", u"youtube"_s, 401, R"({"error":{"code":401,"message":"Invalid Credentials"}})",
        ErrorKind::Unauthorized, wrong);
    row("run out for Meta", u"facebook"_s, 400,
        R"({"error":{"message":"Error validating access token: Session has expired","type":"OAuthException","code":190}})",
        ErrorKind::Unauthorized, wrong);
    row("no right for X", u"x"_s, 403, R"({"title":"Forbidden","detail":"missing scope"})", ErrorKind::Unauthorized,
        u"this token lacks a right; it needs: tweet.read, users.read, tweet.write, offline.access"_s);
    row("no right for Reddit", u"reddit"_s, 403, R"({"message":"Forbidden","error":403})", ErrorKind::Unauthorized,
        u"this token lacks a right; it needs: identity, read, privatemessages, history, submit, edit"_s);
    row("no right for YouTube", u"youtube"_s, 403,
        R"({"error":{"errors":[{"reason":"insufficientPermissions","message":"Insufficient Permission"}],"code":403}})",
        ErrorKind::Unauthorized, u"this token lacks a right; it needs: https://www.googleapis.com/auth/youtube.force-ssl"_s);
    row("no right for Meta", u"instagram"_s, 400,
        R"-({"error":{"message":"(#10) needs permission","type":"OAuthException","code":10}})-", ErrorKind::Unauthorized,
        u"this token lacks a right; it needs: pages_show_list, pages_read_engagement, pages_manage_engagement, instagram_basic, instagram_manage_comments"_s);
    row("nothing left for YouTube", u"youtube"_s, 403,
        R"({"error":{"errors":[{"reason":"quotaExceeded","message":"The quota is used up"}],"code":403}})",
        ErrorKind::RateLimited, {});
    row("no channel", u"youtube"_s, 200, R"({"items":[]})", ErrorKind::NotFound, u"this Google account has no YouTube channel"_s);
    row("limited", u"x"_s, 429, "", ErrorKind::RateLimited, {});
    row("down", u"reddit"_s, 503, "<html>", ErrorKind::Network, {});
    row("nobody", u"x"_s, 200, "{}", ErrorKind::Parse, {});
    row("HTML", u"youtube"_s, 200, "<html>", ErrorKind::Parse, {});
}

void AppSignInTest::whatIsMissingIsSaid()
{
    QFETCH(QString, network);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, said);
    m_network->expect(whoAmIOf(network), {.status = status, .body = body});
    start(network, {.password = "t0k-bad"});
    const auto account = end();
    QVERIFY(!account);
    QCOMPARE(account.error().kind, kind);
    if (!said.isEmpty())
        QCOMPARE(account.error().detail, said);
    QVERIFY(!account.error().detail.contains(u"t0k"_s));
}

void AppSignInTest::aPersonAgreesInTheBrowserAndTheCodeComesBack_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<QString>("more"); ///< what only this network is asked
    QTest::addColumn<bool>("isClientInHeader");
    QTest::newRow("x") << u"https://x.com/i/oauth2/authorize"_s << u"scope=tweet.read users.read tweet.write offline.access"_s << false;
    QTest::newRow("reddit") << u"https://www.reddit.com/api/v1/authorize"_s << u"duration=permanent"_s << true;
    QTest::newRow("youtube") << u"https://accounts.google.com/o/oauth2/v2/auth"_s << u"access_type=offline"_s << false;
}

void AppSignInTest::aPersonAgreesInTheBrowserAndTheCodeComesBack()
{
    const QString network = QString::fromLatin1(QTest::currentDataTag());
    QFETCH(QString, page);
    QFETCH(QString, more);
    QFETCH(bool, isClientInHeader);
    m_network->expect("/token", {.body = R"({"access_token":"t0k-access","refresh_token":"t0k-refresh","token_type":"bearer","expires_in":7200})"});
    m_network->expect(whoAmIOf(network), {.body = selfOf(network)});
    start(network, {.clientId = "desk-app", .clientSecret = network == u"youtube" ? "no-secret" : ""});
    const QUrlQuery asked = this->page();
    QCOMPARE(m_pages->at(0).at(0).toUrl().adjusted(QUrl::RemoveQuery).toString(), page);
    QCOMPARE(in(asked, u"client_id"_s), u"desk-app"_s);
    QCOMPARE(in(asked, u"response_type"_s), u"code"_s);
    QCOMPARE(in(asked, u"code_challenge_method"_s), u"S256"_s);
    QVERIFY(in(asked, u"state"_s).size() >= 32);
    QCOMPARE(in(asked, more.section(u'=', 0, 0)), more.section(u'=', 1));
    QCOMPARE(QUrl(in(asked, u"redirect_uri"_s)).host(), u"127.0.0.1"_s);
    agree(asked);
    const auto account = end();
    QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
    const FakeRequest exchange = m_network->requests().at(0);
    const QUrlQuery sent(QString::fromUtf8(exchange.body));
    QCOMPARE(exchange.method, "POST");
    QCOMPARE(in(sent, u"grant_type"_s), u"authorization_code"_s);
    QCOMPARE(in(sent, u"code"_s), u"c0de-1"_s);
    QCOMPARE(in(sent, u"redirect_uri"_s), in(asked, u"redirect_uri"_s));
    QCOMPARE(networks::pkceChallenge(in(sent, u"code_verifier"_s).toLatin1()), in(asked, u"code_challenge"_s).toLatin1());
    QCOMPARE(exchange.headers.value("authorization"), isClientInHeader ? "Basic " + QByteArray("desk-app:").toBase64() : QByteArray());
    QCOMPARE(in(sent, u"client_id"_s), isClientInHeader ? QString() : u"desk-app"_s);
    QCOMPARE(in(sent, u"client_secret"_s), network == u"youtube" ? u"no-secret"_s : QString());
    QCOMPARE(account->accessToken, "t0k-access");
    QCOMPARE(account->refreshToken, "t0k-refresh");
    QCOMPARE(account->clientId, "desk-app");
    QVERIFY(!account->handle.isEmpty());
    QTcpServer free; // the listener is gone
    QVERIFY(free.listen(QHostAddress::LocalHost, quint16(QUrl(in(asked, u"redirect_uri"_s)).port())));
}

void AppSignInTest::aCodeThatIsNotTakenIsToldAsSuch_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("said");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind, const QString &said) {
        QTest::newRow(name) << status << body << kind << said;
    };
    row("too late", 400, R"({"error":"invalid_grant","error_description":"t0k"})", ErrorKind::Unauthorized,
        u"the network refused the sign-in (invalid_grant): sign in again"_s);
    row("said with a success", 200, R"({"error":"invalid_grant"})", ErrorKind::Unauthorized,
        u"the network refused the sign-in (invalid_grant): sign in again"_s);
    row("a sentence for a code", 400, R"({"error":"the code t0k was used"})", ErrorKind::Unauthorized,
        u"the network refused the sign-in (error): sign in again"_s);
    row("another app", 401, R"({"error":"invalid_client"})", ErrorKind::Unauthorized,
        u"the network does not know this client ID, or wants its secret"_s);
    row("a number", 401, R"({"message":"Unauthorized","error":401})", ErrorKind::Unauthorized,
        u"the network does not know this client ID, or wants its secret"_s);
    row("less than asked for", 200, R"({"access_token":"a","refresh_token":"b","scope":"tweet.read users.read"})",
        ErrorKind::Unauthorized, u"the sign-in lacks these rights: tweet.write, offline.access"_s);
    row("for two hours", 200, R"({"access_token":"a"})", ErrorKind::Unauthorized,
        u"the network gave no right to stay signed in"_s);
    row("no token", 200, R"({"refresh_token":"b"})", ErrorKind::Parse, {});
    row("a token that breaks a header", 200, R"({"access_token":"a\r\nb","refresh_token":"b"})", ErrorKind::Parse, {});
    row("HTML", 200, "<html>", ErrorKind::Parse, {});
    row("limited", 429, "", ErrorKind::RateLimited, {});
    row("down", 502, "<html>", ErrorKind::Network, {});
}

void AppSignInTest::aCodeThatIsNotTakenIsToldAsSuch()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(ErrorKind, kind);
    QFETCH(QString, said);
    m_network->expect("/token", {.status = status, .body = body});
    start(u"x"_s, {.clientId = "desk-app"});
    (void)page();
    m_signIn->enterCode(u"c0de-2"_s);
    m_signIn->enterCode(u"c0de-2"_s); // a double click
    const auto account = end();
    QVERIFY(!account);
    QCOMPARE(account.error().kind, kind);
    if (!said.isEmpty())
        QCOMPARE(account.error().detail, said);
    QVERIFY(!account.error().detail.contains(u"t0k"_s));
    QCOMPARE(m_network->requests().size(), 1);
}

void AppSignInTest::aPastedTokenThatHasRunOutIsRenewed()
{
    m_network->expect("/2/users/me", {.status = 401, .body = R"({"title":"Unauthorized"})"});
    m_network->expect("/token", {.body = R"({"access_token":"t0k-new","refresh_token":"t0k-next"})"});
    m_network->expect("/2/users/me", {.body = selfOf(u"x"_s)});
    start(u"x"_s, {.password = "t0k-old", .refreshToken = "t0k-refresh", .clientId = "desk-app"});
    const auto account = end();
    QVERIFY(account);
    QCOMPARE(account->accessToken, "t0k-new");
    QCOMPARE(account->refreshToken, "t0k-next");
    QVERIFY(m_network->requests().at(1).body.contains("refresh_token=t0k-refresh"));
}

void AppSignInTest::whatCannotBeAskedIsNotAsked_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QByteArray>("refreshToken");
    QTest::addColumn<QByteArray>("clientId");
    QTest::newRow("nothing") << u"x"_s << QByteArray() << QByteArray() << QByteArray();
    QTest::newRow("no browser there") << u"facebook"_s << QByteArray() << QByteArray() << QByteArray("desk-app");
    QTest::newRow("a sentence") << u"x"_s << QByteArray("le jeton est abc") << QByteArray() << QByteArray();
    QTest::newRow("two lines") << u"reddit"_s << QByteArray("abc\r\nX-Evil: 1") << QByteArray() << QByteArray();
    QTest::newRow("no ASCII") << u"youtube"_s << QByteArray("jeton-\xC3\xA9") << QByteArray() << QByteArray();
    QTest::newRow("cannot be renewed") << u"reddit"_s << QByteArray("abc") << QByteArray("def") << QByteArray();
}

void AppSignInTest::whatCannotBeAskedIsNotAsked()
{
    QFETCH(QString, network);
    QFETCH(QByteArray, token);
    QFETCH(QByteArray, refreshToken);
    QFETCH(QByteArray, clientId);
    start(network, {.password = token, .refreshToken = refreshToken, .clientId = clientId});
    const auto account = end();
    QVERIFY(!account);
    QCOMPARE(account.error().kind, ErrorKind::InvalidArgument);
    QVERIFY(m_network->requests().isEmpty());
}

void AppSignInTest::cancellingEndsASignInOnce()
{
    start(u"reddit"_s, {.clientId = "desk-app"});
    const QUrl redirect(in(page(), u"redirect_uri"_s));
    m_signIn->cancel();
    m_signIn->cancel();
    QCOMPARE(end().error().kind, ErrorKind::Cancelled);
    m_signIn->enterCode(u"c0de"_s);
    QTest::qWait(20);
    QCOMPARE(m_ends->size(), 1);
    QTcpServer free;
    QVERIFY(free.listen(QHostAddress::LocalHost, quint16(redirect.port())));
}

void AppSignInTest::everyFormSaysWhatItNeeds()
{
    const auto x = networks::signInFormOf(u"x");
    QVERIFY(x && x->usesBrowser && x->takesToken && x->takesClientId && x->takesHandle && !x->takesClientSecret);
    QCOMPARE(x->redirect, u"http://127.0.0.1:17823/signed-in"_s);
    const auto youTube = networks::signInFormOf(u"youtube");
    QVERIFY(youTube && youTube->usesBrowser && youTube->takesClientSecret && !youTube->takesHandle);
    QCOMPARE(youTube->redirect, QString()); // any port
    const auto facebook = networks::signInFormOf(u"facebook");
    QVERIFY(facebook && !facebook->usesBrowser && facebook->takesToken && !facebook->takesClientId && facebook->takesHandle);
    QVERIFY(facebook->rights.contains(u"pages_manage_engagement"_s));
    for (const QString &network : {u"x"_s, u"reddit"_s, u"youtube"_s, u"facebook"_s, u"instagram"_s})
        QVERIFY2(networks::networksWithSignIn().contains(network), qPrintable(network));
}

void AppSignInTest::nothingSecretIsLoggedOrAsked()
{
    const LogCatcher log;
    m_network->expect("/token", {.body = R"({"access_token":"t0k-access","refresh_token":"t0k-refresh"})"});
    m_network->expect("/2/users/me", {.status = 401, .body = R"({"title":"t0k-access is wrong"})"});
    m_network->expect("/token", {.status = 400, .body = R"({"error":"invalid_grant","error_description":"t0k-refresh"})"});
    start(u"x"_s, {.clientId = "desk-app", .clientSecret = "t0k-secret"});
    agree(page());
    const auto account = end();
    QVERIFY(!account);
    qWarning("the reason, as a log gets it: %s", qPrintable(account.error().detail));
    QVERIFY(log.text().contains(u"as a log gets it"_s));
    QVERIFY2(!log.text().contains(u"t0k"_s), qPrintable(log.text()));
    QVERIFY(!log.text().contains(u"c0de-1"_s));
    for (const FakeRequest &request : m_network->requests())
        QVERIFY2(!request.target.contains("t0k"), request.target.constData());
    QVERIFY(!m_pages->at(0).at(0).toUrl().toString().contains(u"t0k"_s));
}

QTEST_GUILESS_MAIN(AppSignInTest)
#include "tst_appsignin.moc"
