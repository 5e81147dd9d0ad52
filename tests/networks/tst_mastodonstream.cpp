// SPDX-License-Identifier: GPL-3.0-or-later
#include "networks/account.h"
#include "networks/mastodonconnector.h"
#include "networks/mastodoninstance.h"
#include "networks/mastodonstream.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace vigie;
using networks::Account;
using networks::HttpClient;
using networks::MastodonConnector;
using networks::MastodonStream;
using networks::Page;
using networks::ReadTask;

namespace
{

/// A server with server-sent events, or a WebSocket, or neither; it stays connected until it is told otherwise.
class FakeStreaming : public QObject
{
public:
    enum class Offers { Events, Socket, Page, Nothing, Refusal, DeafSocket };

    explicit FakeStreaming(Offers offers) : m_offers(offers), m_sockets(u"fake"_s, QWebSocketServer::NonSecureMode)
    {
        connect(&m_server, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *const socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(socket); });
        });
        connect(&m_sockets, &QWebSocketServer::newConnection, this, [this] { m_socket = m_sockets.nextPendingConnection(); });
        if (!m_server.listen(QHostAddress::LocalHost))
            qFatal("cannot listen");
    }
    ~FakeStreaming() override { delete m_socket; }

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(m_server.serverPort())); }
    [[nodiscard]] bool isConnected() const { return m_events || m_socket; }
    void say(const QByteArray &event, const QByteArray &payload)
    {
        if (m_events)
            m_events->write("event: " + event + "\ndata: " + payload + "\n\n");
        else
            m_socket->sendTextMessage(QString::fromUtf8(QJsonDocument(QJsonObject{{u"stream"_s, QJsonArray{u"user"_s}},
                                                                                {u"event"_s, QString::fromUtf8(event)},
                                                                                {u"payload"_s, QString::fromUtf8(payload)}})
                                                            .toJson()));
    }
    void write(const QByteArray &bytes) { m_events->write(bytes); }
    void hangUp()
    {
        if (m_events)
            m_events->disconnectFromHost();
        else
            m_socket->close();
    }

    QList<QByteArray> heads;

private:
    void answer(QTcpSocket *socket)
    {
        const QByteArray head = socket->peek(10'000);
        if (!head.contains("\r\n\r\n"))
            return;
        socket->disconnect(this);
        heads.append(head);
        if (head.contains("Upgrade: websocket") && m_offers == Offers::Socket) {
            m_sockets.handleConnection(socket);
            return;
        }
        if (head.contains("Upgrade: websocket") && m_offers == Offers::DeafSocket)
            return; // takes the call and says nothing
        if (m_offers == Offers::Events) {
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n:)\n");
            m_events = socket;
            return;
        }
        socket->write(m_offers == Offers::Page      ? "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>"
                      : m_offers == Offers::Refusal ? "HTTP/1.1 401 No\r\nContent-Length: 0\r\n\r\n"
                                                    : "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n");
        socket->disconnectFromHost();
    }

    const Offers m_offers;
    QTcpServer m_server;
    QWebSocketServer m_sockets;
    QTcpSocket *m_events = nullptr;
    QWebSocket *m_socket = nullptr;
};

QByteArray statusJson(const QByteArray &id, const QByteArray &more = {})
{
    return R"({"id":")" + id + R"(","content":"<p>Bonjour</p>","created_at":"2026-01-31T08:12:05Z","account":{"id":"11","acct":"lea"})"
           + more + "}";
}

} // namespace

class MastodonStreamTest : public QObject
{
    Q_OBJECT

private slots:
    void eventsArriveBothWays_data();
    void eventsArriveBothWays();
    void aServerThatNamesItselfIsCalledAsItWasSignedInTo();
    void onlyWhatConcernsUsIsTakenFromTheHomeTimeline();
    void aHashtagStreamBringsItsPosts();
    void aServerWithoutAStreamIsNotAskedAgain_data();
    void aServerWithoutAStreamIsNotAskedAgain();
    void aTokenThatIsNotKnownSignsTheAccountOut();
    void silenceEndsAStreamAndHeartbeatsKeepIt();
    void aSocketIsKeptByItsPongsAndEndsInSilence();
    void nonsenseOnTheStreamIsIgnored();
    void cancellingEndsAStreamOnce();
    void unencryptedSocketsStayOnThisMachine();
    void framesAreReadWhateverTheyAre_data();
    void framesAreReadWhateverTheyAre();
    void recordedStreamsBringTheirMentions();

private:
    std::unique_ptr<Account> account(const QUrl &base, const QUrl &streaming = {})
    {
        return std::make_unique<Account>(networks::Credentials{
            .network = u"mastodon"_s, .baseUrl = base, .userId = u"7"_s, .accessToken = "secret",
            .options = networks::MastodonOptions{.streaming = streaming}.toJson()});
    }
    core::ManualClock m_clock{core::instantFromMillis(1769847125000)};
};

