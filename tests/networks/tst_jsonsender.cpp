// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/fakenetwork.h"
#include "networks/httpclient.h"
#include "networks/jsonsender.h"
#include "networks/networks.h"
#include "networks/recordings.h"

#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::OutgoingPost;
using networks::SendOutcome;
using networks::SentPost;
using Kind = SendOutcome::Kind;

Q_DECLARE_METATYPE(FakeAnswer)
Q_DECLARE_METATYPE(vigie::networks::SendOutcome::Kind)

class JsonSenderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void eachNetworkIsSentWhatItAsksFor_data();
    void eachNetworkIsSentWhatItAsksFor();
    void anAnswerSaysWhatBecameOfIt_data();
    void anAnswerSaysWhatBecameOfIt();
    void nothingLeavesWithoutASession();
    void whatCannotBeSentIsRefusedBeforehand_data();
    void whatCannotBeSentIsRefusedBeforehand();
    void xAnswersOnlyWhoSummonedTheAccount();
    void anUnknownOutcomeIsSettledByLooking_data();
    void anUnknownOutcomeIsSettledByLooking();
    void whatIsNotThereIsNotFound();
    void aLookThatEndsBeforeTheListIsNoProof();
    void ownPostsAreTakenBack_data();
    void ownPostsAreTakenBack();
    void textsAreComparedAsNetworksRewriteThem();
    void recordedAnswersToWritingAreUnderstood();

private:
    void signInto(const QString &networkKey)
    {
        m_account = std::make_unique<networks::Account>(
            networks::Credentials{.network = networkKey,
                                  .baseUrl = m_network->url(QString()),
                                  .handle = networkKey == u"reddit"_s ? u"u/lumio"_s : u"@lumio"_s,
                                  .userId = u"777"_s,
                                  .accessToken = "T0K"});
        m_sender.reset(networks::makeSender(*m_account, m_http, m_clock, nullptr));
        QVERIFY(m_sender);
    }
    OutgoingPost reply(const QString &parent) const
    {
        return {.text = u"Nous regardons. Écrivez-nous : https://lumio.example/aide"_s,
                .parentId = parent,
                .idempotencyKey = u"k"_s,
                .at = m_clock.now()};
    }
    SendOutcome send(const OutgoingPost &post)
    {
        std::vector<SendOutcome> outcomes;
        m_sender->send(post, [&outcomes](const SendOutcome &outcome) { outcomes.push_back(outcome); });
        [&outcomes] { QTRY_COMPARE(outcomes.size(), 1u); }();
        return outcomes.empty() ? SendOutcome() : outcomes.front();
    }
    Result<std::optional<SentPost>> find(const OutgoingPost &post)
    {
        std::vector<Result<std::optional<SentPost>>> answers;
        m_sender->find(post, [&answers](const Result<std::optional<SentPost>> &found) { answers.push_back(found); });
        [&answers] { QTRY_COMPARE(answers.size(), 1u); }();
        return answers.empty() ? fail(ErrorKind::Internal, u"no answer"_s) : answers.front();
    }
    Result<QByteArray> prepare(const OutgoingPost &post)
    {
        std::vector<Result<QByteArray>> answers;
        m_sender->prepare(post, [&answers](const Result<QByteArray> &prepared) { answers.push_back(prepared); });
        [&answers] { QTRY_COMPARE(answers.size(), 1u); }();
        return answers.empty() ? fail(ErrorKind::Internal, u"no answer"_s) : answers.front();
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    networks::HttpClient m_http{m_clock};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<networks::Account> m_account;
    std::unique_ptr<networks::Sender> m_sender;
};

void JsonSenderTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
}

void JsonSenderTest::cleanup()
{
    m_sender.reset();
    m_account.reset();
    m_network->verify();
}

