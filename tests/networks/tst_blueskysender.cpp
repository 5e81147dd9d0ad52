// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/blueskyanswers.h"
#include "networks/blueskydraft.h"
#include "networks/blueskysender.h"
#include "networks/networks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::BlueskyRecordDraft;
using networks::Credentials;
using networks::HttpClient;
using networks::OutgoingPost;
using networks::Sender;
using networks::SendOutcome;
using networks::SentPost;

namespace
{

using Kind = SendOutcome::Kind;
using Maybe = std::optional<SentPost>;

const QString kOurs = u"did:plc:aaaaaaaaaaaaaaaaaaaaaaaa"_s;
const QString kTheirs = u"did:plc:bbbbbbbbbbbbbbbbbbbbbbbb"_s;
const QString kParent = u"at://did:plc:bbbbbbbbbbbbbbbbbbbbbbbb/app.bsky.feed.post/3mq3333333333"_s;
const QString kRoot = u"at://did:plc:cccccccccccccccccccccccc/app.bsky.feed.post/3mq2222222222"_s;
const QString kMine = u"at://did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/app.bsky.feed.post/3mq4444444444"_s;
const QByteArray kPut = "/xrpc/com.atproto.repo.putRecord";
const QByteArray kRefresh = "/xrpc/com.atproto.server.refreshSession";
const QByteArray kGet = "/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Aaaaaaaaaaaaaaaaaaaaaaaaa"
                        "&collection=app.bsky.feed.post&rkey=3mq4444444444";
const QByteArray kGetParentRecord = "/xrpc/com.atproto.repo.getRecord?repo=did%3Aplc%3Abbbbbbbbbbbbbbbbbbbbbbbb"
                                    "&collection=app.bsky.feed.post&rkey=3mq3333333333";
const QByteArray kGetParent = "/xrpc/app.bsky.feed.getPosts?uris=at%3A%2F%2Fdid%3Aplc%3Abbbbbbbbbbbbbbbbbbbbbbbb%2Fapp.bsky.feed."
                              "post%2F3mq3333333333";

QByteArray resolving(const QByteArray &handle)
{
    return "/xrpc/com.atproto.identity.resolveHandle?handle=" + handle;
}

QJsonObject reference(const QString &uri, const QString &cid)
{
    return {{u"uri"_s, uri}, {u"cid"_s, cid}};
}

QJsonObject view(const QJsonObject &record, const QJsonObject &viewer = {})
{
    QJsonObject post = reference(kParent, u"bafyparent"_s);
    post.insert(u"record"_s, record);
    post.insert(u"viewer"_s, viewer);
    return {{u"posts"_s, QJsonArray{post}}};
}

} // namespace

class BlueskySenderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aReplyIsFrozenWithRootParentMentionsAndAddress();
    void aReplyToAFirstPostHasItAsRoot();
    void aParentThatIsNotListedYetIsReadWhereItStands();
    void whatCannotBePreparedSaysWhy_data();
    void whatCannotBePreparedSaysWhy();
    void aNameThatNobodyHasStaysText();
    void whatIsFrozenLeavesAsItIsInEveryAttempt();
    void eachAnswerMeansWhatItMeans_data();
    void eachAnswerMeansWhatItMeans();
    void anAnswerCutAtAnyByteIsNeverTakenForAnother_data();
    void anAnswerCutAtAnyByteIsNeverTakenForAnother();
    void nothingThatNeverLeftIsUnknown();
    void aTokenThatRunsOutInMidFlightSendsTheSameOnce();
    void aTokenThatCannotBeRenewedHasSentNothing();
    void aLookTellsWhetherThePostIsThere();
    void aLookThatSeesNothingClearlyIsAnError_data();
    void aLookThatSeesNothingClearlyIsAnError();
    void aPostThatWasSeenAndIsGoneStaysAway();
    void onlyOurOwnPostsAreTakenBack();
    void whatWasNotPreparedHereIsRefused();