void MastodonStreamTest::eventsArriveBothWays_data()
{
    QTest::addColumn<int>("offers");
    QTest::newRow("server-sent events") << int(FakeStreaming::Offers::Events);
    QTest::newRow("WebSocket") << int(FakeStreaming::Offers::Socket);
}

void MastodonStreamTest::eventsArriveBothWays()
{
    QFETCH(int, offers);
    FakeStreaming server{FakeStreaming::Offers(offers)};
    HttpClient http(m_clock);
    const auto own = account(QUrl(u"http://127.0.0.1:1"_s), server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    std::vector<Page> pages;
    connect(&connector, &MastodonConnector::streamed, this, [&](const Page &page) { pages.push_back(page); });
    QSignalSpy opened(&connector, &MastodonConnector::streamOpened);
    QSignalSpy ended(&connector, &MastodonConnector::streamEnded);
    QVERIFY(connector.canStream());
    connector.stream({});
    connector.stream({});
    QTRY_COMPARE(opened.size(), 1);
    QTRY_VERIFY(server.isConnected());
    for (const QByteArray &head : server.heads) {
        QVERIFY(head.contains("Authorization: Bearer secret"));
        QVERIFY(!head.left(head.indexOf('\r')).contains("secret"));
    }
    server.say("notification", R"({"id":"41","type":"mention","status":)" + statusJson("9007199254740993") + "}");
    server.say("notification", R"({"id":"42","type":"favourite","status":)" + statusJson("5") + "}");
    server.say("delete", "9007199254740993");
    server.say("filters_changed", "");
    server.say("something.new", "{}");
    server.say("status.update", statusJson("9007199254740995", R"(,"edited_at":"2026-01-31T09:00:00Z","mentions":[{"id":"7"}])"));
    QTRY_COMPARE(pages.size(), 3u);
    QCOMPARE(pages[0].posts.at(0).remoteId, u"127.0.0.1:1/9007199254740993"_s);
    QVERIFY(!pages[0].next); // the stream never moves the cursor
    QCOMPARE(pages[1].deleted, QStringList{u"127.0.0.1:1/9007199254740993"_s});
    QVERIFY(pages[2].posts.at(0).extra.contains("edited_at"));
    server.hangUp();
    QTRY_COMPARE(ended.size(), 1);
    QVERIFY(connector.canStream());
    QTest::qWait(20);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(opened.size(), 1);
}

void MastodonStreamTest::aServerThatNamesItselfIsCalledAsItWasSignedInTo()
{
    FakeStreaming server{FakeStreaming::Offers::Events};
    HttpClient http(m_clock);
    QUrl told = server.url();
    told.setScheme(u"wss"_s); // snac2 says so wherever it runs
    const auto own = account(server.url(), told);
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    QSignalSpy opened(&connector, &MastodonConnector::streamOpened);
    connector.stream({});
    QTRY_COMPARE(opened.size(), 1);
}

void MastodonStreamTest::onlyWhatConcernsUsIsTakenFromTheHomeTimeline()
{
    FakeStreaming server{FakeStreaming::Offers::Events};
    HttpClient http(m_clock);
    const auto own = account(server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    std::vector<Page> pages;
    connect(&connector, &MastodonConnector::streamed, this, [&](const Page &page) { pages.push_back(page); });
    connector.stream({});
    QTRY_VERIFY(server.isConnected());
    server.say("update", statusJson("1", R"(,"mentions":[{"id":"7"}])"));
    server.say("status.update", statusJson("2"));
    server.say("status.update", statusJson("3", R"(,"in_reply_to_account_id":"7")"));
    server.say("conversation", R"({"id":"6","last_status":)" + statusJson("4") + "}");
    server.say("delete", "5");
    QTRY_COMPARE(pages.size(), 2u);
    QVERIFY(pages[0].posts.at(0).remoteId.endsWith(u"/3"_s));
}

void MastodonStreamTest::aHashtagStreamBringsItsPosts()
{
    FakeStreaming server{FakeStreaming::Offers::Events};
    HttpClient http(m_clock);
    const auto own = account(server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Hashtag, .query = u"#café"_s}, own.get(), http, m_clock);
    std::vector<Page> pages;
    connect(&connector, &MastodonConnector::streamed, this, [&](const Page &page) { pages.push_back(page); });
    connector.stream({});
    QTRY_VERIFY(server.isConnected());
    QVERIFY(server.heads.at(0).startsWith("GET /api/v1/streaming/hashtag?tag=caf%C3%A9 "));
    server.say("update", statusJson("1"));
    server.say("status.update", statusJson("1"));
    server.say("notification", R"({"id":"41","type":"mention","status":)" + statusJson("2") + "}");
    server.say("delete", "1");
    QTRY_COMPARE(pages.size(), 3u);
    QCOMPARE(pages[0].posts.size(), 1u);
    QCOMPARE(pages[2].deleted.size(), 1);
}

void MastodonStreamTest::aServerWithoutAStreamIsNotAskedAgain_data()
{
    QTest::addColumn<int>("offers");
    QTest::newRow("404") << int(FakeStreaming::Offers::Nothing);
    QTest::newRow("a page for people") << int(FakeStreaming::Offers::Page);
}

void MastodonStreamTest::aServerWithoutAStreamIsNotAskedAgain()
{
    QFETCH(int, offers);
    FakeStreaming server{FakeStreaming::Offers(offers)};
    HttpClient http(m_clock);
    const auto own = account(server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    QSignalSpy opened(&connector, &MastodonConnector::streamOpened);
    QSignalSpy ended(&connector, &MastodonConnector::streamEnded);
    connector.stream({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(opened.size(), 0);
    QCOMPARE(server.heads.size(), 2); // events, then a socket
    QCOMPARE(ended.at(0).at(0).value<Error>().kind, ErrorKind::NotFound);
    QVERIFY(!connector.canStream());
}

void MastodonStreamTest::aTokenThatIsNotKnownSignsTheAccountOut()
{
    FakeStreaming server{FakeStreaming::Offers::Refusal};
    HttpClient http(m_clock);
    const auto own = account(server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    QSignalSpy ended(&connector, &MastodonConnector::streamEnded);
    QSignalSpy out(own.get(), &Account::signedOut);
    connector.stream({});
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(out.size(), 1);
    QCOMPARE(server.heads.size(), 1);
}

void MastodonStreamTest::silenceEndsAStreamAndHeartbeatsKeepIt()
{
    FakeStreaming server{FakeStreaming::Offers::Events};
    HttpClient http(m_clock);
    MastodonStream stream({.base = server.url(), .name = u"user"_s, .token = "secret"}, http, nullptr);
    QSignalSpy ended(&stream, &MastodonStream::ended);
    stream.open(300ms);
    QTRY_VERIFY(server.isConnected());
    for (int i = 0; i < 6; ++i) {
        server.write(":thump\n");
        QTest::qWait(100);
    }
    QCOMPARE(ended.size(), 0);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.at(0).at(0).value<Error>().kind, ErrorKind::Timeout);
}

void MastodonStreamTest::aSocketIsKeptByItsPongsAndEndsInSilence()
{
    HttpClient http(m_clock);
    FakeStreaming server{FakeStreaming::Offers::Socket};
    MastodonStream alive({.base = server.url(), .name = u"user"_s, .token = "secret"}, http, nullptr);
    QSignalSpy aliveEnded(&alive, &MastodonStream::ended);
    alive.open(300ms);
    QTRY_VERIFY(server.isConnected());
    QTest::qWait(700); // the server says nothing of its own, but answers
    QCOMPARE(aliveEnded.size(), 0);

    FakeStreaming deaf{FakeStreaming::Offers::DeafSocket};
    MastodonStream silent({.base = deaf.url(), .name = u"user"_s, .token = "secret"}, http, nullptr);
    QSignalSpy silentEnded(&silent, &MastodonStream::ended);
    silent.open(300ms);
    QTRY_COMPARE(silentEnded.size(), 1);
    QCOMPARE(silentEnded.at(0).at(0).value<Error>().kind, ErrorKind::Timeout);
}

void MastodonStreamTest::nonsenseOnTheStreamIsIgnored()
{
    FakeStreaming server{FakeStreaming::Offers::Events};
    HttpClient http(m_clock);
    const auto own = account(server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    std::vector<Page> pages;
    connect(&connector, &MastodonConnector::streamed, this, [&](const Page &page) { pages.push_back(page); });
    connector.stream({});
    QTRY_VERIFY(server.isConnected());
    server.say("notification", "{");
    server.say("notification", "[]");
    server.say("notification", R"({"type":"mention","status":null,"id":"1"})");
    server.say("status.update", R"({"error":"no"})");
    server.say("delete", "");
    server.say("delete", QByteArray(5000, '1'));
    server.write("\xff\xfe\n\r\n\rdata\n\n");
    server.say("delete", "1");
    QTRY_COMPARE(pages.size(), 1u);
}

void MastodonStreamTest::cancellingEndsAStreamOnce()
{
    FakeStreaming server{FakeStreaming::Offers::Events};
    HttpClient http(m_clock);
    const auto own = account(server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    QSignalSpy ended(&connector, &MastodonConnector::streamEnded);
    connector.stream({});
    QTRY_VERIFY(server.isConnected());
    connector.cancel();
    connector.cancel();
    QCOMPARE(ended.size(), 0);
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(ended.at(0).at(0).value<Error>().kind, ErrorKind::Cancelled);
    QTest::qWait(20);
    QCOMPARE(ended.size(), 1);
    connector.stream({}); // and it can be opened again
    QTRY_COMPARE(server.heads.size(), 2);
}

void MastodonStreamTest::unencryptedSocketsStayOnThisMachine()
{
    HttpClient http(m_clock);
    MastodonStream stream({.base = QUrl(u"ws://stream.invalid"_s), .name = u"user"_s, .token = "secret"}, http, nullptr);
    QSignalSpy ended(&stream, &MastodonStream::ended);
    stream.open();
    QTRY_COMPARE(ended.size(), 1);
}

void MastodonStreamTest::framesAreReadWhateverTheyAre_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    const auto row = [](const char *name, const QByteArray &frame, const QByteArray &event, const QByteArray &data) {
        QTest::newRow(name) << frame << event << data;
    };
    row("wrapped", R"({"stream":["user"],"event":"update","payload":"{\"id\":\"1\"}"})", "update", R"({"id":"1"})");
    row("bare", R"({"event":"update","payload":{"id":"1"}})", "update", R"({"id":"1"})");
    row("an id", R"({"event":"delete","payload":"117020585924712638"})", "delete", "117020585924712638");
    row("an id as a number", R"({"event":"delete","payload":117020585924712638})", "delete", "117020585924712638");
    row("without payload", R"({"event":"filters_changed"})", "filters_changed", "");
    row("an error", R"({"error":"Unauthorized","status":401})", "", "");
    row("nothing", "", "", "");
    row("a list", "[1]", "", "");
    row("no JSON", "hello", "", "");
}

void MastodonStreamTest::framesAreReadWhateverTheyAre()
{
    QFETCH(QByteArray, frame);
    const networks::StreamEvent event = networks::parseMastodonFrame(frame);
    QTEST(event.name, "name");
    QTEST(event.data, "data");
}

void MastodonStreamTest::recordedStreamsBringTheirMentions()
{
    QFile file(QStringLiteral(VIGIE_SHARED "/fixtures/mastodon/decoded/test_stream_user_direct.json"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("the recorded answers are not on this machine");
    QByteArray body;
    const QJsonArray exchanges = QJsonDocument::fromJson(file.readAll()).array();
    for (const QJsonValue &exchange : exchanges) {
        const QJsonValue answer = exchange[u"response"_s][u"body"_s];
        const QString uri = exchange[u"request"_s][u"uri"_s].toString();
        if (uri.contains(u"/streaming/"_s) && answer.isString())
            body += answer.toString().toUtf8();
    }
    QVERIFY(!body.isEmpty());
    FakeStreaming server{FakeStreaming::Offers::Events};
    HttpClient http(m_clock);
    const auto own = account(server.url());
    MastodonConnector connector({.network = u"mastodon"_s, .what = ReadTask::What::Mentions}, own.get(), http, m_clock);
    int posts = 0;
    int deleted = 0;
    connect(&connector, &MastodonConnector::streamed, this, [&](const Page &page) {
        posts += int(page.posts.size());
        deleted += int(page.deleted.size());
    });
    connector.stream({});
    QTRY_VERIFY(server.isConnected());
    for (qsizetype at = 0; at < body.size(); at += 97) // as the network cuts it
        server.write(body.mid(at, 97));
    server.write("\n");
    server.say("delete", "1");
    QTRY_COMPARE(deleted, 2); // the recorded one, and the last that was said
    QCOMPARE(posts, 2);
}

QTEST_GUILESS_MAIN(MastodonStreamTest)
#include "tst_mastodonstream.moc"