void JsonSenderTest::eachNetworkIsSentWhatItAsksFor_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("id");
    QTest::newRow("x") << u"x"_s << u"2017"_s << QByteArray("/2/tweets")
                       << QByteArray(R"({"reply":{"in_reply_to_tweet_id":"2017"},"text":"TEXT"})")
                       << QByteArray(R"({"data":{"id":"2018","text":"t"}})") << u"2018"_s;
    QTest::newRow("reddit") << u"reddit"_s << u"t1_abc"_s << QByteArray("/api/comment?raw_json=1")
                            << QByteArray("api_type=json&thing_id=t1_abc&text=") << QByteArray(
                                   R"({"json":{"errors":[],"data":{"things":[{"kind":"t1","data":{"name":"t1_def","body":"t",)"
                                   R"("created_utc":1769847125,"link_id":"t3_x","parent_id":"t1_abc"}}]}}})")
                            << u"t1_def"_s;
    QTest::newRow("youtube") << u"youtube"_s << u"UgA.1"_s << QByteArray("/comments?part=snippet")
                             << QByteArray(R"({"snippet":{"parentId":"UgA","textOriginal":"TEXT"}})")
                             << QByteArray(R"({"kind":"youtube#comment","id":"UgA.9","snippet":{"textOriginal":"t","parentId":"UgA",)"
                                           R"("publishedAt":"2026-01-31T08:12:05Z"}})")
                             << u"UgA.9"_s;
    QTest::newRow("facebook") << u"facebook"_s << u"1_12"_s << QByteArray("/1_12/comments") << QByteArray(R"({"message":"TEXT"})")
                              << QByteArray(R"({"id":"1_99"})") << u"1_99"_s;
    QTest::newRow("instagram") << u"instagram"_s << u"178"_s << QByteArray("/178/replies") << QByteArray(R"({"message":"TEXT"})")
                               << QByteArray(R"({"id":"179"})") << u"179"_s;
}

void JsonSenderTest::eachNetworkIsSentWhatItAsksFor()
{
    QFETCH(QString, network);
    QFETCH(QString, parent);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, body);
    QFETCH(QByteArray, answer);
    QFETCH(QString, id);
    m_network->expect(target, {.body = answer});
    signInto(network);
    const OutgoingPost post = reply(parent);
    const SendOutcome outcome = send(post);
    QCOMPARE(outcome.kind, Kind::Sent);
    QCOMPARE(outcome.post.remoteId, id);
    const FakeRequest request = m_network->requests().at(0);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.headers.value("authorization"), "Bearer T0K");
    if (network == u"reddit"_s)
        QCOMPARE(request.body, body + QUrl::toPercentEncoding(post.text));
    else
        QCOMPARE(request.body, QByteArray(body).replace("TEXT", post.text.toUtf8()));
    QVERIFY(!m_sender->maySendAgain(post, m_clock.now()));
}

