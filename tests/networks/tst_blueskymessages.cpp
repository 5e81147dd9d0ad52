// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/blueskyanswers.h"
#include "networks/blueskydraft.h"
#include "networks/blueskysender.h"
#include "networks/networks.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace vigie;
using networks::Account;
using networks::BlueskyMessageDraft;
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
const QByteArray kMayChat = "/xrpc/chat.bsky.convo.getConvoAvailability?members=did%3Aplc%3Abbbbbbbbbbbbbbbbbbbbbbbb";
const QByteArray kConvo = "/xrpc/chat.bsky.convo.getConvoForMembers?members=did%3Aplc%3Abbbbbbbbbbbbbbbbbbbbbbbb";
const QByteArray kNewest = "/xrpc/chat.bsky.convo.getMessages?convoId=c1&limit=1";
const QByteArray kMessages = "/xrpc/chat.bsky.convo.getMessages?convoId=c1&limit=100";
const QByteArray kSendMessage = "/xrpc/chat.bsky.convo.sendMessage";

QByteArray resolving(const QByteArray &handle)
{
    return "/xrpc/com.atproto.identity.resolveHandle?handle=" + handle;
}

QJsonObject message(const QString &id, const QString &rev, const QString &text, const QString &sender = kOurs)
{
    return {{u"id"_s, id}, {u"rev"_s, rev}, {u"text"_s, text}, {u"sender"_s, QJsonObject{{u"did"_s, sender}}},
            {u"sentAt"_s, u"2026-01-31T08:12:05Z"_s}};
}

} // namespace

class BlueskyMessagesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aMessageGoesToWhoWroteThePost();
    void aMessageThatCannotBePreparedSaysWhy_data();
    void aMessageThatCannotBePreparedSaysWhy();
    void eachAnswerToAMessageMeansWhatItMeans_data();
    void eachAnswerToAMessageMeansWhatItMeans();
    void aMessageIsLookedForAmongWhatIsNewAndNeverSentAgain();

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
    [[nodiscard]] OutgoingPost readyMessage() const
    {
        return {.text = u"Voici votre dossier."_s,
                .isPrivate = true,
                .at = m_clock.now(),
                .prepared = toBytes(BlueskyMessageDraft{u"c1"_s, u"r5"_s, {{u"text"_s, u"Voici votre dossier."_s}}})};
    }

    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
    std::unique_ptr<FakeNetwork> m_network;
    std::unique_ptr<HttpClient> m_http;
    std::unique_ptr<Account> m_account;
    std::unique_ptr<Sender> m_sender;
};

void BlueskyMessagesTest::init()
{
    m_network = std::make_unique<FakeNetwork>();
    m_http = std::make_unique<HttpClient>(m_clock);
    m_account = std::make_unique<Account>(Credentials{.network = u"bluesky"_s,
                                                      .baseUrl = m_network->url({}),
                                                      .handle = u"marque.exemple.org"_s,
                                                      .userId = kOurs,
                                                      .accessToken = "access1",
                                                      .refreshToken = "refresh1",
                                                      .options = {{u"chat_proxy"_s, u"did:plc:chat#bsky_chat"_s}}});
    m_sender.reset(networks::makeSender(*m_account, *m_http, m_clock, nullptr));
    QVERIFY(m_sender);
}

void BlueskyMessagesTest::cleanup()
{
    m_network->verify();
    m_sender.reset();
    m_account.reset();
    m_http.reset();
}

void BlueskyMessagesTest::aMessageGoesToWhoWroteThePost()
{
    // The handle may have changed hands since: the DID of the post's author counts.
    m_network->expect(kMayChat, ok({{u"canChat"_s, true}}));
    m_network->expect(kConvo, ok({{u"convo"_s, QJsonObject{{u"id"_s, u"c1"_s}}}}));
    m_network->expect(kNewest, ok({{u"messages"_s, QJsonArray{message(u"m5"_s, u"r5"_s, u"x"_s)}}}));
    const auto prepared = prepare({.text = u"Voici : exemple.org"_s,
                                   .isPrivate = true,
                                   .recipient = u"lea.exemple.org"_s,
                                   .parentId = kParent});
    QVERIFY(prepared);
    const auto draft = std::get<BlueskyMessageDraft>(*networks::draftFromBytes(*prepared));
    QCOMPARE(draft.conversation, u"c1"_s);
    QCOMPARE(draft.after, u"r5"_s);
    QCOMPARE(draft.message.value(u"text").toString(), u"Voici : exemple.org"_s);
    QCOMPARE(draft.message.value(u"facets").toArray().size(), 1);
    for (const FakeRequest &request : m_network->requests())
        QCOMPARE(request.headers.value("atproto-proxy"), "did:plc:chat#bsky_chat");

    m_network->expect(kSendMessage, ok(message(u"m6"_s, u"r6"_s, u"Voici : exemple.org"_s)));
    const SendOutcome outcome = send({.isPrivate = true, .prepared = *prepared});
    QCOMPARE(outcome.kind, Kind::Sent);
    QCOMPARE(outcome.post, (SentPost{u"chat:c1/m6"_s, {}, {}}));
    QCOMPARE(m_network->requests().last().headers.value("atproto-proxy"), "did:plc:chat#bsky_chat");
    QCOMPARE(QJsonDocument::fromJson(m_network->requests().last().body).object().value(u"convoId").toString(), u"c1"_s);

    // Without a post, the name is looked up; a service that cannot say whether it may is asked for the conversation.
    m_network->expect(resolving("lea.exemple.org"), ok({{u"did"_s, kTheirs}}));
    m_network->expect(kMayChat, refusal(501, u"MethodNotImplemented"_s));
    m_network->expect(kConvo, ok({{u"convo"_s, QJsonObject{{u"id"_s, u"c1"_s}}}}));
    m_network->expect(kNewest, ok({{u"messages"_s, QJsonArray()}}));
    QVERIFY(prepare({.text = u"Bonjour"_s, .isPrivate = true, .recipient = u"@lea.exemple.org"_s}));
}

