// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/fakenetwork.h"
#include "networks/mastodonsignin.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Credentials;
using networks::HttpClient;
using networks::MastodonOptions;
using networks::MastodonSignIn;
using networks::SignInRequest;

namespace
{

const QByteArray kApp = R"({"client_id":"app","client_secret":"shh"})";
const QByteArray kToken = R"({"access_token":"token-1","token_type":"Bearer","scope":"read write"})";
const QByteArray kSelf = R"({"id":"7","acct":"lumea","username":"lumea"})";
const QByteArray kInstance =
    R"({"domain":"veille.exemple","version":"4.6.4","configuration":{"urls":{"streaming":"wss://flux.veille.exemple"},"statuses":{"max_characters":1500,"characters_reserved_per_url":23}}})";

} // namespace

class MastodonSignInTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void aPersonAgreesInTheBrowserAndTheCodeComesBack();
    void aPersonPastesTheCode();
    void aServerThatKnowsNoLoopbackShowsTheCode();
    void aServerThatWantsJsonGetsIt();
    void aPastedTokenIsEnough();
    void anotherServersWordsAreNotBelieved();
    void aServerThatSaysNothingOfItselfIsSignedInTo();
    void refusalsAreToldAsSuch_data();
    void refusalsAreToldAsSuch();
    void aSlipInPastingEndsNothing();
    void cancellingEndsASignInOnce();
    void whatIsNoServerIsNotCalled_data();
    void whatIsNoServerIsNotCalled();

private:
    void expectSelf()
    {
        m_network->expect("/api/v1/accounts/verify_credentials", {.body = kSelf});
        m_network->expect("/api/v2/instance", {.body = kInstance});
    }
    void expectSoftware(const QByteArray &name)
    {
        m_network->expect("/.well-known/nodeinfo",
                          {.body = R"({"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":")"
                                   + m_network->url(u"/nodeinfo/2.0"_s).toEncoded() + "\"}]}"});
        m_network->expect("/nodeinfo/2.0", {.body = R"({"software":{"name":")" + name + R"(","version":"4.6.4"}})"});
    }
    void start(SignInRequest request = {})
    {
        m_signIn = std::make_unique<MastodonSignIn>(*m_http, m_clock);
        m_pages = std::make_unique<QSignalSpy>(m_signIn.get(), &MastodonSignIn::needsBrowser);
        m_ends = std::make_unique<QSignalSpy>(m_signIn.get(), &MastodonSignIn::finished);
        request.network = u"mastodon"_s;
        if (request.server.isEmpty() && request.identifier.isEmpty())
            request.server = m_network->url(u"/about"_s);
        m_signIn->start(request);
        QCOMPARE(m_ends->size(), 0);
    }
    [[nodiscard]] Result<Credentials> end()
    {
        [this] { QTRY_COMPARE(m_ends->size(), 1); }();
        return m_ends->isEmpty() ? Result<Credentials>(fail(ErrorKind::Internal, {}))
                                 : m_ends->at(0).at(0).value<Result<Credentials>>();
    }
    [[nodiscard]] QUrl page()
    {
        [this] { QTRY_COMPARE(m_pages->size(), 1); }();
        return m_pages->value(0).value(0).toUrl();
    }
    [[nodiscard]] QUrlQuery bodyOf(int request) const { return QUrlQuery(QString::fromUtf8(m_network->requests().at(request).body)); }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<MastodonSignIn> m_signIn;
    std::unique_ptr<QSignalSpy> m_pages;
    std::unique_ptr<QSignalSpy> m_ends;
};

void MastodonSignInTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
}

void MastodonSignInTest::cleanup()
{
    m_signIn.reset();
    m_http.reset();
    m_network.reset();
}

