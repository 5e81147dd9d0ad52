// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/blueskyidentity.h"
#include "networks/blueskysession.h"
#include "networks/blueskysignin.h"
#include "networks/fakenetwork.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::BlueskyIdentity;
using networks::BlueskySession;
using networks::Credentials;
using networks::Departure;
using networks::HttpClient;
using networks::XrpcCall;
using networks::XrpcReply;

namespace
{

const QString kDid = u"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"_s;

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

FakeAnswer ok(const QJsonObject &object)
{
    return {.body = json(object)};
}

FakeAnswer refusal(int status, const QString &code)
{
    return {.status = status, .body = json({{u"error"_s, code}, {u"message"_s, u"texte du serveur"_s}})};
}

FakeAnswer newTokens(const QString &did = kDid)
{
    return ok({{u"accessJwt"_s, u"access2"_s}, {u"refreshJwt"_s, u"refresh2"_s}, {u"did"_s, did},
               {u"handle"_s, u"marque.exemple.org"_s}});
}

QJsonObject document(const QUrl &pds, const QString &did = kDid)
{
    return {{u"id"_s, did},
            {u"alsoKnownAs"_s, QJsonArray{u"https://exemple.org"_s, u"at://marque.exemple.org"_s}},
            {u"service"_s, QJsonArray{QJsonObject{{u"id"_s, u"#atproto_pds"_s},
                                                  {u"type"_s, u"AtprotoPersonalDataServer"_s},
                                                  {u"serviceEndpoint"_s, pds.toString()}}}}};
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
    void aDocumentNamesHandleAndServer_data();
    void aDocumentNamesHandleAndServer();
    void documentsAreWhereTheirMethodSays();
    void aNameLeadsToItsServer();
    void aNameThatTheAccountDoesNotClaimIsRefused();
    void signingInKeepsTheSessionAlone();
    void aNameIsEnoughToSignIn();
    void aForeignServerCannotPointAtThisMachine();
    void signingInFails_data();
    void signingInFails();
    void signingInCanBeCancelled();

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
    Result<Credentials> signIn(const networks::SignInRequest &request)
    {
        networks::BlueskySignIn signIn(*m_http, m_clock, nullptr);
        QSignalSpy spy(&signIn, &networks::SignIn::finished);
        signIn.start(request);
        [&spy] { QTRY_COMPARE(spy.size(), 1); }();
        return spy.isEmpty() ? Result<Credentials>(fail(ErrorKind::Internal, u"nothing came"_s))
                             : spy.at(0).at(0).value<Result<Credentials>>();
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

void BlueskySessionTest::aDocumentNamesHandleAndServer_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("pds"); // empty: an error
    QTest::newRow("usual") << json(document(QUrl(u"https://pds.exemple.org"_s))) << u"https://pds.exemple.org"_s;
    QJsonObject full = document(QUrl(u"https://pds.exemple.org"_s));
    QJsonArray services = full.value(u"service").toArray();
    QJsonObject service = services[0].toObject();
    service.insert(u"id"_s, kDid + u"#atproto_pds"_s);
    full.insert(u"service"_s, QJsonArray{QJsonObject{{u"id"_s, u"#bsky_chat"_s}}, 7, service});
    QTest::newRow("long id") << json(full) << u"https://pds.exemple.org"_s;
    QTest::newRow("loopback") << json(document(QUrl(u"http://localhost:2583"_s))) << u"http://localhost:2583"_s;
    QTest::newRow("unencrypted") << json(document(QUrl(u"http://pds.exemple.org"_s))) << QString();
    QTest::newRow("a file") << json(document(QUrl(u"file:///etc/passwd"_s))) << QString();
    QTest::newRow("no server") << json({{u"id"_s, kDid}}) << QString();
    QTest::newRow("someone else's") << json(document(QUrl(u"https://pds.exemple.org"_s), u"did:plc:z"_s)) << QString();
    QTest::newRow("not JSON") << QByteArray("<html>") << QString();
    QTest::newRow("wrong types") << json({{u"id"_s, kDid}, {u"service"_s, QJsonObject{{u"a"_s, 1}}}, {u"alsoKnownAs"_s, 4}})
                                 << QString();
}

void BlueskySessionTest::aDocumentNamesHandleAndServer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, pds);
    const auto identity = networks::parseDidDocument(body, kDid);
    QCOMPARE(identity.has_value(), !pds.isEmpty());
    if (identity)
        QCOMPARE(*identity, (BlueskyIdentity{kDid, u"marque.exemple.org"_s, QUrl(pds)}));
}