void JsonSenderTest::anAnswerSaysWhatBecameOfIt_data()
{
    using FakeKind = FakeAnswer::Kind;
    QTest::addColumn<QString>("network");
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<int>("wait"); // seconds; -1: none
    QTest::newRow("silence that ends") << u"x"_s << FakeAnswer{.kind = FakeKind::Hangup} << Kind::Unknown << -1;
    QTest::newRow("broken off") << u"x"_s << FakeAnswer{.kind = FakeKind::Truncated, .status = 201, .body = "{"}
                                << Kind::Unknown << -1;
    QTest::newRow("500") << u"x"_s << FakeAnswer{.status = 500} << Kind::Unknown << -1;
    QTest::newRow("503 with a wait") << u"x"_s << FakeAnswer{.status = 503, .headers = {{"Retry-After", "5"}}}
                                     << Kind::Unknown << 5;
    QTest::newRow("408") << u"x"_s << FakeAnswer{.status = 408} << Kind::Unknown << -1;
    QTest::newRow("a redirect") << u"x"_s << FakeAnswer{.status = 302, .headers = {{"Location", "/elsewhere"}}}
                                << Kind::Unknown << -1;
    QTest::newRow("429") << u"x"_s << FakeAnswer{.status = 429, .headers = {{"Retry-After", "30"}}} << Kind::NotSent
                         << 30;
    QTest::newRow("400") << u"x"_s << FakeAnswer{.status = 400, .body = R"({"title":"Invalid Request"})"} << Kind::Refused << -1;
    QTest::newRow("403") << u"x"_s << FakeAnswer{.status = 403, .body = R"({"detail":"not permitted"})"} << Kind::Refused << -1;
    QTest::newRow("403 duplicate")
        << u"x"_s
        << FakeAnswer{.status = 403, .body = R"({"detail":"You are not allowed to create a Tweet with duplicate content."})"}
        << Kind::Unknown << -1;
    QTest::newRow("401") << u"x"_s << FakeAnswer{.status = 401} << Kind::NotSent << -1;
    QTest::newRow("200 without an id") << u"x"_s << FakeAnswer{.status = 200, .body = R"({"data":{}})"} << Kind::Unknown << -1;
    QTest::newRow("200 that is no JSON") << u"facebook"_s << FakeAnswer{.status = 200, .body = "<html>"}
                                         << Kind::Unknown << -1;
    QTest::newRow("Reddit: too much, within 200")
        << u"reddit"_s << FakeAnswer{.body = R"({"json":{"errors":[["RATELIMIT","try again in 2 minutes","ratelimit"]]}})"}
        << Kind::NotSent << 120;
    QTest::newRow("Reddit: locked, within 200")
        << u"reddit"_s << FakeAnswer{.body = R"({"json":{"errors":[["THREAD_LOCKED","Comments are locked","parent"]]}})"}
        << Kind::Refused << -1;
    QTest::newRow("Reddit: nothing in it")
        << u"reddit"_s << FakeAnswer{.body = R"({"json":{"errors":[],"data":{"things":[]}}})"} << Kind::Unknown << -1;
    QTest::newRow("YouTube: quota")
        << u"youtube"_s << FakeAnswer{.status = 403, .body = R"({"error":{"errors":[{"reason":"quotaExceeded"}],"message":"m"}})"}
        << Kind::NotSent << 3600;
    QTest::newRow("YouTube: closed")
        << u"youtube"_s << FakeAnswer{.status = 403, .body = R"({"error":{"errors":[{"reason":"commentsDisabled"}],"message":"m"}})"}
        << Kind::Refused << -1;
    QTest::newRow("Meta: limit with a 400")
        << u"facebook"_s << FakeAnswer{.status = 400, .body = R"({"error":{"code":32,"message":"m"}})"} << Kind::NotSent << 3600;
    QTest::newRow("Meta: ended token with a 400")
        << u"instagram"_s << FakeAnswer{.status = 400, .body = R"({"error":{"code":190,"message":"m"}})"} << Kind::NotSent << -1;
    QTest::newRow("Meta: ended token within 200")
        << u"instagram"_s << FakeAnswer{.status = 200, .body = R"({"error":{"code":190,"message":"m"}})"} << Kind::NotSent << -1;
    QTest::newRow("Meta: their trouble within 200")
        << u"facebook"_s << FakeAnswer{.status = 200, .body = R"({"error":{"code":2,"message":"m"}})"} << Kind::Unknown << -1;
    QTest::newRow("Meta: refused") << u"facebook"_s << FakeAnswer{.status = 400, .body = R"({"error":{"code":100,"message":"m"}})"}
                                   << Kind::Refused << -1;
}

void JsonSenderTest::anAnswerSaysWhatBecameOfIt()
{
    QFETCH(QString, network);
    QFETCH(FakeAnswer, answer);
    QFETCH(Kind, kind);
    QFETCH(int, wait);
    const QHash<QString, QByteArray> targets = {{u"x"_s, "/2/tweets"},
                                                {u"reddit"_s, "/api/comment?raw_json=1"},
                                                {u"youtube"_s, "/comments?part=snippet"},
                                                {u"facebook"_s, "/p/comments"},
                                                {u"instagram"_s, "/p/replies"}};
    m_network->expect(targets.value(network), answer);
    signInto(network);
    const SendOutcome outcome = send(reply(u"p"_s));
    QCOMPARE(outcome.kind, kind);
    QCOMPARE(outcome.error.retryAfter ? int(outcome.error.retryAfter->count()) : -1, wait);
    QCOMPARE(m_network->requests().size(), 1); // one attempt, whatever came
    const bool hasEnded = QByteArray(QTest::currentDataTag()).contains("token") || answer.status == 401;
    QCOMPARE(m_account->isSignedIn(), !hasEnded);
}