void BlueskyMessagesTest::aMessageThatCannotBePreparedSaysWhy_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::newRow("takes none") << 200 << QByteArray(R"({"canChat":false})") << ErrorKind::Conflict;
    QTest::newRow("app password without the right") << 400 << QByteArray(R"({"error":"InvalidToken"})")
                                                    << ErrorKind::Unauthorized;
    QTest::newRow("broken") << 502 << QByteArray(R"({"error":"UpstreamFailure"})") << ErrorKind::Network;
}

void BlueskyMessagesTest::aMessageThatCannotBePreparedSaysWhy()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect(kMayChat, {.status = status, .body = body});
    const auto prepared = prepare({.text = u"Bonjour"_s, .isPrivate = true, .recipient = kTheirs});
    QVERIFY(!prepared);
    QTEST(prepared.error().kind, "kind");
    QVERIFY(m_account->isSignedIn());
    QCOMPARE(prepare({.text = QString(1001, u'a'), .isPrivate = true, .recipient = kTheirs}).error().kind,
             ErrorKind::InvalidArgument);
    QCOMPARE(prepare({.text = u"a"_s, .isPrivate = true}).error().kind, ErrorKind::InvalidArgument);
}

void BlueskyMessagesTest::eachAnswerToAMessageMeansWhatItMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<SendOutcome::Kind>("expected");
    const auto error = [](const char *code) { return QByteArray(R"({"error":")") + code + "\"}"; };
    QTest::newRow("sent") << 200 << json(message(u"m6"_s, u"r6"_s, u"Voici votre dossier."_s)) << Kind::Sent;
    QTest::newRow("of someone else") << 200 << json(message(u"m6"_s, u"r6"_s, u"Voici votre dossier."_s, kTheirs))
                                     << Kind::Unknown;
    QTest::newRow("HTML") << 200 << QByteArray("<html>") << Kind::Unknown;
    QTest::newRow("locked") << 400 << error("ConvoLocked") << Kind::Refused;
    QTest::newRow("no right") << 400 << error("InvalidToken") << Kind::Refused;
    QTest::newRow("no right, otherwise") << 401 << error("AuthMissing") << Kind::Refused;
    QTest::newRow("limit") << 429 << error("RateLimitExceeded") << Kind::NotSent;
    QTest::newRow("broken") << 500 << QByteArray() << Kind::Unknown;
    QTest::newRow("upstream") << 502 << error("UpstreamFailure") << Kind::Unknown;
    QTest::newRow("hangup") << 0 << QByteArray() << Kind::Unknown;
}

void BlueskyMessagesTest::eachAnswerToAMessageMeansWhatItMeans()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_network->expect(kSendMessage, {.kind = status == 0 ? FakeAnswer::Kind::Hangup : FakeAnswer::Kind::Answer,
                                     .status = status,
                                     .body = body});
    QTEST(send(readyMessage()).kind, "expected");
    QCOMPARE(m_network->requests().size(), 1);
    QVERIFY(m_account->isSignedIn());
    QVERIFY(!m_sender->maySendAgain(readyMessage(), m_clock.now()));
}

void BlueskyMessagesTest::aMessageIsLookedForAmongWhatIsNewAndNeverSentAgain()
{
    const QString text = u"Voici votre dossier."_s;
    // The same text as an answer of theirs, and as an older message of ours.
    m_network->expect(kMessages, ok({{u"messages"_s, QJsonArray{message(u"m7"_s, u"r7"_s, text, kTheirs),
                                                                message(u"m5"_s, u"r5"_s, text)}}, {u"cursor"_s, u"p2"_s}}));
    const auto none = find(readyMessage());
    QVERIFY(none && !none->has_value());
    QVERIFY(!m_sender->maySendAgain(readyMessage(), m_clock.now()));
    m_network->expect(kMessages, ok({{u"messages"_s, QJsonArray{message(u"m9"_s, u"r9"_s, u"autre"_s)}}, {u"cursor"_s, u"p2"_s}}));
    m_network->expect(kMessages + "&cursor=p2", ok({{u"messages"_s, QJsonArray{message(u"m8"_s, u"r8"_s, text)}}}));
    const auto found = find(readyMessage());
    QVERIFY(found && found->has_value());
    QCOMPARE((*found)->remoteId, u"chat:c1/m8"_s);
    m_network->expect(kMessages, refusal(502, u"UpstreamFailure"_s));
    QVERIFY(!find(readyMessage()));
    m_network->expect(kMessages, {.body = "<html>"});
    QVERIFY(!find(readyMessage()));
}

QTEST_GUILESS_MAIN(BlueskyMessagesTest)
#include "tst_blueskymessages.moc"
