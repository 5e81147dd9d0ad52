// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/blueskyanswers.h"
#include "networks/blueskysession.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::BlueskySession;
using networks::Credentials;
using networks::Departure;
using networks::HttpClient;
using networks::XrpcCall;
using networks::XrpcReply;

namespace
{

const QString kDid = u"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"_s;

FakeAnswer newTokens(const QString &did = kDid)
{
    return ok({{u"accessJwt"_s, u"access2"_s}, {u"refreshJwt"_s, u"refresh2"_s}, {u"did"_s, did},
               {u"handle"_s, u"marque.exemple.org"_s}});
}

const XrpcCall kCall{.method = u"test.vigie.first"_s};

} // namespace

class BlueskySessionTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aCallCarriesItsTokenAndParameters();
    void anExpiredTokenIsRenewedOnceForAllWhoWait();
    void aRenewedTokenThatHasExpiredTooIsNotRenewedAgain();
    void whatTheNetworkNoLongerKnowsIsSignedOut_data();
    void whatTheNetworkNoLongerKnowsIsSignedOut();
    void aRenewalThatIsRefusedSignsOut_data();
    void aRenewalThatIsRefusedSignsOut();
    void aRenewalThatFailsKeepsTheAccount_data();
    void aRenewalThatFailsKeepsTheAccount();
    void theMessagesServiceMayRefuseWithoutSigningOut();
    void nothingSecretGoesUnencryptedElsewhere();
    void aGoneContextIsNotCalled();
    void errorsAreNamedByTheirCodeAlone_data();
    void errorsAreNamedByTheirCodeAlone();
    void servicesAreSettings();

private:
    struct Told {
        int calls = 0;
        std::optional<Result<XrpcReply>> reply;
        Departure departure = Departure::Possible;
    };
    void call(const XrpcCall &what, Told &told)
    {
        BlueskySession::of(*m_account, *m_http, m_clock).call(what, this, [&told](const Result<XrpcReply> &reply) {
            ++told.calls;
            told.reply = reply;
        });
    }
    void callOnce(const XrpcCall &what, Told &told)
    {
        BlueskySession::of(*m_account, *m_http, m_clock)
            .callOnce(what, this, [&told](const Result<XrpcReply> &reply, Departure departure) {
                ++told.calls;
                told.reply = reply;
                told.departure = departure;
            });
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Account> m_account;
};

void BlueskySessionTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_account = std::make_unique<Account>(Credentials{.network = u"bluesky"_s,
                                                      .baseUrl = m_network->url({}),
                                                      .handle = u"marque.exemple.org"_s,
                                                      .userId = kDid,
                                                      .accessToken = "access1",
                                                      .refreshToken = "refresh1"});
}

void BlueskySessionTest::cleanup()
{
    m_network->verify();
    m_account.reset();
    m_http.reset();
}

void BlueskySessionTest::aCallCarriesItsTokenAndParameters()
{
    m_network->expect("/xrpc/test.vigie.first?q=a%2Bb%20%26%20%23c%C3%A9&q=2", ok({{u"x"_s, 1}}));
    m_network->expect("/xrpc/test.vigie.second", ok({}));
    Told first;
    Told second;
    call({.method = u"test.vigie.first"_s, .parameters = {{u"q"_s, u"a+b & #cé"_s}, {u"q"_s, u"2"_s}}}, first);
    call({.method = u"test.vigie.second"_s, .body = "{}", .isProcedure = true, .proxy = "did:web:x#y"}, second);
    QCOMPARE(first.calls, 0);
    QTRY_COMPARE(second.calls, 1);
    QVERIFY(*first.reply && (*first.reply)->isSuccess());
    QCOMPARE((*first.reply)->json().value(u"x").toInt(), 1);
    QCOMPARE(m_network->requests().at(0).headers.value("authorization"), "Bearer access1");
    QCOMPARE(m_network->requests().at(1).method, "POST");
    QCOMPARE(m_network->requests().at(1).headers.value("content-type"), "application/json");
    QCOMPARE(m_network->requests().at(1).headers.value("atproto-proxy"), "did:web:x#y");
}

void BlueskySessionTest::anExpiredTokenIsRenewedOnceForAllWhoWait()
{
    for (const QByteArray name : {"first", "second", "third"}) {
        m_network->expect("/xrpc/test.vigie." + name, refusal(400, u"ExpiredToken"_s));
        m_network->expect("/xrpc/test.vigie." + name, ok({}));
    }
    m_network->expect("/xrpc/com.atproto.server.refreshSession", newTokens());
    QSignalSpy renewed(m_account.get(), &Account::renewed);
    Told first;
    Told second;
    Told third;
    call(kCall, first);
    call({.method = u"test.vigie.second"_s}, second);
    callOnce({.method = u"test.vigie.third"_s, .body = "{\"a\":1}", .isProcedure = true}, third);
    QTRY_COMPARE(first.calls + second.calls + third.calls, 3);
    QVERIFY((*first.reply)->isSuccess() && (*second.reply)->isSuccess() && (*third.reply)->isSuccess());
    QCOMPARE(renewed.size(), 1);
    QCOMPARE(m_account->credentials().accessToken, "access2");
    QCOMPARE(m_account->credentials().refreshToken, "refresh2");
    QList<QByteArray> bodies;
    for (const FakeRequest &request : m_network->requests()) {
        if (request.target.endsWith("refreshSession"))
            QCOMPARE(request.headers.value("authorization"), "Bearer refresh1");
        if (request.target.endsWith("third"))
            bodies.append(request.body);
    }
    QCOMPARE(bodies, (QList<QByteArray>{"{\"a\":1}", "{\"a\":1}"}));
}