void JsonSenderTest::nothingLeavesWithoutASession()
{
    signInto(u"x"_s);
    m_account->signOut(u"ended"_s);
    QCOMPARE(send(reply(u"1"_s)).kind, Kind::NotSent);
    QCOMPARE(m_network->requests().size(), 0);
}

void JsonSenderTest::whatCannotBeSentIsRefusedBeforehand_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<bool>("hasOwnPosts");
    QTest::newRow("x") << u"x"_s << true;
    QTest::newRow("reddit") << u"reddit"_s << false;
    QTest::newRow("youtube") << u"youtube"_s << false;
    QTest::newRow("facebook") << u"facebook"_s << false;
    QTest::newRow("instagram") << u"instagram"_s << false;
}

void JsonSenderTest::whatCannotBeSentIsRefusedBeforehand()
{
    QFETCH(QString, network);
    QFETCH(bool, hasOwnPosts);
    signInto(network);
    OutgoingPost secret = reply(u"1"_s);
    secret.isPrivate = true;
    QVERIFY(!prepare(secret));
    QCOMPARE(send(secret).kind, Kind::NotSent);
    QCOMPARE(prepare(reply({})).has_value(), hasOwnPosts);
    QCOMPARE(m_network->requests().size(), 0);
}

void JsonSenderTest::xAnswersOnlyWhoSummonedTheAccount()
{
    const QByteArray target =
        "/2/tweets/5?post.fields=entities&expansions=author_id%2Creferenced_posts";
    m_network->expect(target, {.body = R"({"data":{"id":"5","text":"@lumio","entities":{"mentions":[{"username":"Lumio","id":"777"}]}}})"});
    m_network->expect(target, {.body = R"({"data":{"id":"5","text":"lumio is bad"}})"});
    m_network->expect(target, {.status = 404, .body = R"({"title":"Not Found Error"})"});
    signInto(u"x"_s);
    QVERIFY(prepare(reply(u"5"_s)));
    const auto refused = prepare(reply(u"5"_s));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Conflict);
    QCOMPARE(refused.error().detail, u"only who has mentioned or quoted the account may be answered by an app"_s);
    const auto gone = prepare(reply(u"5"_s));
    QVERIFY(!gone);
    QCOMPARE(gone.error().kind, ErrorKind::NotFound);
}