void MastodonSignInTest::aPersonAgreesInTheBrowserAndTheCodeComesBack()
{
    m_network->expect("/api/v1/apps", {.body = kApp});
    m_network->expect("/oauth/token", {.body = kToken});
    expectSelf();
    expectSoftware("Mastodon");
    start();
    const QUrl shown = page();
    QCOMPARE(shown.path(), u"/oauth/authorize"_s);
    const QUrlQuery query(shown);
    const auto value = [&query](const QString &name) { return query.queryItemValue(name, QUrl::FullyDecoded); };
    QCOMPARE(value(u"client_id"_s), u"app"_s);
    QCOMPARE(value(u"code_challenge_method"_s), u"S256"_s);
    const QUrl redirect(value(u"redirect_uri"_s));
    QCOMPARE(redirect.host(), u"127.0.0.1"_s);
    QCOMPARE(bodyOf(0).queryItemValue(u"redirect_uris"_s, QUrl::FullyDecoded), redirect.toString());

    QTcpSocket browser;
    browser.connectToHost(redirect.host(), quint16(redirect.port()));
    QTRY_COMPARE(browser.state(), QTcpSocket::ConnectedState);
    browser.write("GET " + redirect.path().toUtf8() + "?code=code-1&state=" + value(u"state"_s).toUtf8() + " HTTP/1.1\r\n\r\n");
    const auto credentials = end();
    QVERIFY(credentials);
    const QUrlQuery sent = bodyOf(1);
    QCOMPARE(sent.queryItemValue(u"code"_s), u"code-1"_s);
    QCOMPARE(networks::pkceChallenge(sent.queryItemValue(u"code_verifier"_s).toLatin1()), value(u"code_challenge"_s).toLatin1());
    QCOMPARE(credentials->network, u"mastodon"_s);
    QCOMPARE(credentials->baseUrl, m_network->url({}));
    QCOMPARE(credentials->handle, u"@lumea@veille.exemple"_s);
    QCOMPARE(credentials->userId, u"7"_s);
    QCOMPARE(credentials->accessToken, "token-1");
    QCOMPARE(credentials->clientSecret, "shh");
    const MastodonOptions expected{.domain = u"veille.exemple"_s, .software = u"mastodon"_s, .maxCharacters = 1500,
                                   .charactersPerUrl = 23, .streaming = QUrl(u"wss://flux.veille.exemple"_s), .honoursKey = true};
    QVERIFY(MastodonOptions::fromJson(credentials->options) == expected);
    QVERIFY(Credentials::fromJson(credentials->toJson()) == *credentials);
    m_network->verify();
}

void MastodonSignInTest::aPersonPastesTheCode()
{
    m_network->expect("/api/v1/apps", {.body = kApp});
    m_network->expect("/oauth/token", {.body = kToken});
    expectSelf();
    expectSoftware("mastodon");
    start();
    (void)page();
    m_signIn->enterCode(u" code-2 "_s);
    QVERIFY(end());
    QCOMPARE(bodyOf(1).queryItemValue(u"code"_s), u"code-2"_s);
}

void MastodonSignInTest::aServerThatKnowsNoLoopbackShowsTheCode()
{
    m_network->expect("/api/v1/apps", {.status = 422, .body = R"({"error":"redirect"})"});
    m_network->expect("/api/v1/apps", {.status = 422, .body = R"({"error":"redirect"})"});
    m_network->expect("/api/v1/apps", {.body = kApp});
    m_network->expect("/oauth/token", {.body = kToken});
    expectSelf();
    expectSoftware("mastodon");
    start();
    QCOMPARE(QUrlQuery(page()).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded), u"urn:ietf:wg:oauth:2.0:oob"_s);
    m_signIn->enterCode(u"code"_s);
    QVERIFY(end());
    m_network->verify();
}

void MastodonSignInTest::aServerThatWantsJsonGetsIt()
{
    m_network->expect("/api/v1/apps", {.body = R"({"id":"1"})"}); // a form, taken for nothing
    m_network->expect("/api/v1/apps", {.body = kApp});
    start();
    (void)page();
    QCOMPARE(m_network->requests().at(1).headers.value("content-type"), "application/json");
}

void MastodonSignInTest::aPastedTokenIsEnough()
{
    expectSelf();
    expectSoftware("mastodon");
    start({.password = " pasted\n"});
    const auto credentials = end();
    QVERIFY(credentials);
    QCOMPARE(credentials->accessToken, "pasted");
    QCOMPARE(m_network->requests().at(0).headers.value("authorization"), "Bearer pasted");
    QCOMPARE(m_pages->size(), 0);
    m_network->verify();
}

void MastodonSignInTest::anotherServersWordsAreNotBelieved()
{
    m_network->expect("/api/v1/accounts/verify_credentials", {.body = kSelf});
    m_network->expect("/api/v2/instance", {.status = 404, .body = "<html>"});
    m_network->expect("/api/v1/instance", {.body = R"-({"uri":"localhost:8801","version":"4.0.0 (not true; another one)"})-"});
    expectSoftware("snac");
    start({.password = "pasted"});
    const auto credentials = end();
    QVERIFY(credentials);
    const MastodonOptions options = MastodonOptions::fromJson(credentials->options);
    QCOMPARE(options.software, u"snac"_s);
    QVERIFY(!options.honoursKey);
    QCOMPARE(credentials->handle, u"@lumea@localhost:8801"_s);
    m_network->verify();
}