private:
    Result<QByteArray> prepare(const OutgoingPost &post)
    {
        std::optional<Result<QByteArray>> told;
        m_sender->prepare(post, [&told](const Result<QByteArray> &prepared) { told = prepared; });
        const bool wasWithinTheCall = told.has_value();
        [&told] { QTRY_VERIFY(told); }();
        return told && !wasWithinTheCall ? *told : Result<QByteArray>(fail(ErrorKind::Internal, u"not once"_s));
    }
    SendOutcome send(const OutgoingPost &post)
    {
        std::vector<SendOutcome> told;
        m_sender->send(post, [&told](const SendOutcome &outcome) { told.push_back(outcome); });
        const bool wasWithinTheCall = !told.empty();
        [&told] { QTRY_COMPARE(told.size(), 1u); }();
        return told.empty() || wasWithinTheCall ? SendOutcome{.error = {.detail = u"not once"_s}} : told.front();
    }
    Result<Maybe> find(const OutgoingPost &post)
    {
        std::optional<Result<Maybe>> told;
        m_sender->find(post, [&told](const Result<Maybe> &found) { told = found; });
        [&told] { QTRY_VERIFY(told); }();
        return told ? *told : Result<Maybe>(fail(ErrorKind::Internal, u"nothing came"_s));
    }
    Result<> remove(const QString &id)
    {
        std::optional<Result<>> told;
        m_sender->remove(id, [&told](const Result<> &removed) { told = removed; });
        [&told] { QTRY_VERIFY(told); }();
        return told ? *told : Result<>(fail(ErrorKind::Internal, u"nothing came"_s));
    }
    [[nodiscard]] OutgoingPost ready() const
    {
        const QJsonObject record{{u"$type"_s, u"app.bsky.feed.post"_s}, {u"text"_s, u"Nous arrivons."_s},
                                 {u"createdAt"_s, u"2026-01-31T08:12:05.000Z"_s}};
        return {.text = u"Nous arrivons."_s, .at = m_clock.now(), .prepared = toBytes(BlueskyRecordDraft{kMine, record})};
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sender> m_sender;
};

void BlueskySenderTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_account = std::make_unique<Account>(Credentials{.network = u"bluesky"_s,
                                                      .baseUrl = m_network->url({}),
                                                      .handle = u"marque.exemple.org"_s,
                                                      .userId = kOurs,
                                                      .accessToken = "access1",
                                                      .refreshToken = "refresh1"});
    m_sender.reset(networks::makeSender(*m_account, *m_http, m_clock, nullptr));
    QVERIFY(m_sender);
}

void BlueskySenderTest::cleanup()
{
    m_network->verify();
    m_sender.reset();
    m_account.reset();
    m_http.reset();
}

void BlueskySenderTest::aReplyIsFrozenWithRootParentMentionsAndAddress()
{
    m_network->expect(kGetParent, ok(view({{u"text"_s, u"?"_s},
                                           {u"reply"_s, QJsonObject{{u"root"_s, reference(kRoot, u"bafyroot"_s)},
                                                                    {u"parent"_s, reference(kRoot, u"bafyroot"_s)}}}})));
    m_network->expect(resolving("lea.exemple.org"), ok({{u"did"_s, kTheirs}}));
    const auto prepared = prepare({.text = u"Bonjour @lea.exemple.org, réponse\u202e : exemple.org/é #Panne\n"_s,
                                   .language = u"fr"_s,
                                   .recipient = u"lea.exemple.org"_s,
                                   .parentId = kParent});
    QVERIFY(prepared);
    const auto draft = networks::draftFromBytes(*prepared);
    QVERIFY(draft && std::holds_alternative<BlueskyRecordDraft>(*draft));
    const auto &record = std::get<BlueskyRecordDraft>(*draft);
    const auto address = networks::AtUri::fromString(record.uri);
    QVERIFY(address && address->isPost() && networks::isTid(address->recordKey));
    QCOMPARE(address->authority, kOurs);
    QCOMPARE(json(record.record),
             json({{u"$type"_s, u"app.bsky.feed.post"_s},
                   {u"text"_s, u"Bonjour @lea.exemple.org, réponse : exemple.org/é #Panne"_s},
                   {u"createdAt"_s, u"2026-01-31T08:12:05.000Z"_s},
                   {u"langs"_s, QJsonArray{u"fr"_s}},
                   {u"reply"_s, QJsonObject{{u"root"_s, reference(kRoot, u"bafyroot"_s)},
                                            {u"parent"_s, reference(kParent, u"bafyparent"_s)}}},
                   {u"facets"_s, record.record.value(u"facets")}}));
    const QJsonArray facets = record.record.value(u"facets").toArray();
    QCOMPARE(facets.size(), 3);
    QCOMPARE(facets[0].toObject()[u"features"][0][u"did"].toString(), kTheirs);
    QCOMPARE(facets[1].toObject()[u"features"][0][u"uri"].toString(), u"https://exemple.org/é"_s);
    QCOMPARE(facets[2].toObject()[u"features"][0][u"tag"].toString(), u"Panne"_s);
    // A second one has another address.
    m_network->expect(kGetParent, ok(view({})));
    const auto again = prepare({.text = u"Bonjour"_s, .parentId = kParent});
    QVERIFY(again);
    QVERIFY(std::get<BlueskyRecordDraft>(*networks::draftFromBytes(*again)).uri > record.uri);
}