void JsonSenderTest::anUnknownOutcomeIsSettledByLooking_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QString>("parent");
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("id");
    QTest::newRow("x")
        << u"x"_s << u"5"_s
        << QByteArray("/2/users/777/tweets?max_results=100&post.fields=created_at%2Cnote_post&expansions=referenced_posts")
        << QByteArray(R"({"data":[
        {"id":"2017148500000000007","text":"@lea Nous regardons. Écrivez-nous : https://t.co/x","created_at":"2026-01-31T08:12:06Z",
         "referenced_tweets":[{"type":"replied_to","id":"4"}]},
        {"id":"2017148500000000008","text":"@lea Nous regardons. Écrivez-nous : https://t.co/x","created_at":"2026-01-31T08:12:06Z",
         "referenced_tweets":[{"type":"replied_to","id":"5"}]}],"meta":{}})")
        << u"2017148500000000008"_s;
    QTest::newRow("reddit") << u"reddit"_s << u"t1_p"_s
                            << QByteArray("/user/lumio/comments?raw_json=1&limit=100&sort=new")
                            << QByteArray(R"({"data":{"after":null,"children":[
        {"kind":"t1","data":{"name":"t1_a","author":"Lumio","parent_id":"t1_p","link_id":"t3_x","created_utc":1769847126,
         "body_html":"<div><p>Nous regardons. Écrivez-nous : <a href='#'>https://lumio.example/aide</a></p></div>"}}]}})")
                            << u"t1_a"_s;
    QTest::newRow("youtube") << u"youtube"_s << u"UgA"_s
                             << QByteArray("/comments?part=snippet&parentId=UgA&maxResults=100&textFormat=plainText")
                             << QByteArray(R"({"items":[
        {"id":"UgA.1","snippet":{"authorChannelUrl":"http://www.youtube.com/channel/888","parentId":"UgA","publishedAt":"2026-01-31T08:12:06Z",
         "textDisplay":"Nous regardons. Écrivez-nous : https://lumio.example/aide"}},
        {"id":"UgA.2","snippet":{"authorChannelUrl":"http://www.youtube.com/channel/777","parentId":"UgA","publishedAt":"2026-01-31T08:12:06Z",
         "textDisplay":"Nous regardons. Écrivez-nous : https://lumio.example/aide"}}]})")
                             << u"UgA.2"_s;
    QTest::newRow("facebook")
        << u"facebook"_s << u"1_2"_s
        << QByteArray("/1_2/comments?fields=id%2Cmessage%2Cfrom%2Ccreated_time%2Cpermalink_url&filter=stream&"
                      "order=reverse_chronological&limit=100")
        << QByteArray(R"({"data":[
        {"id":"1_3","message":"Nous regardons. Écrivez-nous : https://lumio.example/aide","from":{"id":"777"},"created_time":"2026-01-31T07:00:00+0000"},
        {"id":"1_4","message":"Nous regardons. Écrivez-nous : https://lumio.example/aide","from":{"id":"777"},"created_time":"2026-01-31T08:12:06+0000"}]})")
        << u"1_4"_s; // the first is older than the attempt
    QTest::newRow("instagram") << u"instagram"_s << u"17"_s
                               << QByteArray("/17/replies?fields=id%2Ctext%2Cusername%2Ctimestamp&limit=100")
                               << QByteArray(R"({"data":[{"id":"18","text":"@lea Nous regardons. Écrivez-nous : https://lumio.example/aide",
        "username":"lumio","timestamp":"2026-01-31T08:12:06+0000"}]})")
                               << u"18"_s;
}

void JsonSenderTest::anUnknownOutcomeIsSettledByLooking()
{
    QFETCH(QString, network);
    QFETCH(QString, parent);
    QFETCH(QByteArray, target);
    QFETCH(QByteArray, answer);
    QFETCH(QString, id);
    m_network->expect(target, {.body = answer});
    signInto(network);
    const auto found = find(reply(parent));
    QVERIFY2(found, found ? "" : qPrintable(found.error().toString()));
    QVERIFY(*found);
    QCOMPARE((*found)->remoteId, id);
}

void JsonSenderTest::whatIsNotThereIsNotFound()
{
    m_network->expect("/17/replies?fields=id%2Ctext%2Cusername%2Ctimestamp&limit=100", {.body = R"({"data":[
        {"id":"18","text":"Nous regardons.","username":"lumio","timestamp":"2026-01-31T08:12:06+0000"}]})"});
    m_network->expect("/17/replies?fields=id%2Ctext%2Cusername%2Ctimestamp&limit=100", {.status = 500});
    signInto(u"instagram"_s);
    const auto nothing = find(reply(u"17"_s));
    QVERIFY(nothing && !*nothing);
    QVERIFY(!find(reply(u"17"_s))); // an error is no proof
}

void JsonSenderTest::aLookThatEndsBeforeTheListIsNoProof()
{
    const QByteArray page = R"({"data":{"after":"t1_z","children":[{"kind":"t1","data":{"name":"t1_z","author":"lumio","body":"other",
        "parent_id":"t1_p","created_utc":1769847126}}]}})";
    m_network->expect("/user/lumio/comments?raw_json=1&limit=100&sort=new", {.body = page});
    for (int i = 0; i < 4; ++i)
        m_network->expect("/user/lumio/comments?raw_json=1&limit=100&sort=new&after=t1_z", {.body = page});
    signInto(u"reddit"_s);
    QVERIFY(!find(reply(u"t1_p"_s)));
}