void BlueskySessionTest::documentsAreWhereTheirMethodSays()
{
    const QUrl plc(u"https://plc.directory"_s);
    const auto url = [&plc](const QString &did) { return networks::didDocumentUrl(did, plc).toString(); };
    QCOMPARE(url(kDid), u"https://plc.directory/did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"_s);
    QCOMPARE(url(u"did:web:exemple.org"_s), u"https://exemple.org/.well-known/did.json"_s);
    QCOMPARE(url(u"did:web:localhost%3A2583"_s), u"http://localhost:2583/.well-known/did.json"_s);
    QCOMPARE(url(u"did:web:exemple.org:chemin"_s), QString());
    QCOMPARE(url(u"did:key:zQ3sh"_s), QString());
    QCOMPARE(url(u"exemple.org"_s), QString());
    for (const QString &trick : {u"did:web:exemple.org%2Fa%3F"_s, u"did:web:a%40exemple.org"_s, u"did:web:%00"_s})
        QCOMPARE(url(trick), QString());
}

void BlueskySessionTest::aNameLeadsToItsServer()
{
    m_network->expect("/xrpc/com.atproto.identity.resolveHandle?handle=marque.exemple.org", ok({{u"did"_s, kDid}}));
    m_network->expect("/" + kDid.toLatin1(), ok(document(m_network->url({}))));
    m_network->expect("/xrpc/com.atproto.identity.resolveHandle?handle=personne.exemple.org",
                      refusal(400, u"InvalidRequest"_s));
    const auto services = networks::BlueskyServices::from({{u"plc"_s, m_network->url({}).toString()},
                                                           {u"appview"_s, m_network->url({}).toString()}});
    std::vector<Result<BlueskyIdentity>> told;
    const auto take = [&told](const Result<BlueskyIdentity> &identity) { told.push_back(identity); };
    networks::resolveBlueskyIdentity(u"marque.exemple.org"_s, services, *m_http, m_clock, this, take);
    QTRY_COMPARE(told.size(), 1u);
    QVERIFY(told[0]);
    QCOMPARE(told[0]->pds, m_network->url({}));
    networks::resolveBlueskyIdentity(u"personne.exemple.org"_s, services, *m_http, m_clock, this, take);
    QTRY_COMPARE(told.size(), 2u);
    QCOMPARE(told[1].error().kind, ErrorKind::NotFound);
}

void BlueskySessionTest::aNameThatTheAccountDoesNotClaimIsRefused()
{
    m_network->expect("/xrpc/com.atproto.identity.resolveHandle?handle=autre.exemple.org", ok({{u"did"_s, kDid}}));
    m_network->expect("/" + kDid.toLatin1(), ok(document(m_network->url({}))));
    const auto services = networks::BlueskyServices::from({{u"plc"_s, m_network->url({}).toString()},
                                                           {u"appview"_s, m_network->url({}).toString()}});
    std::optional<Result<BlueskyIdentity>> told;
    networks::resolveBlueskyIdentity(u"autre.exemple.org"_s, services, *m_http, m_clock, this,
                                     [&told](const Result<BlueskyIdentity> &identity) { told = identity; });
    QTRY_VERIFY(told);
    QVERIFY(!*told);
    QCOMPARE(told->error().kind, ErrorKind::Unauthorized);
}

void BlueskySessionTest::signingInKeepsTheSessionAlone()
{
    QJsonObject session{{u"accessJwt"_s, u"a"_s}, {u"refreshJwt"_s, u"r"_s}, {u"did"_s, kDid},
                        {u"handle"_s, u"marque.exemple.org"_s}, {u"active"_s, true},
                        {u"didDoc"_s, document(m_network->url(u"/pds"_s))}};
    m_network->expect("/xrpc/com.atproto.server.createSession", ok(session));
    const QJsonObject options{{u"chat_proxy"_s, u"did:plc:abc#bsky_chat"_s}};
    const auto credentials = signIn({.network = u"bluesky"_s,
                                     .server = m_network->url({}),
                                     .identifier = u" @marque.exemple.org\u202c "_s,
                                     .password = "abcd-efgh-ijkl-mnop",
                                     .options = options});
    QVERIFY(credentials);
    QCOMPARE(*credentials, (Credentials{.network = u"bluesky"_s,
                                        .baseUrl = m_network->url(u"/pds"_s),
                                        .handle = u"marque.exemple.org"_s,
                                        .userId = kDid,
                                        .accessToken = "a",
                                        .refreshToken = "r",
                                        .options = options}));
    QVERIFY(!credentials->toJson().contains("abcd"));
    QCOMPARE(m_network->requests().at(0).body,
             QByteArray(R"({"identifier":"marque.exemple.org","password":"abcd-efgh-ijkl-mnop"})"));
}