void BlueskySenderTest::aReplyToAFirstPostHasItAsRoot()
{
    m_network->expect(kGetParent, ok(view({{u"text"_s, u"?"_s}})));
    const auto prepared = prepare({.text = u"Bonjour"_s, .parentId = kParent});
    QVERIFY(prepared);
    const QJsonObject reply =
        std::get<BlueskyRecordDraft>(*networks::draftFromBytes(*prepared)).record.value(u"reply").toObject();
    QCOMPARE(reply.value(u"root"), reply.value(u"parent"));
}

void BlueskySenderTest::aParentThatIsNotListedYetIsReadWhereItStands()
{
    // Seen with a real AppView: it lists a post a second after it was written.
    const QJsonObject record{{u"text"_s, u"?"_s}, {u"reply"_s, QJsonObject{{u"root"_s, reference(kRoot, u"bafyroot"_s)}}}};
    QJsonObject found = reference(kParent, u"bafyparent"_s);
    found.insert(u"value"_s, record);
    m_network->expect(kGetParent, ok({{u"posts"_s, QJsonArray()}}));
    m_network->expect(kGetParentRecord, ok(found));
    const auto prepared = prepare({.text = u"Bonjour"_s, .parentId = kParent});
    QVERIFY(prepared);
    const QJsonObject reply =
        std::get<BlueskyRecordDraft>(*networks::draftFromBytes(*prepared)).record.value(u"reply").toObject();
    QCOMPARE(reply, (QJsonObject{{u"root"_s, reference(kRoot, u"bafyroot"_s)},
                                 {u"parent"_s, reference(kParent, u"bafyparent"_s)}}));
    m_network->expect(kGetParent, ok({{u"posts"_s, QJsonArray()}}));
    m_network->expect(kGetParentRecord, refusal(502, u"UpstreamFailure"_s));
    QCOMPARE(prepare({.text = u"Bonjour"_s, .parentId = kParent}).error().kind, ErrorKind::Network);
}

void BlueskySenderTest::whatCannotBePreparedSaysWhy_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<int>("status"); // 0: nothing is asked
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("no text") << u" \n "_s << QString() << 0 << QByteArray() << ErrorKind::InvalidArgument;
    QTest::newRow("too long") << QString(301, u'a') << QString() << 0 << QByteArray() << ErrorKind::InvalidArgument;
    QTest::newRow("parent elsewhere") << u"a"_s << u"https://exemple.org/1"_s << 0 << QByteArray()
                                      << ErrorKind::InvalidArgument;
    QTest::newRow("parent gone") << u"a"_s << kParent << 200 << QByteArray(R"({"posts":[]})") << ErrorKind::NotFound;
    QTest::newRow("another post") << u"a"_s << kParent << 200
                                  << json({{u"posts"_s, QJsonArray{reference(kRoot, u"x"_s)}}}) << ErrorKind::NotFound;
    QTest::newRow("closed") << u"a"_s << kParent << 200 << json(view({}, {{u"replyDisabled"_s, true}}))
                            << ErrorKind::Conflict;
    QTest::newRow("AppView away") << u"a"_s << kParent << 502 << QByteArray(R"({"error":"UpstreamFailure"})")
                                  << ErrorKind::Network;
    QTest::newRow("limit") << u"a"_s << kParent << 429 << QByteArray() << ErrorKind::RateLimited;
}

void BlueskySenderTest::whatCannotBePreparedSaysWhy()
{
    QFETCH(QString, text);
    QFETCH(QString, parent);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    if (status > 0)
        m_network->expect(kGetParent, {.status = status, .body = body});
    if (status == 200 && !body.contains("replyDisabled"))
        m_network->expect(kGetParentRecord, refusal(400, u"RecordNotFound"_s));
    const auto prepared = prepare({.text = text, .parentId = parent});
    QVERIFY(!prepared);
    QTEST(prepared.error().kind, "kind");
}