void JsonSenderTest::ownPostsAreTakenBack_data()
{
    QTest::addColumn<QString>("network");
    QTest::addColumn<QByteArray>("verb");
    QTest::addColumn<QByteArray>("target");
    QTest::newRow("x") << u"x"_s << QByteArray("DELETE") << QByteArray("/2/tweets/i");
    QTest::newRow("reddit") << u"reddit"_s << QByteArray("POST") << QByteArray("/api/del");
    QTest::newRow("youtube") << u"youtube"_s << QByteArray("DELETE") << QByteArray("/comments?id=i");
    QTest::newRow("facebook") << u"facebook"_s << QByteArray("DELETE") << QByteArray("/i");
}

void JsonSenderTest::ownPostsAreTakenBack()
{
    QFETCH(QString, network);
    QFETCH(QByteArray, verb);
    QFETCH(QByteArray, target);
    m_network->expect(target, {.status = 200, .body = "{}"});
    m_network->expect(target, {.status = 404, .body = "{}"});
    signInto(network);
    for (const bool isThere : {true, false}) {
        std::vector<Result<>> answers;
        m_sender->remove(u"i"_s, [&answers](const Result<> &removed) { answers.push_back(removed); });
        QTRY_COMPARE(answers.size(), 1u);
        QCOMPARE(answers[0].has_value(), isThere);
        if (!isThere)
            QCOMPARE(answers[0].error().kind, ErrorKind::NotFound);
    }
    QCOMPARE(m_network->requests().at(0).method, verb);
}

void JsonSenderTest::textsAreComparedAsNetworksRewriteThem()
{
    QVERIFY(networks::isSameText(u"**Bonjour** [ici](https://a.b/c)"_s, u"Bonjour ici"_s));
    QVERIFY(networks::isSameText(u"@lea Bonjour https://a.b"_s, u"@lea @max  Bonjour https://t.co/z"_s));
    QVERIFY(!networks::isSameText(u"Bonjour"_s, u"Bonsoir"_s));
    QVERIFY(!networks::isSameText(u"!"_s, u"?"_s));
    QVERIFY(!networks::isSameText(u"👍"_s, u"👎"_s));
    QVERIFY(!networks::isSameText(u"Lot 4417"_s, u"Lot 4418"_s));
}

void JsonSenderTest::recordedAnswersToWritingAreUnderstood()
{
    const auto bodyOf = [](const QString &service, const QString &file, const QString &path) {
        for (const Recorded &exchange : recordedOf(service)) {
            if (exchange.file == file && exchange.target.contains(path))
                return exchange.body;
        }
        return QByteArray();
    };
    const QByteArray x = bodyOf(u"x"_s, u"test_client_create_and_delete_tweet.json"_s, u"/2/tweets"_s);
    if (x.isEmpty())
        QSKIP("the recorded exchanges are absent");
    m_network->expect("/2/tweets", {.status = 201, .body = x});
    signInto(u"x"_s);
    QCOMPARE(send(reply(u"1"_s)).post.remoteId, u"1456012973835788293"_s);
    m_network->expect("/api/comment?raw_json=1",
                      {.body = bodyOf(u"reddit"_s, u"TestComment.test_reply.json"_s, u"/api/comment"_s)});
    m_network->expect("/api/comment?raw_json=1",
                      {.body = bodyOf(u"reddit"_s, u"TestComment.test_reply__none.json"_s, u"/api/comment"_s)});
    signInto(u"reddit"_s);
    QCOMPARE(send(reply(u"t1_d1616q2"_s)).post.remoteId, u"t1_d1680wu"_s);
    QCOMPARE(send(reply(u"t1_eear2ml"_s)).kind, Kind::Unknown);
    m_network->expect("/comments?part=snippet", {.body = recordedFile(u"youtube/comments_insert_response.json"_s)});
    m_network->expect("/comments?part=snippet", {.status = 400, .body = recordedFile(u"youtube/error_response.json"_s)});
    signInto(u"youtube"_s);
    QCOMPARE(send(reply(u"a"_s)).post.remoteId, u"Ugy_CAftKrIUCyPr9GR4AaABAg.9iPXEClD9lW9iPXLqKy_Pt"_s);
    QCOMPARE(send(reply(u"a"_s)).kind, Kind::Refused);
}

QTEST_GUILESS_MAIN(JsonSenderTest)
#include "tst_jsonsender.moc"
