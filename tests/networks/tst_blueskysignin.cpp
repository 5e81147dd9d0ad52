// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/blueskyanswers.h"
#include "networks/blueskyidentity.h"
#include "networks/blueskysignin.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::BlueskyIdentity;
using networks::Credentials;
using networks::HttpClient;

namespace
{

const QString kDid = u"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"_s;

QJsonObject document(const QUrl &pds, const QString &did = kDid)
{
    return {{u"id"_s, did},
            {u"alsoKnownAs"_s, QJsonArray{u"https://exemple.org"_s, u"at://marque.exemple.org"_s}},
            {u"service"_s, QJsonArray{QJsonObject{{u"id"_s, u"#atproto_pds"_s},
                                                  {u"type"_s, u"AtprotoPersonalDataServer"_s},
                                                  {u"serviceEndpoint"_s, pds.toString()}}}}};
}

} // namespace

class BlueskySignInTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
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
};

void BlueskySignInTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
}

void BlueskySignInTest::cleanup()
{
    m_network->verify();
    m_http.reset();
}

void BlueskySignInTest::aDocumentNamesHandleAndServer_data()
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

void BlueskySignInTest::aDocumentNamesHandleAndServer()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, pds);
    const auto identity = networks::parseDidDocument(body, kDid);
    QCOMPARE(identity.has_value(), !pds.isEmpty());
    if (identity)
        QCOMPARE(*identity, (BlueskyIdentity{kDid, u"marque.exemple.org"_s, QUrl(pds)}));
}

void BlueskySignInTest::documentsAreWhereTheirMethodSays()
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

void BlueskySignInTest::aNameLeadsToItsServer()
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

void BlueskySignInTest::aNameThatTheAccountDoesNotClaimIsRefused()
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

void BlueskySignInTest::signingInKeepsTheSessionAlone()
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

void BlueskySignInTest::aNameIsEnoughToSignIn()
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

void BlueskySignInTest::aForeignServerCannotPointAtThisMachine()
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

void BlueskySignInTest::signingInFails_data()
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

void BlueskySignInTest::signingInFails()
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

void BlueskySignInTest::signingInCanBeCancelled()
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

QTEST_GUILESS_MAIN(BlueskySignInTest)
#include "tst_blueskysignin.moc"