void BlueskySenderTest::aNameThatNobodyHasStaysText()
{
    m_network->expect(resolving("personne.exemple.org"), refusal(400, u"InvalidRequest"_s));
    const auto prepared = prepare({.text = u"Merci @personne.exemple.org"_s});
    QVERIFY(prepared);
    const QJsonObject record = std::get<BlueskyRecordDraft>(*networks::draftFromBytes(*prepared)).record;
    QVERIFY(!record.contains(u"facets"));
    QVERIFY(!record.contains(u"reply"));
    // But a server that cannot say does not make a mention a mere text.
    m_network->expect(resolving("personne.exemple.org"), refusal(502, u"UpstreamFailure"_s));
    QVERIFY(!prepare({.text = u"Merci @personne.exemple.org"_s}));
}

void BlueskySenderTest::whatIsFrozenLeavesAsItIsInEveryAttempt()
{
    m_network->expect(kPut, {.kind = FakeAnswer::Kind::Hangup});
    m_network->expect(kPut, ok({{u"uri"_s, kMine}, {u"cid"_s, u"bafy"_s}}));
    const OutgoingPost post = ready();
    QCOMPARE(send(post).kind, Kind::Unknown);
    m_clock.advance(1h);
    const SendOutcome outcome = send(post);
    QCOMPARE(outcome.kind, Kind::Sent);
    QCOMPARE(outcome.post, (SentPost{kMine, u"https://bsky.app/profile/did:plc:aaaaaaaaaaaaaaaaaaaaaaaa/post/3mq4444444444"_s, {}}));
    QCOMPARE(m_network->requests().size(), 2);
    QCOMPARE(m_network->requests().at(0).body, m_network->requests().at(1).body);
    QCOMPARE(m_network->requests().at(0).method, "POST");
    const QJsonObject body = QJsonDocument::fromJson(m_network->requests().at(0).body).object();
    QVERIFY(body.value(u"swapRecord").isNull());
    QCOMPARE(body.value(u"repo").toString(), kOurs);
    QCOMPARE(body.value(u"rkey").toString(), u"3mq4444444444"_s);
    QCOMPARE(body.value(u"collection").toString(), u"app.bsky.feed.post"_s);
}

void BlueskySenderTest::eachAnswerMeansWhatItMeans_data()
{
    QTest::addColumn<FakeAnswer::Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SendOutcome::Kind>("expected");
    const auto answer = [](const char *name, int status, const QByteArray &body, Kind expected) {
        QTest::newRow(name) << FakeAnswer::Kind::Answer << status << body << expected;
    };
    const auto error = [](const char *code) { return QByteArray(R"({"error":")") + code + "\"}"; };
    const QByteArray good = json({{u"uri"_s, kMine}, {u"cid"_s, u"bafy"_s}});
    answer("sent", 200, json({{u"uri"_s, kMine}, {u"cid"_s, u"b"_s}, {u"commit"_s, QJsonObject()}}), Kind::Sent);
    answer("was there already", 200, good, Kind::Sent);
    answer("another address", 200, json({{u"uri"_s, kRoot}}), Kind::Unknown);
    answer("a page of a gateway", 200, "<html>Bienvenue</html>", Kind::Unknown);
    answer("accepted", 202, "", Kind::Unknown);
    answer("redirect", 302, "", Kind::Unknown);
    answer("bad record", 400, error("InvalidRequest"), Kind::Refused);
    answer("someone else's under our key", 400, error("InvalidSwap"), Kind::Unknown);
    answer("token unknown", 400, error("InvalidToken"), Kind::NotSent);
    answer("other refusal", 400, error("BlobNotFound"), Kind::Refused);
    answer("400 in HTML", 400, "<html>", Kind::Refused);
    answer("no right", 401, error("AuthenticationRequired"), Kind::NotSent);
    answer("forbidden", 403, "", Kind::Refused);
    answer("no such method", 404, "", Kind::Refused);
    answer("timeout told", 408, "", Kind::Unknown);
    answer("too large", 413, error("PayloadTooLarge"), Kind::Refused);
    answer("limit", 429, error("RateLimitExceeded"), Kind::NotSent);
    answer("limit without a word", 429, "", Kind::NotSent);
    answer("broken", 500, error("InternalServerError"), Kind::Unknown);
    answer("not implemented", 501, error("MethodNotImplemented"), Kind::Refused);
    answer("upstream", 502, error("UpstreamFailure"), Kind::Unknown);
    answer("unavailable", 503, "", Kind::Unknown);
    answer("gateway timeout", 504, "", Kind::Unknown);
    QTest::newRow("connection closed") << FakeAnswer::Kind::Hangup << 0 << QByteArray() << Kind::Unknown;
    QTest::newRow("answer broken off") << FakeAnswer::Kind::Truncated << 200 << good << Kind::Unknown;
}