void BlueskySessionTest::aRenewedTokenThatHasExpiredTooIsNotRenewedAgain()
{
    m_network->expect("/xrpc/test.vigie.first", refusal(400, u"ExpiredToken"_s));
    m_network->expect("/xrpc/com.atproto.server.refreshSession", newTokens());
    m_network->expect("/xrpc/test.vigie.first", refusal(400, u"ExpiredToken"_s));
    Told told;
    call(kCall, told);
    QTRY_COMPARE(told.calls, 1);
    QCOMPARE((*told.reply)->error(m_clock.now()).kind, ErrorKind::Unauthorized);
    QVERIFY(!m_account->isSignedIn());
}

void BlueskySessionTest::whatTheNetworkNoLongerKnowsIsSignedOut_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("a token it never gave") << 400 << u"InvalidToken"_s;
    QTest::newRow("no token") << 401 << u"AuthMissing"_s;
    QTest::newRow("taken down") << 401 << u"AccountTakedown"_s;
    QTest::newRow("no code") << 401 << QString();
}

void BlueskySessionTest::whatTheNetworkNoLongerKnowsIsSignedOut()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    m_network->expect("/xrpc/test.vigie.first", refusal(status, code));
    QSignalSpy signedOut(m_account.get(), &Account::signedOut);
    Told told;
    call(kCall, told);
    QTRY_COMPARE(told.calls, 1);
    QCOMPARE(signedOut.size(), 1);
    QCOMPARE((*told.reply)->error(m_clock.now()).kind, ErrorKind::Unauthorized);
    Told again; // nothing is asked any more
    callOnce(kCall, again);
    QCOMPARE(again.calls, 0);
    QTRY_COMPARE(again.calls, 1);
    QVERIFY(!*again.reply);
    QCOMPARE(again.reply->error().kind, ErrorKind::Unauthorized);
    QCOMPARE(again.departure, Departure::Nothing);
}

void BlueskySessionTest::aRenewalThatIsRefusedSignsOut_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::newRow("expired too") << 400 << u"ExpiredToken"_s;
    QTest::newRow("taken back") << 400 << u"InvalidToken"_s;
    QTest::newRow("taken down") << 401 << u"AccountTakedown"_s;
}

void BlueskySessionTest::aRenewalThatIsRefusedSignsOut()
{
    QFETCH(int, status);
    QFETCH(QString, code);
    m_network->expect("/xrpc/test.vigie.first", refusal(400, u"ExpiredToken"_s));
    m_network->expect("/xrpc/com.atproto.server.refreshSession", refusal(status, code));
    Told told;
    callOnce(kCall, told);
    QTRY_COMPARE(told.calls, 1);
    QVERIFY(!*told.reply);
    QCOMPARE(told.reply->error().kind, ErrorKind::Unauthorized);
    QCOMPARE(told.departure, Departure::Nothing);
    QVERIFY(!m_account->isSignedIn());
}

void BlueskySessionTest::aRenewalThatFailsKeepsTheAccount_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("broken server") << 0;
    QTest::newRow("hangup") << 1;
    QTest::newRow("someone else's tokens") << 2;
    QTest::newRow("no tokens") << 3;
    QTest::newRow("too many requests") << 4;
}

void BlueskySessionTest::aRenewalThatFailsKeepsTheAccount()
{
    QFETCH(int, kind);
    const FakeAnswer answers[] = {refusal(500, u"InternalServerError"_s),
                                  {.kind = FakeAnswer::Kind::Hangup},
                                  newTokens(u"did:plc:zzzzzzzzzzzzzzzzzzzzzzzz"_s),
                                  {.body = "<html>bonjour</html>"},
                                  {.status = 429, .headers = {{"Retry-After", "7"}}}};
    m_network->expect("/xrpc/test.vigie.first", refusal(400, u"ExpiredToken"_s));
    m_network->expect("/xrpc/com.atproto.server.refreshSession", answers[kind]);
    if (kind == 1) // the transport asks once more by itself, and may
        m_network->expect("/xrpc/com.atproto.server.refreshSession", refusal(500, {}));
    Told told;
    callOnce(kCall, told);
    QTRY_COMPARE(told.calls, 1);
    QVERIFY(!*told.reply);
    QVERIFY(told.reply->error().kind != ErrorKind::Unauthorized);
    QCOMPARE(told.departure, Departure::Nothing);
    QVERIFY(m_account->isSignedIn());
    QCOMPARE(m_account->credentials().refreshToken, "refresh1");
    if (kind == 4)
        QCOMPARE(told.reply->error().retryAfter, 7s);
}