void MastodonSignInTest::aServerThatSaysNothingOfItselfIsSignedInTo()
{
    m_network->expect("/api/v1/accounts/verify_credentials", {.body = kSelf});
    m_network->expect("/api/v2/instance", {.body = "<html>"});
    m_network->expect("/api/v1/instance", {.status = 500});
    m_network->expect("/.well-known/nodeinfo",
                      {.body = R"({"links":[{"rel":"http://nodeinfo.diaspora.software/ns/schema/2.0","href":"https://elsewhere.example/n"}]})"});
    start({.password = "pasted"});
    const auto credentials = end();
    QVERIFY(credentials);
    const MastodonOptions options = MastodonOptions::fromJson(credentials->options);
    QVERIFY(!options.honoursKey);
    QCOMPARE(options.maxCharacters, 0);
    QCOMPARE(credentials->handle, u"@lumea@127.0.0.1:%1"_s.arg(m_network->url({}).port()));
    m_network->verify();
}

void MastodonSignInTest::refusalsAreToldAsSuch_data()
{
    QTest::addColumn<QByteArray>("at");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, const QByteArray &at, int status, const QByteArray &body, ErrorKind kind) {
        QTest::newRow(name) << at << status << body << int(kind);
    };
    row("wrong code", "/oauth/token", 400, R"({"error":"invalid_grant"})", ErrorKind::Unauthorized);
    row("wrong client", "/oauth/token", 401, "", ErrorKind::Unauthorized);
    row("an error inside a success", "/oauth/token", 200, R"({"error":"invalid_grant"})", ErrorKind::Network);
    row("no token", "/oauth/token", 200, R"({"token_type":"Bearer"})", ErrorKind::Parse);
    row("HTML", "/oauth/token", 200, "<html>", ErrorKind::Parse);
    row("limited", "/oauth/token", 429, "", ErrorKind::RateLimited);
    row("token not taken", "/api/v1/accounts/verify_credentials", 401, "", ErrorKind::Unauthorized);
    row("token not taken, by another name", "/api/v1/accounts/verify_credentials", 422, "", ErrorKind::Unauthorized);
    row("down", "/api/v1/accounts/verify_credentials", 502, "<html>", ErrorKind::Network);
    row("nobody", "/api/v1/accounts/verify_credentials", 200, "{}", ErrorKind::Parse);
}

void MastodonSignInTest::refusalsAreToldAsSuch()
{
    QFETCH(QByteArray, at);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    m_network->expect("/api/v1/apps", {.body = kApp});
    if (at != "/oauth/token")
        m_network->expect("/oauth/token", {.body = kToken});
    m_network->expect(at, {.status = status, .body = body});
    start();
    (void)page();
    m_signIn->enterCode(u"code"_s);
    const auto credentials = end();
    QVERIFY(!credentials);
    QCOMPARE(int(credentials.error().kind), kind);
    QVERIFY(!credentials.error().detail.contains(u"shh"_s));
    m_network->verify();
}

void MastodonSignInTest::aSlipInPastingEndsNothing()
{
    m_network->expect("/api/v1/apps", {.body = kApp});
    start();
    m_signIn->enterCode(u"too early"_s);
    (void)page();
    m_signIn->enterCode({});
    m_signIn->enterCode(u"https://veille.exemple/?code=a&state=other"_s);
    QTest::qWait(20);
    QCOMPARE(m_ends->size(), 0);
    m_network->expect("/oauth/token", {.status = 400});
    m_signIn->enterCode(u"code"_s);
    m_signIn->enterCode(u"code"_s); // a double click
    QVERIFY(!end());
    m_network->verify();
}

void MastodonSignInTest::cancellingEndsASignInOnce()
{
    m_network->expect("/api/v1/apps", {.body = kApp});
    start();
    const QUrl redirect(QUrlQuery(page()).queryItemValue(u"redirect_uri"_s, QUrl::FullyDecoded));
    m_signIn->cancel();
    m_signIn->cancel();
    QCOMPARE(end().error().kind, ErrorKind::Cancelled);
    QTest::qWait(20);
    QCOMPARE(m_ends->size(), 1);
    QTcpServer free; // the listener is gone
    QVERIFY(free.listen(QHostAddress::LocalHost, quint16(redirect.port())));
}

void MastodonSignInTest::whatIsNoServerIsNotCalled_data()
{
    QTest::addColumn<QUrl>("server");
    QTest::addColumn<QString>("identifier");
    QTest::newRow("not said") << QUrl() << u"lumea"_s;
    QTest::newRow("unencrypted, far away") << QUrl(u"http://veille.exemple"_s) << QString();
    QTest::newRow("no web address") << QUrl(u"ftp://veille.exemple"_s) << QString();
}

void MastodonSignInTest::whatIsNoServerIsNotCalled()
{
    QFETCH(QUrl, server);
    QFETCH(QString, identifier);
    start({.server = server, .identifier = identifier, .password = "pasted"});
    QCOMPARE(end().error().kind, ErrorKind::InvalidArgument);
    QVERIFY(m_network->requests().isEmpty());
}

QTEST_GUILESS_MAIN(MastodonSignInTest)
#include "tst_mastodonsignin.moc"