void BlueskySessionTest::aNameIsEnoughToSignIn()
{
    m_network->expect("/xrpc/com.atproto.identity.resolveHandle?handle=marque.exemple.org", ok({{u"did"_s, kDid}}));
    m_network->expect("/" + kDid.toLatin1(), ok(document(m_network->url({}))));
    m_network->expect("/xrpc/com.atproto.server.createSession",
                      ok({{u"accessJwt"_s, u"a"_s}, {u"refreshJwt"_s, u"r"_s}, {u"did"_s, kDid},
                          {u"handle"_s, u"handle.invalid"_s}}));
    const auto credentials = signIn({.network = u"bluesky"_s,
                                     .identifier = u"marque.exemple.org"_s,
                                     .password = "p",
                                     .options = {{u"plc"_s, m_network->url({}).toString()},
                                                 {u"appview"_s, m_network->url({}).toString()}}});
    QVERIFY(credentials);
    QCOMPARE(credentials->baseUrl, m_network->url({}));
}

void BlueskySessionTest::aForeignServerCannotPointAtThisMachine()
{
    // Only where we asked this machine itself may the answer lead to it.
    const QJsonObject session{{u"accessJwt"_s, u"a"_s}, {u"refreshJwt"_s, u"r"_s}, {u"did"_s, kDid},
                              {u"handle"_s, u"marque.exemple.org"_s}, {u"didDoc"_s, document(QUrl(u"http://exemple.org"_s))}};
    m_network->expect("/xrpc/com.atproto.server.createSession", ok(session));
    const auto credentials =
        signIn({.server = m_network->url({}), .identifier = u"marque.exemple.org"_s, .password = "p"});
    QVERIFY(credentials);
    QCOMPARE(credentials->baseUrl, m_network->url({}));
}

void BlueskySessionTest::signingInFails_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("detail");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind, const QString &detail) {
        QTest::newRow(name) << status << body << kind << detail;
    };
    row("wrong password", 401, R"({"error":"AuthenticationRequired"})", ErrorKind::Unauthorized,
        u"name or app password is wrong"_s);
    row("main password", 401, R"({"error":"AuthFactorTokenRequired"})", ErrorKind::Unauthorized,
        u"this is the account's main password: make an app password"_s);
    row("limit", 429, R"({"error":"RateLimitExceeded"})", ErrorKind::RateLimited,
        u"the server answers RateLimitExceeded"_s);
    row("closed account", 200,
        R"({"accessJwt":"a","refreshJwt":"r","did":"did:plc:abc","handle":"a.exemple.org","active":false,"status":"takendown"})",
        ErrorKind::Unauthorized, u"the network has closed this account"_s);
    row("no DID", 200, R"({"accessJwt":"a","refreshJwt":"r","did":"x","handle":"a.exemple.org"})", ErrorKind::Parse,
        u"not the JSON that the network's description promises"_s);
    row("HTML", 200, "<html>", ErrorKind::Parse, u"not the JSON that the network's description promises"_s);
    row("broken", 500, "", ErrorKind::Network, u"HTTP status 500"_s);
}

void BlueskySessionTest::signingInFails()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect("/xrpc/com.atproto.server.createSession", {.status = status, .body = body});
    const auto credentials =
        signIn({.server = m_network->url({}), .identifier = u"marque.exemple.org"_s, .password = "p"});
    QVERIFY(!credentials);
    QTEST(credentials.error().kind, "kind");
    QTEST(credentials.error().detail, "detail");
}

void BlueskySessionTest::signingInCanBeCancelled()
{
    m_network->expect("/xrpc/com.atproto.server.createSession", {.kind = FakeAnswer::Kind::Silence});
    networks::BlueskySignIn signIn(*m_http, m_clock, nullptr);
    QSignalSpy spy(&signIn, &networks::SignIn::finished);
    signIn.cancel();
    signIn.start({.server = m_network->url({}), .identifier = u"marque.exemple.org"_s, .password = "p"});
    QTRY_COMPARE(m_network->requests().size(), 1);
    signIn.cancel();
    signIn.cancel();
    QCOMPARE(spy.size(), 0);
    QTRY_COMPARE(spy.size(), 1);
    const auto result = spy.at(0).at(0).value<Result<Credentials>>();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(BlueskySessionTest)
#include "tst_blueskysession.moc"