void BlueskySessionTest::theMessagesServiceMayRefuseWithoutSigningOut()
{
    m_network->expect("/xrpc/test.vigie.first", refusal(400, u"InvalidToken"_s));
    Told told;
    call({.method = u"test.vigie.first"_s, .proxy = "did:web:x#y"}, told);
    QTRY_COMPARE(told.calls, 1);
    QVERIFY(m_account->isSignedIn());
}

void BlueskySessionTest::nothingSecretGoesUnencryptedElsewhere()
{
    Credentials credentials = m_account->credentials();
    credentials.baseUrl = QUrl(u"http://pds.exemple.org"_s);
    m_account = std::make_unique<Account>(credentials);
    Told told;
    Told once;
    call(kCall, told);
    callOnce(kCall, once);
    QTRY_COMPARE(told.calls + once.calls, 2);
    QCOMPARE(told.reply->error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(once.reply->error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(once.departure, Departure::Nothing);
}

void BlueskySessionTest::aGoneContextIsNotCalled()
{
    m_network->expect("/xrpc/test.vigie.first", {.kind = FakeAnswer::Kind::Silence});
    m_network->expect("/xrpc/test.vigie.second", ok({}));
    bool wasCalled = false;
    auto context = std::make_unique<QObject>();
    BlueskySession::of(*m_account, *m_http, m_clock)
        .call(kCall, context.get(), [&wasCalled](const Result<XrpcReply> &) { wasCalled = true; });
    QTRY_COMPARE(m_network->requests().size(), 1);
    context.reset();
    Told told; // and the queue of the host goes on at once
    call({.method = u"test.vigie.second"_s}, told);
    QTRY_COMPARE(told.calls, 1);
    QVERIFY(!wasCalled);
}

void BlueskySessionTest::errorsAreNamedByTheirCodeAlone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind, const QString &detail) {
        QTest::newRow(name) << status << body << kind << detail;
    };
    row("record", 400, R"({"error":"RecordNotFound"})", ErrorKind::NotFound, u"the server answers RecordNotFound"_s);
    row("token", 400, R"({"error":"ExpiredToken"})", ErrorKind::Unauthorized, u"the server answers ExpiredToken"_s);
    row("upstream", 502, R"({"error":"UpstreamFailure"})", ErrorKind::Network, u"the server answers UpstreamFailure"_s);
    row("limit", 429, R"({"error":"RateLimitExceeded"})", ErrorKind::RateLimited,
        u"the server answers RateLimitExceeded"_s);
    row("empty", 404, "", ErrorKind::NotFound, u"HTTP status 404"_s);
    row("HTML", 503, "<h1>non</h1>", ErrorKind::Network, u"HTTP status 503"_s);
    row("an object where a word was expected", 400, R"({"error":{"message":"x"}})", ErrorKind::Network,
        u"HTTP status 400"_s);
    row("a sentence that could hold anything", 400, R"({"error":"le jeton abc.def a servi"})", ErrorKind::Network,
        u"HTTP status 400"_s);
}

void BlueskySessionTest::errorsAreNamedByTheirCodeAlone()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    networks::HttpResponse response;
    response.status = status;
    response.body = body;
    const Error error = XrpcReply(response).error(m_clock.now());
    QTEST(error.kind, "kind");
    QTEST(error.detail, "detail");
    QCOMPARE(error.httpStatus, status);
}

void BlueskySessionTest::servicesAreSettings()
{
    const auto usual = networks::BlueskyServices::from({});
    QCOMPARE(usual.plc, QUrl(u"https://plc.directory"_s));
    QCOMPARE(usual.chatProxy, "did:web:api.bsky.chat#bsky_chat");
    const auto own = networks::BlueskyServices::from({{u"plc"_s, u"http://localhost:2582"_s},
                                                      {u"appview"_s, u"http://localhost:2584"_s},
                                                      {u"jetstream"_s, u"ws://localhost:6008/subscribe"_s},
                                                      {u"chat_proxy"_s, u"did:plc:abc#bsky_chat"_s}});
    QCOMPARE(own.plc.port(), 2582);
    QCOMPARE(own.appView.port(), 2584);
    QCOMPARE(own.jetstream.port(), 6008);
    QCOMPARE(own.chatProxy, "did:plc:abc#bsky_chat");
    const auto odd = networks::BlueskyServices::from({{u"plc"_s, 7}, {u"chat_proxy"_s, u"x\r\nAuthorization: y"_s}});
    QCOMPARE(odd.plc, usual.plc);
    QCOMPARE(odd.chatProxy, usual.chatProxy);
}

QTEST_GUILESS_MAIN(BlueskySessionTest)
#include "tst_blueskysession.moc"