void BlueskySenderTest::eachAnswerMeansWhatItMeans()
{
    QFETCH(FakeAnswer::Kind, kind);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect(kPut, {.kind = kind, .status = status, .body = body});
    const SendOutcome outcome = send(ready());
    QTEST(outcome.kind, "expected");
    QCOMPARE(m_network->requests().size(), 1); // one attempt is one request
    QCOMPARE(m_account->isSignedIn(), status != 401 && !body.contains("InvalidToken"));
    if (status == 429)
        QCOMPARE(outcome.error.retryAfter, 60s);
    // Whatever may have arrived may be sent again as it is, and only that.
    QCOMPARE(m_sender->maySendAgain(ready(), m_clock.now()), outcome.kind != Kind::Sent);
}

void BlueskySenderTest::anAnswerCutAtAnyByteIsNeverTakenForAnother_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SendOutcome::Kind>("whole");
    QTest::newRow("sent") << QByteArray("200 OK") << json({{u"uri"_s, kMine}}) << Kind::Sent;
    QTest::newRow("refused") << QByteArray("400 Bad Request") << QByteArray(R"({"error":"InvalidRequest"})") << Kind::Refused;
    // Cut short, this one must not become a plain refusal: something is there.
    QTest::newRow("there already") << QByteArray("400 Bad Request") << QByteArray(R"({"error":"InvalidSwap"})")
                                   << Kind::Unknown;
}

void BlueskySenderTest::anAnswerCutAtAnyByteIsNeverTakenForAnother()
{
    QFETCH(QByteArray, head);
    QFETCH(QByteArray, body);
    QFETCH(SendOutcome::Kind, whole);
    const QByteArray answer =
        "HTTP/1.1 " + head + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    qsizetype cut = 0;
    int requests = 0;
    connect(&server, &QTcpServer::newConnection, this, [&] {
        QTcpSocket *const socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&, socket] {
            if (!socket->readAll().contains("swapRecord"))
                return;
            ++requests;
            socket->write(answer.left(cut));
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    });
    Credentials credentials = m_account->credentials();
    credentials.baseUrl = QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
    Account account(credentials);
    for (; cut <= answer.size(); ++cut) {
        const std::unique_ptr<Sender> sender(networks::makeSender(account, *m_http, m_clock, nullptr));
        std::optional<SendOutcome> outcome;
        sender->send(ready(), [&outcome](const SendOutcome &told) { outcome = told; });
        while (!outcome)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCOMPARE(outcome->kind, cut == answer.size() ? whole : Kind::Unknown);
    }
    QCOMPARE(requests, int(answer.size()) + 1);
}

void BlueskySenderTest::nothingThatNeverLeftIsUnknown()
{
    Credentials credentials = m_account->credentials();
    {
        FakeNetwork closed;
        credentials.baseUrl = closed.url({});
    }
    Account account(credentials);
    m_sender.reset(networks::makeSender(account, *m_http, m_clock, nullptr));
    const SendOutcome outcome = send(ready());
    QCOMPARE(outcome.kind, Kind::NotSent);
    QCOMPARE(outcome.error.kind, ErrorKind::Network);
    m_sender.reset();
}

void BlueskySenderTest::aTokenThatRunsOutInMidFlightSendsTheSameOnce()
{
    m_network->expect(kPut, refusal(400, u"ExpiredToken"_s));
    m_network->expect(kRefresh, ok({{u"accessJwt"_s, u"access2"_s}, {u"refreshJwt"_s, u"refresh2"_s}, {u"did"_s, kOurs},
                                    {u"handle"_s, u"marque.exemple.org"_s}}));
    m_network->expect(kPut, ok({{u"uri"_s, kMine}, {u"cid"_s, u"bafy"_s}}));
    QCOMPARE(send(ready()).kind, Kind::Sent);
    QCOMPARE(m_network->requests().at(0).body, m_network->requests().at(2).body);
    QCOMPARE(m_network->requests().at(2).headers.value("authorization"), "Bearer access2");
}

void BlueskySenderTest::aTokenThatCannotBeRenewedHasSentNothing()
{
    m_network->expect(kPut, refusal(400, u"ExpiredToken"_s));
    m_network->expect(kRefresh, refusal(503, u"NotEnoughResources"_s));
    const SendOutcome outcome = send(ready());
    QCOMPARE(outcome.kind, Kind::NotSent);
    QVERIFY(m_account->isSignedIn());
    m_network->expect(kPut, refusal(400, u"ExpiredToken"_s));
    m_network->expect(kRefresh, refusal(400, u"ExpiredToken"_s));
    QCOMPARE(send(ready()).kind, Kind::NotSent);
    QVERIFY(!m_account->isSignedIn());
}

void BlueskySenderTest::aLookTellsWhetherThePostIsThere()
{
    const QJsonObject record = std::get<BlueskyRecordDraft>(*networks::draftFromBytes(ready().prepared)).record;
    m_network->expect(kGet, refusal(400, u"RecordNotFound"_s));
    const auto none = find(ready());
    QVERIFY(none && !none->has_value());
    QVERIFY(m_sender->maySendAgain(ready(), m_clock.now()));
    m_network->expect(kGet, ok({{u"uri"_s, kMine}, {u"cid"_s, u"bafy"_s}, {u"value"_s, record}}));
    const auto found = find(ready());
    QVERIFY(found && found->has_value());
    QCOMPARE((*found)->remoteId, kMine);
}

void BlueskySenderTest::aLookThatSeesNothingClearlyIsAnError_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("broken") << 500 << QByteArray();
    QTest::newRow("a page of a gateway") << 200 << QByteArray("<html>");
    QTest::newRow("404 of a proxy") << 404 << QByteArray("<html>");
    QTest::newRow("the account is not there") << 400 << QByteArray(R"({"error":"RepoNotFound"})");
    QTest::newRow("another post under our key")
        << 200 << json({{u"uri"_s, kMine}, {u"value"_s, QJsonObject{{u"text"_s, u"autre"_s}}}});
}

void BlueskySenderTest::aLookThatSeesNothingClearlyIsAnError()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect(kGet, {.status = status, .body = body});
    QVERIFY(!find(ready()));
}

void BlueskySenderTest::aPostThatWasSeenAndIsGoneStaysAway()
{
    const QJsonObject record = std::get<BlueskyRecordDraft>(*networks::draftFromBytes(ready().prepared)).record;
    m_network->expect(kPut, {.kind = FakeAnswer::Kind::Hangup});
    m_network->expect(kGet, ok({{u"uri"_s, kMine}, {u"value"_s, record}}));
    m_network->expect(kGet, refusal(400, u"RecordNotFound"_s));
    QCOMPARE(send(ready()).kind, Kind::Unknown);
    QVERIFY(find(ready())->has_value());
    QVERIFY(!find(ready())->has_value());
    QVERIFY(!m_sender->maySendAgain(ready(), m_clock.now()));
}

void BlueskySenderTest::onlyOurOwnPostsAreTakenBack()
{
    const QByteArray path = "/xrpc/com.atproto.repo.deleteRecord";
    m_network->expect(path, ok({{u"commit"_s, QJsonObject{{u"cid"_s, u"x"_s}}}}));
    m_network->expect(path, ok({}));
    m_network->expect(path, refusal(500, {}));
    QVERIFY(remove(kMine));
    QCOMPARE(m_network->requests().at(0).body,
             json({{u"repo"_s, kOurs}, {u"collection"_s, u"app.bsky.feed.post"_s}, {u"rkey"_s, u"3mq4444444444"_s}}));
    QVERIFY(!m_sender->maySendAgain(ready(), m_clock.now()));
    QCOMPARE(remove(kMine).error().kind, ErrorKind::NotFound);
    QCOMPARE(remove(kMine).error().kind, ErrorKind::Network);
    for (const QString &other : {kParent, u"chat:c1/m1"_s, u"x"_s, QString()})
        QCOMPARE(remove(other).error().kind, ErrorKind::InvalidArgument);
}

void BlueskySenderTest::whatWasNotPreparedHereIsRefused()
{
    for (const QByteArray &bytes : {QByteArray(), QByteArray("x"), QByteArray(R"({"uri":"at://x","record":{"a":1}})"),
                                    QByteArray(R"({"conversation":"c"})")}) {
        const OutgoingPost post{.text = u"a"_s, .prepared = bytes};
        QCOMPARE(send(post).kind, Kind::Refused);
        QVERIFY(!find(post));
        QVERIFY(!m_sender->maySendAgain(post, m_clock.now()));
    }
}

QTEST_GUILESS_MAIN(BlueskySenderTest)
#include "tst_blueskysender.moc"
